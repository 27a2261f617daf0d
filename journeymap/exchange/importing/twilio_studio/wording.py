"""Words for people: what a widget is called, and what a way on asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeymap.exchange.importing.loose import inner, text
from journeymap.exchange.importing.phrases import after, options, readable, shortened
from journeymap.exchange.importing.twilio_studio.answers import said, subject
from journeymap.exchange.importing.twilio_studio.catalogue import Part, part_of, told_name
from journeymap.exchange.importing.twilio_studio.parsed import Condition, Exit, Widget

__all__ = ["announcement_name", "answered", "compared", "queue_name", "widget_name"]

_OPAQUE = re.compile(r"^(?:[A-Z]{2}[0-9a-fA-F]{32}|[0-9a-fA-F-]{32,36})$")
_PLACEHOLDER = re.compile(r"^\$\{(?:[\w-]+\.)*([\w-]+)\}$|^\{\{-?\s*(?:[\w-]+\.)*([\w-]+)[^{}]*\}\}$|^<([^<>]+)>$")
_PATH = re.compile(r"[\w-]*[._][\w.-]+")
_MADE_UP = re.compile(r"^(?:if\s+)?value\s+\w+", re.IGNORECASE)
_INTO = re.compile(r"^(?:send|transfer|connect|route|enqueue)(?: the)?(?: call| chat)?(?: to| in)?\s+", re.IGNORECASE)
_KIND_OF = re.compile(r"^(?:task_?router_?)?workflows?(?:[_-]|$)|[_-]?(?:workflow)?[_-]?sid$", re.IGNORECASE)
_OPERATORS = {
    "equal_to": "=",
    "not_equal_to": "≠",
    "matches_any_of": "=",
    "does_not_match_any_of": "≠",
    "contains": "contains",
    "does_not_contain": "does not contain",
    "starts_with": "starts with",
    "does_not_start_with": "does not start with",
    "less_than": "<",
    "greater_than": ">",
    "is_before_time": "before",
    "is_after_time": "after",
    "is_before_date": "before",
    "is_after_date": "after",
    "is_blank": "is empty",
    "is_not_blank": "is not empty",
    "regex": "matches",
    "does_not_match_regex": "does not match",
}


def widget_name(widget: Widget, *, is_choice: bool = False) -> str:
    """What a widget is called: by its own name, or by what it says to the customer."""
    return told_name(widget) or _by_words(widget, is_choice=is_choice)


def _by_words(widget: Widget, *, is_choice: bool) -> str:
    words = said(widget)
    match part_of(widget):
        case Part.INPUT | Part.REPLY:
            chosen = list(options(words).values())
            return after("Menu" if is_choice else "Question", ", ".join(chosen) if len(chosen) > 1 else words)
        case Part.OUTSIDE:
            return after(*_connected(widget))
        case Part.PROMPT:
            return after("Announcement", words)
        case Part.VOICEMAIL:
            return "Voicemail"
        case Part.PAYMENT:
            return "Card payment"
        case Part.BOT:
            return after("Bot", _resource(text(widget.properties.get("connector"))))
        case Part.APPLICATION:
            return after("Application", _host(text(widget.properties.get("url"))))
        case _:
            return readable(widget.name) or readable(widget.type) or "Widget"


def announcement_name(widget: Widget) -> str:
    """What an announcement before the end of a contact is called."""
    return told_name(widget) or after("Announcement", said(widget))


def queue_name(widget: Widget) -> tuple[str, str]:
    """The name of the queue behind a widget, and what makes widgets with the same queue one."""
    queue = text(widget.properties.get("queue_name")) or text(widget.properties.get("workflow"))
    queue = queue or text(widget.properties.get("workflow_sid"))
    known = _resource(queue)
    if known:
        return f"Queue {known}", queue
    told = told_name(widget)
    plain = _INTO.sub("", told)
    return (f"Queue {plain}" if plain and plain.casefold() != "flex" else "Agents"), queue or widget.name


def _resource(reference: str) -> str:
    """The name of something; empty where nothing but an opaque id is known."""
    match = _PLACEHOLDER.match(reference)
    name = next(filter(None, match.groups()), "") if match else reference
    return "" if _OPAQUE.match(name) else shortened(readable(_KIND_OF.sub("", name)))


def _connected(widget: Widget) -> tuple[str, str]:
    kind = text(widget.properties.get("noun")).casefold()
    called = text(widget.properties.get("to")) or text(inner(widget.properties, "sip_endpoint"))
    shown = _resource(called)
    kinds = {"client": "Agent", "conference": "Conference", "sip": "Outside line", "sim": "Mobile line"}
    return kinds.get(kind, "Outside number"), re.sub(r"(?<=\d) (?=\d)", "-", shown)


def _host(url: str) -> str:
    match = re.match(r"https?://([^/?#{}]+)", url)
    return match.group(1) if match else _resource(url)


def answered(exit_: Exit, asking: Widget | None) -> str:
    """The answer that is meant, in words: ``1 (pay a bill)``, ``contains yes``."""
    known = options(said(asking)) if asking is not None else {}
    return _joined([_answer(condition, known) for condition in exit_.conditions])


def _answer(condition: Condition, known: dict[str, str]) -> str:
    words = "" if _MADE_UP.match(condition.name) else condition.name
    values = _values(condition)
    operator = _OPERATORS.get(condition.type, condition.type.replace("_", " "))
    told = " / ".join(values) if operator == "=" else f"{operator} {' / '.join(values)}".strip()
    if len(values) == 1 and values[0] in known and operator == "=":
        return f"{values[0]} ({words or known[values[0]]})"
    if not words or words.casefold() == told.casefold() or words.casefold() in (value.casefold() for value in values):
        return told or words
    return f"{told} ({words})" if operator == "=" and len(told) <= 3 else words


def _values(condition: Condition) -> list[str]:
    if condition.type in ("is_blank", "is_not_blank"):
        return []
    if condition.type not in ("matches_any_of", "does_not_match_any_of"):
        return [_resource(condition.value) or condition.value] if condition.value else []
    different: dict[str, str] = {}
    for value in condition.value.split(","):
        different.setdefault(value.strip().casefold(), value.strip())
    return [value for value in different.values() if value]


def compared(exit_: Exit, split: Widget) -> str:
    """The condition of a split that looks at data."""
    return _joined([_comparison(condition, subject(split)) for condition in exit_.conditions])


def _comparison(condition: Condition, about: str) -> str:
    if condition.name and not _MADE_UP.match(condition.name) and not _PATH.fullmatch(condition.name):
        return condition.name
    operator = _OPERATORS.get(condition.type, condition.type.replace("_", " "))
    values = [_resource(value) or value for value in _values(condition)]
    return " ".join(filter(None, [about, operator, " / ".join(values)]))


def _joined(conditions: Sequence[str]) -> str:
    return shortened(" or ".join(filter(None, conditions)), 80)

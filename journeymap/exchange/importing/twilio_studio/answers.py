"""What a widget asks: a choice, or information that is used later on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from journeymap.exchange.importing.draft import Item
from journeymap.exchange.importing.loose import text, texts
from journeymap.exchange.importing.phrases import asked_for, is_sensitive, options, readable, shortened
from journeymap.exchange.importing.twilio_studio.catalogue import Part, part_of, told_name
from journeymap.exchange.importing.twilio_studio.parsed import ParsedFlow, Widget

__all__ = ["Answers", "said", "subject"]

_REFERENCE = re.compile(r"widgets\.([^\s.\[\]{}|]+)\.([\w.\[\]'\" -]*)")
_VARIABLE = re.compile(r"\{\{-?\s*(.+?)\s*(?:\|[^}]*)?-?\}\}")
_ANSWER = re.compile(r"(?:digits|speechresult|inbound\.body|body|confidence)\b", re.IGNORECASE)
_FIRST_MESSAGE = re.compile(r"trigger\.(?:message|conversation)\.Body", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")
_FILLED_IN = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_ASKS = re.compile(r"^(?:gather|ask|get|collect|enter|request)(?: for)?(?: (?:the|your|input))* ", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:send|sent|welcome|greet\w*|hello|hi|reply|replies|repl|wait|message|sms|menu|rephrase|answer|prompt|main|"
    r"start|intro|conversation|chat|bot|dialog\w*)\b",
    re.IGNORECASE,
)
"""Words in the name of a widget that tell what it does, and not what it asks for."""
_HEADS = ("flow", "variables", "data", "widgets", "trigger", "parsed", "contact", "channel", "call", "message", "body")
_PAYMENT = ("Card number", "Card expiry date", "Card security code", "Postal code")


def said(widget: Widget) -> str:
    """What a widget says or writes to the customer; empty for a recording."""
    words = text(widget.properties.get("say")) or text(widget.properties.get("body"))
    spoken = " ".join(_MARKUP.sub(" ", _FILLED_IN.sub("…", words)).split())
    return spoken.lstrip(",.;:!… ") if any(character.isalnum() for character in spoken) else ""


def subject(split: Widget) -> str:
    """What a split looks at, as words: ``{{flow.variables.is_open}}`` gives ``is open``."""
    match = _VARIABLE.search(text(split.properties.get("input")))
    words = match.group(1) if match else text(split.properties.get("input")).strip("{} ")
    parts = [part for part in re.split(r"[.\[\]'\"]+", words) if part]
    told = [part for part in parts if part.casefold() not in _HEADS] or parts[-1:]
    return readable(" ".join(told[-2:]))


class Answers:
    """The answers of one flow: where each is looked at, and which are used."""

    def __init__(self, flow: ParsedFlow) -> None:
        self._flow = flow
        self._chosen: set[str] = {widget.name for widget in flow.widgets.values() if self._leads_to_choice(widget)}
        self._used: set[str] = set()
        for widget in flow.widgets.values():
            mentioned = {match.group(1) for words in texts(dict(widget.properties)) for match in _references(words)}
            if _chooses(widget):
                self._chosen |= mentioned
            elif part_of(widget) is not Part.PROMPT:
                self._used |= mentioned - {widget.name}

    def asker(self, split: Widget) -> Widget | None:
        """The widget whose answer a split looks at; None where it looks at something else."""
        for match in _references(text(split.properties.get("input"))):
            asking = self._flow.widgets.get(match.group(1))
            if asking is not None and part_of(asking) in (Part.INPUT, Part.REPLY) and _ANSWER.search(match.group(2)):
                return asking
        return None

    def looks_at_answer(self, split: Widget) -> bool:
        """Whether a split looks at what the customer said, and not at data."""
        return self.asker(split) is not None or bool(_FIRST_MESSAGE.search(text(split.properties.get("input"))))

    def _leads_to_choice(self, widget: Widget) -> bool:
        following = [self._flow.widgets.get(exit_.target) for exit_ in widget.exits]
        return any(split is not None and _chooses(split) and self.looks_at_answer(split) for split in following)

    def is_choice(self, widget: Widget) -> bool:
        """Whether the answer only says where to go on."""
        return len(options(said(widget))) > 1 or (widget.name in self._chosen and widget.name not in self._used)

    def items(self, widget: Widget) -> tuple[Item, ...]:
        """What a widget asks for. Where another widget uses it, it is needed; it is always asked."""
        match part_of(widget):
            case Part.PAYMENT:
                return tuple(Item(name.casefold(), name, sensitive=True, always=True) for name in _paid(widget))
            case Part.VOICEMAIL:
                return (Item("message", "Message"),)
            case Part.INPUT | Part.REPLY if not self.is_choice(widget):
                return tuple(self._asked(widget))
            case _:
                return ()

    def _asked(self, widget: Widget) -> Iterator[Item]:
        told = told_name(widget)
        name = asked_for(said(widget)) or (_ASKS.sub("", told) if _ASKS.match(told) else "")
        name = name or (told if widget.name in self._used and not _SPEAKS.search(told) else "")
        name = name or (shortened(said(widget), 60) if said(widget).endswith(("?", "？")) else "")
        if not name:
            return
        name = name[:1].upper() + name[1:]
        sensitive = is_sensitive(f"{name} {widget.name}")
        yield Item(name.casefold(), name, sensitive, always=True)
        if widget.name in self._used:
            yield Item(name.casefold(), name, sensitive)

    def used_by(self, widget: Widget) -> tuple[Item, ...]:
        """The answers a widget works with."""
        names = dict.fromkeys(
            match.group(1) for words in texts(dict(widget.properties)) for match in _references(words)
        )
        asking = [self._flow.widgets[name] for name in names if name in self._flow.widgets and name != widget.name]
        return tuple(item for one in asking if part_of(one) in (Part.INPUT, Part.REPLY) for item in self.items(one))

    def is_used(self, widget: Widget) -> bool:
        """Whether another widget works with the answer."""
        return widget.name in self._used and not self.is_choice(widget)


def _chooses(widget: Widget) -> bool:
    return part_of(widget) is Part.SPLIT and any(exit_.conditions for exit_ in widget.exits)


def _references(words: str) -> Iterable[re.Match[str]]:
    return _REFERENCE.finditer(words)


def _paid(widget: Widget) -> Iterator[str]:
    properties: Mapping[str, object] = widget.properties
    number, expiry, code, postal = _PAYMENT
    if text(properties.get("payment_method")).casefold().startswith("ach"):
        yield from ("Bank account number", "Bank routing number")
        return
    yield from (number, expiry)
    for key, name in (("security_code", code), ("postal_code", postal)):
        if text(properties.get(key)).casefold() != "false":
            yield name

"""Words for people out of the values and expressions of Architect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from journeymap.exchange.importing.genesys_architect.catalogue import is_default_name
from journeymap.exchange.importing.loose import inner, mapping, text, texts
from journeymap.exchange.importing.phrases import readable, shortened

__all__ = ["action_name", "condition", "key_pressed", "names", "said", "target_name", "told_name"]

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SCOPE = re.compile(r"\b(?:Task|Flow|State|Slot|Bot|Common|Session|Message|Email)\.(?=[A-Za-z_])", re.IGNORECASE)
_SPOKEN_KEYS = ("audio", "inputAudio", "communication", "question", "messageBody", "initialGreeting", "prompt")
_PLACEHOLDER = re.compile(r"<<(.+?)>>")
_EQUALS = re.compile(r'^\(?\s*([\w.]+)\s*==\s*"([^"]*)"\s*\)?$')
_HAS_LETTER = re.compile(r"\w")
_MOST_WORDS = 600


def told_name(kind: str, action: Mapping[str, object]) -> str:
    """The name of an action, where somebody chose it; empty for one that Architect made up."""
    name = text(action.get("name"))
    return "" if is_default_name(kind, name) else _PLACEHOLDER.sub(lambda match: readable(match.group(1)), name)


def action_name(kind: str, action: Mapping[str, object]) -> str:
    """The name of an action, or its kind in words."""
    return told_name(kind, action) or readable(kind[:1].upper() + kind[1:])


def said(action: Mapping[str, object]) -> str:
    """What an action says or writes to the customer; empty for a recording without a name."""
    for key in _SPOKEN_KEYS:
        if key in action:
            words = spoken(action[key])
            if words:
                return words
    return ""


def spoken(value: object) -> str:
    """The words of an audio or message value."""
    pieces = list(_spoken(value))
    words = " ".join(" ".join(piece for piece in pieces if _HAS_LETTER.search(piece)).split())[:_MOST_WORDS]
    only = _PLACEHOLDER.fullmatch(words)
    words = readable(only.group(1)) if only else _PLACEHOLDER.sub("…", words)
    return words if any(character.isalnum() for character in words) else ""


def _spoken(value: object) -> Iterator[str]:
    for key, inside in mapping(value).items():
        if key in ("exp", "tts", "lit") and isinstance(inside, str):
            literals = [match.group(1) for match in _LITERAL.finditer(inside[:4000])]
            yield from (_unescaped(words) for words in literals) if key == "exp" else [inside]
        elif isinstance(inside, dict) and key not in ("inputs", "outputs"):
            yield from _spoken(inside)
        elif isinstance(inside, str) and key not in ("noValue", "language"):
            yield inside if mapping(value).keys().isdisjoint({"exp", "tts", "lit"}) else ""


def _unescaped(words: str) -> str:
    return re.sub(r"\\(.)", lambda match: " " if match.group(1) == "n" else match.group(1), words)


def names(value: object) -> str:
    """What a value names: a literal, the name of a resource, or the variable it is taken from; else empty."""
    inside = mapping(value)
    for found in (
        inner(inside, "lit", "name"),
        inside.get("lit"),
        inside.get("name"),
        inside.get("exp"),
        inside.get("var"),
    ):
        words = text(found)
        if words:
            literal = _LITERAL.search(words)
            words = literal.group(1) if literal else _SCOPE.sub("", words)
            return shortened(_PLACEHOLDER.sub(lambda match: readable(match.group(1)), words))
    return text(value) if isinstance(value, str) else ""


def target_name(action: Mapping[str, object], *keys: str) -> str:
    """The name under the first of some attributes that has one."""
    return next(filter(None, (names(action.get(key)) for key in keys)), "")


def condition(value: object, asked: frozenset[str] = frozenset()) -> str:
    """A condition in words; of an answer only what is answered."""
    words = next(texts(value), "") if not isinstance(value, dict) else text(value.get("exp") or value.get("lit"))
    match = _EQUALS.match(words)
    if match and match.group(1) in asked:
        return match.group(2)
    return shortened(_plain(words), 80)


def _plain(words: str) -> str:
    plain = _SCOPE.sub("", _PLACEHOLDER.sub(r"\1", " ".join(words.split())))
    different = {part.casefold(): part for part in reversed(re.split(r"\s+OR\s+", plain))}  # "A" OR "a" is one
    plain = " or ".join(reversed(different.values()))
    return plain.replace("==", " = ").replace("!=", " ≠ ").replace("  ", " ")


def key_pressed(choice: Mapping[str, object]) -> str:
    """The key of a menu choice: ``digit_1`` gives ``1``; empty where it is chosen by voice only."""
    digit = text(choice.get("dtmf")).removeprefix("digit_")
    return {"star": "*", "pound": "#", "none": "", "hash": "#"}.get(digit, digit)

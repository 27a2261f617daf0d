"""Loosely typed values of foreign files: whatever stands there, text is asked for and text is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["flag", "inner", "mapping", "mappings", "text", "texts"]

_MOST_CHARACTERS = 2_000
"""No name, prompt or condition is longer; the rest is cut off."""


def text(value: object) -> str:
    """One line of printable text; empty for anything that is neither text nor a number."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str | int | float):
        return ""
    whole = value[: 2 * _MOST_CHARACTERS] if isinstance(value, str) else f"{value:.15g}"
    if not whole.isprintable():
        whole = "".join(character if character.isprintable() else " " for character in whole)
    return " ".join(whole.split())[:_MOST_CHARACTERS]


def mapping(value: object) -> Mapping[str, Any]:
    """The value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> Sequence[Mapping[str, Any]]:
    """The mappings in a list; empty if it is none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def inner(value: object, *keys: str) -> object:
    """What stands under one key after the other; None where a key is missing."""
    for key in keys:
        value = mapping(value).get(key)
    return value


def flag(value: object) -> bool:
    """Whether a value says yes, as a truth value or in words."""
    return text(value).casefold() in ("true", "yes", "1", "enabled")


def texts(value: object) -> Iterator[str]:
    """Every text inside a value, however deep, keys left out. Linear; no recursion."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            waiting.extend(reversed(list(part.values())))
        elif isinstance(part, list):
            waiting.extend(reversed(part))

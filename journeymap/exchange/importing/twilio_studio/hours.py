"""Splits that look whether it is open: which of their ways is taken when it is closed."""

from __future__ import annotations

import re

from journeymap.exchange.importing.twilio_studio.answers import subject
from journeymap.exchange.importing.twilio_studio.parsed import Exit, Widget

__all__ = ["asks_whether_open", "closed_ways"]

_ABOUT_HOURS = re.compile(
    r"\b(?:is ?open|open|isopen|opening|closed|is ?closed|isclosed|hours|business ?hours|office ?hours|holiday|"
    r"is ?holiday|isholiday|schedule|after ?hours)\b",
    re.IGNORECASE,
)
_ABOUT_CLOSED = re.compile(r"closed|holiday|after ?hours|out of hours", re.IGNORECASE)
_YES = frozenset({"true", "yes", "1", "y"})
_NO = frozenset({"false", "no", "0", "n"})
_CLOSED_WORDS = re.compile(r"clos|holiday|after.?hours|out.?of|weekend|night", re.IGNORECASE)
_OPEN_WORDS = re.compile(r"^(?:is.?)?open|business|office|within|in.?hours|day", re.IGNORECASE)


def asks_whether_open(split: Widget) -> bool:
    """Whether a split looks at opening hours, and its ways tell which side is which."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", subject(split))
    return bool(_ABOUT_HOURS.search(words)) and any(_side(split, exit_) is not None for exit_ in split.exits)


def closed_ways(split: Widget) -> list[bool]:
    """For each way of a split that looks at opening hours, whether it is taken when it is closed."""
    sides = [_side(split, exit_) for exit_ in split.exits]
    known = {side for side in sides if side is not None}
    otherwise = known == {False}
    return [side if side is not None else otherwise for side in sides]


def _side(split: Widget, exit_: Exit) -> bool | None:
    """Whether a way is taken when closed; None where its own conditions do not tell."""
    told = {_says_closed(split, condition.value) for condition in exit_.conditions}
    return told.pop() if len(told) == 1 else None


def _says_closed(split: Widget, value: str) -> bool | None:
    folded = value.strip().casefold()
    if folded in _YES | _NO:
        return (folded in _YES) == bool(_ABOUT_CLOSED.search(subject(split)))
    if _CLOSED_WORDS.search(folded):
        return True
    return False if _OPEN_WORDS.search(folded) else None

"""Faults in files that are no maps (settings, baselines): always with the file and, where it can be told, the line."""

from __future__ import annotations

from collections.abc import Collection

from journeymap.errors import CannotRun
from journeymap.findings import Message
from journeymap.rules.catalogue import closest

__all__ = ["file_fault", "kind", "misspelt", "quoted", "shortened"]

_LONGEST = 60
_PLACED = "{file}: {fault}"
_PLACED_AT_LINE = "{file}:{line}: {fault}"
_MEANT = "did you mean {meant}? known are: {known}"
_KNOWN = "known are: {known}"
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    (str, "text"),
    ((int, float), "a number"),
    (list, "a list"),
    (dict, "a table"),
    (type(None), "nothing"),
)


def file_fault(file: str, line: int | None, fault: str, help_: str) -> CannotRun:
    """The error for a fault in a file."""
    template = _PLACED if line is None else _PLACED_AT_LINE
    return CannotRun(str(Message(template, {"file": file, "line": line or 0, "fault": fault})), help=help_)


def misspelt(word: str, known: Collection[str]) -> str:
    """The way out for a word that is none of the known ones."""
    meant = closest(word[:_LONGEST], known)
    return (_MEANT if meant is not None else _KNOWN).format(meant=meant, known=", ".join(known))


def kind(value: object) -> str:
    """What kind of value it is, for people."""
    return next((name for kinds, name in _KINDS if isinstance(value, kinds)), "a date or a time")


def shortened(word: str) -> str:
    """A user's word, cut if it is very long."""
    return word if len(word) <= _LONGEST else word[:_LONGEST] + "..."


def quoted(word: str) -> str:
    """A user's word in quotes, cut if it is very long."""
    return f'"{shortened(word)}"'

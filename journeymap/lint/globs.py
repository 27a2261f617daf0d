"""Patterns for paths: ``maps/old/**``, ``*.yaml``; ``*`` stays within one name, ``**`` is any number of folders."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

__all__ = ["matches"]

_ANY_FOLDERS = "**"


def matches(path: str, pattern: str) -> bool:
    """Whether a path with POSIX slashes is meant by the pattern, which may also name a folder above it.

    Upper and lower case differ on every system, so that a run gives the same everywhere. O(names x parts).
    """
    names = path.split("/")
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    return bool(parts) and _reaches(names, parts)


def _reaches(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether the parts can be used up by some of the first names. `at` are the parts that may stand next."""
    at = _opened({0}, parts)
    for name in names:
        at = _opened({after for part in at for after in _taken(name, parts, part)}, parts)
        if len(parts) in at:
            return True
    return False


def _taken(name: str, parts: Sequence[str], at: int) -> tuple[int, ...]:
    if at == len(parts):
        return ()
    if parts[at] == _ANY_FOLDERS:
        return (at, at + 1) if at == len(parts) - 1 else (at,)
    return (at + 1,) if fnmatchcase(name, parts[at]) else ()


def _opened(at: set[int], parts: Sequence[str]) -> set[int]:
    """The places, and those behind a ``**`` that takes no folder; a last ``**`` takes at least one name."""
    opened = set(at)
    for place in sorted(at):
        while place < len(parts) - 1 and parts[place] == _ANY_FOLDERS:
            place += 1
            opened.add(place)
    return opened

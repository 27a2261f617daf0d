"""Paths for people, and what the system says of them in words that tell the way out."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from journeymap.errors import CannotRun

__all__ = ["attempt", "shown", "unusable"]

_T = TypeVar("_T")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def shown(path: Path) -> str:
    """A path as shown to people: POSIX slashes, and no bytes that are no text."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def attempt(path: Path, do: Callable[[], _T]) -> _T:
    """What `do` gives; `CannotRun` in the words of `unusable` where the system refuses."""
    try:
        return do()
    except (OSError, ValueError) as error:
        raise unusable(path, error, "be read") from None


def unusable(path: Path, error: OSError | ValueError, what: str) -> CannotRun:
    """What the system refused with a path, for people; `what` is "be read" or "be written"."""
    name = shown(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return CannotRun(f'"{name}" does not exist', help="check the spelling of the path, and where you are")
    if isinstance(error, PermissionError):
        return CannotRun(f'"{name}" cannot {what}: no permission', help="change the permissions, or ask who owns it")
    way_out = "make room on that disk, or name another" if error.errno in _FULL else "check the path"
    return CannotRun(f'"{name}" cannot {what}: {error.strerror or error}', help=way_out)

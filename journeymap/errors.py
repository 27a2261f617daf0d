"""What can go wrong outside a map.

    JourneymapError
    └── CannotRun        no such path, no map there, a bad option: exit code 2

A fault *inside* a map is never an exception: it is a finding (`journeymap.findings`).
"""

from __future__ import annotations

__all__ = ["CannotRun", "JourneymapError"]


class JourneymapError(Exception):
    """Base of every error journeymap raises on purpose."""


class CannotRun(JourneymapError):
    """The work could not be begun; says what was wrong and, in `help`, the way out."""

    def __init__(self, message: str, *, help: str = "") -> None:  # noqa: A002 - the word users see
        super().__init__(message)
        self.message = message
        self.help = help

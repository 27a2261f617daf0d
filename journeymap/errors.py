"""What can go wrong outside a map.

    JourneymapError
    ├── CannotRun        no such path, no map there, a bad option: exit code 2
    └── InvalidMap       Python code asked for a model, and the map is not valid

On the command line a fault *inside* a map is never an exception: it is a finding (`journeymap.findings`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

__all__ = ["CannotRun", "Fault", "InvalidMap", "JourneymapError", "described"]

MAX_TOLD = 200
"""So much of what a crash says of itself is passed on."""


class JourneymapError(Exception):
    """Base of every error journeymap raises on purpose."""


class CannotRun(JourneymapError):
    """The work could not be begun; says what was wrong and, in `help`, the way out."""

    def __init__(self, message: str, *, help: str = "") -> None:  # noqa: A002 - the word users see
        super().__init__(message)
        self.message = message
        self.help = help


class Fault(Protocol):
    """What an error of a map says of itself; `journeymap.findings.Diagnostic` does."""

    @property
    def code(self) -> str:
        """The code of the rule."""
        ...

    @property
    def message(self) -> str:
        """What is wrong."""
        ...


class InvalidMap(JourneymapError):
    """A map that cannot be read in full; `findings` are the diagnostics that `check` gives for it."""

    def __init__(self, root: str, findings: Sequence[Fault]) -> None:
        super().__init__(root, findings)
        self.root = root
        self.findings = tuple(findings)

    def __str__(self) -> str:
        faults = "; ".join(f"{fault.code} {fault.message}" for fault in self.findings)
        return f"{self.root} is not a valid map: {faults}"


def described(error: BaseException) -> str:
    """One line about a crash, for whoever has to mend it: ``loops.py:88: ValueError: no such loop``."""
    import traceback
    from pathlib import PurePath  # rarely needed, and not free

    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{PurePath(last.filename).name}:{last.lineno}: {type(error).__name__}: {str(error)[:MAX_TOLD]}"

"""Programs that are run in a child process: bytes in, bytes out, a time limit, and clear errors for dead children.

A child may crash or hang; neither must take this process along, nor leave the child behind. What it prints on its
error stream is never shown: it speaks of the engine, not of the map.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.errors import CannotRun
from journeymap.findings import Message

__all__ = ["TIME_LIMIT", "Child", "python_child"]

TIME_LIMIT = 60.0
"""Seconds that a child may take."""

_TOO_LONG = "{name} took longer than {limit} seconds"
_CRASHED = "{name} crashed ({signal})"
_FAILED = "{name} failed (exit code {code})"
_NOT_STARTED = "{name} could not be started: {reason}"
_WINDOWS_CRASH = 0xC0000000
"""Exit codes from here on are Windows' way to say that a program crashed."""


@dataclass(frozen=True, slots=True)
class Child:
    """A program to be run: what people call it, its command line, and the way out when it fails."""

    name: str
    command: Sequence[str]
    way_out: str

    def answer(self, given: bytes, time_limit: float = TIME_LIMIT) -> bytes:
        """What the program writes for the bytes it is given. No shell; killed at the limit and on Ctrl-C.

        Raises CannotRun if it cannot be started, crashes, says that it failed, or takes longer than `time_limit`
        seconds.
        """
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and no word of the user on the command line
                self.command, input=given, capture_output=True, timeout=time_limit, check=False
            )
        except subprocess.TimeoutExpired:
            raise self.fault(_TOO_LONG, limit=f"{time_limit:g}") from None
        except OSError as error:
            raise self.fault(_NOT_STARTED, reason=error.strerror or type(error).__name__) from None
        if _crashed(done.returncode):
            raise self.fault(_CRASHED, signal=_signal_name(done.returncode))
        if done.returncode:
            raise self.fault(_FAILED, code=done.returncode)
        return done.stdout

    def fault(self, template: str, **values: str | int) -> CannotRun:
        """The error that says what happened to the child, and the way out."""
        return CannotRun(str(Message(template, {"name": self.name, **values})), help=self.way_out)


def python_child(name: str, script: str, way_out: str) -> Child:
    """A Python program in this environment: it sees the installed packages, not the working directory or its files."""
    return Child(name, (sys.executable, "-P", "-X", "utf8", "-c", script), way_out)


def _crashed(code: int) -> bool:
    return code < 0 or code >= _WINDOWS_CRASH


def _signal_name(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return hex(code) if code > 0 else str(code)

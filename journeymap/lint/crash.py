"""A rule that crashes is a diagnostic like any other, and the run goes on."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from journeymap.findings import Finding, Message
from journeymap.lint.select import CRASHED

__all__ = ["NAME", "crashed_rule"]

NAME = "crashed-rule"

_MESSAGE = "the rule {code} {name} crashed at {place}: {error}"
_HELP = Message(
    "this is a fault in journeymap, not in the map: please report it with this message; the other rules went on"
)


def crashed_rule(code: str, name: str, error: Exception) -> Finding:
    """The finding that stands for the crash of a rule; it names the rule and the line where it happened."""
    values = {"code": code, "name": name, "place": _place(error), "error": _described(error)}
    return Finding(CRASHED, "", {"rule": code}, Message(_MESSAGE, values), _HELP)


def _place(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{PurePath(last.filename).name}:{last.lineno}"


def _described(error: Exception) -> str:
    text = str(error)
    return f"{type(error).__name__}: {text[:200]}" if text else type(error).__name__

"""A rule that crashes is a diagnostic like any other, and the run goes on."""

from __future__ import annotations

from journeymap.errors import described
from journeymap.findings import Finding, Message
from journeymap.lint.select import CRASHED

__all__ = ["NAME", "crashed_rule"]

NAME = "crashed-rule"

_MESSAGE = "the rule {code} {name} crashed at {crash}"
_HELP = Message(
    "this is a fault in journeymap, not in the map: please report it with this message; the other rules went on"
)


def crashed_rule(code: str, name: str, error: Exception) -> Finding:
    """The finding that stands for the crash of a rule; it names the rule and the line where it happened."""
    values = {"code": code, "name": name, "crash": described(error)}
    return Finding(CRASHED, "", {"rule": code}, Message(_MESSAGE, values), _HELP)

"""Two departments pass the customer to and fro."""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM201",
    Pattern.PING_PONG,
    "{departments} can pass the customer to and fro without getting anywhere: {loop}",
    "let one side settle the matter, take one of the transfers out, or bound it (limit: 1)",
    "if the back office works on the case, say so there (advances: true); else let one side settle the matter, "
    "or bound the way back (limit: 1)",
)

RULE = Rule("JM201", "ping-pong", Severity.ERROR, check, __name__)

"""Colleagues of one department pass the customer round."""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM204",
    Pattern.INNER_LOOP,
    "inside {departments} the customer can be passed round and be back where they were: {loop}",
    "let one of them settle the matter, take one of the transfers out, or bound it (limit: 1)",
    "if the back office works on the case, say so there (advances: true); else let one of them settle the matter, "
    "or bound the way back (limit: 1)",
)

RULE = Rule("JM204", "inner-loop", Severity.WARNING, check, __name__)

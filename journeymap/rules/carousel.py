"""The customer is passed round several departments and comes back to the first."""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM202",
    Pattern.CAROUSEL,
    "the customer can be passed round {departments} and be back where they were: {loop}",
    "give the matter one owner, take one of the transfers out, or bound it (limit: 1)",
    "if the back office works on the case, say so there (advances: true); else give the matter one owner, "
    "or bound the way back (limit: 1)",
)

RULE = Rule("JM202", "carousel", Severity.ERROR, check, __name__)

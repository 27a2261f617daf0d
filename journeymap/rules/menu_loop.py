"""Menus lead round in a circle."""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM203",
    Pattern.MENU_LOOP,
    "the menus of {departments} lead round in a circle: {loop}",
    "bound how often one contact may go back (limit: 2), and lead to a person after that",
)

RULE = Rule("JM203", "menu-loop", Severity.INFO, check, __name__)

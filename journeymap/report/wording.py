"""Findings of one map in words, for the formats that people read in the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from journeymap.findings import CaseLabel, Diagnostic, Step
from journeymap.report.case_words import CaseWords
from journeymap.report.fold import Told
from journeymap.report.naming import Names
from journeymap.report.story import sentence
from journeymap.report.view import MapView

__all__ = ["Wording", "rule_title"]

ABOUT_THE_FILE = "JM0"
"""Rules about the map itself, of which it would be idle to say "in every case"."""

_RULE = "{code} {name}"
_IN_CASES = "{message} ({cases})"
_TOGETHER = 'the customer is asked again for {items} at "{touchpoint}"'
_QUOTED = '"{}"'


def rule_title(diagnostic: Diagnostic) -> str:
    """``JM301 repeated-information``."""
    return _RULE.format(code=diagnostic.code, name=diagnostic.name)


class Wording:
    """Tells the findings of one map with its names. The texts hold user text as it is: each format makes it safe."""

    def __init__(self, view: MapView) -> None:
        self.names = Names(view.map)
        self._case_words = CaseWords(view.cases, self.names)

    def cases(self, code: str, cases: Literal["all"] | tuple[CaseLabel, ...]) -> str:
        """In which cases; empty where that says nothing."""
        return "" if code.startswith(ABOUT_THE_FILE) else self._case_words(cases)

    def in_cases(self, diagnostic: Diagnostic, cases: Literal["all"] | tuple[CaseLabel, ...]) -> str:
        """The message, and in which cases."""
        words = self.cases(diagnostic.code, cases)
        return _IN_CASES.format(message=diagnostic.message, cases=words) if words else diagnostic.message

    def message(self, told: Told) -> str:
        """The message of findings that are told as one."""
        if len(told.items) <= 1:
            return told.first.message
        touchpoint = self.names.touchpoint(str(told.first.subject["touchpoint"]))
        items = ", ".join(_QUOTED.format(self.names.information(item)) for item in told.items)
        return _TOGETHER.format(touchpoint=touchpoint, items=items)

    def sentence(self, step: Step, items: Sequence[str] = ()) -> str:
        """One event of a witness."""
        return sentence(step, self.names, items)

"""Customers who matter most cannot reach a person."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import case_words, each_case
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_WITHOUT = '"{segment}" has high priority, but with {case} no entry leads to a person within {most} transfers'
_HELP = "give these customers an entry that leads to a person, or a key in the menu that does"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per segment of high priority and case."""
    valued = {key for key, segment in answers.map.segments.items() if segment.priority == "high"}
    if not valued:
        return
    for label, cases in each_case(answers, answers.cases.all & ~answers.person_cases):
        segment = dict(label).get("segment")
        if segment is not None and segment in valued:
            values: dict[str, str | int] = {
                "segment": answers.map.name_of("segments", segment),
                "case": case_words(answers, label),
                "most": answers.map.settings.max_menus,
            }
            yield Finding(
                code="JM401",
                path=f"segments.{segment}",
                subject={"segment": segment, "case": dict(label)},
                message=Message(_WITHOUT, values),
                help=Message(_HELP),
                cases=cases,
            )


RULE = Rule("JM401", "valued-segment-without-person", Severity.WARNING, check, __name__)

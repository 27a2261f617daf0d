"""Every way to a resolution costs the customer a fee."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import case_path, case_words, each_case
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case."""
    for label, cases in each_case(answers, answers.only_paid):
        yield Finding(
            code="JM403",
            path=case_path(label),
            subject={"case": dict(label)},
            message=Message("{case} can be settled only for a fee", {"case": case_words(answers, label)}),
            help=Message("offer at least one way without a fee"),
            cases=cases,
        )


RULE = Rule("JM403", "only-paid-way", Severity.WARNING, check, __name__)

"""More than all contacts are given away at a touchpoint."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, percent, touchpoint_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint whose shares exceed 100 % in some case."""
    network = answers.network
    for over in answers.shares_over_100:
        values = {"touchpoint": name(network, over.touchpoint), "total": percent(over.total)}
        yield Finding(
            code="JM005",
            path=touchpoint_path(network, over.touchpoint),
            subject={"touchpoint": network.ids[over.touchpoint]},
            message=Message('the shares at "{touchpoint}" sum to {total}, expected at most 100%', values),
            help=Message("lower the shares of its transfers, of what it resolves or of who gives up there"),
            cases=answers.cases.labels(over.cases),
        )


RULE = Rule("JM005", "shares-over-100", Severity.ERROR, check, __name__)

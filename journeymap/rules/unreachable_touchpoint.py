"""No customer ever comes to a touchpoint."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint that is reachable in no case; none in a map without any entry."""
    network = answers.network
    if not any(touchpoint.entry is not None for touchpoint in network.touchpoints):
        return
    for number, cases in enumerate(answers.reach.cases):
        if not cases:
            yield Finding(
                code="JM104",
                path=touchpoint_path(network, number),
                subject={"touchpoint": network.ids[number]},
                message=Message('no customer ever comes to "{touchpoint}"', {"touchpoint": name(network, number)}),
                help=Message("add a transfer that leads here, mark it as an entry (entry: true), or delete it"),
            )


RULE = Rule("JM104", "unreachable-touchpoint", Severity.WARNING, check, __name__)

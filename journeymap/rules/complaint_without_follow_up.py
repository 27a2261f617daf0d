"""A complaint is settled, and nobody asks whether it really was."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]


_SETTLED = '"{touchpoint}" settles the complaint "{reason}" and nobody asks the customer afterwards'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and complaint reason."""
    network = answers.network
    for missing in answers.without_follow_up:
        values = {
            "touchpoint": name(network, missing.touchpoint),
            "reason": answers.map.name_of("reasons", missing.reason),
        }
        yield Finding(
            code="JM110",
            path=touchpoint_path(network, missing.touchpoint),
            subject={"touchpoint": network.ids[missing.touchpoint], "reason": missing.reason},
            message=Message(_SETTLED, values),
            help=Message("lead on to a touchpoint that asks whether it was really solved (follow_up: true)"),
            cases=answers.cases.labels(missing.cases),
        )


RULE = Rule("JM110", "complaint-without-follow-up", Severity.WARNING, check, __name__)

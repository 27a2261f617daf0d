"""Customers come to a place that resolves other matters than theirs and from which no way leads on."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import last_exit_related, name, touchpoint_path, walked

__all__ = ["RULE", "check"]

_STRANDED = '"{touchpoint}" resolves other matters than what these customers come for, and has no way out for them'
_NEVER_A_CHANCE = (
    '"{touchpoint}" resolves other matters than what these customers come for, has no way out for them, '
    "and on the way here no resolution was ever in reach"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint at which some cases are stranded."""
    network = answers.network
    for end in answers.dead_ends:
        if not end.resolves_other_cases:
            continue
        key = network.ids[end.touchpoint]
        yield Finding(
            code="JM112",
            path=touchpoint_path(network, end.touchpoint),
            subject={"touchpoint": key},
            message=Message(
                _NEVER_A_CHANCE if end.last_exit is None else _STRANDED, {"touchpoint": name(network, end.touchpoint)}
            ),
            help=Message(
                "add for to the transfers that lead here, so that only those come who are served; or add a way back"
            ),
            cases=answers.cases.labels(end.cases),
            witness=(*walked(network, end.walk, end.last_exit), Step("ends", {"touchpoint": key})),
            related=last_exit_related(network, end.walk, end.last_exit),
        )


RULE = Rule("JM112", "stranded-caller", Severity.WARNING, check, __name__)

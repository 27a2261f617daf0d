"""The customer comes to a place where nothing is resolved and no way leads on."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import last_exit_related, name, touchpoint_path, walked

__all__ = ["RULE", "check"]

_LOST = 'contact is lost at "{touchpoint}": no way out, and nothing is resolved here'
_NEVER_A_CHANCE = (
    'contact is lost at "{touchpoint}": no way out, nothing is resolved here, '
    "and on the way here no resolution was ever in reach"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per dead end."""
    network = answers.network
    for end in answers.dead_ends:
        if end.resolves_other_cases:
            continue
        values = {"touchpoint": name(network, end.touchpoint)}
        key = network.ids[end.touchpoint]
        yield Finding(
            code="JM101",
            path=touchpoint_path(network, end.touchpoint),
            subject={"touchpoint": key},
            message=Message(_NEVER_A_CHANCE if end.last_exit is None else _LOST, values),
            help=Message("add a transfer that leads on, or say what is resolved here (resolves)"),
            cases=answers.cases.labels(end.cases),
            witness=(*walked(network, end.walk, end.last_exit), Step("ends", {"touchpoint": key})),
            related=last_exit_related(network, end.walk, end.last_exit),
        )


RULE = Rule("JM101", "dead-end", Severity.ERROR, check, __name__)

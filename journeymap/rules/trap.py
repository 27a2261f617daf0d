"""Customers go round in circles: no way out, no resolution."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import last_exit_related, names, touchpoint_path, walked

__all__ = ["RULE", "check"]

_CAUGHT = "customers go round between {touchpoints} without a way out or a resolution"
_NEVER_A_CHANCE = (
    "customers go round between {touchpoints} without a way out or a resolution, "
    "and on the way here no resolution was ever in reach"
)
_AT_ONE = 'customers are kept at "{touchpoints}" without a way out or a resolution'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per trap."""
    network = answers.network
    for trap in answers.traps:
        first, *others = trap.touchpoints
        template = _AT_ONE if not others else _NEVER_A_CHANCE if trap.last_exit is None else _CAUGHT
        yield Finding(
            code="JM102",
            path=touchpoint_path(network, first),
            subject={"touchpoints": [network.ids[number] for number in trap.touchpoints]},
            message=Message(template, {"touchpoints": names(network, trap.touchpoints)}),
            help=Message("add a transfer that leads out of the circle, or say what is resolved in it (resolves)"),
            cases=answers.cases.labels(trap.cases),
            witness=(
                *walked(network, trap.walk, trap.last_exit),
                Step("circles", {"touchpoint": network.ids[trap.walk.touchpoints[-1]]}),
            ),
            related=last_exit_related(network, trap.walk, trap.last_exit),
            elements=tuple(touchpoint_path(network, number) for number in others),
        )


RULE = Rule("JM102", "trap", Severity.ERROR, check, __name__)

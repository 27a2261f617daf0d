"""Two departments own one touchpoint."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per reachable touchpoint with several owners."""
    network = answers.network
    for number in range(len(network.ids)):
        owners = sorted(network.owners(number))
        if len(owners) > 1 and answers.reach.cases[number]:
            departments: list[Json] = list(owners)
            values = {
                "touchpoint": name(network, number),
                "departments": ", ".join(answers.map.name_of("departments", owner) for owner in owners),
            }
            yield Finding(
                code="JM109",
                path=f"{touchpoint_path(network, number)}.department",
                subject={"touchpoint": network.ids[number], "departments": departments},
                message=Message('"{touchpoint}" is claimed by {departments}: nobody answers for it alone', values),
                help=Message("name the one department that answers for it, and hand over to the others by transfers"),
                cases=answers.cases.labels(answers.reach.cases[number]),
                key={"touchpoint": network.ids[number]},
            )


RULE = Rule("JM109", "contested-ownership", Severity.WARNING, check, __name__)

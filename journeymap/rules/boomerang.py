"""The customer comes back to a department that already had them."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import names, transfer_path, walked

__all__ = ["RULE", "check"]

_BACK = "the customer comes back to {department}, which already had them: {walk}"
_HELP = "let the department finish what it can before it hands over, or let the other side settle the matter"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per department and pair of touchpoints."""
    network = answers.network
    for back in answers.boomerangs:
        first, *_, last = back.walk.touchpoints
        walk: list[Json] = [network.ids[number] for number in back.walk.touchpoints]
        values = {
            "department": answers.map.name_of("departments", back.group),
            "walk": names(network, back.walk.touchpoints, " -> "),
        }
        yield Finding(
            code="JM206",
            path=transfer_path(network, back.walk.edges[0]),
            subject={
                "department": back.group,
                "from": network.ids[first],
                "to": network.ids[last],
                "walk": walk,
            },
            message=Message(_BACK, values),
            help=Message(_HELP),
            cases=answers.cases.labels(back.cases),
            witness=tuple(walked(network, back.walk)),
            elements=tuple(transfer_path(network, edge) for edge in back.walk.edges),
            key={"from": network.ids[first], "to": network.ids[last], "department": back.group},
        )


RULE = Rule("JM206", "boomerang", Severity.WARNING, check, __name__)

"""Too many systems have to be opened at one touchpoint."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_MANY = '"{touchpoint}" opens {count} systems for one contact, expected at most {most}: {systems}'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint."""
    network = answers.network
    for screens in answers.too_many_screens:
        systems: list[Json] = list(screens.systems)
        values: dict[str, str | int] = {
            "touchpoint": name(network, screens.touchpoint),
            "count": len(screens.systems),
            "most": answers.map.settings.max_screens,
            "systems": ", ".join(answers.map.name_of("systems", system) for system in screens.systems),
        }
        yield Finding(
            code="JM501",
            path=touchpoint_path(network, screens.touchpoint),
            subject={"touchpoint": network.ids[screens.touchpoint], "systems": systems},
            message=Message(_MANY, values),
            help=Message("bring what is needed for one contact onto one screen"),
            cases=answers.cases.labels(screens.cases),
            key={"touchpoint": network.ids[screens.touchpoint]},
        )


RULE = Rule("JM501", "too-many-screens", Severity.INFO, check, __name__)

"""An item is kept in several systems, and somebody looks into only one."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Related, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_TWO = '"{information}" is recorded in {systems}, but "{touchpoint}" looks into only one of them'
_HELP = "record it in one system, or let one of them copy from the other and read that one everywhere"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per item and set of systems."""
    network = answers.network
    for kept in answers.two_sources:
        systems: list[Json] = list(kept.systems)
        values = {
            "information": answers.map.name_of("information", kept.item),
            "systems": ", ".join(answers.map.name_of("systems", system) for system in kept.systems),
            "touchpoint": name(network, kept.touchpoints[0]),
        }
        paths = [question_path(network, number, kept.item, "needs") for number in kept.touchpoints]
        yield Finding(
            code="JM304",
            path=f"information.{kept.item}",
            subject={"information": kept.item, "systems": systems},
            message=Message(_TWO, values),
            help=Message(_HELP),
            cases=answers.cases.labels(kept.cases),
            related=tuple(Related(path, Message("needed here, read from one system only")) for path in paths),
            elements=tuple(paths),
        )


RULE = Rule("JM304", "two-sources-of-truth", Severity.INFO, check, __name__)

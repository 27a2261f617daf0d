"""Two departments do the same work for one customer."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Related, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_TWICE = '"{task}" is done at "{one}" and again at "{other}"'
_HELP = "let one of the two do it, and hand over the result (records, reads, or a transfer that carries it)"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per task and pair of touchpoints."""
    network = answers.network
    for twice in answers.duplicated_work:
        one, other = twice.touchpoints
        touchpoints: list[Json] = [network.ids[one], network.ids[other]]
        values = {"task": twice.task, "one": name(network, one), "other": name(network, other)}
        yield Finding(
            code="JM502",
            path=touchpoint_path(network, one),
            subject={"task": twice.task, "touchpoints": touchpoints},
            message=Message(_TWICE, values),
            help=Message(_HELP),
            cases=answers.cases.labels(twice.cases),
            related=(Related(touchpoint_path(network, other), Message("done again here")),),
            elements=(touchpoint_path(network, other),),
        )


RULE = Rule("JM502", "duplicated-work", Severity.WARNING, check, __name__)

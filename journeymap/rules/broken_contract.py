"""A promise of the map does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.promises import Breach, Broken
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, walked

__all__ = ["RULE", "check"]

_TEMPLATES = {
    "selects_nothing": 'the promise "{contract}" selects nothing, so that it would hold for ever',
    "out_of_reach": 'the promise "{contract}" is broken: from "{touchpoint}" what was promised cannot be reached',
    "too_late": 'the promise "{contract}" is broken: from "{touchpoint}" what was promised is not reached in time',
    "lost_on_the_way": 'the promise "{contract}" is broken: at "{touchpoint}" what was promised is lost for good',
    "repeat": 'the promise "{contract}" is broken: "{touchpoint}" asks again for "{information}"',
    "transfer": 'the promise "{contract}" is broken: "{touchpoint}" hands over to "{to}"',
    "loop": 'the promise "{contract}" is broken: customers can be passed round and come back to "{touchpoint}"',
}
_HELP = {
    "selects_nothing": "correct the ids or attributes that it names, or delete it",
    "out_of_reach": "add the missing transfer, or change the promise",
    "too_late": "shorten the way or the waiting, or change the promise",
    "lost_on_the_way": "add a transfer that leads on to what was promised, or change the promise",
    "repeat": "let the transfers on the way carry it, or record it in a system that is read there",
    "transfer": "take the transfer out, or change the promise",
    "loop": "take one of the transfers of the loop out, or bound it (limit)",
}


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per contract that does not hold."""
    for broken in answers.broken_promises:
        breach = broken.breach
        yield Finding(
            code="JM901",
            path=f"contracts.{broken.contract}",
            subject={"contract": broken.contract},
            message=Message(_TEMPLATES[breach.kind], _values(answers, broken)),
            help=Message(_HELP[breach.kind]),
            cases=answers.cases.labels(broken.cases),
            witness=tuple(_story(answers, breach)),
        )


def _values(answers: Answers, broken: Broken) -> dict[str, str | int]:
    network, breach = answers.network, broken.breach
    values: dict[str, str | int] = {"contract": broken.contract}
    if breach.touchpoint is not None:
        values["touchpoint"] = name(network, breach.touchpoint)
    if breach.edge is not None:
        values["to"] = name(network, breach.edge.target)
    if breach.repeat is not None:
        values["information"] = answers.map.name_of("information", breach.repeat.item)
    return values


def _story(answers: Answers, breach: Breach) -> Iterator[Step]:
    """The walk that breaks the promise: from an entry to the place where it is broken."""
    network = answers.network
    if breach.repeat is not None:
        item = breach.repeat.item
        first, *_, last = breach.repeat.walk.touchpoints
        yield Step("gives", {"touchpoint": network.ids[first], "information": item})
        yield from (handed_over(network, edge) for edge in breach.repeat.walk.edges)
        yield Step("asked_again", {"touchpoint": network.ids[last], "information": item})
    elif breach.touchpoint is not None:
        yield from walked(network, answers.reach.walk_to(breach.touchpoint, breach.cases))
        if breach.edge is not None:
            yield handed_over(network, breach.edge)


RULE = Rule("JM901", "broken-contract", Severity.ERROR, check, __name__)

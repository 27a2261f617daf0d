"""An item is asked on every visit, also when it is already known there."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.repeats import AskedAlthoughKnown
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.graph import Network
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, question_path

__all__ = ["RULE", "check"]

_KNOWN = '"{touchpoint}" asks for "{information}" although it is already known there'
_HELP = 'ask only when it is missing: move "{information}" from always_asks to needs'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and item."""
    network = answers.network
    for known in answers.repeats.although_known:
        values = {
            "touchpoint": name(network, known.touchpoint),
            "information": answers.map.name_of("information", known.item),
        }
        yield Finding(
            code="JM302",
            path=question_path(network, known.touchpoint, known.item),
            subject={"touchpoint": network.ids[known.touchpoint], "information": known.item},
            message=Message(_KNOWN, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(known.cases),
            witness=tuple(_story(network, known)),
        )


def _story(network: Network, known: AskedAlthoughKnown) -> Iterator[Step]:
    """From the entry on: where the item is given or looked up, and where it is asked all the same."""
    last = len(known.visits) - 1
    for place, (number, visit) in enumerate(zip(known.walk.touchpoints, known.visits, strict=True)):
        here = {"touchpoint": network.ids[number], "information": known.item}
        if place == 0:
            yield Step("enters", {"touchpoint": network.ids[number]})
        else:
            yield handed_over(network, known.walk.edges[place - 1])
        if visit.read_from is not None:
            yield Step("read", {**here, "system": visit.read_from})
        if place == last:
            yield Step("known", here)
        elif visit.asked:
            yield Step("gives", here)


RULE = Rule("JM302", "asked-although-known", Severity.WARNING, check, __name__)

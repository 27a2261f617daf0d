"""A transfer promises to carry what the sender never knows."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path, transfer_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per sender, target and item."""
    network = answers.network
    told: set[tuple[int, int, str]] = set()
    for empty in answers.impossible_carries:
        edge = empty.edge
        fact = edge.source, edge.target, empty.item
        if fact in told:
            continue
        told.add(fact)
        values = {
            "from": name(network, edge.source),
            "to": name(network, edge.target),
            "information": answers.map.name_of("information", empty.item),
        }
        yield Finding(
            code="JM009",
            path=f"{transfer_path(network, edge)}.carries.{empty.item}",
            subject={"from": network.ids[edge.source], "to": network.ids[edge.target], "information": empty.item},
            message=Message('the transfer to "{to}" carries "{information}", which "{from}" never knows', values),
            help=Message('let "{from}" ask for it or look it up, or take it out of carries', values),
            elements=(touchpoint_path(network, edge.source),),
        )


RULE = Rule("JM009", "impossible-carry", Severity.WARNING, check, __name__)

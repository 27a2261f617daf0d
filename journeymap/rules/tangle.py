"""Touchpoints so interwoven that customers can go round in more ways than anyone can list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from journeymap.analysis import Answers
from journeymap.analysis.loops import Tangle
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.graph import Network
from journeymap.rules.looping import loop_edges, loop_ids, loop_story, with_ticket
from journeymap.rules.rule import Rule
from journeymap.rules.telling import names, touchpoint_path, transfer_path

__all__ = ["RULE", "check"]

_LONG = (
    "customers can go round between {touchpoints} touchpoints ({names}) in loops of more than {length} transfers, "
    "the shortest of {transfers}: {loop}"
)
_LARGE = (
    "{touchpoints} touchpoints ({names}) are tangled by {edges} transfers, too many to list their loops one by one; "
    "the shortest has {transfers}: {loop}"
)
_HELP = "give the matter an owner who settles it, take transfers back out, or bound them (limit)"
_HELP_TICKET = (
    "if the back office works on the case, say so there (advances: true); else give the matter an owner "
    "who settles it, or bound the ways back (limit)"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per tangle."""
    network = answers.network
    for tangle in answers.loops.tangles:
        edges = loop_edges(network, tangle.loop, tangle.cases)
        values: dict[str, str | int] = {
            "touchpoints": len(tangle.touchpoints),
            "names": names(network, tangle.touchpoints),
            "length": answers.map.settings.loop_length,
            "edges": tangle.transfers,
            "transfers": len(tangle.loop),
            "loop": names(network, (*tangle.loop, tangle.loop[0]), " -> "),
        }
        yield Finding(
            code="JM205",
            path=transfer_path(network, edges[0][0]),
            subject={
                "touchpoints": [network.ids[number] for number in tangle.touchpoints],
                "loop": loop_ids(network, tangle.loop),
            },
            message=Message(_LARGE if tangle.large else _LONG, values),
            help=Message(_HELP_TICKET if with_ticket(edges) else _HELP),
            cases=answers.cases.labels(tangle.cases),
            witness=tuple(_story(network, tangle)),
            elements=tuple(touchpoint_path(network, number) for number in tangle.touchpoints),
        )


def _story(network: Network, tangle: Tangle) -> Iterator[Step]:
    loops = tangle.shown or (tangle.loop,)
    return chain.from_iterable(
        loop_story(network, [parallel[0] for parallel in loop_edges(network, loop, tangle.cases)]) for loop in loops
    )


RULE = Rule("JM205", "tangle", Severity.WARNING, check, __name__)

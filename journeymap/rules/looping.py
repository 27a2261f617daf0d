"""What the rules about loops have in common: one pattern of loop becomes one kind of finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from journeymap.analysis import Answers
from journeymap.analysis.loops import Loop, Pattern
from journeymap.findings import Finding, Json, Message, Related, Step
from journeymap.graph import Edge, Network
from journeymap.rules.telling import handed_over, name, names, transfer_path

__all__ = ["loop_edges", "loop_ids", "loop_story", "pattern_check", "with_ticket"]


def pattern_check(
    code: str, pattern: Pattern, template: str, help_text: str, ticket_help: str | None = None
) -> Callable[[Answers], Iterator[Finding]]:
    """The check that reports every loop of one pattern; `ticket_help` is said where a ticket is part of the loop."""

    def check(answers: Answers) -> Iterator[Finding]:
        for loop in answers.loops.loops:
            if loop.pattern is pattern:
                yield _finding(answers, code, loop, template, help_text, ticket_help)

    return check


def _finding(
    answers: Answers, code: str, loop: Loop, template: str, help_text: str, ticket_help: str | None
) -> Finding:
    network = answers.network
    edges = loop_edges(network, loop.touchpoints, loop.cases)
    values: dict[str, str | int] = {
        "loop": names(network, (*loop.touchpoints, loop.touchpoints[0]), " -> "),
        "departments": ", ".join(_department_names(answers, loop)),
        "transfers": len(loop.touchpoints),
    }
    chosen = ticket_help if ticket_help is not None and with_ticket(edges) else help_text
    return Finding(
        code=code,
        path=transfer_path(network, edges[0][0]),
        subject={"loop": loop_ids(network, loop.touchpoints)},
        message=Message(template, values),
        help=Message(chosen, values),
        cases=answers.cases.labels(loop.cases),
        witness=tuple(loop_story(network, [parallel[0] for parallel in edges])),
        related=tuple(_related(network, parallel[0]) for parallel in edges[1:]),
        elements=tuple(transfer_path(network, edge) for parallel in edges for edge in parallel),
    )


def loop_ids(network: Network, loop: tuple[int, ...]) -> list[Json]:
    """The ids of a loop, from the smallest, the first not repeated."""
    return [network.ids[number] for number in loop]


def loop_edges(network: Network, loop: tuple[int, ...], cases: int) -> list[list[Edge]]:
    """For each step of a loop the parallel edges that make it pointless in some of the cases."""
    return [
        [
            edge
            for edge in network.out[source]
            if edge.target == target and edge.cases & cases and edge.kind != "next" and edge.transfer.limit is None
        ]
        for source, target in pairwise((*loop, loop[0]))
    ]


def loop_story(network: Network, edges: list[Edge]) -> Iterator[Step]:
    """One lap as steps."""
    for edge in edges:
        yield handed_over(network, edge)
    yield Step("circles", {"touchpoint": network.ids[edges[0].source]})


def with_ticket(edges: list[list[Edge]]) -> bool:
    """Whether a back-office hand-over is part of the loop."""
    return any(edge.kind == "ticket" for parallel in edges for edge in parallel)


def _related(network: Network, edge: Edge) -> Related:
    values = {"from": name(network, edge.source), "to": name(network, edge.target)}
    return Related(transfer_path(network, edge), Message('"{from}" hands over to "{to}" here', values))


def _department_names(answers: Answers, loop: Loop) -> list[str]:
    owners = {owner for number in loop.touchpoints for owner in answers.network.owners(number)}
    return [answers.map.name_of("departments", owner) for owner in sorted(owners)]

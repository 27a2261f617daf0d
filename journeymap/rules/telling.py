"""How rules tell what analyses found: map paths, names for people, and walks as steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from journeymap.analysis.search import Walk
from journeymap.findings import Message, Related, Step
from journeymap.graph import Edge, Network

__all__ = [
    "handed_over",
    "last_exit_related",
    "name",
    "names",
    "percent",
    "question_path",
    "touchpoint_path",
    "transfer_path",
    "walked",
]

MOST_NAMES = 6


def touchpoint_path(network: Network, number: int) -> str:
    """The map path of a touchpoint."""
    return f"touchpoints.{network.ids[number]}"


def transfer_path(network: Network, edge: Edge) -> str:
    """The map path of a transfer, or of its ``if_closed``."""
    path = f"touchpoints.{network.ids[edge.source]}.transfers.{network.ids[edge.declared_target]}"
    if edge.place is not None:
        path = f"{path}.{edge.place}"
    return f"{path}.if_closed" if edge.alternative else path


def question_path(network: Network, number: int, item: str, key: str | None = None) -> str:
    """The map path of the question by which a touchpoint asks an item; `key` says which of the two, if it matters."""
    chosen = key or ("always_asks" if item in network.touchpoints[number].always_asks else "needs")
    return f"touchpoints.{network.ids[number]}.{chosen}.{item}"


def name(network: Network, number: int) -> str:
    """The name of a touchpoint for people."""
    return network.touchpoints[number].name or network.ids[number]


def names(network: Network, numbers: Iterable[int], separator: str = ", ") -> str:
    """The names of touchpoints for people, the first few where there are many."""
    every = [name(network, number) for number in numbers]
    shown = every if len(every) <= MOST_NAMES else [*every[: MOST_NAMES - 1], "..."]
    return separator.join(shown)


def percent(share: Decimal) -> str:
    """A share as people write it: ``12.5%``."""
    return f"{(share * 100).normalize():f}%"


def handed_over(network: Network, edge: Edge) -> Step:
    """The step of taking an edge."""
    facts = {"from": network.ids[edge.source], "to": network.ids[edge.target], "kind": edge.kind}
    return Step("transferred", facts)


def walked(network: Network, walk: Walk, last_exit: int | None = None) -> Iterator[Step]:
    """A walk from an entry as steps, with the place of the last exit marked."""
    for place, number in enumerate(walk.touchpoints):
        if place == 0:
            yield Step("enters", {"touchpoint": network.ids[number]})
        else:
            yield handed_over(network, walk.edges[place - 1])
        if place == last_exit:
            yield Step("last_exit", {"touchpoint": network.ids[number]})


def last_exit_related(network: Network, walk: Walk, last_exit: int | None) -> tuple[Related, ...]:
    """The place of the last exit, where there is one that is not the end itself."""
    if last_exit is None:
        return ()
    number = walk.touchpoints[last_exit]
    return (Related(touchpoint_path(network, number), Message("last exit here")),)

"""How far it is from an entry to a resolution or to a person, and whether every way has to be paid for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeymap.analysis.reach import Reach
from journeymap.analysis.search import spread
from journeymap.graph import Edge, Network

__all__ = ["LongWay", "NoPerson", "long_ways", "only_paid", "person_cases", "persons_out_of_reach", "steps_back"]

_FREE_KINDS = frozenset({"next", "step"})


@dataclass(frozen=True, slots=True)
class LongWay:
    """In these cases the shortest way from an entry to a resolution takes so many transfers."""

    entry: int
    cases: int
    transfers: int


@dataclass(frozen=True, slots=True)
class NoPerson:
    """From a machine's entry the nearest person is so many transfers away; None if no person can be reached."""

    entry: int
    cases: int
    transfers: int | None


def steps_back(
    network: Network, starts: dict[int, int], cost: Callable[[Edge], int | None]
) -> Iterator[dict[int, int]]:
    """For 0, 1, 2, ... transfers the touchpoints from which `starts` are reached with so many and not with fewer.

    `cost` says what an edge counts: 0, 1, or None if it may not be taken. Each level maps touchpoints to cases.
    O(transfers) in all for one class of cases.
    """
    seen = [0] * len(network.ids)
    frontier = starts
    while frontier:
        level: dict[int, int] = {}
        waiting = [(number, mask) for number, mask in frontier.items() if mask]
        following: dict[int, int] = {}
        while waiting:
            number, mask = waiting.pop()
            mask &= ~seen[number]
            if not mask:
                continue
            seen[number] |= mask
            level[number] = level.get(number, 0) | mask
            for edge in network.into[number]:
                step = cost(edge)
                coming = mask & edge.cases
                if step == 0:
                    waiting.append((edge.source, coming))
                elif step is not None:
                    following[edge.source] = following.get(edge.source, 0) | coming
        if level:
            yield level
        frontier = {number: new for number, mask in following.items() if (new := mask & ~seen[number])}


def long_ways(reach: Reach) -> tuple[LongWay, ...]:
    """The entries from which the shortest way to R takes more than `max_transfers`, `next` and `step` not counted."""
    network = reach.network
    starts = {number: mask for number, mask in enumerate(network.resolving) if mask}
    found = []
    levels = steps_back(network, starts, lambda edge: 0 if edge.kind in _FREE_KINDS else 1)
    for transfers, level in enumerate(levels):
        if transfers > network.map.settings.max_transfers:
            for number, cases in network.entries.items():
                far = level.get(number, 0) & cases
                if far:
                    found.append(LongWay(number, far, transfers))
    return tuple(sorted(found, key=lambda way: (way.entry, way.transfers)))


def _to_persons(network: Network) -> list[dict[int, int]]:
    persons = {
        number: network.visible[number]
        for number in range(len(network.ids))
        if not network.machine[number] and network.mode[number] != "internal"
    }
    return list(steps_back(network, persons, lambda edge: None if edge.kind == "ticket" else 1))


def persons_out_of_reach(network: Network) -> tuple[NoPerson, ...]:
    """The machines' entries from which no person can be reached, or only after more than `max_menus` transfers."""
    levels = _to_persons(network)
    entries = network.entries
    reaching = {number: _up_to(levels, number, len(levels)) & cases for number, cases in entries.items()}
    found = []
    for number, cases in entries.items():
        if not network.machine[number]:
            continue
        if network.mode[number] == "self":
            for other, mask in reaching.items():
                cases &= ~mask if other != number else -1
        for transfers, level in enumerate(levels):
            far = level.get(number, 0) & cases
            if far and transfers > network.map.settings.max_menus:
                found.append(NoPerson(number, far, transfers))
        never = cases & ~reaching[number]
        if never:
            found.append(NoPerson(number, never, None))
    return tuple(found)


def person_cases(network: Network) -> int:
    """The cases in which some entry reaches a person within `max_menus` transfers."""
    levels = _to_persons(network)
    mask = 0
    for number, cases in network.entries.items():
        mask |= cases & _up_to(levels, number, network.map.settings.max_menus + 1)
    return mask


def _up_to(levels: list[dict[int, int]], number: int, count: int) -> int:
    mask = 0
    for level in levels[:count]:
        mask |= level.get(number, 0)
    return mask


def only_paid(reach: Reach) -> int:
    """The cases in which every way to a resolution passes a touchpoint with a fee."""
    network = reach.network
    free = [
        0 if touchpoint.fee else mask for touchpoint, mask in zip(network.touchpoints, network.visible, strict=True)
    ]
    after = [[(edge.target, edge.cases) for edge in edges] for edges in network.out]
    reached = spread(network.entries, after, free)
    settled = 0
    for mask, resolving in zip(reached, network.resolving, strict=True):
        settled |= mask & resolving
    return network.cases.all & ~reach.no_way_in & ~settled

"""Pointless loops: ways round that leave the customer where they were.

No cycles are enumerated. For every transfer on a cycle one shortest cycle through it is worked out, in all cases at
once, by breadth-first search inside the strongly connected components of the pointless graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from journeymap.analysis.components import Component, Pairs, components, restrict, split, union_components
from journeymap.analysis.cycles import Cycle, chosen_cycles, girth_cycles
from journeymap.analysis.reach import Reach
from journeymap.graph import Network

__all__ = ["Loop", "Loops", "Pattern", "Tangle", "loops"]

SHOWN_IN_TANGLE = 10


class Pattern(StrEnum):
    """What going round a loop does to the customer."""

    PING_PONG = "ping-pong"
    CAROUSEL = "carousel"
    MENU_LOOP = "menu-loop"
    INNER_LOOP = "inner-loop"


@dataclass(frozen=True, slots=True)
class Loop:
    """A pointless loop, from its smallest touchpoint, and all the cases in which it is one."""

    touchpoints: tuple[int, ...]
    cases: int
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Tangle:
    """A component with loops longer than `loop_length` (`large` false) or with too many transfers to list (true).

    `loop` is the shortest of the loops chosen; `shown` the ten shortest where it is large; `complete` tells whether
    all of a large component was searched.
    """

    touchpoints: tuple[int, ...]
    cases: int
    loop: tuple[int, ...]
    large: bool
    transfers: int
    shown: tuple[tuple[int, ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Loops:
    """All pointless loops and tangles, by their touchpoints."""

    loops: tuple[Loop, ...]
    tangles: tuple[Tangle, ...]


def loops(reach: Reach) -> Loops:
    """All pointless loops and tangles.

    O(transfers) outside the components; inside one of n touchpoints and m transfers O(n x m), and m is at most
    `loop_component` unless the component is reported as a whole.
    """
    network = reach.network
    pairs = _pointless_pairs(reach)
    found: set[tuple[int, ...]] = set()
    tangles: list[Tangle] = []
    for members in union_components(pairs):
        inside = restrict(pairs, members)
        small, large = _by_size(inside, network.map.settings.loop_component)
        tangles.extend(tangle for part in large if (tangle := _large_tangle(network, *part)))
        longer: list[Cycle] = []
        for cycle in chosen_cycles(small):
            if _steered_by_customer(network, cycle.touchpoints):
                continue
            if len(cycle.touchpoints) <= network.map.settings.loop_length:
                found.add(cycle.touchpoints)
            else:
                longer.append(cycle)
        tangles.extend(_long_tangles(small, longer))
    listed = tuple(Loop(loop, _cases_of(pairs, loop), _pattern(network, loop)) for loop in sorted(found))
    return Loops(listed, tuple(_merged(tangles)))


def _pointless_pairs(reach: Reach) -> Pairs:
    """The pointless graph of every case: parallel transfers as one pair."""
    pairs: Pairs = {}
    advances = [touchpoint.advances for touchpoint in reach.network.touchpoints]
    for source, edges in enumerate(reach.network.out):
        here = 0 if advances[source] else reach.cases[source]
        if not here:
            continue
        targets: dict[int, int] = {}
        for edge in edges:
            cases = edge.cases & here
            if cases and edge.kind != "next" and edge.transfer.limit is None:
                target = edge.target
                if target != source and not advances[target]:
                    targets[target] = targets.get(target, 0) | cases
        if targets:
            pairs[source] = targets
    return pairs


def _by_size(inside: Pairs, limit: int) -> tuple[Pairs, list[tuple[Component, Pairs]]]:
    """What of a union component belongs to components of at most `limit` transfers, and the larger components."""
    if sum(map(len, inside.values())) <= limit:
        return inside, []
    small: Pairs = {source: {} for source in inside}
    large: list[tuple[Component, Pairs]] = []
    for component in components(inside):
        within = restrict(inside, component.touchpoints)
        masks = [mask for targets in within.values() for mask in targets.values()]
        for part in split(component.cases, masks):
            pairs = _in_cases(within, part)
            if sum(map(len, pairs.values())) > limit:
                large.append((Component(component.touchpoints, part), pairs))
                continue
            for source, targets in pairs.items():
                for target, mask in targets.items():
                    small[source][target] = small[source].get(target, 0) | mask
    return small, large


def _in_cases(pairs: Pairs, cases: int) -> Pairs:
    return {
        source: {target: mask & cases for target, mask in targets.items() if mask & cases}
        for source, targets in pairs.items()
    }


def _large_tangle(network: Network, component: Component, pairs: Pairs) -> Tangle | None:
    def is_fault(loop: tuple[int, ...]) -> bool:
        return not _steered_by_customer(network, loop)

    if not is_fault(component.touchpoints):
        return None
    found, complete = girth_cycles(pairs, SHOWN_IN_TANGLE, is_fault)
    if not found:
        return None
    transfers = sum(map(len, pairs.values()))
    return Tangle(
        component.touchpoints,
        component.cases,
        found[0],
        large=True,
        transfers=transfers,
        shown=tuple(found),
        complete=complete,
    )


def _long_tangles(small: Pairs, longer: list[Cycle]) -> Iterator[Tangle]:
    """One tangle per component and case that has a transfer whose shortest loop is too long."""
    if not longer:
        return
    for component in components(small):
        inside = set(component.touchpoints)
        left = component.cases
        for cycle in sorted(longer, key=lambda cycle: (len(cycle.touchpoints), cycle.touchpoints)):
            cases = cycle.cases & left if cycle.touchpoints[0] in inside else 0
            if cases:
                transfers = sum(map(len, _in_cases(restrict(small, inside), cases).values()))
                yield Tangle(
                    component.touchpoints,
                    cases,
                    cycle.touchpoints,
                    large=False,
                    transfers=transfers,
                    shown=(),
                    complete=True,
                )
                left &= ~cases


def _merged(tangles: list[Tangle]) -> Iterator[Tangle]:
    """Tangles with the same touchpoints and loop are one, in all their cases."""
    merged: dict[tuple[tuple[int, ...], tuple[int, ...]], Tangle] = {}
    for tangle in sorted(tangles, key=lambda tangle: (tangle.touchpoints, tangle.loop, tangle.cases & -tangle.cases)):
        key = tangle.touchpoints, tangle.loop
        known = merged.get(key)
        merged[key] = tangle if known is None else replace(known, cases=known.cases | tangle.cases)
    yield from merged.values()


def _cases_of(pairs: Pairs, loop: tuple[int, ...]) -> int:
    cases = -1
    for source, target in zip(loop, loop[1:] + loop[:1], strict=True):
        cases &= pairs[source][target]
    return cases


def _steered_by_customer(network: Network, loop: tuple[int, ...]) -> bool:
    return all(network.mode[number] == "self" for number in loop)


def _pattern(network: Network, loop: tuple[int, ...]) -> Pattern:
    owners = [network.owners(number) for number in loop]
    changes = sum(1 for one, following in zip(owners, owners[1:] + owners[:1], strict=True) if one != following)
    if changes == 0:
        return Pattern.MENU_LOOP if all(network.machine[number] for number in loop) else Pattern.INNER_LOOP
    return Pattern.PING_PONG if changes == 2 else Pattern.CAROUSEL

"""Components whose loops are too long, or too many, to be told one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from journeymap.analysis.components import Component, Gathering, Pairs, components, more_than, restrict, split
from journeymap.analysis.cycles import Cycle, chosen_cycles, girth_cycles, there_and_back
from journeymap.graph import Network

__all__ = ["SHOWN", "Tangle", "in_cases", "large_tangles", "long_tangles", "merged", "steered_by_customer"]

SHOWN = 10
"""So many of the shortest loops of a large tangle are shown."""

_DEPTHS = (3, 6)
"""Loops of up to so many transfers are searched in all cases together."""


@dataclass(frozen=True, slots=True)
class Tangle:
    """A component with loops longer than `loop_length` (`large` false) or with too many transfers to list (true).

    `loop` is the shortest of the loops chosen; `transfers` counts those of the component and `shown` has the ten
    shortest loops where it is large, both in the first of the cases; `complete` tells whether all of a large component
    was searched.
    """

    touchpoints: tuple[int, ...]
    cases: int
    loop: tuple[int, ...]
    large: bool
    transfers: int
    shown: tuple[tuple[int, ...], ...]
    complete: bool


def steered_by_customer(network: Network, loop: tuple[int, ...]) -> bool:
    """Whether a loop runs on `self` channels only, where going back is no fault."""
    return all(network.mode[number] == "self" for number in loop)


def in_cases(pairs: Pairs, cases: int) -> Pairs:
    """The pairs in some cases only."""
    return {
        source: {target: mask & cases for target, mask in targets.items() if mask & cases}
        for source, targets in pairs.items()
    }


def long_tangles(pairs: Pairs, longer: list[Cycle]) -> Iterator[Tangle]:
    """One tangle per component and case that has a transfer whose shortest loop is one of `longer`."""
    if not longer:
        return
    shortest_first = sorted(longer, key=_by_length)
    for component in components(pairs):
        inside = set(component.touchpoints)
        left = component.cases
        for cycle in shortest_first:
            cases = cycle.cases & left if cycle.touchpoints[0] in inside else 0
            if cases:
                transfers = _count(restrict(pairs, inside), cases & -cases)
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


def large_tangles(network: Network, gathering: Gathering, cases: int) -> Iterator[Tangle]:
    """The large components of a gathering, in parts of `cases` in which they and their shortest loops are the same.

    Short loops are searched in all cases together; only the cases in which these are too
    few are searched one by one, to growing depths.
    """
    near, left = _near_cycles(network, in_cases(gathering.pairs, cases), cases)
    for component in gathering.components(cases & ~left):
        rest = component.cases
        for cycle in near:
            part = cycle.cases & rest
            if part:
                shown = (other.touchpoints for other in near if other.cases & part & -part)
                yield _large(
                    gathering, Component(component.touchpoints, part), tuple(islice(shown, SHOWN)), complete=True
                )
                rest &= ~part
    for component in gathering.components(left):
        for part in split(component.cases, (mask for targets in gathering.pairs.values() for mask in targets.values())):
            yield from _searched(network, gathering, Component(component.touchpoints, part))


def _near_cycles(network: Network, pairs: Pairs, cases: int) -> tuple[list[Cycle], int]:
    """The chosen cycles of few transfers, smallest first, and the cases in which they are too few.

    A cycle of two is the only shortest one through its transfers, so it is chosen; longer ones are looked for only
    where the cycles of two do not suffice.
    """
    near = [Cycle(loop, mask) for loop, mask in there_and_back(pairs) if not steered_by_customer(network, loop)]
    left = cases & ~more_than(SHOWN - 1, (cycle.cases for cycle in near))
    for depth in _DEPTHS:
        if not left:
            break
        near = [Cycle(cycle.touchpoints, mask) for cycle in near if (mask := cycle.cases & ~left)]
        masks: dict[tuple[int, ...], int] = {}
        for cycle in chosen_cycles(in_cases(pairs, left), depth):
            if not steered_by_customer(network, cycle.touchpoints):
                masks[cycle.touchpoints] = masks.get(cycle.touchpoints, 0) | cycle.cases
        near += [Cycle(loop, mask) for loop, mask in masks.items()]
        left &= ~more_than(SHOWN - 1, masks.values())
    return sorted(near, key=_by_length), left


def _searched(network: Network, gathering: Gathering, component: Component) -> Iterator[Tangle]:
    pairs = in_cases(restrict(gathering.pairs, component.touchpoints), component.cases)
    loops, complete = girth_cycles(pairs, SHOWN, lambda loop: not steered_by_customer(network, loop))
    if loops:
        yield _large(gathering, component, tuple(loops), complete=complete)


def _large(gathering: Gathering, component: Component, shown: tuple[tuple[int, ...], ...], *, complete: bool) -> Tangle:
    first = component.cases & -component.cases
    transfers = _count(gathering.pairs, first)
    return Tangle(component.touchpoints, component.cases, shown[0], True, transfers, shown, complete)  # noqa: FBT003


def _by_length(cycle: Cycle) -> tuple[int, tuple[int, ...]]:
    return len(cycle.touchpoints), cycle.touchpoints


def _count(pairs: Pairs, case: int) -> int:
    return sum(1 for targets in pairs.values() for mask in targets.values() if mask & case)


def merged(tangles: Iterable[Tangle]) -> Iterator[Tangle]:
    """Tangles with the same touchpoints and loop are one, in all their cases."""
    known: dict[tuple[tuple[int, ...], tuple[int, ...]], Tangle] = {}
    for tangle in tangles:
        first = known.setdefault((tangle.touchpoints, tangle.loop), tangle)
        if first is not tangle:
            complete = first.complete and tangle.complete
            known[tangle.touchpoints, tangle.loop] = replace(first, cases=first.cases | tangle.cases, complete=complete)
    yield from known.values()

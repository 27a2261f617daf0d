"""Places from which no way leads on: dead ends, stranded callers and traps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.analysis.components import Component, Pairs, components, restrict, split, union_components
from journeymap.analysis.reach import Reach, backward
from journeymap.analysis.search import Walk, spread

__all__ = ["End", "Trap", "dead_ends", "traps"]


@dataclass(frozen=True, slots=True)
class End:
    """A reachable touchpoint with no way out, no follow-up and no resolution in `cases`.

    `resolves_other_cases` tells a stranded caller from a dead end. `walk` is a shortest walk from an entry;
    `last_exit` the place on it of the last touchpoint from which R could still be reached, None if there was none.
    """

    touchpoint: int
    cases: int
    resolves_other_cases: bool
    walk: Walk
    last_exit: int | None


@dataclass(frozen=True, slots=True)
class Trap:
    """A strongly connected component with a transfer inside, no way out, no resolution and no follow-up."""

    touchpoints: tuple[int, ...]
    cases: int
    walk: Walk
    last_exit: int | None


def dead_ends(reach: Reach) -> tuple[End, ...]:
    """Every dead end and stranded caller, by touchpoint. O(touchpoints), and a witness for each one found."""
    network = reach.network
    found = []
    for number, touchpoint in enumerate(network.touchpoints):
        if touchpoint.follow_up:
            continue
        resolved = network.resolving[number]
        cases = reach.cases[number] & ~network.leaving[number] & ~resolved & ~reach.no_way_in
        if cases:
            walk = reach.walk_to(number, cases)
            found.append(End(number, cases, bool(resolved), walk, _last_exit(reach, walk)))
    return tuple(found)


def traps(reach: Reach) -> tuple[Trap, ...]:
    """Every trap, by its touchpoints.

    Only touchpoints that can reach neither R nor a follow-up nor an end are looked at: O(touchpoints + transfers)
    where there are no traps.
    """
    caught = _caught(reach)
    pairs: Pairs = {}
    for number, mask in enumerate(caught):
        for edge in reach.network.out[number] if mask else ():
            targets = pairs.setdefault(number, {})
            targets[edge.target] = targets.get(edge.target, 0) | edge.cases & mask
    return tuple(_trap(reach, component) for component in sorted(_closed(pairs, caught), key=_order))


def _order(component: Component) -> tuple[tuple[int, ...], int]:
    return component.touchpoints, component.cases


def _caught(reach: Reach) -> list[int]:
    network = reach.network
    outs = {
        number: network.resolving[number]
        | (network.visible[number] if touchpoint.follow_up else network.visible[number] & ~network.leaving[number])
        for number, touchpoint in enumerate(network.touchpoints)
    }
    free = spread(outs, backward(network))
    return [cases & ~out & ~reach.no_way_in for cases, out in zip(reach.cases, free, strict=True)]


def _closed(pairs: Pairs, caught: list[int]) -> Iterator[Component]:
    """The components that nothing leaves, those of one touchpoint with a self-transfer among them."""
    merged: dict[tuple[int, ...], int] = {}
    for component in _all_components(pairs, caught):
        inside = set(component.touchpoints)
        cases = component.cases
        for number in component.touchpoints:
            for target, mask in pairs[number].items():
                if target not in inside:
                    cases &= ~mask
        merged[component.touchpoints] = merged.get(component.touchpoints, 0) | cases
    return (Component(touchpoints, cases) for touchpoints, cases in merged.items() if cases)


def _all_components(pairs: Pairs, caught: list[int]) -> Iterator[Component]:
    for members in union_components(pairs):
        yield from components(restrict(pairs, members))
    for number, targets in pairs.items():
        if number in targets:
            for part in split(targets[number] & caught[number], targets.values()):
                yield Component((number,), part)


def _trap(reach: Reach, component: Component) -> Trap:
    walk = _walk_into(reach, component)
    return Trap(component.touchpoints, component.cases, walk, _last_exit(reach, walk))


def _walk_into(reach: Reach, component: Component) -> Walk:
    for layer in reach.layers:
        first = [number for number in component.touchpoints if layer.get(number, {}).get(0, 0) & component.cases]
        if first:
            return min((reach.walk_to(number, component.cases) for number in first), key=lambda walk: walk.touchpoints)
    raise ValueError(f"trap {component.touchpoints} is not reachable")  # noqa: EM102


def _last_exit(reach: Reach, walk: Walk) -> int | None:
    for place in range(len(walk.touchpoints) - 1, -1, -1):
        if reach.to_resolution[walk.touchpoints[place]] >> walk.bit & 1:
            return place
    return None

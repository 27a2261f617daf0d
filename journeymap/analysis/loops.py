"""Pointless loops: ways round that leave the customer where they were.

No cycles are enumerated. For every transfer on a cycle one shortest cycle through it is worked out, in all cases at
once, by breadth-first search inside the strongly connected components of the pointless graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeymap.analysis.components import Gathering, Pairs, gatherings, more_than, restrict, union_components
from journeymap.analysis.cycles import chosen_cycles
from journeymap.analysis.reach import Reach
from journeymap.analysis.tangles import Tangle, in_cases, large_tangles, long_tangles, merged, steered_by_customer
from journeymap.graph import Network

__all__ = ["Loop", "Loops", "Pattern", "loops", "pointless_gatherings"]


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
    limits = network.map.settings
    pairs = _pointless_pairs(reach)
    found: set[tuple[int, ...]] = set()
    found_tangles: list[Tangle] = []
    for members in union_components(pairs):
        small, large = _by_size(restrict(pairs, members), limits.loop_component)
        cycles = [cycle for cycle in chosen_cycles(small) if not steered_by_customer(network, cycle.touchpoints)]
        found.update(cycle.touchpoints for cycle in cycles if len(cycle.touchpoints) <= limits.loop_length)
        longer = [cycle for cycle in cycles if len(cycle.touchpoints) > limits.loop_length]
        found_tangles.extend(merged(long_tangles(small, longer)))
        found_tangles.extend(merged(tangle for part in large for tangle in large_tangles(network, *part)))
    listed = tuple(Loop(loop, _cases_of(pairs, loop), _pattern(network, loop)) for loop in sorted(found))
    return Loops(listed, tuple(sorted(found_tangles, key=lambda tangle: (tangle.touchpoints, tangle.loop))))


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


def pointless_gatherings(reach: Reach) -> list[Gathering]:
    """The components of two or more touchpoints of the pointless graph, in every case."""
    pairs = _pointless_pairs(reach)
    return [found for members in union_components(pairs) for found in gatherings(restrict(pairs, members))]


def _by_size(inside: Pairs, limit: int) -> tuple[Pairs, list[tuple[Gathering, int]]]:
    """What of a union component belongs to components of at most `limit` transfers, and where it is larger."""
    if sum(map(len, inside.values())) <= limit:
        return inside, []
    small: Pairs = {source: {} for source in inside}
    large: list[tuple[Gathering, int]] = []
    for gathering in gatherings(inside):
        too_many = more_than(limit, (mask for targets in gathering.pairs.values() for mask in targets.values()))
        if too_many:
            large.append((gathering, too_many))
        for source, targets in in_cases(gathering.pairs, gathering.cases & ~too_many).items():
            for target, mask in targets.items():
                small[source][target] = small[source].get(target, 0) | mask
    return small, large


def _cases_of(pairs: Pairs, loop: tuple[int, ...]) -> int:
    cases = -1
    for source, target in zip(loop, loop[1:] + loop[:1], strict=True):
        cases &= pairs[source][target]
    return cases


def _pattern(network: Network, loop: tuple[int, ...]) -> Pattern:
    owners = [network.owners(number) for number in loop]
    changes = sum(1 for one, following in zip(owners, owners[1:] + owners[:1], strict=True) if one != following)
    if changes == 0:
        return Pattern.MENU_LOOP if all(network.machine[number] for number in loop) else Pattern.INNER_LOOP
    return Pattern.PING_PONG if changes == 2 else Pattern.CAROUSEL

"""Walks that leave a department or a channel and come back to it: boomerangs and channel bounces."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from journeymap.analysis.components import Gathering
from journeymap.analysis.reach import Reach
from journeymap.analysis.search import Layer, Move, States, Walk, explore, shortest_walk
from journeymap.graph import Edge, Network

__all__ = ["Return", "boomerangs", "channel_bounces"]

_AWAY, _BACK = 0, 1
_BOOMERANG_ENDS = frozenset({"next", "callback"})
_ONE_CONTACT = frozenset({"step", "warm", "cold", "redirect"})


@dataclass(frozen=True, slots=True)
class Return:
    """A shortest walk that leaves `group` at its first touchpoint and comes back at its last, and all its cases."""

    group: str
    walk: Walk
    cases: int


@dataclass
class _Trip:
    """Walks from one touchpoint that stay out of its group until they come back (key 1) elsewhere in it."""

    network: Network
    start: int
    cases: int
    inside: Callable[[int], bool]
    may_take: Callable[[Edge], bool]
    may_pass: Callable[[int], bool]

    def starts(self) -> Layer:
        return {self.start: {_AWAY: self.cases}}

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        here = states.get(_AWAY, 0)
        moves: list[Move] = []
        for edge in self.network.out[number] if here else ():
            target = edge.target
            mask = here & edge.cases
            if not mask or target == self.start or (targets is not None and target not in targets):
                continue
            if not self.may_take(edge):
                continue
            if self.inside(target):
                if number != self.start:
                    moves.append((edge, _BACK, mask))
            elif self.may_pass(target):
                moves.append((edge, _AWAY, mask))
        return moves

    def fresh(self, key: int, mask: int, seen: States) -> int:
        return mask & ~seen.get(key, 0)


def boomerangs(reach: Reach, tangled: list[Gathering]) -> tuple[Return, ...]:
    """Per department and pair of its touchpoints a shortest walk that leaves it at a person and comes back.

    Pairs in one component of the pointless graph (`tangled`) are left out in those cases. One search per touchpoint
    handled by a person, to `boomerang_length` transfers.
    """
    network = reach.network
    together = _together(tangled)
    found: list[Return] = []
    for start, cases in enumerate(reach.cases):
        if not cases or network.machine[start]:
            continue
        for department in sorted(set(network.touchpoints[start].department)):
            found.extend(
                found_here
                for found_here in _returns(
                    network,
                    department,
                    _Trip(
                        network,
                        start,
                        cases,
                        inside=lambda number, owner=department: owner in network.touchpoints[number].department,  # type: ignore[misc]
                        may_take=lambda edge: edge.kind not in _BOOMERANG_ENDS,
                        may_pass=lambda number: not network.touchpoints[number].advances,
                    ),
                    lambda end, start=start: (  # type: ignore[misc]
                        -1 if network.touchpoints[end].follow_up else together(start, end)
                    ),
                )
            )
    return tuple(found)


def channel_bounces(reach: Reach) -> tuple[Return, ...]:
    """Per pair of touchpoints of a channel a shortest walk that leaves it and comes back within one contact."""
    network = reach.network

    def open_to_customers(number: int) -> bool:
        return network.mode[number] != "internal"

    found: list[Return] = []
    for start, cases in enumerate(reach.cases):
        if not cases or not open_to_customers(start):
            continue
        channel = network.touchpoints[start].channel
        trip = _Trip(
            network,
            start,
            cases,
            inside=lambda number, channel=channel: network.touchpoints[number].channel == channel,  # type: ignore[misc]
            may_take=lambda edge: edge.kind in _ONE_CONTACT,
            may_pass=lambda number: open_to_customers(number) and not network.touchpoints[number].advances,
        )
        found.extend(_returns(network, channel, trip, lambda end: 0))
    return tuple(found)


def _returns(network: Network, group: str, trip: _Trip, excluded: Callable[[int], int]) -> Iterator[Return]:
    """The returns of one trip by place of return, without the cases `excluded` for it."""
    if not any(trip.may_take(edge) and not trip.inside(edge.target) for edge in network.out[trip.start]):
        return
    length = network.map.settings.boomerang_length
    left = iter(range(length, -1, -1))
    layers = explore(trip, lambda layer: next(left) == 0)
    first: dict[int, tuple[int, int]] = {}
    every: dict[int, int] = {}
    for place, layer in enumerate(layers):
        for number, states in layer.items():
            mask = states.get(_BACK, 0)
            if mask and (mask := mask & ~excluded(number)):
                first.setdefault(number, (place, mask))
                every[number] = every.get(number, 0) | mask
    for number, (place, mask) in sorted(first.items()):
        yield Return(group, shortest_walk(trip, layers, place, number, {_BACK: mask}), every[number])


def _together(tangled: list[Gathering]) -> Callable[[int, int], int]:
    """The cases in which two touchpoints are in one component."""
    of: dict[int, list[Gathering]] = {}
    for gathering in tangled:
        for number in gathering.members:
            of.setdefault(number, []).append(gathering)

    def cases(one: int, other: int) -> int:
        mask = 0
        for gathering in of.get(one, ()):
            mask |= gathering.members[one] & gathering.members.get(other, 0)
        return mask

    return cases

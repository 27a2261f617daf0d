"""Requests that are settled while nobody tells the customer."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from journeymap.analysis.reach import Travel
from journeymap.analysis.search import Layer, Move, States, Walk, explore, shortest_walk, spread
from journeymap.graph import Network

__all__ = ["Unheard", "unheard"]

_TAKEN_IN = 1
_TELLING_KINDS = frozenset({"callback", "redirect", "next"})
"""Kinds of transfer by which the customer is met again, so that the matter does not end in silence."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """A touchpoint at which the request of some silent walk is taken in.

    `walk` is a shortest walk from an entry that takes the request in here, `onward` a shortest one from here to R,
    both in one case.
    """

    touchpoint: int
    cases: int
    walk: Walk
    onward: Walk


class _Asking:
    """Walks that have met no `reply` and on which nothing is taken in before the last arrival (key 1: there)."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._silent = [touchpoint.reply is None for touchpoint in network.touchpoints]

    def starts(self) -> Layer:
        return {
            number: {self._key(number, "entry"): mask}
            for number, mask in self.network.entries.items()
            if self._silent[number]
        }

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        here = states.get(0, 0)
        return [
            (edge, self._key(edge.target, edge.kind), mask)
            for edge in self.network.out[number]
            if (mask := here & edge.cases) and self._silent[edge.target] and (targets is None or edge.target in targets)
        ]

    def fresh(self, key: int, mask: int, seen: States) -> int:
        return mask & ~seen.get(key, 0)

    def _key(self, number: int, kind: str) -> int:
        return _TAKEN_IN if kind == "ticket" or self.network.mode[number] == "message" else 0


class _Settling(Travel):
    """Walks from one touchpoint on, silent after the taking in."""

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        return [
            move
            for move in super().moves(number, states, targets)
            if move[0].kind not in _TELLING_KINDS and self.network.touchpoints[move[0].target].reply is None
        ]


def unheard(network: Network) -> tuple[Unheard, ...]:
    """Every touchpoint at which a request is taken in that is then settled in silence.

    A silent walk is a walk up to the taking in and, in the same case, a walk from there to R; the two are searched
    apart. O(touchpoints + transfers), and a witness for each one found.
    """
    asking = _Asking(network)
    layers = explore(asking)
    taken: dict[int, int] = {}
    for layer in layers:
        for number, states in layer.items():
            taken[number] = taken.get(number, 0) | states.get(_TAKEN_IN, 0)
    settled = _settled_in_silence(network)
    return tuple(
        _witnessed(asking, layers, number, cases)
        for number, mask in sorted(taken.items())
        if (cases := mask & settled[number])
    )


def _settled_in_silence(network: Network) -> list[int]:
    silent = [touchpoint.reply is None for touchpoint in network.touchpoints]
    starts = {number: mask for number, mask in enumerate(network.resolving) if mask and silent[number]}
    before = [
        [(edge.source, edge.cases) for edge in edges if silent[edge.source] and edge.kind not in _TELLING_KINDS]
        for edges in network.into
    ]
    return spread(starts, before)


def _witnessed(asking: _Asking, layers: list[Layer], number: int, cases: int) -> Unheard:
    network = asking.network
    length, first = next(
        (length, mask)
        for length, layer in enumerate(layers)
        if (mask := layer.get(number, {}).get(_TAKEN_IN, 0) & cases)
    )
    onward = _onward(network, number, first)
    walk = shortest_walk(asking, layers, length, number, {_TAKEN_IN: 1 << onward.bit})
    return Unheard(number, cases, walk, onward)


def _onward(network: Network, number: int, cases: int) -> Walk:
    settling = _Settling(network, {number: cases})

    def settles(layer: Layer) -> bool:
        return any(states[0] & network.resolving[place] for place, states in layer.items())

    layers = explore(settling, settles)
    goals = {place: mask for place, states in layers[-1].items() if (mask := states[0] & network.resolving[place])}
    walks = [shortest_walk(settling, layers, len(layers) - 1, place, {0: mask}) for place, mask in goals.items()]
    return min(walks, key=lambda walk: walk.touchpoints)

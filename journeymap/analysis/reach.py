"""Which touchpoints customers can reach, in which cases, and by which shortest walk."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from journeymap.analysis.search import Layer, Move, States, Walk, explore, shortest_walk, spread
from journeymap.graph import Network

__all__ = ["Reach", "Travel", "backward", "reach"]


class Travel:
    """The process of walks that remember nothing: its bits are classes of cases, its only key is 0."""

    def __init__(self, network: Network, starts: dict[int, int]) -> None:
        self.network = network
        self._starts = starts

    def starts(self) -> Layer:
        """Walks begin at the given touchpoints."""
        return {number: {0: mask} for number, mask in self._starts.items() if mask}

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        """Every edge in the cases in which it exists."""
        here = states.get(0, 0)
        moves = [(edge, 0, mask) for edge in self.network.out[number] if (mask := here & edge[4])]
        return moves if targets is None else [move for move in moves if move[0].target in targets]

    def fresh(self, key: int, mask: int, seen: States) -> int:
        """The cases in which the touchpoint was not reached before."""
        return mask & ~seen.get(key, 0)


@dataclass(frozen=True)
class Reach:
    """Where walks from the entries lead.

    `cases[n]` is the set of cases in which touchpoint `n` is reachable; `to_resolution[n]` the set in which a
    touchpoint of R can be reached from it (0 transfers included); `no_way_in` the cases without an entry that can
    reach R.
    """

    network: Network
    layers: tuple[Layer, ...]
    cases: tuple[int, ...]
    to_resolution: tuple[int, ...]
    no_way_in: int

    @cached_property
    def resolved_somewhere(self) -> int:
        """The cases in which R is not empty."""
        mask = 0
        for resolved in self.network.resolving:
            mask |= resolved
        return mask

    def walk_to(self, number: int, cases: int) -> Walk:
        """A shortest walk from an entry to a reachable touchpoint, over all the given cases."""
        for length, layer in enumerate(self.layers):
            mask = layer.get(number, {}).get(0, 0) & cases
            if mask:
                return shortest_walk(Travel(self.network, {}), self.layers, length, number, {0: mask})
        raise ValueError(f"touchpoint {number} is reachable in none of these cases")  # noqa: EM102


def reach(network: Network) -> Reach:
    """Reachability forwards from the entries and backwards from R. O(touchpoints + transfers) for one class."""
    layers = explore(Travel(network, network.entries))
    cases = [0] * len(network.ids)
    for layer in layers:
        for number, states in layer.items():
            cases[number] |= states[0]
    to_resolution = spread(dict(enumerate(network.resolving)), backward(network))
    ways_in = 0
    for number, mask in network.entries.items():
        ways_in |= mask & to_resolution[number]
    return Reach(network, tuple(layers), tuple(cases), tuple(to_resolution), network.cases.all & ~ways_in)


def backward(network: Network) -> list[list[tuple[int, int]]]:
    """For each touchpoint ``(source, cases)`` of the edges that lead to it."""
    return [[(edge[0], edge[4]) for edge in edges] for edges in network.into]

"""Breadth-first search over walks, for all cases (and items) at once, with exact shortest witnesses.

A *process* says what a walk remembers: at each touchpoint a walk is in a state named by a small integer *key*, and a
bit set says for which bits (classes of cases, or pairs of item and class) some walk is in that state. Bits never
mix: each bit is a search of its own, and all of them advance together with integer operations.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from journeymap.graph import Edge, Network

__all__ = ["Layer", "Process", "States", "Walk", "explore", "shortest_walk", "spread"]

States = dict[int, int]
"""From key to the bits that are in this state."""

Layer = dict[int, States]
"""The states in which walks of one length arrive: from touchpoint to states."""

Move = tuple[Edge, int, int]
"""An edge taken, the key with which it arrives, and the bits that take it."""


class Process(Protocol):
    """What walks remember, and how it changes from one arrival to the next."""

    network: Network

    def starts(self) -> Layer:
        """The arrivals with which walks begin."""

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        """Every edge out of a touchpoint reached in `states` (to `targets`, where given), with what arrives.

        In the order of `Network.out`.
        """

    def fresh(self, key: int, mask: int, seen: States) -> int:
        """The bits of `mask` for which arriving with `key` adds something to what was `seen` on shorter walks."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk in one case: its touchpoints, the edges between them, and the bit it was found for."""

    touchpoints: tuple[int, ...]
    edges: tuple[Edge, ...]
    bit: int


def explore(process: Process, stop: Callable[[Layer], bool] | None = None) -> list[Layer]:
    """All arrivals by length of walk; layer n holds what no shorter walk has brought.

    Every state on a shortest walk to anything is kept, also where another of the same length is better, so that
    witnesses can be chosen by their ids. Ends when nothing new arrives, or when `stop` says so of the last layer.
    O(edges x keys x lengths at which something new arrives) operations on bit sets.
    """
    layers: list[Layer] = []
    seen: Layer = {}
    layer = process.starts()
    while layer:
        layers.append(layer)
        if stop is not None and stop(layer):
            break
        for number, states in layer.items():
            known = seen.setdefault(number, {})
            for key, mask in states.items():
                known[key] = known.get(key, 0) | mask
        layer = _advance(process, layer, seen)
    return layers


def _advance(process: Process, layer: Layer, seen: Layer) -> Layer:
    arrived: Layer = {}
    for number, states in layer.items():
        for edge, key, mask in process.moves(number, states):
            target = arrived.get(edge[1])
            if target is None:
                arrived[edge[1]] = {key: mask}
            else:
                target[key] = target.get(key, 0) | mask
    following: Layer = {}
    for number, states in arrived.items():
        known = seen.get(number)
        if known is None:
            following[number] = states
            continue
        new = {key: left for key, mask in states.items() if (left := process.fresh(key, mask, known))}
        if new:
            following[number] = new
    return following


def shortest_walk(
    process: Process,
    layers: Sequence[Layer],
    length: int,
    goal: int,
    arriving: States,
    far_enough: Callable[[int, int, int], bool] = lambda number, key, mask: False,
) -> Walk:
    """The first of the walks of `length` transfers that arrive at `goal` with a key and bit of `arriving`.

    First is the walk whose sequence of ids is smallest, then the one whose parallel edges rank first, then the
    lowest bit. O(edges into the layers behind the goal).

    Where all these walks pass through one state at one place with one bit, what comes before does not change what
    comes after: if `far_enough` says so of that (touchpoint, key, bit), the walk may begin there.
    """
    marks = _mark_backwards(process, layers, length, goal, arriving, far_enough)
    touchpoints, states = _smallest_sequence(process, marks)
    return _choose_edges(process, touchpoints, states, arriving)


def _mark_backwards(
    process: Process,
    layers: Sequence[Layer],
    length: int,
    goal: int,
    arriving: States,
    far_enough: Callable[[int, int, int], bool],
) -> list[Layer]:
    """For each layer the states from which the goal is reached just in time."""
    wanted = 0
    for mask in arriving.values():
        wanted |= mask
    marks: list[Layer] = [{goal: arriving}]
    for place in range(length - 1, -1, -1):
        layer = layers[place]
        only = _only_state(marks[-1]) if len(marks) > 1 else None
        if only is not None and far_enough(*only):
            break
        sources = {edge.source for target in marks[-1] for edge in process.network.into[target]}
        before: Layer = {}
        for source in sources & layer.keys():
            good = _leading_to(process, source, layer[source], marks[-1], wanted)
            if good:
                before[source] = good
        marks.append(before)
    marks.reverse()
    return marks


def _only_state(layer: Layer) -> tuple[int, int, int] | None:
    """The touchpoint, key and bit of a layer with just one of each."""
    if len(layer) == 1:
        ((number, states),) = layer.items()
        if len(states) == 1:
            ((key, mask),) = states.items()
            if not mask & (mask - 1):
                return number, key, mask
    return None


def _leading_to(process: Process, source: int, states: States, following: Layer, wanted: int) -> States:
    """The states of a touchpoint, and of them the bits, that lead to the states `following` by one transfer."""
    good: States = {}
    for key, mask in states.items():
        kept = 0
        if some := mask & wanted:
            for edge, arrival, bits in process.moves(source, {key: some}, following):
                kept |= bits & following[edge.target].get(arrival, 0)
        if kept:
            good[key] = kept
    return good


def _smallest_sequence(process: Process, marks: list[Layer]) -> tuple[list[int], list[States]]:
    """The smallest sequence of touchpoints through the marked states, with the states along it."""
    number = min(marks[0])
    touchpoints, along = [number], [marks[0][number]]
    for following in marks[1:]:
        reached: Layer = {}
        for edge, key, mask in process.moves(number, along[-1], following):
            good = mask & following[edge.target].get(key, 0)
            if good:
                states = reached.setdefault(edge.target, {})
                states[key] = states.get(key, 0) | good
        number = min(reached)
        touchpoints.append(number)
        along.append(reached[number])
    return touchpoints, along


def _choose_edges(process: Process, touchpoints: list[int], along: list[States], arriving: States) -> Walk:
    """Among the walks of one sequence of ids, the one whose parallel edges rank first."""
    needed = [{key: mask & arriving.get(key, 0) for key, mask in along[-1].items()}]
    for number, target, states in zip(touchpoints[-2::-1], touchpoints[:0:-1], along[-2::-1], strict=True):
        needed.append(_leading_to(process, number, states, {target: needed[-1]}, -1))
    needed.reverse()
    edges: list[Edge] = []
    states = needed[0]
    for number, target, after in zip(touchpoints, touchpoints[1:], needed[1:], strict=False):
        edge, states = _first_edge(process.moves(number, states, (target,)), after)
        edges.append(edge)
    left = 0
    for mask in states.values():
        left |= mask
    return Walk(tuple(touchpoints), tuple(edges), (left & -left).bit_length() - 1)


def _first_edge(moves: Iterable[Move], after: States) -> tuple[Edge, States]:
    chosen: Edge | None = None
    states: States = {}
    for edge, key, mask in moves:
        good = mask & after.get(key, 0)
        if good and (chosen is None or edge is chosen):
            chosen = edge
            states[key] = states.get(key, 0) | good
    assert chosen is not None  # noqa: S101 - the states were marked as leading on
    return chosen, states


def spread(starts: dict[int, int], edges: list[list[tuple[int, int]]], within: list[int] | None = None) -> list[int]:
    """For each touchpoint the cases in which it is reached from `starts`, along ``(neighbour, cases)`` pairs.

    `within` confines the walks to some cases of each touchpoint. A least fixed point by worklist: O(edges x the
    number of times a touchpoint gains cases).
    """
    reached = [0] * len(edges)
    waiting: list[int] = []
    for number, mask in starts.items():
        reached[number] = mask if within is None else mask & within[number]
        if reached[number]:
            waiting.append(number)
    while waiting:
        gained, waiting = waiting, []
        for number in dict.fromkeys(gained):
            mask = reached[number]
            for neighbour, cases in edges[number]:
                new = mask & cases & ~reached[neighbour]
                if within is not None:
                    new &= within[neighbour]
                if new:
                    reached[neighbour] |= new
                    waiting.append(neighbour)
    return reached

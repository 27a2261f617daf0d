"""What the customers of one case are asked at every touchpoint, and of it again."""

from __future__ import annotations

from collections.abc import Container, Iterator

from journeymap.analysis import Answers
from journeymap.analysis.knowledge import Knowledge
from journeymap.analysis.repeats import BITS_AT_ONCE
from journeymap.analysis.search import Layer, Move, States, explore
from journeymap.graph import Network

__all__ = ["asked_again", "asked_on_the_way"]

Asked = dict[int, frozenset[str]]
"""Items by touchpoint."""


class _OneCase:
    """The walks of `knowledge` that begin in one class of cases."""

    def __init__(self, knowledge: Knowledge, case: int) -> None:
        self.network = knowledge.network
        self._knowledge = knowledge
        self._bits = knowledge.spread_cases(case)

    def starts(self) -> Layer:
        """The entries of the case."""
        starts = self._knowledge.starts().items()
        kept = ((number, {key: mask & self._bits for key, mask in states.items()}) for number, states in starts)
        return {number: states for number, states in kept if any(states.values())}

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        """As all walks move."""
        return self._knowledge.moves(number, states, targets)

    def fresh(self, key: int, mask: int, seen: States) -> int:
        """As of all walks."""
        return self._knowledge.fresh(key, mask, seen)


def asked_on_the_way(network: Network, case: int) -> Asked:
    """The items that some walk of the case is asked for: always asked, or needed and not known on arrival.

    Least knowledge decides, so an item that every walk brings along, or that is looked up, is not named. One search
    per bundle of items (see `analysis.repeats`).
    """
    asked: dict[int, set[str]] = {}
    for items in _bundles(network):
        least = Knowledge(network, items, "least")
        for layer in explore(_OneCase(least, case)):
            for number, states in layer.items():
                mask = _questions(least, number, states)
                if mask:
                    asked.setdefault(number, set()).update(item for item, _ in least.by_item(mask))
    return {number: frozenset(items) for number, items in asked.items()}


def asked_again(answers: Answers, case: int) -> Asked:
    """The items that some walk of the case is asked for although they were given before."""
    again: dict[int, set[str]] = {}
    for repeat in answers.repeats.repeated:
        if repeat.cases & case:
            again.setdefault(repeat.touchpoint, set()).add(repeat.item)
    return {number: frozenset(items) for number, items in again.items()}


def _questions(least: Knowledge, number: int, states: States) -> int:
    bits = 0
    for key, mask in states.items():
        unknown = mask & ~least.known_on_arrival(number, key, mask)
        bits |= mask & least.asked(number) | unknown & least.wanted(number)
    return bits


def _bundles(network: Network) -> Iterator[tuple[str, ...]]:
    items = sorted({item for t in network.touchpoints for item in (*t.needs, *t.always_asks)})
    size = max(1, BITS_AT_ONCE // network.cases.class_count)
    return (tuple(items[start : start + size]) for start in range(0, len(items), size))

"""JM301 and JM302: every state of every item in every case, one item at a time (items are independent)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .answers import Answers
from .reading import NEW_CONTACT, Case, Data, asked, ids, records, touchpoints, vocabulary
from .world import Way, World


class State(NamedTuple):
    """After a visit: where, is the item known there, has the customer given it, and which systems hold it."""

    touchpoint: str
    known: bool
    given: bool
    held: frozenset[str]


class Arrival(NamedTuple):
    """Before a visit, otherwise as a `State`; `counts` is False after a self-transfer."""

    touchpoint: str
    known: bool
    given: bool
    held: frozenset[str]
    counts: bool


class Walk(NamedTuple):
    """Compared by length, then the ids as a whole, then the choices among parallel transfers."""

    length: int
    touchpoints: tuple[str, ...]
    choices: tuple[tuple[bool, str, int], ...]
    ways: tuple[Way, ...]

    def longer(self, way: Way) -> Walk:
        visited = (*self.touchpoints, way.receiver)
        return Walk(self.length + 1, visited, (*self.choices, way.choice), (*self.ways, way))

    @property
    def rank(self) -> tuple[Any, ...]:
        return self[:3]


class ItemWalks:
    """The steps of a contact with one item in view."""

    def __init__(self, world: World, item: str) -> None:
        self.world, self.item = world, item
        self.lasts_for_contact = vocabulary(world.map, "information")[item].get("lasts") == "contact"

    def starts(self) -> Iterator[tuple[Arrival, Walk]]:
        systems = vocabulary(self.world.map, "systems")
        held = frozenset(each for each, data in systems.items() if self.item in ids(data.get("holds")))
        for entry in self.world.entries:
            first = Arrival(entry, known=False, given=False, held=held, counts=True)
            yield first, Walk(0, (entry,), (), ())

    def available(self, arrival: Arrival) -> bool:
        reads = ids(self._data(arrival).get("reads"))
        return arrival.known or any(system in arrival.held for system in reads)

    def always_asked(self, arrival: Arrival) -> bool:
        return self.item in asked(self._data(arrival), "always_asks", self.world.case)

    def is_asked(self, arrival: Arrival) -> bool:
        needed = self.item in asked(self._data(arrival), "needs", self.world.case)
        return self.always_asked(arrival) or (needed and not self.available(arrival))

    def visit(self, arrival: Arrival) -> State:
        question = self.is_asked(arrival)
        known = self.available(arrival) or question
        listed = records(self._data(arrival))
        saved_in = {system for system, items in listed.items() if known and (not items or self.item in items)}
        return State(arrival.touchpoint, known, arrival.given or question, arrival.held | saved_in)

    def transfer(self, state: State, way: Way) -> Arrival:
        itself = way.sender == way.receiver
        if way.kind in NEW_CONTACT and self.lasts_for_contact:
            return Arrival(way.receiver, known=False, given=False, held=frozenset(), counts=not itself)
        known = state.known and (itself or self.item in way.carries)
        return Arrival(way.receiver, known, state.given, state.held, not itself)

    def arrivals(self) -> Iterator[tuple[Arrival, Walk]]:
        """Every arrival that some walk makes, each at least once with the smallest of its shortest walks."""
        layer = list(self.starts())
        seen: set[State] = set()
        while layer:
            yield from layer
            best: dict[State, Walk] = {}
            for arrival, walk in layer:
                state = self.visit(arrival)
                if state not in seen and (state not in best or walk.rank < best[state].rank):
                    best[state] = walk
            seen |= set(best)
            layer = [
                (self.transfer(state, way), walk.longer(way))
                for state, walk in best.items()
                for way in self.world.ways_from(state.touchpoint)
            ]

    def is_repeated(self, arrival: Arrival) -> bool:
        known = self.available(arrival)
        return arrival.counts and arrival.given and not known and self.is_asked(arrival)

    def lost_on(self, walk: Walk) -> list[list[str]]:
        """Walks the walk again: the transfers that do not carry the item since it was last known."""
        arrival = next(start for start, first in self.starts() if first.touchpoints == walk.touchpoints[:1])
        last_question = last_known = 0
        for place, way in enumerate(walk.ways):
            last_question = place if self.is_asked(arrival) else last_question
            state = self.visit(arrival)
            last_known = place if state.known else last_known
            arrival = self.transfer(state, way)
        since = walk.ways[max(last_question, last_known) :]
        return [list(pair) for pair in sorted({(w.sender, w.receiver) for w in since if self.item not in w.carries})]

    def _data(self, arrival: Arrival) -> Data:
        return touchpoints(self.world.map)[arrival.touchpoint]


def known_after_visit(world: World, item: str) -> set[str]:
    """The touchpoints at which some walk has the item known after the visit."""
    walks = ItemWalks(world, item)
    return {arrival.touchpoint for arrival, _ in walks.arrivals() if walks.visit(arrival).known}


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    for item in vocabulary(map_data, "information"):
        witnesses: dict[str, list[tuple[tuple[Any, ...], Case, list[list[str]]]]] = {}
        for world in every:
            walks = ItemWalks(world, item)
            arrivals = list(walks.arrivals())
            repeats = shortest_repeats(walks, arrivals)
            for touchpoint, walk in repeats.items():
                witnesses.setdefault(touchpoint, []).append((walk.rank, world.case, walks.lost_on(walk)))
            known = {a.touchpoint for a, _ in arrivals if a.counts and walks.available(a) and walks.always_asked(a)}
            for touchpoint in known - set(repeats):
                answers.holds("JM302", world.case, touchpoint=touchpoint, information=item)
        for touchpoint, found in witnesses.items():
            lost_on = min(found)[2]  # the same walk in two cases: the smaller case tells it
            for _, case, _ in found:
                answers.holds("JM301", case, touchpoint=touchpoint, information=item, lost_on=lost_on)


def shortest_repeats(walks: ItemWalks, arrivals: list[tuple[Arrival, Walk]]) -> dict[str, Walk]:
    """Per touchpoint at which the item is repeated in the case, the walk that comes first."""
    shortest: dict[str, Walk] = {}
    for arrival, walk in arrivals:
        known = shortest.get(arrival.touchpoint)
        if walks.is_repeated(arrival) and (known is None or walk.rank < known.rank):
            shortest[arrival.touchpoint] = walk
    return shortest

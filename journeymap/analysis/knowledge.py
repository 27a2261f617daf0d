"""Who knows what on the way: the walks of `semantics`, followed for all items and all cases at once.

Items do not depend on one another, so each pair of item and class of cases is one bit, and a key says what is true of
it on arrival: whether it is not given yet, known to whoever handles the contact, and which systems hold it. There are
two directions: *least* keeps the walks on which an item is given early, known and stored as little as possible (all
that can lead to a repeat); *most* those on which it is known and stored as much as possible (all that can lead to an
item being known).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from journeymap.analysis.search import Layer, Move, States
from journeymap.graph import Edge, Network
from journeymap.graph.network import NEW_CONTACT_KINDS
from journeymap.model import Filter

__all__ = ["KNOWN", "MAX_KEYS", "NOT_GIVEN", "SELF", "Knowledge"]

KNOWN, NOT_GIVEN, SELF = 1, 2, 4
"""Bits of a key: known on arrival; not given yet; arrived by a self-transfer. The bits above are systems that hold."""

_SYSTEMS = 3
MAX_KEYS = 128
"""The default of the most states followed at a touchpoint."""


class _Way(NamedTuple):
    edge: Edge
    bits: int
    carried: int
    new_contact: bool
    to_itself: bool


class Knowledge:
    """The process of walks that remember what is given, known and stored of `items` (see `search.Process`).

    Bit ``i * classes + c`` stands for the i-th item in class c of cases. With `until`, the walks followed for the
    i-th item end at the i-th of these touchpoints, and an item may come several times. At most `max_keys` different
    states are followed at a touchpoint; `cut` has the bits of which there were more.
    """

    def __init__(
        self,
        network: Network,
        items: tuple[str, ...],
        direction: Literal["least", "most"],
        until: tuple[int, ...] = (),
        max_keys: int = MAX_KEYS,
    ) -> None:
        self.network = network
        self.items = items
        self.cut = 0
        self._max_keys = max_keys
        self._least = direction == "least"
        self._unknown = NOT_GIVEN if self._least else 0
        self._classes = network.cases.class_count
        self._every_item = _ones(len(items), self._classes)
        self._places: dict[str, list[int]] = {}
        for place, item in enumerate(items):
            self._places.setdefault(item, []).append(place)
        self._ends: dict[int, int] = {}
        for place, number in enumerate(until):
            self._ends[number] = self._ends.get(number, 0) | network.cases.all << place * self._classes
        information = network.map.information
        self._for_contact = self.spread_items(item for item in items if information[item].lasts == "contact")
        self._spread: dict[int, int] = {}
        self._carried: dict[object, int] = {}
        self._prepare_systems()
        self._prepare_questions()

    def starts(self) -> Layer:
        """Nothing is given or known at an entry."""
        return {number: {self._unknown: self.spread_cases(mask)} for number, mask in self.network.entries.items()}

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        """Visit the touchpoint, then every edge out of it."""
        moves: list[Move] = []
        if ended := self._ends.get(number):
            states = {key: left for key, mask in states.items() if (left := mask & ~ended)}
        visited = self.after_visit(number, states).items()
        for edge, bits, carried, new_contact, to_itself in self._ways[number]:
            if targets is not None and edge.target not in targets:
                continue
            arriving = SELF if to_itself else 0
            for state, everyone in visited:
                mask = everyone & bits
                key = state
                if new_contact and (forgotten := mask & self._for_contact):
                    moves.append((edge, self._unknown | arriving, forgotten))
                    mask ^= forgotten
                if key & KNOWN and not to_itself and (lost := mask & ~carried):
                    moves.append((edge, key ^ KNOWN, lost))
                    mask ^= lost
                if mask:
                    moves.append((edge, key | arriving, mask))
        return moves

    def fresh(self, key: int, mask: int, seen: States) -> int:
        """The bits for which no walk seen before was at least as good: its key contained in this one, or around it."""
        least = self._least
        for other, before in seen.items():
            if not (other & ~key if least else key & ~other):
                mask &= ~before
                if not mask:
                    return 0
        if len(seen) >= self._max_keys and key not in seen:
            self.cut |= mask
            return 0
        return mask

    def known_on_arrival(self, number: int, key: int, mask: int) -> int:
        """The bits of `mask` known at a touchpoint after looking up its systems."""
        if key & KNOWN or key >> _SYSTEMS & self._reads[number]:
            return mask
        return mask & self._held[number]

    def asked(self, number: int) -> int:
        """The bits asked on every visit."""
        return self._asks[number]

    def wanted(self, number: int) -> int:
        """The bits asked when they are not known."""
        return self._wants[number]

    def is_asked(self, number: int, key: int, mask: int) -> bool:
        """Whether all bits of `mask`, arriving with `key`, are asked while no system holds them."""
        if key >> _SYSTEMS:
            return False
        unknown = mask & ~self.known_on_arrival(number, key, mask)
        return not mask & ~self._asks[number] & ~(self._wants[number] & unknown)

    def after_visit(self, number: int, states: States) -> States:
        """What is given, known and stored when the contact leaves."""
        after: States = {}
        asks, wants = self._asks[number], self._wants[number]
        for state, mask in states.items():
            key = state & ~SELF
            known = self.known_on_arrival(number, key, mask)
            given = mask & wants & ~known | mask & asks
            if given:
                _add(after, (key | KNOWN) & ~NOT_GIVEN, given)
                known &= ~given
            if known:
                _add(after, key | KNOWN, known)
            unknown = mask & ~given & ~known
            if unknown:
                _add(after, key, unknown)
        for system, recorded in self._records[number]:
            after = _recorded(after, system, recorded)
        return after

    def asked_and_carried(self, reached: Sequence[int]) -> list[int]:
        """For each touchpoint the bits known after a visit because they were asked, there or before, and carried on.

        `reached` are the cases in which each touchpoint is reachable. A least fixed point by worklist.
        """
        known = [
            (asks | wants | held) & self.spread_cases(cases)
            for asks, wants, held, cases in zip(self._asks, self._wants, self._held, reached, strict=True)
        ]
        waiting = [number for number, mask in enumerate(known) if mask]
        while waiting:
            gained, waiting = dict.fromkeys(waiting), []
            for number in gained:
                here = known[number]
                for edge, bits, carried, new_contact, _ in self._ways[number]:
                    new = here & bits & carried & ~known[edge.target]
                    if new_contact:
                        new &= ~self._for_contact
                    if new:
                        known[edge.target] |= new
                        waiting.append(edge.target)
        return known

    def spread_cases(self, mask: int) -> int:
        """The bits of every item in a set of cases."""
        known = self._spread.get(mask)
        if known is None:
            known = self._spread[mask] = mask * self._every_item
        return known

    def spread_items(self, items: Iterable[str]) -> int:
        """The bits of some items in every case."""
        everything = self.network.cases.all
        bits = 0
        for item in items:
            for place in self._places.get(item, ()):
                bits |= everything << place * self._classes
        return bits

    def bits_for(self, item: str, cases: int) -> int:
        """The bits of one item in a set of cases."""
        return cases << self._places[item][0] * self._classes

    def by_item(self, mask: int) -> Iterator[tuple[str, int]]:
        """The items in a set of bits, each with its set of cases."""
        return ((self.items[place], cases) for place, cases in self.by_place(mask))

    def by_place(self, mask: int) -> Iterator[tuple[int, int]]:
        """The places among `items` in a set of bits, each with its set of cases."""
        everything = self.network.cases.all
        while mask:
            place = ((mask & -mask).bit_length() - 1) // self._classes
            yield place, mask >> place * self._classes & everything
            mask &= ~(everything << place * self._classes)

    def ending_at(self, number: int) -> int:
        """The bits whose walks end at a touchpoint."""
        return self._ends.get(number, 0)

    def _prepare_systems(self) -> None:
        """Only systems that are read and written somewhere are followed; what one `holds` is known to its readers."""
        touchpoints = self.network.touchpoints
        read = {system for touchpoint in touchpoints for system in touchpoint.reads}
        written = {system for touchpoint in touchpoints for system in touchpoint.records}
        followed = {system: place for place, system in enumerate(sorted(read & written))}
        held = {system: self.spread_items(self.network.map.systems[system].holds) for system in read}
        self._reads = [0] * len(touchpoints)
        self._held = [0] * len(touchpoints)
        self._records: list[list[tuple[int, int]]] = [[] for _ in touchpoints]
        for number, touchpoint in enumerate(touchpoints):
            for system in touchpoint.reads:
                self._held[number] |= held[system]
                if system in followed:
                    self._reads[number] |= 1 << followed[system]
            for system, saved in touchpoint.records.items():
                if system in followed:
                    bits = self.spread_cases(self.network.cases.all) if saved is None else self.spread_items(saved)
                    if bits & ~held[system]:
                        self._records[number].append((1 << followed[system] + _SYSTEMS, bits & ~held[system]))

    def _prepare_questions(self) -> None:
        touchpoints = self.network.touchpoints
        self._asks = [self._bits_of(touchpoint.always_asks) for touchpoint in touchpoints]
        self._wants = [self._bits_of(touchpoint.needs) for touchpoint in touchpoints]

    def _bits_of(self, questions: dict[str, Filter]) -> int:
        bits = 0
        for item, chosen in questions.items():
            for place in self._places.get(item, ()):
                bits |= self.network.cases.matching(chosen) << place * self._classes
        return bits

    @cached_property
    def _ways(self) -> list[list[_Way]]:
        return [self._ways_of(edges) for edges in self.network.out]

    def _ways_of(self, edges: list[Edge]) -> list[_Way]:
        """The edges worth taking. A self-transfer changes something only if a new contact forgets items."""
        ways = []
        for edge in edges:
            to_itself = edge.source == edge.target
            new_contact = bool(self._for_contact) and edge.kind in NEW_CONTACT_KINDS
            if edge.cases and (not to_itself or (new_contact and self._least)):
                ways.append(_Way(edge, self.spread_cases(edge.cases), self._carries(edge), new_contact, to_itself))
        return ways

    def _carries(self, edge: Edge) -> int:
        carried = self._carried.get(edge.carries)
        if carried is None:
            if edge.carries == "all":
                carried = self.spread_cases(self.network.cases.all)
            else:
                carried = 0 if edge.carries == "none" else self.spread_items(edge.carries)
            self._carried[edge.carries] = carried
        return carried


def _ones(count: int, distance: int) -> int:
    """`count` bits, `distance` apart."""
    ones = 0
    for place in range(count):
        ones |= 1 << place * distance
    return ones


def _add(states: States, key: int, mask: int) -> None:
    states[key] = states.get(key, 0) | mask


def _recorded(states: States, system: int, recorded: int) -> States:
    """What is known is saved in the system; the rest stays as it is."""
    after: States = {}
    for key, mask in states.items():
        saved = mask & recorded if key & KNOWN and not key & system else 0
        if saved:
            _add(after, key | system, saved)
        if mask != saved:
            _add(after, key, mask & ~saved)
    return after

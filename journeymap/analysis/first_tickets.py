"""Walks that first come to a touchpoint by a ticket, and whether an item was given on the way."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.analysis.components import Pairs, union_components
from journeymap.analysis.repeats import BITS_AT_ONCE
from journeymap.graph import Edge, Network
from journeymap.graph.network import NEW_CONTACT_KINDS

__all__ = ["WORK_LIMIT", "first_tickets", "on_cycles"]

WORK_LIMIT = 1_500_000_000
"""At most so many triples of pair, class of cases and transfer are followed pair by pair."""


def first_tickets(
    network: Network, pairs: list[tuple[int, str]], looping: set[int]
) -> tuple[list[tuple[int, int]], set[int]]:
    """For pairs of touchpoint and item the cases in which some walk first comes by a ticket, and those with it given.

    First all walks are followed, item by item: every visit of a touchpoint on no cycle is a first one. The others,
    those of `looping`, to which tickets come are followed pair by pair, each to its touchpoint; the second value has
    the places of pairs for which that would be too much work.
    """
    ends = {number for number, _ in pairs}
    items = sorted({item for _, item in pairs})
    everywhere = _Bundle(network, [(None, item) for item in items], ends)
    everywhere.follow()
    found = [everywhere.arrived(number, items.index(item)) for number, item in pairs]
    open_places = [place for place, (number, _) in enumerate(pairs) if number in looping and found[place][0]]
    if len(open_places) * network.cases.class_count * sum(map(len, network.out)) > WORK_LIMIT:
        return found, set(open_places)
    size = max(1, BITS_AT_ONCE // network.cases.class_count)
    for start in range(0, len(open_places), size):
        places = open_places[start : start + size]
        bundle = _Bundle(network, [pairs[place] for place in places], ends)
        bundle.follow()
        for index, place in enumerate(places):
            found[place] = bundle.arrived(pairs[place][0], index)
    return found, set()


def on_cycles(network: Network) -> set[int]:
    """The touchpoints on a cycle of two or more in some case. O(transfers)."""
    pairs: Pairs = {
        number: {edge.target: edge.cases for edge in edges if edge.cases and edge.target != number}
        for number, edges in enumerate(network.out)
    }
    return {number for members in union_components(pairs) for number in members}


class _Bundle:
    """Walks followed together: a bit per item (and touchpoint at which its walks end, if any) and class of cases."""

    def __init__(self, network: Network, pairs: Sequence[tuple[int | None, str]], watched: set[int]) -> None:
        self._network = network
        self._classes = network.cases.class_count
        self._every_pair = sum(1 << place * self._classes for place in range(len(pairs)))
        self._spread: dict[int, int] = {}
        self._watched = watched
        of_item: dict[str, int] = {}
        self._ends: dict[int, int] = {}
        for place, (number, item) in enumerate(pairs):
            bits = network.cases.all << place * self._classes
            of_item[item] = of_item.get(item, 0) | bits
            if number is not None:
                self._ends[number] = self._ends.get(number, 0) | bits
        information = network.map.information
        self._for_contact = sum(bits for item, bits in of_item.items() if information[item].lasts == "contact")
        self._asked = [self._asked_at(number, of_item) for number in range(len(network.ids))]
        self._came: dict[int, int] = {}
        self._informed: dict[int, int] = {}

    def arrived(self, number: int, place: int) -> tuple[int, int]:
        """The cases in which walks of one bit come to a touchpoint by a ticket, and those with the item given."""
        shift, everything = place * self._classes, self._network.cases.all
        return self._came.get(number, 0) >> shift & everything, self._informed.get(number, 0) >> shift & everything

    def _asked_at(self, number: int, of_item: dict[str, int]) -> int:
        touchpoint = self._network.touchpoints[number]
        asked = 0
        for questions in (touchpoint.needs, touchpoint.always_asks):
            for item, chosen in questions.items():
                if item in of_item:
                    asked |= of_item[item] & self._in(self._network.cases.matching(chosen))
        return asked

    def _in(self, cases: int) -> int:
        known = self._spread.get(cases)
        if known is None:
            known = self._spread[cases] = cases * self._every_pair
        return known

    def follow(self) -> None:
        """A least fixed point by worklist: what arrives at each touchpoint with the item given, and without."""
        given = [0] * len(self._network.ids)
        missing = [0] * len(self._network.ids)
        for number, cases in self._network.entries.items():
            missing[number] = self._in(cases)
        waiting = [number for number, mask in enumerate(missing) if mask]
        while waiting:
            gained, waiting = dict.fromkeys(waiting), []
            for number in gained:
                going = ~self._ends.get(number, 0)
                asked = missing[number] & self._asked[number]
                with_it, without = (given[number] | asked) & going, missing[number] & ~asked & going
                for edge in self._network.out[number] if with_it or without else ():
                    more_with, more_without = self._arriving(edge, with_it, without)
                    more_with &= ~given[edge.target]
                    more_without &= ~missing[edge.target]
                    if more_with or more_without:
                        given[edge.target] |= more_with
                        missing[edge.target] |= more_without
                        waiting.append(edge.target)

    def _arriving(self, edge: Edge, with_it: int, without: int) -> tuple[int, int]:
        bits = self._in(edge.cases)
        with_it, without = with_it & bits, without & bits
        if self._for_contact and edge.kind in NEW_CONTACT_KINDS:
            without |= with_it & self._for_contact
            with_it &= ~self._for_contact
        if edge.kind == "ticket" and edge.target in self._watched and edge.source != edge.target:
            self._came[edge.target] = self._came.get(edge.target, 0) | with_it | without
            self._informed[edge.target] = self._informed.get(edge.target, 0) | with_it
        return with_it, without

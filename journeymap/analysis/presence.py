"""When customers can be at a touchpoint, when they arrive and find it closed, and when nobody can help."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from journeymap.analysis.hours import ALL_WEEK, Hours, is_live
from journeymap.analysis.reach import Reach
from journeymap.graph import Edge, Network
from journeymap.graph.cases import bits

__all__ = ["ClosedOnArrival", "OutOfHours", "Presence"]


@dataclass(frozen=True, slots=True)
class ClosedOnArrival:
    """Customers are sent from one touchpoint to another in minutes in which it is closed, by these edges."""

    source: int
    target: int
    minutes: int
    cases: int
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class OutOfHours:
    """In one class of cases the minutes in which nobody could settle the matter, and those without an open entry."""

    cases: int
    minutes: int
    no_entry: int


@dataclass(frozen=True)
class Presence:
    """When customers can be where: the least fixed point of the definition of T(t)."""

    reach: Reach

    @property
    def network(self) -> Network:
        """The graph of the map."""
        return self.reach.network

    @cached_property
    def hours(self) -> Hours:
        """When the touchpoints are open."""
        return Hours(self.network)

    @cached_property
    def bits(self) -> list[int]:
        """For each touchpoint the pairs of part of the week and class of cases in which a customer can be there.

        By worklist: O(transfers x the number of times a touchpoint gains bits).
        """
        hours = self.hours
        there = [0] * len(self.network.ids)
        for number, cases in self.network.entries.items():
            there[number] = hours.in_cases(cases) & hours.open_bits[number]
        waiting = [number for number, mask in enumerate(there) if mask]
        while waiting:
            gained, waiting = dict.fromkeys(waiting), []
            for number in gained:
                for edge in self.network.out[number]:
                    new = self._arriving(edge, there[number]) & ~there[edge.target]
                    if new:
                        there[edge.target] |= new
                        waiting.append(edge.target)
        return there

    def _arriving(self, edge: Edge, here: int) -> int:
        hours = self.hours
        if is_live(self.network, edge):
            coming = here & hours.in_cases(edge.cases)
        else:
            coming = hours.in_cases(hours.cases_of(here) & edge.cases)
        if edge.alternative:
            coming &= ~hours.open_bits[edge.declared_target]
        return coming & hours.open_bits[edge.target]

    @cached_property
    def closed_on_arrival(self) -> tuple[ClosedOnArrival, ...]:
        """The live transfers that reach a closed door that no `if_closed` opens, by sender and target."""
        found = []
        for source, edges in enumerate(self.network.out):
            missed: dict[int, tuple[int, list[Edge]]] = {}
            for edge in edges:
                left = 0 if edge.alternative or not is_live(self.network, edge) else self._before_closed_doors(edge)
                if left:
                    known, parallel = missed.get(edge.target, (0, []))
                    missed[edge.target] = known | left, [*parallel, edge]
            for target, (mask, parallel) in missed.items():
                minutes, cases = self.hours.minutes_of(mask), self.hours.cases_of(mask)
                found.append(ClosedOnArrival(source, target, minutes, cases, tuple(parallel)))
        return tuple(found)

    def _before_closed_doors(self, edge: Edge) -> int:
        hours = self.hours
        left = self.bits[edge.source] & hours.in_cases(edge.cases) & ~hours.open_bits[edge.target]
        if left and edge.transfer.if_closed is not None:
            for other in self.network.out[edge.source]:
                if other.alternative and other.transfer is edge.transfer:
                    left &= ~(hours.in_cases(other.cases) & hours.open_bits[other.target])
        return left

    @cached_property
    def out_of_hours(self) -> tuple[OutOfHours, ...]:
        """For each class of cases that has a way in, the minutes in which nobody could settle the matter."""
        hours = self.hours
        settled = entering = 0
        for number, cases in enumerate(self.network.resolving):
            if cases:
                settled |= self.bits[number] & hours.in_cases(cases)
        for number, cases in self.network.entries.items():
            entering |= hours.open_bits[number] & hours.in_cases(cases)
        found = []
        for place in bits(self.network.cases.all & ~self.reach.no_way_in):
            minutes = ALL_WEEK & ~hours.minutes_of(settled, 1 << place)
            if minutes:
                found.append(OutOfHours(1 << place, minutes, ALL_WEEK & ~hours.minutes_of(entering, 1 << place)))
        return tuple(found)

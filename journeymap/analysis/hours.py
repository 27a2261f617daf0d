"""Opening hours as sets of minutes of a typical week, and when customers can be where.

Minutes 0 to 10,079 count from Monday 00:00, a ring; a set of them is an `int`. Minutes that no opening hours of the
map tell apart form one *part* of the week; a pair of part and class of cases is one bit, so that all cases and all
times are followed together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from journeymap.analysis.components import split
from journeymap.graph import Edge, Network
from journeymap.graph.cases import bits

__all__ = ["ALL_WEEK", "LIVE_KINDS", "MINUTES", "Hours", "is_live", "open_minutes", "stretches"]

MINUTES = 7 * 24 * 60
ALL_WEEK = (1 << MINUTES) - 1
LIVE_KINDS = frozenset({"step", "warm", "cold"})
"""Kinds of transfer after which the customer is there at once."""

_NOBODY_WAITS = frozenset({"message", "internal"})


@lru_cache(maxsize=4096)
def open_minutes(text: str, monday: date) -> int:
    """The minutes of the week that opening hours in OpenStreetMap syntax cover; "unknown" counts as closed."""
    from opening_hours import OpeningHours, State  # loaded only for maps that have opening hours

    start = datetime.combine(monday, time())
    minutes = 0
    for begin, end, state, _ in OpeningHours(text).intervals(start, start + timedelta(days=7)):
        if state == State.OPEN:
            first = max(0, _minute(begin, start))
            last = min(MINUTES, _minute(end, start))
            minutes |= (1 << last) - (1 << first)
    return minutes


def _minute(moment: datetime, start: datetime) -> int:
    return int((moment.replace(tzinfo=None) - start).total_seconds() // 60)


def is_live(network: Network, edge: Edge) -> bool:
    """Whether the customer is at the target at once: a live kind, to a touchpoint where customers wait."""
    return edge.kind in LIVE_KINDS and network.mode[edge.target] not in _NOBODY_WAITS


@dataclass(frozen=True)
class Hours:
    """When each touchpoint is open."""

    network: Network

    @cached_property
    def minutes(self) -> list[int]:
        """For each touchpoint the minutes in which it is open."""
        return [self._open(number) for number in range(len(self.network.ids))]

    @cached_property
    def parts(self) -> list[int]:
        """The parts of the week that all touchpoints treat alike."""
        return split(ALL_WEEK, sorted(set(self.minutes)))

    @cached_property
    def open_bits(self) -> list[int]:
        """For each touchpoint the bits of the parts in which it is open, in every case."""
        spread: dict[int, int] = {}
        for minutes in set(self.minutes):
            chosen = [place for place, part in enumerate(self.parts) if part & minutes]
            spread[minutes] = sum(self.network.cases.all << place * self._classes for place in chosen)
        return [spread[minutes] for minutes in self.minutes]

    @property
    def _classes(self) -> int:
        return self.network.cases.class_count

    @cached_property
    def _every_part(self) -> int:
        return sum(1 << place * self._classes for place in range(len(self.parts)))

    def in_cases(self, cases: int) -> int:
        """The bits of some cases at all times."""
        return cases * self._every_part

    def cases_of(self, mask: int) -> int:
        """The cases that have some bit."""
        cases = 0
        while mask:
            cases |= mask & self.network.cases.all
            mask >>= self._classes
        return cases

    def minutes_of(self, mask: int, cases: int = -1) -> int:
        """The minutes in which some of the cases has a bit."""
        minutes = 0
        for part in self.parts:
            if mask & self.network.cases.all & cases:
                minutes |= part
            mask >>= self._classes
        return minutes

    def _open(self, number: int) -> int:
        network = self.network
        touchpoint = network.touchpoints[number]
        if touchpoint.hours is not None:
            return self._read(touchpoint.hours)
        on_channel = self._read(network.map.channels[touchpoint.channel].hours)
        if network.machine[number] or network.mode[number] == "message":
            return on_channel
        by_owner = 0
        for department in touchpoint.department:
            by_owner |= self._read(network.map.departments[department].hours)
        return on_channel & by_owner

    def _read(self, text: str | None) -> int:
        return ALL_WEEK if text is None else open_minutes(text, self.network.map.settings.week)


def stretches(minutes: int) -> list[tuple[int, int]]:
    """A set of minutes as stretches ``(first, behind the last)``, in order."""
    places = list(bits(minutes ^ (minutes << 1)))
    return list(zip(places[::2], places[1::2], strict=True))

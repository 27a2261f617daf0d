"""Which way an arrow takes through the columns that lie between its boxes: through the gaps between other boxes.

Coordinates: `along` the ranks (x where the picture runs to the right), `across` them (y). All boxes of a rank stand in
one column; a way crosses each column between its ends in one gap, so it never passes through a box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.draw.layout.spreading import spread

__all__ = ["Course", "Crossing", "Gap", "Link", "courses", "gaps_of"]

_CLEAR, _TOO_TIGHT = 7.0, 4.0
"""How far a line keeps from boxes; a gap that is lower than this is none."""
_APART = 9.0
_OUTSIDE = 4000.0
_CROWDED, _TURN = 40.0, 6.0
"""What it costs to squeeze through a full gap, and each gap that is not straight ahead."""
_PULLS = 12


class Gap(NamedTuple):
    """A free interval across a column."""

    low: float
    high: float

    def nearest(self, value: float) -> float:
        """The place in the gap that is nearest to a value."""
        return min(max(value, self.low), self.high)


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow from a lower rank to a higher one, in the order of ranks: arrows back are turned round."""

    number: int
    first: int
    last: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where a way enters and leaves the gap of a column."""

    gap: Gap
    enters: float
    leaves: float


Course = tuple[Crossing, ...]
"""The crossings of all columns between the ends, in order."""


def gaps_of(taken: Sequence[tuple[float, float]]) -> tuple[Gap, ...]:
    """The gaps of a column between what is taken in it; the outer ones have no end. O(n log n)."""
    found, low = [], -_OUTSIDE
    for top, bottom in sorted(taken):
        if top - _CLEAR - low >= _TOO_TIGHT:
            found.append(Gap(low, top - _CLEAR))
        low = max(low, bottom + _CLEAR)
    return (*found, Gap(low, max(low, 0) + _OUTSIDE))


def courses(
    links: Sequence[Link],
    gaps: Sequence[Sequence[Gap]],
    panels: Sequence[Sequence[tuple[float, float]]],
    broader: float = 0.0,
) -> dict[int, Course]:
    """The crossings of every link, by its number: short and straight, and with room for each in its gap.

    `gaps` and `panels` are by rank; `broader` is how much broader than usual lines may be.
    O(links x ranks x gaps squared).
    """
    used: dict[tuple[int, Gap], int] = {}
    chosen: dict[int, list[Gap]] = {}
    for link in sorted(links, key=lambda each: (each.last - each.first, abs(each.end - each.start), each.number)):
        chosen[link.number] = _through(link, gaps, panels, used)
        for rank, gap in enumerate(chosen[link.number], start=link.first + 1):
            used[rank, gap] = used.get((rank, gap), 0) + 1
    pulled = {link.number: _pulled(link, chosen[link.number]) for link in links}
    return _separated(links, chosen, pulled, _APART + broader)


def _through(
    link: Link,
    gaps: Sequence[Sequence[Gap]],
    panels: Sequence[Sequence[tuple[float, float]]],
    used: Mapping[tuple[int, Gap], int],
) -> list[Gap]:
    """The cheapest sequence of gaps, by dynamic programming over the columns."""
    states: list[tuple[float, float, tuple[Gap, ...]]] = [(0.0, link.start, ())]
    steps = link.last - link.first
    for rank in range(link.first + 1, link.last):
        onward = link.start + (link.end - link.start) * (rank - link.first) / steps
        reached = []
        for gap in gaps[rank]:
            at = gap.nearest(onward)
            extra = _crowding(gap, used.get((rank, gap), 0)) + _inside(at, panels[rank])
            cost, way = min((cost + _distance(at - before), way) for cost, before, way in states)
            reached.append((cost + extra, at, (*way, gap)))
        states = reached
    return list(min((cost + _distance(link.end - at), way) for cost, at, way in states)[1])


def _distance(length: float) -> float:
    return abs(length) + (_TURN if abs(length) > 1 else 0)


def _crowding(gap: Gap, count: int) -> float:
    room = (gap.high - gap.low) / _APART
    return _CROWDED * max(0.0, count + 1 - room) if count else 0.0


def _inside(at: float, panels: Sequence[tuple[float, float]]) -> float:
    """A way through a panel that it has nothing to do with is a little worse than one between panels."""
    return _TURN * 2 if any(low < at < high for low, high in panels) else 0.0


def _pulled(link: Link, chosen: Sequence[Gap]) -> list[float]:
    """A string through the gaps, pulled tight: two places for each gap, where it enters and where it leaves."""
    count = 2 * len(chosen)
    bounds = [gap for gap in chosen for _ in range(2)]
    places = [gap.nearest(link.start + (link.end - link.start) * (n + 1) / (count + 1)) for n, gap in enumerate(bounds)]
    for _ in range(_PULLS if count else 0):
        for n, gap in enumerate(bounds):
            before = places[n - 1] if n else link.start
            after = places[n + 1] if n + 1 < count else link.end
            places[n] = gap.nearest((before + after) / 2)
    return places


def _separated(
    links: Sequence[Link], chosen: Mapping[int, Sequence[Gap]], pulled: Mapping[int, list[float]], apart: float
) -> dict[int, Course]:
    """Ways through the same gap in the order in which they come, apart from one another."""
    sharing: dict[tuple[int, Gap], list[tuple[tuple[float, ...], int, int]]] = {}
    for link in links:
        places = [link.start, *pulled[link.number], link.end]
        for n, gap in enumerate(chosen[link.number]):
            around = places[2 * n : 2 * n + 4]
            key = (sum(around[1:3]), around[0] + around[3])
            sharing.setdefault((link.first + 1 + n, gap), []).append((key, link.number, n))
    found: dict[int, dict[int, Crossing]] = {link.number: {} for link in links}
    for (_, gap), users in sharing.items():
        users.sort()
        sides = (spread([pulled[number][2 * n + side] for _, number, n in users], *gap, apart) for side in (0, 1))
        for (_, number, n), enters, leaves in zip(users, *sides, strict=True):
            found[number][n] = Crossing(gap, enters, leaves)
    return {number: tuple(by[n] for n in sorted(by)) for number, by in found.items()}

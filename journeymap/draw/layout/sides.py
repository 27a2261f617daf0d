"""Where arrows meet the sides of boxes: apart from one another, in the order of where they come from and go to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journeymap.draw.layout.spreading import spread

__all__ = ["End", "meeting_places", "side_needed"]

_CORNER, _APART, _LEAST = 11.0, 15.0, 6.0
"""How far from the corners arrows end, how far from one another they would like to end, and how far they have to."""
_TOWARDS = 0.6
"""How much of the side an arrow may use that leads past it."""


class End(NamedTuple):
    """The end of a link at a side of a box: `late` is 1 for the side that looks to the later ranks, 0 for the other."""

    box: int
    late: int


def side_needed(count: int, broader: float = 0.0) -> float:
    """How long the side of a box has to be for so many arrows, `broader` than usual."""
    return 2 * _CORNER + broader + max(0, count - 1) * (_LEAST + broader)


def meeting_places(
    ends: Mapping[int, tuple[End, End]],
    spans: Sequence[tuple[float, float]],
    nexts: Mapping[int, tuple[float | None, float | None]],
    back: frozenset[int],
) -> dict[int, tuple[float, float]]:
    """Where each link leaves its first and enters its last box, across the ranks. O(links log links).

    `spans` are the sides of the boxes; `nexts` the places next to each end, None where that is the other end.
    """
    found = {number: tuple((sum(spans[end.box])) / 2 for end in both) for number, both in ends.items()}
    sides: dict[End, list[int]] = {}
    for number, both in ends.items():
        for end in both:
            sides.setdefault(end, []).append(number)
    for late in (1, 0, 1):
        for end in sorted(side for side in sides if side.late == late):
            _settle(end, sides[end], spans[end.box], found, nexts, back)
    return {number: (both[0], both[1]) for number, both in found.items()}


def _settle(
    end: End,
    numbers: Sequence[int],
    span: tuple[float, float],
    found: dict[int, tuple[float, ...]],
    nexts: Mapping[int, tuple[float | None, float | None]],
    back: frozenset[int],
) -> None:
    own = 0 if end.late else 1

    def goal(number: int) -> float:
        near = nexts[number][own]
        return found[number][1 - own] if near is None else near

    ordered = sorted(numbers, key=lambda number: (round(goal(number), 3), number in back, number))
    low, high = span[0] + _CORNER, span[1] - _CORNER
    middle, reach = (low + high) / 2, (high - low) / 2
    wanted = []
    for number in ordered:
        aim = goal(number)
        limit = reach if low <= aim <= high else reach * _TOWARDS
        wanted.append(middle + min(max(aim - middle, -limit), limit))
    for number, place in zip(ordered, spread(wanted, low, high, _APART), strict=True):
        other = found[number][1 - own]
        found[number] = (place, other) if own == 0 else (other, place)

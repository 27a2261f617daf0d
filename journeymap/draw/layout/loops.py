"""Arrows from a box to itself: they hang below it."""

from __future__ import annotations

from journeymap.draw.placement import Point, Rectangle
from journeymap.draw.scene import Scene

__all__ = ["LOOP_ROOM", "looping", "loops_below"]

LOOP_ROOM = 26
"""The room below a box for arrows from it to itself."""
_FIRST, _APART, _CORNER = 22.0, 14.0, 6.0
"""Half the breadth of the first arrow, how much each next one is broader, and what stays free at the corners."""


def looping(scene: Scene) -> frozenset[str]:
    """The boxes that have arrows to themselves."""
    return frozenset(arrow.source for arrow in scene.arrows if arrow.source == arrow.target)


def loops_below(place: Rectangle, count: int) -> list[tuple[Point, ...]]:
    """Curves (four points each) below a box, one within the other, that end on its lower side."""
    deep = place.bottom + LOOP_ROOM * 1.2
    found: list[tuple[Point, ...]] = []
    for reach in _reaches(count, place.width / 2):
        right, left = place.centre.x + reach, place.centre.x - reach
        bends = Point(right + 8, deep), Point(left - 8, deep)
        found.append((Point(right, place.bottom), *bends, Point(left, place.bottom)))
    return found


def _reaches(count: int, half: float) -> list[float]:
    """How far to either side of the middle of a box each arrow ends, never beyond its corners."""
    widest = half - _CORNER
    first = min(_FIRST, widest / 2)
    apart = min(_APART, (widest - first) / max(count - 1, 1))
    return [first + apart * n for n in range(count)]

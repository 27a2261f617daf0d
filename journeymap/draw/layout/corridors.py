"""The corridors between columns of boxes: where in them each arrow turns, how wide they are, and its curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.draw.placement import Point

__all__ = ["Knot", "Stretch", "curve", "tracks"]

_LEVEL = 14.0
"""An arrow that moves less than this across a corridor needs no track of its own."""


class Stretch(NamedTuple):
    """What a way does in a corridor: from where to where across the ranks."""

    number: int
    start: float
    end: float


class Knot(NamedTuple):
    """A place that a curve passes; `low` and `high` bound the piece that leads to it."""

    along: float
    across: float
    low: float
    high: float
    turn: float | None


def tracks(stretches: Sequence[Stretch]) -> dict[int, int]:
    """A track for each way that needs one, from 0: ways that overlap get different ones. O(n squared).

    Of two ways down, the one that begins lower turns first, of two ways up the higher: so they do not cross twice.
    """
    steep = [each for each in stretches if abs(each.end - each.start) > _LEVEL]
    down = sorted((each for each in steep if each.end > each.start), key=lambda each: (-each.start, -each.end))
    up = sorted((each for each in steep if each.end < each.start), key=lambda each: (each.start, each.end))
    found: list[tuple[Stretch, int]] = []
    for each in (*down, *up):
        used = [track for other, track in found if _overlap(each, other)]
        found.append((each, max(used, default=-1) + 1))
    return {each.number: track for each, track in found}


def _overlap(one: Stretch, other: Stretch) -> bool:
    return min(one.start, one.end) < max(other.start, other.end) and min(other.start, other.end) < max(
        one.start, one.end
    )


def curve(knots: Sequence[Knot]) -> tuple[Point, ...]:
    """A smooth curve (1 + 3n points) through the knots; it ends level, and no piece leaves its bounds: a Bezier piece
    lies within the hull of its points.
    """
    slopes = [0.0, *(_slope(*knots[n - 1 : n + 2]) for n in range(1, len(knots) - 1)), 0.0]
    points = [Point(knots[0].along, knots[0].across)]
    for n in range(1, len(knots)):
        before, after = knots[n - 1], knots[n]
        first, second = _arms(before, after)
        points.append(Point(first, _within(before.across + slopes[n - 1] * (first - before.along), after)))
        points.append(Point(second, _within(after.across - slopes[n] * (after.along - second), after)))
        points.append(Point(after.along, after.across))
    return tuple(points)


def _arms(before: Knot, after: Knot) -> tuple[float, float]:
    if after.turn is not None:
        return after.turn, after.turn
    third = (after.along - before.along) / 3
    return before.along + third, after.along - third


def _within(value: float, knot: Knot) -> float:
    return min(max(value, knot.low), knot.high)


def _slope(before: Knot, here: Knot, after: Knot) -> float:
    """The direction at a knot: the flatter of the two pieces there, level at a turning point."""
    one, other = (_secant(*pair) for pair in ((before, here), (here, after)))
    if one * other <= 0:
        return 0.0
    return min(one, other, key=abs)


def _secant(one: Knot, other: Knot) -> float:
    return (other.across - one.across) / (other.along - one.along) if other.along > one.along else 0.0

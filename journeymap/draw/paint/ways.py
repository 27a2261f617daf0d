"""The way of an arrow as a chain of curves that can be cut: where its line begins, where its head sits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from journeymap.draw.placement import Point, Rectangle, Route

__all__ = ["Piece", "Way", "along", "crosses", "length", "path_data", "split", "way_of"]

CORNER = 8.0
"""Radius of the rounded corners of a `line` route."""
_SAMPLES = 10
_STEP = 5.0
_ROUND = 0.5523
_NOTHING = 0.01


@dataclass(frozen=True, slots=True)
class Piece:
    """A cubic Bezier curve; `straight` where it is a stretch of line."""

    start: Point
    before: Point
    after: Point
    end: Point
    straight: bool = False


Way = tuple[Piece, ...]


def way_of(route: Route) -> Way:
    """The curves of a route; the corners of a `line` are rounded. O(points)."""
    if route.form == "curve":
        points = route.points
        return tuple(_curve(points[at : at + 4]) for at in range(0, len(points) - 3, 3))
    return _rounded([point for point, later in pairwise(route.points) if point != later] + [route.points[-1]])


def _curve(points: tuple[Point, ...]) -> Piece:
    start, before, after, end = points
    return Piece(start, before, after, end)


def _rounded(points: list[Point]) -> Way:
    pieces: list[Piece] = []
    at = points[0]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(CORNER, _distance(before, corner) / 2, _distance(corner, after) / 2)
        into, out = _towards(corner, before, radius), _towards(corner, after, radius)
        pieces.append(_straight(at, into))
        pieces.append(Piece(into, _between(into, corner, _ROUND), _between(out, corner, _ROUND), out))
        at = out
    return (*pieces, _straight(at, points[-1]))


def length(way: Way) -> float:
    """About how long a way is."""
    return sum(map(_piece_length, way))


def along(way: Way, distance: float) -> tuple[Point, Point]:
    """The point at a distance from the start of a way (longer than nothing), and the direction there, of length 1."""
    head, tail = split(way, distance)
    coming = next((piece for piece in tail if _piece_length(piece) > _NOTHING), None)
    if coming is not None:
        return coming.start, _direction(coming.start, _ahead(coming))
    last = _reversed([piece for piece in head if _piece_length(piece) > _NOTHING][-1])
    return last.start, _direction(_ahead(last), last.start)


def _direction(start: Point, end: Point) -> Point:
    size = _distance(start, end) or 1.0
    return Point((end.x - start.x) / size, (end.y - start.y) / size)


def crosses(way: Way, place: Rectangle) -> bool:
    """Whether a way runs through a rectangle; pieces whose control points all lie on one side of it are passed over."""
    return any(
        place.x < at.x < place.right and place.y < at.y < place.bottom
        for piece in way
        if _may_cross(piece, place)
        for at in _samples(piece, math.ceil(_piece_length(piece) / _STEP) + 1)
    )


def _may_cross(piece: Piece, place: Rectangle) -> bool:
    points = (piece.start, piece.before, piece.after, piece.end)
    xs, ys = [point.x for point in points], [point.y for point in points]
    return min(xs) < place.right and max(xs) > place.x and min(ys) < place.bottom and max(ys) > place.y


def split(way: Way, distance: float) -> tuple[Way, Way]:
    """What lies before and what lies behind a distance from the start."""
    for place, piece in enumerate(way):
        here = _piece_length(piece)
        if distance < here:
            if distance <= 0:
                return way[:place], way[place:]
            first, second = _cut(piece, _share(piece, distance, here))
            return (*way[:place], first), (second, *way[place + 1 :])
        distance -= here
    return way, ()


def path_data(way: Way) -> str:
    """SVG path data with absolute coordinates."""
    if not way:
        return ""
    start = way[0].start
    return " ".join((f"M{start.x:.2f} {start.y:.2f}", *map(_command, way)))


def _command(piece: Piece) -> str:
    if piece.straight:
        return f"L{piece.end.x:.2f} {piece.end.y:.2f}"
    return "C" + " ".join(f"{point.x:.2f} {point.y:.2f}" for point in (piece.before, piece.after, piece.end))


def _straight(start: Point, end: Point) -> Piece:
    return Piece(start, _between(start, end, 1 / 3), _between(start, end, 2 / 3), end, straight=True)


def _reversed(piece: Piece) -> Piece:
    return Piece(piece.end, piece.after, piece.before, piece.start, piece.straight)


def _ahead(piece: Piece) -> Point:
    """A point that the piece sets out for; control points may lie upon its start."""
    return next((point for point in (piece.before, piece.after) if _distance(piece.start, point) > _NOTHING), piece.end)


def _cut(piece: Piece, share: float) -> tuple[Piece, Piece]:
    """De Casteljau's construction."""
    a, b, c = (
        _between(one, other, share) for one, other in pairwise((piece.start, piece.before, piece.after, piece.end))
    )
    d, e = _between(a, b, share), _between(b, c, share)
    middle = _between(d, e, share)
    return Piece(piece.start, a, d, middle, piece.straight), Piece(middle, e, c, piece.end, piece.straight)


def _share(piece: Piece, distance: float, whole: float) -> float:
    """The parameter at which a distance has been gone."""
    if piece.straight:
        return distance / whole
    gone = 0.0
    for place, (one, other) in enumerate(pairwise(_samples(piece))):
        step = _distance(one, other)
        if gone + step >= distance:
            return (place + (distance - gone) / (step or 1)) / _SAMPLES
        gone += step
    return 1.0


@lru_cache(maxsize=8192)
def _piece_length(piece: Piece) -> float:
    if piece.straight:
        return _distance(piece.start, piece.end)
    return sum(_distance(one, other) for one, other in pairwise(_samples(piece)))


def _samples(piece: Piece, count: int = _SAMPLES) -> list[Point]:
    return [_at(piece, place / count) for place in range(count + 1)]


def _at(piece: Piece, t: float) -> Point:
    s = 1 - t
    first, second, third, fourth = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    start, before, after, end = piece.start, piece.before, piece.after, piece.end
    return Point(
        first * start.x + second * before.x + third * after.x + fourth * end.x,
        first * start.y + second * before.y + third * after.y + fourth * end.y,
    )


def _between(one: Point, other: Point, share: float) -> Point:
    return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)


def _towards(start: Point, end: Point, distance: float) -> Point:
    return _between(start, end, distance / (_distance(start, end) or 1))


def _distance(one: Point, other: Point) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)

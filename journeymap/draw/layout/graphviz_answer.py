"""Reads what Graphviz answers (``json0``): places in CSS pixels, y downwards, by the names that it was given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from journeymap.draw.placement import Point, Rectangle, Size
from journeymap.errors import CannotRun

__all__ = ["ANOTHER_WAY", "Drawing", "Line", "read_answer"]

ANOTHER_WAY = 'draw a smaller part (--department, --focus), try another "--engine", or report it with the map'
_UNREADABLE = "the answer of the layout engine cannot be read"
_INCH = 72
_MOST = 1_000_000.0
"""No picture is as large as this, in pixels."""


@dataclass(frozen=True, slots=True)
class Line:
    """The way of an edge, from its tail to its head with tips, as 1 + 3n points; `label` is the middle of its label."""

    points: tuple[Point, ...]
    label: Point | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph with its places: nodes and clusters by their names, edges by their ids."""

    size: Size
    nodes: Mapping[str, Rectangle]
    clusters: Mapping[str, Rectangle]
    edges: Mapping[str, Line]


def read_answer(answer: bytes) -> Drawing:
    """The drawing in an answer; CannotRun if it is none. O(size of the answer)."""
    try:
        return _drawing(json.loads(answer))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise CannotRun(_UNREADABLE, help=ANOTHER_WAY) from None


def _drawing(graph: Mapping[str, Any]) -> Drawing:
    left, low, right, top = _numbers(graph["bb"])
    things = graph.get("objects", [])
    return Drawing(
        size=Size(right - left, top - low),
        nodes={thing["name"]: _node(thing, left, top) for thing in things if "pos" in thing},
        clusters={thing["name"]: _cluster(thing, left, top) for thing in things if "bb" in thing},
        edges={edge["id"]: _line(edge, left, top) for edge in graph.get("edges", [])},
    )


def _node(node: Mapping[str, Any], left: float, top: float) -> Rectangle:
    middle = _point(node["pos"], left, top)
    width, height = (float(node[side]) * _INCH for side in ("width", "height"))
    return Rectangle(middle.x - width / 2, middle.y - height / 2, width, height)


def _cluster(cluster: Mapping[str, Any], left: float, top: float) -> Rectangle:
    west, south, east, north = _numbers(cluster["bb"])
    return Rectangle(west - left, top - north, east - west, north - south)


def _line(edge: Mapping[str, Any], left: float, top: float) -> Line:
    """Where a tip is given (``e,x,y`` at the head, ``s,x,y`` at the tail), the line is drawn on to it."""
    start, end = None, None
    points: list[Point] = []
    for word in edge["pos"].split():
        mark, _, place = word.partition(",")
        if mark == "s":
            start = _point(place, left, top)
        elif mark == "e":
            end = _point(place, left, top)
        else:
            points.append(_point(word, left, top))
    if len(points) < 4 or len(points) % 3 != 1:
        raise ValueError(edge["pos"])
    before = _onward(start, points[0]) if start is not None else ()
    after = _onward(points[-1], end) if end is not None else ()
    whole = (*(before[:-1]), *points, *(after[1:]))
    label = _point(edge["lp"], left, top) if "lp" in edge else None
    return Line(whole, label)


def _onward(here: Point, there: Point) -> tuple[Point, ...]:
    """A straight piece as a Bezier curve."""
    third = Point((there.x - here.x) / 3, (there.y - here.y) / 3)
    return (
        here,
        Point(here.x + third.x, here.y + third.y),
        Point(there.x - third.x, there.y - third.y),
        there,
    )


def _point(text: str, left: float, top: float) -> Point:
    x, y = _numbers(text)
    return Point(x - left, top - y)


def _numbers(text: str) -> list[float]:
    return _sound(float(word) for word in text.split(","))


def _sound(numbers: Iterable[float]) -> list[float]:
    found = list(numbers)
    if not all(-_MOST < number < _MOST for number in found):  # catches "nan" as well
        raise ValueError(found)
    return found

"""How high everything stands, once ports and tracks are known: rows, and the levels between them, moved together.

Constraint-graph compaction in one dimension (Y. Liao, C. K. Wong, An algorithm to compact a VLSI symbolic layout with
mixed constraints, IEEE Trans. CAD 2(2), 1983): what is above something else stays above it, as near as it may, and
things that share no column and no channel do not keep one another away. What has room stands in the middle of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.draw.layout.extents import Margins
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.ports import Ports
from journeymap.draw.layout.ways import Way
from journeymap.draw.placement import Size

__all__ = ["Course", "Down", "down"]

_CORNER = 8.0
"""Ports keep this far from the corners of a box."""
_BESIDE_LABEL, _BESIDE_DOT = 2.0, 4.0


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of all arrows before anything has a coordinate.

    `labels` are sizes; `dots` leads from the arrow of an entry dot to the dot; `halves` is the room that each line
    takes to each side; `levels` has the tracks of the arrows in each level.
    """

    ways: tuple[Way, ...]
    ports: Ports
    labels: Mapping[str, Size]
    dots: Mapping[str, str]
    halves: Mapping[str, float]
    levels: Mapping[int, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Down:
    """The vertical extents: the middle of each row, the height of each arrow that takes a level, upper and lower edge
    of the lane that each row belongs to, and how far each box reaches above and below the middle of its row.
    """

    middles: tuple[float, ...]
    heights: Mapping[str, float]
    bands: tuple[tuple[float, float], ...]
    spans: Mapping[str, tuple[float, float]]


class _Thing(NamedTuple):
    """Something that takes room: in slots `first` to `last` (columns and channels in turn), from `top` to `bottom`
    relative to the row or the level that it belongs to, with `half` the distance to its neighbours.
    """

    first: int
    last: int
    top: float
    bottom: float
    half: float


_Bundle = tuple[_Thing, ...]


def down(grid: Grid, course: Course, margins: Margins) -> Down:
    """The vertical extents. O((boxes + arrows) x columns)."""
    spans = _spans(grid, course)
    rows = _rows(grid, course, spans)
    levels = _levels(course)
    middles: list[float] = []
    heights: dict[str, float] = {}
    bands: list[tuple[float, float]] = []
    y = margins.top
    for first, final in _lanes(grid):
        order: list[tuple[str | None, _Bundle]] = []
        for row in range(first, final):
            order += [*levels.get(2 * row, ()), (None, rows[row]), *levels.get(2 * row + 1, ())]
        pad = margins.lane - margins.row / 2
        places, height = _balanced([bundle for _, bundle in order])
        for (arrow, _), place in zip(order, places, strict=True):
            if arrow is None:
                middles.append(y + pad + place)
            else:
                heights[arrow] = y + pad + place
        bands += [(y, y + height + 2 * pad)] * (final - first)
        y += height + 2 * pad + margins.between
    return Down(tuple(middles), heights, tuple(bands), spans)


def _lanes(grid: Grid) -> Iterator[tuple[int, int]]:
    """The rows of each lane, as half-open ranges."""
    starts = sorted({0, *grid.breaks} if grid.rows else ())
    return zip(starts, [*starts[1:], grid.rows], strict=True)


def _spans(grid: Grid, course: Course) -> dict[str, tuple[float, float]]:
    """From where to where a box reaches: as high as its content, and further where its ports need it."""
    at = {cell: key for key, cell in grid.cells.items()}
    spans = {key: (-grid.sizes[key].height / 2, grid.sizes[key].height / 2) for key in grid.cells}
    for way in course.ways:
        for cell, offsets in ((way.source, course.ports.leaving), (way.target, course.ports.entering)):
            (top, bottom), offset = spans[at[cell]], offsets[way.arrow]
            spans[at[cell]] = min(top, offset - _CORNER), max(bottom, offset + _CORNER)
    return spans


def _rows(grid: Grid, course: Course, spans: Mapping[str, tuple[float, float]]) -> list[_Bundle]:
    """What each row holds: boxes, entry dots, labels, and the pieces of arrows on their way out and in."""
    rows: list[list[_Thing]] = [[] for _ in range(grid.rows)]
    for key, cell in grid.cells.items():
        rows[cell.row].append(_Thing(2 * cell.column + 1, 2 * cell.column + 1, *spans[key], 8.0))
    for way in course.ways:
        leaves, enters = course.ports.leaving[way.arrow], course.ports.entering[way.arrow]
        half, label = course.halves[way.arrow], course.labels[way.arrow]
        into = 2 * way.target.column + (2 if way.loop else 0)
        if way.dot:
            high = grid.sizes[course.dots[way.arrow]].height / 2
            rows[way.target.row].append(_Thing(into, into, enters - high, enters + high, _BESIDE_DOT))
            continue
        out = 2 * way.source.column + 2
        rows[way.source.row].append(_Thing(out, 2 * way.first, leaves, leaves, half))
        rows[way.target.row].append(_Thing(min(2 * way.last, into), into, enters, enters, half))
        if label.width:
            rows[way.source.row].append(_Thing(out, out, leaves - label.height, leaves, _BESIDE_LABEL))
    return [tuple(row) for row in rows]


def _levels(course: Course) -> dict[int, list[tuple[str | None, _Bundle]]]:
    """The arrows of each level, from the first track to the last."""
    ends = {way.arrow: (2 * min(way.first, way.last), 2 * max(way.first, way.last)) for way in course.ways}
    return {
        level: [
            (arrow, (_Thing(*ends[arrow], 0, 0, course.halves[arrow]),))
            for arrow in sorted(found, key=lambda arrow: (found[arrow], arrow))
        ]
        for level, found in course.levels.items()
    }


def _balanced(bundles: list[_Bundle]) -> tuple[list[float], float]:
    """Places from 0 on, and the height of it all: the mean of everything moved up and everything moved down.

    Both keep all distances, so their mean does.
    """
    upper, height = _settled(bundles)
    mirrored = [tuple(each._replace(top=-each.bottom, bottom=-each.top) for each in things) for things in bundles]
    lower, _ = _settled(mirrored[::-1])
    return [(up + height - low) / 2 for up, low in zip(upper, lower[::-1], strict=True)], height


def _settled(bundles: Iterable[_Bundle]) -> tuple[list[float], float]:
    """Every bundle as near to 0 as those before it allow."""
    skyline: dict[int, float] = {}
    places = []
    for things in bundles:
        needs = (
            skyline.get(slot, 0) + each.half - each.top for each in things for slot in range(each.first, each.last + 1)
        )
        place = max(needs, default=0.0)
        places.append(place)
        for each in things:
            for slot in range(each.first, each.last + 1):
                skyline[slot] = max(skyline.get(slot, 0), place + each.bottom + each.half)
    return places, max(skyline.values(), default=0.0)

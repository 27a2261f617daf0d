"""Orthogonal routes through a grid of boxes, with a place for every box, arrow and label.

Everything is worked out step by step: which channels an arrow takes (`ways`), where it leaves and enters (`ports`),
which track it has in each channel (`channels`), and how wide everything then is (`extents`). No arrow passes through
a box, because columns are crossed only in empty cells and in levels; no two lie on one another, because pieces in one
stretch of a row, a level or a channel differ in port or track.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeymap.draw.layout.channels import Piece, tracks
from journeymap.draw.layout.extents import Margins, half_room
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.heights import Course, Down, down
from journeymap.draw.layout.ports import PITCH, ports
from journeymap.draw.layout.ways import Way, ways
from journeymap.draw.layout.widths import LABEL_OFF, Across, Run, across
from journeymap.draw.placement import Point, Rectangle, Route, Size
from journeymap.draw.scene import Arrow

__all__ = ["Routed", "routed"]


@dataclass(frozen=True, slots=True)
class Routed:
    """Places by id; `down` and `across` tell where rows, lanes, columns and channels are."""

    boxes: Mapping[str, Rectangle]
    routes: Mapping[str, Route]
    down: Down
    across: Across


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that coordinates come from."""

    course: Course
    down: Down
    across: Across

    def ends(self, way: Way) -> tuple[float, float]:
        """The heights at which an arrow leaves and enters."""
        return _ends(way, self.course, self.down)


def routed(grid: Grid, arrows: Iterable[Arrow], labels: Mapping[str, Size], margins: Margins) -> Routed:
    """Places for the boxes of a grid, and routes for the arrows between them.

    `labels` are the sizes of the arrows' labels, (0, 0) for none. O(arrows x (columns + pieces of a channel)).
    """
    arrows = tuple(arrows)
    course = _course(grid, arrows, labels)
    vertical = down(grid, course, margins)
    plan = _Plan(course, vertical, across(grid, course, _runs(course, vertical), vertical, margins))
    boxes = {**_boxes(grid, plan), **_dots(grid, plan)}
    return Routed(boxes, {way.arrow: _route(way, plan) for way in course.ways}, vertical, plan.across)


def _course(grid: Grid, arrows: tuple[Arrow, ...], labels: Mapping[str, Size]) -> Course:
    dots = {arrow.id: arrow.source for arrow in arrows if arrow.source in grid.dots}
    heights = {arrow.id: labels[arrow.id].height for arrow in arrows}
    heights.update({key: grid.sizes[dot].height for key, dot in dots.items()})
    found = ways(grid, arrows)
    halves = {arrow.id: half_room(arrow) for arrow in arrows}
    return Course(found, ports(found, heights), labels, dots, halves, _level_tracks(found))


def _level_tracks(found: Iterable[Way]) -> dict[int, dict[str, int]]:
    """Tracks along the rows; where two pieces end in one channel, they get different ones to be safe."""
    pieces: dict[int, list[Piece]] = {}
    for way in found:
        if way.level is not None:
            ends = (way.first, _side(way.level, way.source.row)), (way.last, _side(way.level, way.target.row))
            pieces.setdefault(way.level, []).append(Piece(way.arrow, ends))
    return {level: tracks(each, 0) for level, each in sorted(pieces.items())}


def _side(level: int, row: int) -> int:
    """Whether a way goes up or down from its level to a row."""
    return -1 if 2 * row < level else 1


def _ends(way: Way, course: Course, vertical: Down) -> tuple[float, float]:
    leaves = vertical.middles[way.source.row] + course.ports.leaving[way.arrow]
    return leaves, vertical.middles[way.target.row] + course.ports.entering[way.arrow]


def _runs(course: Course, vertical: Down) -> dict[int, list[Run]]:
    """The pieces of the arrows along the channels, each with a track."""
    pieces: dict[int, list[Piece]] = {}
    for way in course.ways:
        if way.straight:
            continue
        leaves, enters = _ends(way, course, vertical)
        if way.level is None:
            found = {way.first: Piece(way.arrow, ((leaves, -1), (enters, -1 if way.loop else 1)))}
        else:
            height, onward = vertical.heights[way.arrow], 1 if way.last > way.first else -1
            found = {
                way.first: Piece(way.arrow, ((leaves, -1), (height, onward))),
                way.last: Piece(way.arrow, ((height, -onward), (enters, 1))),
            }
        for channel, piece in found.items():
            pieces.setdefault(channel, []).append(piece)
    runs = {}
    for channel, each in sorted(pieces.items()):
        numbers = tracks(each, PITCH / 2)
        runs[channel] = [Run(piece, numbers[piece.name], course.halves[piece.name]) for piece in each]
    return runs


def _boxes(grid: Grid, plan: _Plan) -> dict[str, Rectangle]:
    boxes = {}
    for key, cell in grid.cells.items():
        width, (top, bottom) = grid.sizes[key].width, plan.down.spans[key]
        left, middle = plan.across.box_left(cell.column, width), plan.down.middles[cell.row]
        boxes[key] = Rectangle(left, middle + top, width, bottom - top)
    return boxes


def _dots(grid: Grid, plan: _Plan) -> dict[str, Rectangle]:
    """Entry dots stand before the boxes that they lead to."""
    boxes = {}
    for way in plan.course.ways:
        if way.dot:
            dot = plan.course.dots[way.arrow]
            size, (_, middle) = grid.sizes[dot], plan.ends(way)
            right = plan.across.lefts[way.target.column] - plan.across.head
            boxes[dot] = Rectangle(right - size.width, middle - size.height / 2, size.width, size.height)
    return boxes


def _route(way: Way, plan: _Plan) -> Route:
    leaves, enters = plan.ends(way)
    right, left = plan.across.right(way.source.column), plan.across.lefts[way.target.column]
    if way.dot:
        return Route((Point(left - plan.across.head, enters), Point(left, enters)), "line")
    label, beside = plan.course.labels[way.arrow], plan.across.label_left(way.source.column)
    place = Rectangle(beside, leaves - label.height - LABEL_OFF, *label) if label.width else None
    end = Point(right if way.loop else left, enters)
    return Route((Point(right, leaves), *_bends(way, leaves, enters, plan), end), "line", place)


def _bends(way: Way, leaves: float, enters: float, plan: _Plan) -> tuple[Point, ...]:
    if way.straight:
        return ()
    first = plan.across.tracks[way.arrow, way.first]
    if way.level is None:
        return Point(first, leaves), Point(first, enters)
    last, height = plan.across.tracks[way.arrow, way.last], plan.down.heights[way.arrow]
    return Point(first, leaves), Point(first, height), Point(last, height), Point(last, enters)

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
from journeymap.draw.layout.extents import Across, Down, Margins, across, down
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.ports import PITCH, Ports, ports
from journeymap.draw.layout.ways import Way, ways
from journeymap.draw.placement import Point, Rectangle, Route, Size
from journeymap.draw.scene import Arrow

__all__ = ["Routed", "routed"]

_OFF = 1.0
"""Labels stand this far above their line."""

Tracks = dict[int, dict[str, int]]
"""By channel or level: the track of each arrow in it."""


@dataclass(frozen=True, slots=True)
class Routed:
    """Places by id; `down` and `across` tell where rows, levels, columns and channels are."""

    boxes: Mapping[str, Rectangle]
    routes: Mapping[str, Route]
    down: Down
    across: Across


@dataclass(frozen=True, slots=True)
class _Course:
    """What is known of all arrows before the channels have widths."""

    ways: tuple[Way, ...]
    ports: Ports
    labels: Mapping[str, Size]
    dots: Mapping[str, str]
    """From the arrow of an entry dot to the dot."""

    def ends(self, way: Way, vertical: Down) -> tuple[float, float]:
        """The heights at which an arrow leaves and enters."""
        leaves = vertical.middles[way.source.row] + self.ports.leaving[way.arrow]
        return leaves, vertical.middles[way.target.row] + self.ports.entering[way.arrow]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that coordinates come from."""

    course: _Course
    down: Down
    across: Across
    levels: Tracks
    channels: Tracks

    def height(self, way: Way) -> float:
        """The height of the level that a way takes."""
        level = way.level or 0
        return self.down.level(level, self.levels[level][way.arrow])

    def track(self, way: Way, channel: int) -> float:
        """The place of a way in a channel."""
        return self.across.track(channel, self.channels[channel][way.arrow])


def routed(grid: Grid, arrows: Iterable[Arrow], labels: Mapping[str, Size], margins: Margins) -> Routed:
    """Places for the boxes of a grid, and routes for the arrows between them.

    `labels` are the sizes of the arrows' labels, (0, 0) for none. O(arrows x tracks of a channel).
    """
    arrows = tuple(arrows)
    dots = {arrow.id: arrow.source for arrow in arrows if arrow.source in grid.dots}
    heights = {arrow.id: labels[arrow.id].height for arrow in arrows}
    heights.update({key: grid.sizes[dot].height for key, dot in dots.items()})
    found = ways(grid, arrows)
    course = _Course(found, ports(found, heights), labels, dots)
    levels = _level_tracks(course)
    vertical = down(grid, found, course.ports, heights, _counts(levels), margins)
    channels = _channel_tracks(course, vertical, levels)
    horizontal = across(grid, found, labels, dots, _counts(channels), margins)
    plan = _Plan(course, vertical, horizontal, levels, channels)
    boxes = {**_boxes(grid, plan), **_dots(grid, plan)}
    return Routed(boxes, {way.arrow: _route(way, plan) for way in found}, vertical, horizontal)


def _counts(found: Tracks) -> dict[int, int]:
    return {channel: 1 + max(used.values()) for channel, used in found.items()}


def _level_tracks(course: _Course) -> Tracks:
    """Tracks along the rows; where two pieces end in one channel, they get different ones to be safe."""
    pieces: dict[int, list[Piece]] = {}
    for way in course.ways:
        if way.level is not None:
            ends = (way.first, _side(way.level, way.source.row)), (way.last, _side(way.level, way.target.row))
            pieces.setdefault(way.level, []).append(Piece(way.arrow, ends))
    return {level: tracks(found, 0) for level, found in sorted(pieces.items())}


def _side(level: int, row: int) -> int:
    """Whether a way goes up or down from its level to a row."""
    return -1 if 2 * row < level else 1


def _channel_tracks(course: _Course, vertical: Down, levels: Tracks) -> Tracks:
    pieces: dict[int, list[Piece]] = {}
    for way in course.ways:
        if way.straight:
            continue
        leaves, enters = course.ends(way, vertical)
        if way.level is None:
            found = {way.first: Piece(way.arrow, ((leaves, -1), (enters, -1 if way.loop else 1)))}
        else:
            height, onward = vertical.level(way.level, levels[way.level][way.arrow]), 1 if way.last > way.first else -1
            found = {
                way.first: Piece(way.arrow, ((leaves, -1), (height, onward))),
                way.last: Piece(way.arrow, ((height, -onward), (enters, 1))),
            }
        for channel, piece in found.items():
            pieces.setdefault(channel, []).append(piece)
    return {channel: tracks(found, PITCH / 2) for channel, found in sorted(pieces.items())}


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
            size, (_, middle) = grid.sizes[dot], plan.course.ends(way, plan.down)
            right = plan.across.lefts[way.target.column] - plan.across.head
            boxes[dot] = Rectangle(right - size.width, middle - size.height / 2, size.width, size.height)
    return boxes


def _route(way: Way, plan: _Plan) -> Route:
    leaves, enters = plan.course.ends(way, plan.down)
    right, left = plan.across.right(way.source.column), plan.across.lefts[way.target.column]
    if way.dot:
        return Route((Point(left - plan.across.head, enters), Point(left, enters)), "line")
    label = plan.course.labels[way.arrow]
    place = Rectangle(right + plan.across.stub, leaves - label.height - _OFF, *label) if label.width else None
    end = Point(right if way.loop else left, enters)
    return Route((Point(right, leaves), *_bends(way, leaves, enters, plan), end), "line", place)


def _bends(way: Way, leaves: float, enters: float, plan: _Plan) -> tuple[Point, ...]:
    if way.straight:
        return ()
    first = plan.track(way, way.first)
    if way.level is None:
        return Point(first, leaves), Point(first, enters)
    last, height = plan.track(way, way.last), plan.height(way)
    return Point(first, leaves), Point(first, height), Point(last, height), Point(last, enters)

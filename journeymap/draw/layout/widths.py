"""How wide columns are, and where every arrow runs in the channels between them, once all heights are known.

As in `heights`, compaction in one dimension: a label, an entry dot and the lines of a channel keep one another away
only where they stand at the same height. What has room stands in the middle of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from journeymap.draw.layout.channels import Piece
from journeymap.draw.layout.extents import Margins
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.heights import Course, Down
from journeymap.draw.layout.ports import PITCH

__all__ = ["LABEL_OFF", "Across", "Run", "across"]

LABEL_OFF = 1.0
"""Labels stand this far above their line."""
_BESIDE = 10.0
"""Labels begin this far from their box."""
_CLEAR = 6.0
"""Between labels, dots and lines."""
_MEETING = PITCH / 2
"""Lines that end this near to one another are kept apart."""


class Run(NamedTuple):
    """A piece of an arrow along a channel, on its track, with the room it takes to each side."""

    piece: Piece
    track: int
    half: float


@dataclass(frozen=True, slots=True)
class Across:
    """The horizontal extents: where each column begins and how wide it is, the place of each arrow in each channel,
    and the border in each channel between what belongs to the columns before and behind it; the last is the right
    edge.
    """

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    tracks: Mapping[tuple[str, int], float]
    borders: tuple[float, ...]
    head: float

    def right(self, column: int) -> float:
        """Where a column ends."""
        return self.lefts[column] + self.widths[column]

    def label_left(self, column: int) -> float:
        """Where the labels of arrows that leave a column begin."""
        return self.right(column) + _BESIDE

    def box_left(self, column: int, width: float) -> float:
        """Where a box of some width begins in a column: in its middle."""
        return self.lefts[column] + (self.widths[column] - width) / 2


class _Field(NamedTuple):
    """A label or an entry dot in a channel: from `top` to `bottom`, reaching `reach` into it from its side."""

    top: float
    bottom: float
    reach: float


@dataclass(slots=True)
class _Channel:
    """What stands in a channel: labels at its left, entry dots at its right, lines between them."""

    labels: list[_Field] = field(default_factory=list)
    dots: list[_Field] = field(default_factory=list)
    runs: Sequence[Run] = ()


def across(grid: Grid, course: Course, runs: Mapping[int, Sequence[Run]], vertical: Down, margins: Margins) -> Across:
    """The horizontal extents; `runs` are the pieces in each channel. O(boxes + pieces of a channel squared)."""
    channels = _channels(grid, course, runs, vertical, margins)
    lefts, widths, borders, x = [], _widths(grid), [], margins.left
    places: dict[tuple[str, int], float] = {}
    for number, channel in enumerate(channels):
        outer = number in (0, grid.columns)
        near, far = (margins.stub / 2 if number == 0 else margins.stub), margins.head
        far = margins.stub / 2 if number == grid.columns else far
        at, width = _packed(channel, near, far, margins.end if outer else margins.narrow)
        places.update({(run.piece.name, number): x + place for run, place in zip(channel.runs, at, strict=True)})
        borders.append(x + (0 if outer else _border(channel, width, far)))
        x += width
        if number < grid.columns:
            lefts.append(x)
            x += widths[number]
    borders[-1] = x
    return Across(tuple(lefts), tuple(widths), places, tuple(borders), margins.head)


def _widths(grid: Grid) -> list[float]:
    widths = [0.0] * grid.columns
    for key, cell in grid.cells.items():
        widths[cell.column] = max(widths[cell.column], grid.sizes[key].width)
    return widths


def _channels(
    grid: Grid, course: Course, runs: Mapping[int, Sequence[Run]], vertical: Down, margins: Margins
) -> list[_Channel]:
    """The channels with what stands in them; lines in the order of their tracks."""
    channels = [_Channel() for _ in range(grid.columns + 1)]
    for number, found in runs.items():
        channels[number].runs = sorted(found, key=lambda run: (run.track, run.piece.low, run.piece.name))
    for way in course.ways:
        if way.dot:
            size = grid.sizes[course.dots[way.arrow]]
            middle = vertical.middles[way.target.row] + course.ports.entering[way.arrow]
            place = _Field(middle - size.height / 2, middle + size.height / 2, margins.head + size.width)
            channels[way.last].dots.append(place)
        elif course.labels[way.arrow].width:
            size, line = course.labels[way.arrow], vertical.middles[way.source.row] + course.ports.leaving[way.arrow]
            place = _Field(line - LABEL_OFF - size.height, line, _BESIDE + size.width)
            channels[way.source.column + 1].labels.append(place)
    return channels


def _packed(channel: _Channel, near: float, far: float, least: float) -> tuple[list[float], float]:
    """The place of each line, and the width of the channel: the mean of everything at the left and at the right."""
    upper = _settled(channel.runs, channel.labels, near)
    width = max([least, *_needs(channel, upper, near, far)])
    lower = _settled(channel.runs[::-1], channel.dots, far)
    return [(left + width - right) / 2 for left, right in zip(upper, lower[::-1], strict=True)], width


def _settled(runs: Sequence[Run], fields: Sequence[_Field], least: float) -> list[float]:
    """Every line as near to one side of the channel as the fields there and the lines before it allow."""
    places: list[float] = []
    for run in runs:
        low, high = run.piece.low - _MEETING, run.piece.high + _MEETING
        place = max((each.reach + _CLEAR for each in fields if each.top < high and low < each.bottom), default=least)
        beside = (
            at + other.half + run.half
            for other, at in zip(runs, places, strict=False)
            if other.piece.low <= high and low <= other.piece.high
        )
        places.append(max(place, least, max(beside, default=least)))
    return places


def _needs(channel: _Channel, places: Sequence[float], near: float, far: float) -> Iterator[float]:
    """What asks for some width of the channel."""
    for run, place in zip(channel.runs, places, strict=True):
        low, high = run.piece.low - _MEETING, run.piece.high + _MEETING
        yield place + far
        yield from (place + _CLEAR + dot.reach for dot in channel.dots if dot.top < high and low < dot.bottom)
    for label in channel.labels:
        yield label.reach + far
        beside = (dot for dot in channel.dots if dot.top < label.bottom + _CLEAR and label.top - _CLEAR < dot.bottom)
        yield from (label.reach + _CLEAR + dot.reach for dot in beside)
    yield from (near + dot.reach for dot in channel.dots)


def _border(channel: _Channel, width: float, far: float) -> float:
    """Between labels and entry dots where it can be, but never among the heads of arrows."""
    behind = max([far, *(dot.reach + _CLEAR / 2 for dot in channel.dots)])
    return width - behind

"""How high rows and how wide columns are, with the channels between them, once ports and tracks are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.ports import PITCH, Ports
from journeymap.draw.layout.ways import Way
from journeymap.draw.placement import Size

__all__ = ["Across", "Down", "Margins", "across", "down"]

_CORNER = 8.0
"""Ports keep this far from the corners of a box."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Room that is kept free: at the left and the top of the picture; inside a lane above and below what it holds;
    between rows of one lane; between lanes; the least width of a channel between two columns and at the ends; the
    piece of every arrow before its label or first bend, and the one behind its last bend, with the arrow head.
    """

    left: float = 0
    top: float = 0
    lane: float = 16
    row: float = 16
    between: float = 0
    narrow: float = 40
    end: float = 24
    stub: float = 16
    head: float = 20


@dataclass(frozen=True, slots=True)
class Down:
    """The vertical extents: the middle of each row, the first track of each level, upper and lower edge of each row
    with its levels, and how far each box reaches above and below the middle of its row.
    """

    middles: tuple[float, ...]
    levels: Mapping[int, float]
    bands: tuple[tuple[float, float], ...]
    spans: Mapping[str, tuple[float, float]]

    def level(self, number: int, track: int) -> float:
        """The height of a track."""
        return self.levels[number] + track * PITCH


@dataclass(frozen=True, slots=True)
class Across:
    """The horizontal extents: where each column begins and how wide it is, the first track of each channel, and the
    border in each channel between what belongs to the columns before and behind it; the last is the right edge.
    """

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    channels: Mapping[int, float]
    borders: tuple[float, ...]
    stub: float
    head: float

    def right(self, column: int) -> float:
        """Where a column ends."""
        return self.lefts[column] + self.widths[column]

    def box_left(self, column: int, width: float) -> float:
        """Where a box of some width begins in a column: in its middle."""
        return self.lefts[column] + (self.widths[column] - width) / 2

    def track(self, channel: int, number: int) -> float:
        """The place of a track."""
        return self.channels[channel] + number * PITCH


def down(
    grid: Grid,
    ways: Iterable[Way],
    ports: Ports,
    labels: Mapping[str, float],
    levels: Mapping[int, int],
    margins: Margins,
) -> Down:
    """The vertical extents; `labels` are heights, `levels` numbers of tracks. O(boxes + arrows + rows)."""
    spans = _spans(grid, ways, ports)
    reach = _reaches(grid, spans, ways, ports, labels)
    middles, firsts, bands, y = [], {}, [], margins.top
    for row in range(grid.rows):
        begins, ends = row == 0 or row in grid.breaks, row + 1 == grid.rows or row + 1 in grid.breaks
        top = y = y + (margins.between if begins and row else 0)
        y += margins.lane if begins else margins.row / 2
        firsts[2 * row] = y
        y += levels.get(2 * row, 0) * PITCH + reach[row][0]
        middles.append(y)
        y += reach[row][1]
        firsts[2 * row + 1] = y + PITCH
        y += levels.get(2 * row + 1, 0) * PITCH + (margins.lane if ends else margins.row / 2)
        bands.append((top, y))
    return Down(tuple(middles), firsts, tuple(bands), spans)


def _spans(grid: Grid, ways: Iterable[Way], ports: Ports) -> dict[str, tuple[float, float]]:
    """From where to where a box reaches: as high as its content, and further where its ports need it."""
    at = {cell: key for key, cell in grid.cells.items()}
    spans = {key: (-grid.sizes[key].height / 2, grid.sizes[key].height / 2) for key in grid.cells}
    for way in ways:
        for cell, offsets in ((way.source, ports.leaving), (way.target, ports.entering)):
            (top, bottom), offset = spans[at[cell]], offsets[way.arrow]
            spans[at[cell]] = min(top, offset - _CORNER), max(bottom, offset + _CORNER)
    return spans


def _reaches(
    grid: Grid, spans: Mapping[str, tuple[float, float]], ways: Iterable[Way], ports: Ports, labels: Mapping[str, float]
) -> list[list[float]]:
    """How far each row reaches above and below its middle."""
    reach = [[0.0, 0.0] for _ in range(grid.rows)]
    for key, cell in grid.cells.items():
        (above, below), (top, bottom) = reach[cell.row], spans[key]
        reach[cell.row] = [max(above, -top), max(below, bottom)]
    for way in ways:
        row, offset, height = reach[way.source.row], ports.leaving[way.arrow], labels.get(way.arrow, 0)
        row[:] = [max(row[0], height - offset), max(row[1], height / 2 + offset if way.dot else offset)]
    return reach


def across(
    grid: Grid,
    ways: Iterable[Way],
    labels: Mapping[str, Size],
    dots: Mapping[str, str],
    channels: Mapping[int, int],
    margins: Margins,
) -> Across:
    """The horizontal extents; `channels` are numbers of tracks. O(boxes + arrows + columns)."""
    before, behind = _zones(grid, ways, labels, dots, margins)
    lefts, widths, firsts, borders, x = [], _widths(grid), {}, [], margins.left
    for channel in range(grid.columns + 1):
        count, outer = channels.get(channel, 0), channel in (0, grid.columns)
        lines = (count - 0.5) * PITCH if count else 0
        least = margins.end if outer else margins.narrow
        width = max(before[channel] + lines + behind[channel], least)
        spare = width - before[channel] - lines - behind[channel]
        firsts[channel] = x + before[channel] + spare / 2
        borders.append(x + width - behind[channel] if not outer else x)
        x += width
        if channel < grid.columns:
            lefts.append(x)
            x += widths[channel]
    borders[-1] = x
    return Across(tuple(lefts), tuple(widths), firsts, tuple(borders), margins.stub, margins.head)


def _widths(grid: Grid) -> list[float]:
    widths = [0.0] * grid.columns
    for key, cell in grid.cells.items():
        widths[cell.column] = max(widths[cell.column], grid.sizes[key].width)
    return widths


def _zones(
    grid: Grid, ways: Iterable[Way], labels: Mapping[str, Size], dots: Mapping[str, str], margins: Margins
) -> tuple[list[float], list[float]]:
    """The room in each channel before its tracks (for labels) and behind them (for arrow heads and entry dots)."""
    before = [margins.stub / 2] + [margins.stub] * grid.columns
    behind = [margins.head] * grid.columns + [margins.stub]
    for way in ways:
        if way.dot:
            room = grid.sizes[dots[way.arrow]].width + margins.head + margins.stub
            behind[way.last] = max(behind[way.last], room)
        elif labels[way.arrow].width:
            channel = way.source.column + 1
            before[channel] = max(before[channel], labels[way.arrow].width + 2 * margins.stub)
    return before, behind

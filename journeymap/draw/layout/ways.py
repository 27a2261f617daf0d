"""Which channels an arrow takes through a grid, before anything has a coordinate.

Vertical channels lie between the columns: channel `k` before column `k`. Every row has a horizontal channel above and
one below its boxes, its levels: `2 * row` and `2 * row + 1`. An arrow leaves its source at the right and enters its
target at the left; it crosses a column only through empty cells or in a level, so it cannot meet a box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from journeymap.draw.layout.grid import Cell, Grid
from journeymap.draw.scene import Arrow

__all__ = ["Way", "ways"]

_THROUGH_A_CELL = 2
"""How many arrows may pass through one empty cell; more would push the rows apart."""


class Way(NamedTuple):
    """The course of an arrow: along its source's row to the vertical channel `first`, along `level` if there is one
    to the channel `last`, and along its target's row. An entry dot's arrow (`dot`) has only the last piece.
    """

    arrow: str
    source: Cell
    target: Cell
    first: int
    last: int
    level: int | None = None
    dot: bool = False

    @property
    def loop(self) -> bool:
        """Whether it leads back to the box it comes from, which it then enters at the right."""
        return self.source == self.target and not self.dot

    @property
    def straight(self) -> bool:
        """Whether it never leaves its row."""
        return self.dot or (self.level is None and self.source.row == self.target.row and not self.loop)

    @property
    def back(self) -> bool:
        """Whether it leads back, or stays in its column."""
        return self.target.column <= self.source.column and not self.dot


def ways(grid: Grid, arrows: Iterable[Arrow]) -> tuple[Way, ...]:
    """The way of every arrow between boxes of the grid, in the order of the arrows.

    Forward arrows go straight through empty cells where they can, short ones first; else over the boxes. Ways back
    run under them. O(arrows x columns).
    """
    arrows = tuple(arrows)
    passing: Counter[Cell] = Counter()
    found = {arrow.id: _way(grid, arrow, passing) for arrow in sorted(arrows, key=lambda arrow: _haste(grid, arrow))}
    return tuple(found[arrow.id] for arrow in arrows)


def _haste(grid: Grid, arrow: Arrow) -> tuple[int, int, str]:
    if arrow.source in grid.dots:
        return 0, 0, arrow.id
    source, target = grid.cells[arrow.source], grid.cells[arrow.target]
    return abs(source.row - target.row), abs(source.column - target.column), arrow.id


def _way(grid: Grid, arrow: Arrow, passing: Counter[Cell]) -> Way:
    target = grid.cells[arrow.target]
    into = target.column
    if arrow.source in grid.dots:
        return Way(arrow.id, target, target, into, into, dot=True)
    source = grid.cells[arrow.source]
    out = source.column + 1
    if source == target:
        return Way(arrow.id, source, target, out, out)
    if into < out:
        row = min(source.row, target.row)
        return Way(arrow.id, source, target, out, into, 2 * row + 1)
    for row, turn in ((source.row, into), (target.row, out)):
        if _pass(grid, row, range(out, into), passing):
            return Way(arrow.id, source, target, turn, turn)
    level = 2 * target.row + (source.row > target.row)
    return Way(arrow.id, source, target, out, into, level)


def _pass(grid: Grid, row: int, columns: range, passing: Counter[Cell]) -> bool:
    """Whether there is room in the row; if so, it is taken."""
    cells = [Cell(row, column) for column in columns]
    if any(cell in grid.taken or passing[cell] >= _THROUGH_A_CELL for cell in cells):
        return False
    passing.update(cells)
    return True

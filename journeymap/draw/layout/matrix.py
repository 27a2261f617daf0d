"""Where the rows, columns and headings of a matrix go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeymap.draw.layout.sizes import GRID, LEADING, NAME, SMALL
from journeymap.draw.measure import wrap
from journeymap.draw.placement import Rectangle, Size
from journeymap.draw.tables import MatrixColumn, MatrixRow, MatrixScene

__all__ = ["Label", "MatrixPlaces", "matrix_places"]

_PRODUCT, _REASON, _TOTAL = 120.0, 176.0, 152.0
_CELL, _ROW = 84.0, 48.0
_NARROW_CELL, _MANY_COLUMNS = 72.0, 24
_STAGE_GAP, _PRODUCT_GAP = 10.0, 8.0
_GLYPH = 22.0
_INSET = 8.0


@dataclass(frozen=True, slots=True)
class Label:
    """A heading, wrapped, and the field that it fills."""

    lines: tuple[str, ...]
    place: Rectangle


@dataclass(frozen=True, slots=True)
class MatrixPlaces:
    """Headings by group and by id, and the size of the whole. A cell lies where its row and column meet."""

    size: Size
    products: tuple[Label, ...]
    rows: Mapping[str, Label]
    stages: tuple[Label, ...]
    columns: Mapping[str, Label]
    totals: Rectangle

    def cell(self, row: str, column: str) -> Rectangle:
        """The field of a cell."""
        across, down = self.columns[column].place, self.rows[row].place
        return Rectangle(across.x, down.y, across.width, down.height)

    def total(self, row: str) -> Rectangle:
        """The field at the end of a row."""
        down = self.rows[row].place
        return Rectangle(self.totals.x, down.y, self.totals.width, down.height)


def matrix_places(scene: MatrixScene) -> MatrixPlaces:
    """Rows of one product and columns of one stage stand together. O(rows + columns + characters)."""
    stages, columns, right = _columns(scene.columns, _PRODUCT + _REASON + _INSET)
    top = max((label.place.bottom for label in columns.values()), default=0.0) + _INSET
    products, rows, bottom = _rows(scene.rows, top)
    heading = Rectangle(right + _INSET, 0, _TOTAL, top - _INSET)
    return MatrixPlaces(Size(heading.right, bottom), products, rows, stages, columns, heading)


def _columns(columns: Sequence[MatrixColumn], left: float) -> tuple[tuple[Label, ...], dict[str, Label], float]:
    """The headings of stages and channels, and where the last column ends."""
    width = _NARROW_CELL if len(columns) > _MANY_COLUMNS else _CELL
    groups = [(name, list(members)) for name, members in groupby(columns, key=lambda column: column.group)]
    titles = [wrap(name, len(members) * width - 2 * _INSET, NAME, semibold=True) for name, members in groups]
    stage_height = _up(max((len(lines) for lines in titles), default=0) * NAME * LEADING + _INSET)
    names = {column.id: wrap(column.name, width - _INSET, SMALL) for column in columns}
    top = stage_height + 4 if any(titles) else 0.0
    height = _up(_GLYPH + max((len(lines) for lines in names.values()), default=0) * SMALL * LEADING + _INSET)
    stages: list[Label] = []
    placed: dict[str, Label] = {}
    x = left
    for lines, (_, members) in zip(titles, groups, strict=True):
        if any(titles):
            stages.append(Label(lines, Rectangle(x, 0, len(members) * width, stage_height)))
        for column in members:
            placed[column.id] = Label(names[column.id], Rectangle(x, top, width, height))
            x += width
        x += _STAGE_GAP
    return tuple(stages), placed, x - _STAGE_GAP if columns else x


def _rows(rows: Sequence[MatrixRow], top: float) -> tuple[tuple[Label, ...], dict[str, Label], float]:
    """The headings of products and reasons, and where the last row ends."""
    products: list[Label] = []
    placed: dict[str, Label] = {}
    y = top
    for name, members in groupby(rows, key=lambda row: row.group):
        title = wrap(name, _PRODUCT - 2 * _INSET, NAME, semibold=True, lines=4)
        start, group = y, list(members)
        spread = (len(title) * NAME * LEADING + _INSET) / len(group)
        for row in group:
            room = _REASON - 2 * _INSET - 22 * len(row.badges[:3])
            lines = wrap(row.name, room, NAME)
            height = _up(max(_ROW, spread, len(lines) * NAME * LEADING + _INSET))
            placed[row.id] = Label(lines, Rectangle(_PRODUCT, y, _REASON, height))
            y += height
        products.append(Label(title, Rectangle(0, start, _PRODUCT, y - start)))
        y += _PRODUCT_GAP
    return tuple(products), placed, y - _PRODUCT_GAP if rows else y


def _up(length: float) -> float:
    """The next multiple of `GRID`."""
    return float(-(-round(length, 3) // GRID) * GRID)

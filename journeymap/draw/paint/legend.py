"""The legend: findings by number, and every form that the picture contains, in columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from journeymap.draw.layout.sizes import LEADING, SMALL
from journeymap.draw.measure import text_width, wrap
from journeymap.draw.paint.parts import badge, text_lines
from journeymap.draw.paint.swatches import SWATCH_HEIGHT, SWATCH_WIDTH, swatch
from journeymap.draw.placement import Size
from journeymap.draw.scene import Badge, Heading, LegendEntry, Mark
from journeymap.draw.sheet import Block, Item, Text
from journeymap.draw.words import Words

__all__ = ["LEGEND", "Legend", "legend_for", "paint_legend"]

LEGEND = Words("Legend", "图例")
FINDINGS = Words("Findings", "诊断发现")
_PADDING, _BETWEEN, _ROW_GAP, _TITLE = 16.0, 28.0, 7.0, 24.0
_MARK_TEXT, _FORM_TEXT = 300.0, 190.0
_MARK_INSET, _FORM_INSET = 30.0, SWATCH_WIDTH + 10


class _Row(NamedTuple):
    """A mark or a form with its text, wrapped, how wide that is, and how high the row."""

    what: Mark | LegendEntry
    lines: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Section:
    """Rows under a title, in columns of one width."""

    title: str
    columns: tuple[tuple[_Row, ...], ...]
    column_width: float

    @property
    def width(self) -> float:
        return len(self.columns) * (self.column_width + _BETWEEN) - _BETWEEN

    @property
    def height(self) -> float:
        return _TITLE + max(_height(column) for column in self.columns)


@dataclass(frozen=True, slots=True)
class Legend:
    """A legend that has found its columns."""

    size: Size
    sections: tuple[_Section, ...]


def legend_for(heading: Heading, width: float) -> Legend:
    """The legend of a heading with marks or symbols, in the columns that make it lowest at a width."""
    marks = [_mark_row(mark) for mark in heading.marks]
    forms = [_form_row(entry) for entry in heading.legend]
    room = width - 2 * _PADDING
    titles = FINDINGS.say(heading.language), LEGEND.say(heading.language)
    candidates = [
        _arranged([_section(titles[0], marks, m, _MARK_INSET), _section(titles[1], forms, f, _FORM_INSET)])
        for m in _counts(marks, room, _MARK_TEXT + _MARK_INSET)
        for f in _counts(forms, room, _FORM_TEXT + _FORM_INSET)
    ]
    fitting = [legend for legend in candidates if legend.size.width <= width] or candidates[:1]
    return min(fitting, key=lambda legend: (legend.size.height, legend.size.width))


def _counts(rows: Sequence[_Row], room: float, width: float) -> range:
    most = max(1, min(len(rows), math.floor((room + _BETWEEN) / (width * 0.5 + _BETWEEN)), 8))
    return range(1, most + 1)


@lru_cache(maxsize=128)
def _mark_row(mark: Mark) -> _Row:
    return _row(mark, wrap(mark.text, _MARK_TEXT, SMALL, lines=4))


@lru_cache(maxsize=128)
def _form_row(entry: LegendEntry) -> _Row:
    return _row(entry, wrap(entry.text, _FORM_TEXT, SMALL, lines=2))


def _row(what: Mark | LegendEntry, lines: tuple[str, ...]) -> _Row:
    width = max((text_width(line, SMALL) for line in lines), default=0.0)
    return _Row(what, lines, width, max(SWATCH_HEIGHT, len(lines) * SMALL * LEADING) + _ROW_GAP)


def _section(title: str, rows: Sequence[_Row], count: int, inset: float) -> _Section | None:
    """The rows in at most so many columns, evenly high, in reading order down each column."""
    if not rows:
        return None
    goal = sum(row.height for row in rows) / count
    columns: list[list[_Row]] = [[]]
    for row in rows:
        if columns[-1] and len(columns) < count and _height(columns[-1]) + row.height / 2 > goal:
            columns.append([])
        columns[-1].append(row)
    widest = max(row.width for row in rows)
    return _Section(title, tuple(map(tuple, columns)), inset + widest)


def _height(rows: Sequence[_Row]) -> float:
    return sum(row.height for row in rows)


def _arranged(sections: Sequence[_Section | None]) -> Legend:
    present = tuple(section for section in sections if section is not None)
    width = sum(section.width for section in present) + _BETWEEN * 1.5 * (len(present) - 1)
    height = max(section.height for section in present)
    return Legend(Size(width + 2 * _PADDING, height + 2 * _PADDING - _ROW_GAP), present)


def paint_legend(legend: Legend, x: float, y: float) -> Item:
    """The legend with its upper left corner at (x, y)."""
    items: list[Item] = []
    left, top = x + _PADDING, y + _PADDING
    for section in legend.sections:
        items += _painted(section, left, top)
        left += section.width + _BETWEEN * 1.5
    block = Block(x, y, *legend.size, 8, "ground", "panel_edge", 1)
    return Item("legend", "legend", (block, *items))


def _painted(section: _Section, left: float, top: float) -> list[Item]:
    title = Text(left, top + 10, section.title, SMALL, "soft", "semibold")
    items = [Item(f"legend:{section.title}", "legend-title", (title,))]
    for number, column in enumerate(section.columns):
        y = top + _TITLE
        for row in column:
            items.append(_paint_row(row, left + number * (section.column_width + _BETWEEN), y))
            y += row.height
    return items


def _paint_row(row: _Row, x: float, y: float) -> Item:
    """A single line stands beside the middle of its example; several begin at its top."""
    top = y + max(0.0, (SWATCH_HEIGHT - len(row.lines) * SMALL * LEADING) / 2)
    what = row.what
    if isinstance(what, Mark):
        words = text_lines(row.lines, x + _MARK_INSET, top, SMALL, "ink")
        number = badge(Badge(what.number, what.category), x + 11, y + SWATCH_HEIGHT / 2)
        return Item(f"mark:{what.number}", f"mark {what.category}", (*number, *words), f"{what.code}: {what.text}")
    words = text_lines(row.lines, x + _FORM_INSET, top, SMALL, "ink")
    return Item(f"form:{what.symbol}", "form", (*swatch(what.symbol, x, y), *words))

"""The legend: findings by number, and every form that the picture contains, in columns: in one panel or in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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

__all__ = ["LEGEND", "Legend", "Legends", "legends", "paint_legend"]

LEGEND = Words("Legend", "图例")
FINDINGS = Words("Findings", "诊断发现")
_PADDING, _BETWEEN, _ROW_GAP, _TITLE = 14.0, 22.0, 3.0, 22.0
_MARK_TEXTS, _FORM_TEXT = (210.0, 250.0, 300.0, 420.0), 190.0
"""How wide the texts of findings may be, one of these, and those of forms."""
_MARK_INSET, _FORM_INSET = 30.0, SWATCH_WIDTH + 10
_MOST_COLUMNS = 8


class _Row(NamedTuple):
    """A mark or a form with its text, wrapped, how wide it is with its example, and how high the row."""

    what: Mark | LegendEntry
    lines: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Section:
    """Rows under a title, in columns, with the size of all."""

    title: str
    columns: tuple[tuple[_Row, ...], ...]
    size: Size


@dataclass(frozen=True, slots=True)
class Legend:
    """A panel of the legend: its sections, one beside the other or one below the other."""

    size: Size
    sections: tuple[_Section, ...]
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Legends:
    """The shapes that a legend can take, none of them both broader and higher than another: findings and forms apart,
    each in a panel of its own, and both in one.
    """

    findings: tuple[Legend, ...]
    forms: tuple[Legend, ...]
    together: tuple[Legend, ...]


def legends(heading: Heading) -> Legends:
    """All shapes of the legend of a heading. O(rows x columns) for each."""
    found = [[_mark_row(mark, width) for mark in heading.marks] for width in _MARK_TEXTS]
    explained = [_form_row(entry) for entry in heading.legend]
    findings = _slender(shape for rows in found for shape in _shapes(FINDINGS.say(heading.language), rows))
    forms = _slender(_shapes(LEGEND.say(heading.language), explained))
    if not (findings and forms):
        return Legends(findings, forms, findings or forms)
    pairs = [(*one.sections, *other.sections) for one in findings for other in forms]
    together = _slender(_panel(pair, stacked=stacked) for pair in pairs for stacked in (False, True))
    return Legends(findings, forms, together)


def _shapes(title: str, rows: Sequence[_Row]) -> Iterator[Legend]:
    for count in range(1, min(len(rows), _MOST_COLUMNS) + 1):
        yield _panel((_section(title, rows, count),))


def _slender(shapes: Iterable[Legend]) -> tuple[Legend, ...]:
    """The shapes that are lower than every narrower one."""
    kept: list[Legend] = []
    for shape in sorted(shapes, key=lambda each: each.size):
        if not kept or shape.size.height < kept[-1].size.height:
            kept.append(shape)
    return tuple(kept)


def _mark_row(mark: Mark, width: float) -> _Row:
    return _row(mark, wrap(mark.text, width, SMALL, lines=4), _MARK_INSET)


@lru_cache(maxsize=128)
def _form_row(entry: LegendEntry) -> _Row:
    return _row(entry, wrap(entry.text, _FORM_TEXT, SMALL, lines=2), _FORM_INSET)


def _row(what: Mark | LegendEntry, lines: tuple[str, ...], inset: float) -> _Row:
    width = inset + max((text_width(line, SMALL) for line in lines), default=0.0)
    return _Row(what, lines, width, max(SWATCH_HEIGHT, len(lines) * SMALL * LEADING) + _ROW_GAP)


def _section(title: str, rows: Sequence[_Row], count: int) -> _Section:
    """The rows in at most so many columns, as low as possible, in reading order down each column."""
    limit = max(row.height for row in rows)
    columns, more = _filled(rows, limit)
    while len(columns) > count:
        limit = more
        columns, more = _filled(rows, limit)
    width = sum(map(_width, columns)) + _BETWEEN * (len(columns) - 1)
    return _Section(title, columns, Size(width, _TITLE + max(map(_height, columns))))


def _filled(rows: Sequence[_Row], limit: float) -> tuple[tuple[tuple[_Row, ...], ...], float]:
    """Columns no higher than a limit, and the least limit with which one of them would hold more."""
    columns: list[list[_Row]] = [[]]
    more = float("inf")
    for row in rows:
        height = _height(columns[-1]) + row.height
        if height > limit:
            more = min(more, height)
            columns.append([])
        columns[-1].append(row)
    return tuple(map(tuple, columns)), more


def _height(rows: Iterable[_Row]) -> float:
    return sum(row.height for row in rows)


def _width(rows: Iterable[_Row]) -> float:
    return max(row.width for row in rows)


def _panel(sections: tuple[_Section, ...], *, stacked: bool = False) -> Legend:
    widths, heights = zip(*(section.size for section in sections), strict=True)
    gaps = _BETWEEN * (len(sections) - 1)
    size = Size(max(widths), sum(heights) + gaps / 2) if stacked else Size(sum(widths) + gaps * 1.5, max(heights))
    return Legend(Size(size.width + 2 * _PADDING, size.height + 2 * _PADDING - _ROW_GAP), sections, stacked)


def paint_legend(legend: Legend, x: float, y: float, key: str = "legend") -> Item:
    """A panel with its upper left corner at (x, y)."""
    items: list[Item] = []
    left, top = x + _PADDING, y + _PADDING
    for section in legend.sections:
        items += _painted(section, left, top)
        if legend.stacked:
            top += section.size.height + _BETWEEN / 2
        else:
            left += section.size.width + _BETWEEN * 1.5
    block = Block(x, y, *legend.size, 8, "ground", "panel_edge", 1)
    return Item(key, "legend", (block, *items))


def _painted(section: _Section, left: float, top: float) -> Iterator[Item]:
    title = Text(left, top + 10, section.title, SMALL, "soft", "semibold")
    yield Item(f"legend:{section.title}", "legend-title", (title,))
    for column in section.columns:
        y = top + _TITLE
        for row in column:
            yield _paint_row(row, left, y)
            y += row.height
        left += _width(column) + _BETWEEN


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

"""The matrix as a sheet: grouped headings, cells, and at the end of each row where the matter is settled."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.layout.matrix import Label, MatrixPlaces, matrix_places
from journeymap.draw.layout.sizes import LEADING, NAME, SMALL
from journeymap.draw.measure import wrap
from journeymap.draw.paint.cells import paint_cell
from journeymap.draw.paint.frame import framed
from journeymap.draw.paint.glyphs import glyph
from journeymap.draw.paint.parts import badge_row, text_lines
from journeymap.draw.placement import Rectangle
from journeymap.draw.sheet import Block, Item, Part, Sheet
from journeymap.draw.tables import Cell, MatrixColumn, MatrixRow, MatrixScene
from journeymap.draw.wishes import Language, Wishes
from journeymap.draw.words import Words

__all__ = ["paint_matrix"]

_TOTALS = Words("Resolved in", "可解决渠道")
_NOWHERE = Words("nowhere", "无处可解决")
_COMMA = Words(", ", "、")
_GLYPH = 16.0
_INSET = 8.0
_BADGES = 3


def paint_matrix(scene: MatrixScene, wishes: Wishes) -> Sheet:
    """The whole matrix, framed. O(rows x columns + characters)."""
    places = matrix_places(scene)
    return framed(scene.heading, places.size, tuple(_items(scene, places)), wishes)


def _items(scene: MatrixScene, places: MatrixPlaces) -> Iterator[Item]:
    for number, row in enumerate(scene.rows):
        if number % 2 == 0:
            yield _stripe(row, places)
    for number, label in enumerate(places.stages):
        yield _group(f"stage:{number}", "column-group", label, middle=True)
    for column in scene.columns:
        yield _column(column, places.columns[column.id])
    yield _totals_heading(places.totals, scene.heading.language)
    for number, label in enumerate(places.products):
        yield _group(f"product:{number}", "row-group", label, middle=False)
    for row in scene.rows:
        yield _row(row, places.rows[row.id])
    for cell in scene.cells:
        parts = paint_cell(cell, places.cell(cell.row, cell.column))
        if parts:
            yield _cell(cell, parts)
    for row in scene.rows:
        yield _total(row, places.total(row.id), scene.heading.language)
    yield from (_lost(row, places) for row in scene.rows if not row.resolved_in)


def _stripe(row: MatrixRow, places: MatrixPlaces) -> Item:
    place = places.rows[row.id].place
    band = Block(place.x, place.y, places.size.width - place.x, place.height, 0, "stripe")
    return Item(f"{row.id}:stripe", "stripe", (band,))


def _group(key: str, kind: str, label: Label, *, middle: bool) -> Item:
    """A stage over its channels, or a product beside its reasons."""
    place = label.place
    block = Block(place.x + 1, place.y, place.width - 2, place.height, 4, "header")
    top = place.centre.y - len(label.lines) * NAME * LEADING / 2 if middle else place.y + _INSET
    x = place.centre.x if middle else place.x + _INSET
    words = text_lines(label.lines, x, top, NAME, "ink", semibold=True, middle=middle)
    return Item(key, kind, (block, *words))


def _column(column: MatrixColumn, label: Label) -> Item:
    place = label.place
    mark = glyph(column.glyph, place.centre.x - _GLYPH / 2, place.y + 2, _GLYPH, "glyph", "ground")
    words = text_lines(label.lines, place.centre.x, place.y + 24, SMALL, "ink", middle=True)
    return Item(column.id, "internal column" if column.internal else "column", (*mark, *words), column.name)


def _totals_heading(place: Rectangle, language: Language) -> Item:
    lines = wrap(_TOTALS.say(language), place.width - 2 * _INSET, SMALL, semibold=True)
    top = place.bottom - _INSET - len(lines) * SMALL * LEADING
    return Item("totals", "column", text_lines(lines, place.x + _INSET, top, SMALL, "ink", semibold=True))


def _row(row: MatrixRow, label: Label) -> Item:
    place = label.place
    top = place.centre.y - len(label.lines) * NAME * LEADING / 2
    words = text_lines(label.lines, place.x + _INSET, top, NAME, "ink")
    parts: tuple[Part, ...] = words
    shown = min(len(row.badges), _BADGES)
    if shown:
        first = place.right - 13 - (shown - 1) * 21
        parts = (*words, badge_row(row.id, row.badges, first, place.centre.y, shown))
    return Item(row.id, "row", parts, "\n".join((row.name, *row.details)), row.link)


def _cell(cell: Cell, parts: tuple[Part, ...]) -> Item:
    told = ("gap", cell.gap), ("resolved", cell.resolves), ("outside", cell.outside)
    kind = " ".join(("cell", *(word for word, true in told if true)))
    return Item(f"cell:{cell.row}/{cell.column}", kind, parts, "\n".join(cell.details), cell.link)


def _total(row: MatrixRow, place: Rectangle, language: Language) -> Item:
    """The channels that settle the matter, after a check; "nowhere" in bold where there are none."""
    settled = bool(row.resolved_in)
    words = _COMMA.say(language).join(row.resolved_in) if settled else _NOWHERE.say(language)
    left = place.x + _INSET
    lines = wrap(words, place.right - left - _INSET, SMALL, semibold=not settled)
    top = place.centre.y - len(lines) * SMALL * LEADING / 2
    text = text_lines(lines, left, top, SMALL, "resolved_words" if settled else "ink", semibold=not settled)
    return Item(f"{row.id}:total", "total", text, "\n".join(row.details))


def _lost(row: MatrixRow, places: MatrixPlaces) -> Item:
    """A heavy frame around a row that is settled nowhere."""
    place = places.rows[row.id].place
    frame = Block(
        place.x + 2, place.y + 1, places.size.width - place.x - 3, place.height - 2, 5, None, "blind_spot_edge", 2.4
    )
    return Item(f"{row.id}:nowhere", "nowhere blind_spot", (frame,), "\n".join(row.details))

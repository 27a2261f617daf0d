"""The cells of a matrix: who is there, whether the matter is settled, when it is open; and gaps."""

from __future__ import annotations

from journeymap.draw.paint.glyphs import glyph
from journeymap.draw.paint.parts import badge_row
from journeymap.draw.placement import Rectangle
from journeymap.draw.sheet import Block, Outline, Part
from journeymap.draw.tables import Cell

__all__ = ["cell_example", "paint_cell", "week_bar"]

_GLYPH, _SMALL_GLYPH = 16.0, 12.0
_DAY, _DAY_GAP, _DAY_HEIGHT = 5.0, 2.0, 12.0
_WEEK = 7 * _DAY + 6 * _DAY_GAP
_HATCH = 7.0
_MARGIN = 2.0


def paint_cell(cell: Cell, place: Rectangle) -> tuple[Part, ...]:
    """Everything in a cell; nothing for one that is empty and no gap."""
    inner = Rectangle(place.x + _MARGIN, place.y + _MARGIN, place.width - 2 * _MARGIN, place.height - 2 * _MARGIN)
    if cell.gap:
        return _gap(inner)
    if cell.served_by is None:
        return ()
    return _outside(cell, inner) if cell.outside else _served(cell, inner)


def _served(cell: Cell, place: Rectangle) -> tuple[Part, ...]:
    """Filled where the matter is settled, white where it is only taken in: the eye sees how far help reaches."""
    fill = ("machine_fill" if cell.served_by == "machine" else "person_fill") if cell.resolves else "box"
    ground = Block(*place, 4, fill, "panel_edge", 1)
    top = place.centre.y - (_GLYPH + 5 + _DAY_HEIGHT if cell.week or cell.badges else _GLYPH) / 2
    parts: list[Part] = [ground, *_handlers(cell, place.x + 10, top, fill)]
    if cell.resolves:
        parts += _check(cell, place.right - 10 - _GLYPH, top, fill)
    if cell.week:
        parts += week_bar(cell.week, place.x + 10, top + _GLYPH + 5)
    if cell.badges:
        y = place.bottom - 11 if cell.resolves else place.y + 14
        parts.append(badge_row(f"{cell.row}/{cell.column}", cell.badges, place.right - 13, y, 1))
    return tuple(parts)


def _handlers(cell: Cell, x: float, y: float, paper: str) -> tuple[Part, ...]:
    names = ("person", "machine") if cell.served_by == "both" else (cell.served_by or "person",)
    return tuple(
        part
        for place, name in enumerate(names)
        for part in glyph(name, x + place * (_GLYPH + 4), y, _GLYPH, "person", paper)
    )


def _check(cell: Cell, x: float, y: float, paper: str) -> tuple[Part, ...]:
    """A check on a disc; on a dashed ring where only some of the cases are settled."""
    if cell.partly:
        ring = Block(x, y, _GLYPH, _GLYPH, _GLYPH / 2, paper, "resolved_words", 1.3, (3, 2))
        return ring, *glyph("check", x + 2.5, y + 2.5, _GLYPH - 5, "resolved_words", paper)
    disc = Block(x, y, _GLYPH, _GLYPH, _GLYPH / 2, "resolved", "resolved_words", 1.4)
    return disc, *glyph("check", x + 2.5, y + 2.5, _GLYPH - 5, "resolved_text", "resolved")


def week_bar(week: tuple[float, ...], x: float, y: float) -> tuple[Part, ...]:
    """Seven little columns from Monday to Sunday, filled as far as the day is open."""
    parts: list[Part] = []
    for day, share in enumerate(week):
        left = x + day * (_DAY + _DAY_GAP)
        parts.append(Block(left, y, _DAY, _DAY_HEIGHT, 1, "ground", "machine_edge", 0.7))
        if share > 0:
            height = max(1.5, round(share * _DAY_HEIGHT, 2))
            parts.append(Block(left, y + _DAY_HEIGHT - height, _DAY, height, 1, "person"))
    return tuple(parts)


def _outside(cell: Cell, place: Rectangle) -> tuple[Part, ...]:
    """Only who is there, small and pale."""
    names = ("person", "machine") if cell.served_by == "both" else (cell.served_by or "person",)
    x = place.centre.x - (len(names) * _SMALL_GLYPH + (len(names) - 1) * 3) / 2
    y = place.centre.y - _SMALL_GLYPH / 2
    return tuple(
        part
        for number, name in enumerate(names)
        for part in glyph(name, x + number * (_SMALL_GLYPH + 3), y, _SMALL_GLYPH, "tag_edge", "ground")
    )


def _gap(place: Rectangle) -> tuple[Part, ...]:
    """Hatched from the lower left to the upper right, and dashed around."""
    lines = []
    offset = _HATCH
    while offset < place.width + place.height:
        start_x = min(offset, place.width)
        end_y = min(offset, place.height)
        start = (place.x + start_x, place.y + offset - start_x)
        end = (place.x + offset - end_y, place.y + end_y)
        lines.append(f"M{start[0]:.2f} {start[1]:.2f} L{end[0]:.2f} {end[1]:.2f}")
        offset += _HATCH
    return (
        Block(*place, 0, "ground", "blind_spot_edge", 1, (4, 3)),
        Outline(" ".join(lines), None, "blind_spot_edge", 0.9),
    )


def cell_example(name: str, place: Rectangle) -> tuple[Part, ...]:
    """What the legend shows of cells: who is there, a check, a week, a gap."""
    x, y = place.centre.x - _GLYPH / 2, place.centre.y - _GLYPH / 2
    if name in ("person", "machine"):
        return glyph(name, x, y, _GLYPH, "person", "ground")
    if name == "both":
        return _handlers(Cell("", "", "both"), x - _GLYPH / 2 - 2, y, "ground")
    if name in ("resolves", "partly"):
        ground = Block(place.x + 4, place.y - 1, place.width - 8, place.height + 2, 4, "person_fill", "panel_edge", 1)
        return ground, *_check(Cell("", "", partly=name == "partly"), x, y, "person_fill")
    if name == "taken_in":
        return (Block(place.x + 4, place.y - 1, place.width - 8, place.height + 2, 4, "box", "panel_edge", 1),)
    if name == "week":
        return week_bar((1.0, 0.4, 0.4, 0.4, 0.4, 0.2, 0.0), place.centre.x - _WEEK / 2, y + 2)
    if name == "nowhere":
        return (Block(place.x + 4, place.y, place.width - 8, place.height, 5, None, "blind_spot_edge", 2.4),)
    if name == "gap":
        return _gap(Rectangle(place.x + 4, place.y - 1, place.width - 8, place.height + 2))
    return _outside(Cell("", "", "person"), place)

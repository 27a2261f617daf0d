"""Boxes: touchpoints, departments, entry dots, and what stands for more."""

from __future__ import annotations

from journeymap.draw.layout.sizes import (
    BADGE,
    GRID,
    LEADING,
    NAME,
    SMALL,
    STRIP,
    Chip,
    Interior,
    badges_shown,
    entry_lines,
    interior,
)
from journeymap.draw.paint.glyphs import glyph
from journeymap.draw.paint.parts import badge_row, resolution, tag, text_lines
from journeymap.draw.placement import Rectangle
from journeymap.draw.scene import Box
from journeymap.draw.sheet import Block, Item, Outline, Part, Text

__all__ = ["border", "paint_box", "shape"]

_RADIUS, _CUT = 10.0, 9.0
_GLYPH = 16.0


def paint_box(box: Box, place: Rectangle) -> Item:
    """A box with everything in it, at its place."""
    parts = _entry(box, place) if box.kind == "entry" else _filled(box, place)
    return Item(box.id, _kind(box), parts, _tooltip(box), box.link)


def _kind(box: Box) -> str:
    return " ".join(filter(None, ("box", box.kind, box.handled_by, box.emphasis)))


def _tooltip(box: Box) -> str:
    return "\n".join(line for line in (box.name, *box.details) if line)


def _entry(box: Box, place: Rectangle) -> tuple[Part, ...]:
    """A dot where customers begin; with a volume it grows to a lozenge that holds it."""
    dot = Block(*place, min(place.width / 2, place.height / 2, 1.5 * GRID), "entry", "ink", 1)
    lines = entry_lines(box.name)
    top = place.centre.y - len(lines) * SMALL * LEADING / 2
    return dot, *text_lines(lines, place.centre.x, top, SMALL, "entry_text", semibold=True, middle=True)


def _filled(box: Box, place: Rectangle) -> tuple[Part, ...]:
    inside = interior(box)
    down = (place.height - inside.size.height) / 2
    inner = place._replace(y=place.y + down)
    parts: list[Part] = [shape(box, place)]
    if box.kind == "touchpoint":
        parts += _strip(box, place)
    parts.append(border(box, place))
    parts += text_lines(inside.name, place.x + inside.left, inner.y + inside.name_top, NAME, "ink", semibold=True)
    parts += text_lines(inside.notes, place.x + inside.left, inner.y + inside.notes_top, SMALL, "soft")
    parts += _chips(box, inside, inner)
    return (*parts, *_marks(box, place))


def _chips(box: Box, inside: Interior, place: Rectangle) -> tuple[Part, ...]:
    return tuple(_chip(box, chip, place) for chip in inside.chips)


def _chip(box: Box, chip: Chip, place: Rectangle) -> Item:
    at = chip.place._replace(x=place.x + chip.place.x, y=place.y + chip.place.y)
    return resolution(box.id, at, chip.text) if chip.tag is None else tag(box.id, at, chip.tag, chip.text)


def _marks(box: Box, place: Rectangle) -> tuple[Part, ...]:
    """Badges on the upper edge from the right; the number of a step on the upper left corner."""
    parts: list[Part] = []
    shown = badges_shown(box.badges)
    if shown:
        first = place.right - 14 - (shown - 1) * (BADGE + 3)
        parts.append(badge_row(box.id, box.badges, first, place.y, shown))
    if box.step is not None:
        disc = Block(place.x - 10, place.y - 10, 22, 22, 11, "ink", "ground", 2)
        number = Text(place.x + 1, place.y + 1 + NAME * 0.36, str(box.step), NAME, "ground", "semibold", "middle")
        parts += [disc, number]
    return tuple(parts)


def shape(box: Box, place: Rectangle) -> Part:
    """The ground of a box without its outline: rounded for a person, with cut corners for a machine."""
    if box.handled_by == "machine":
        return Outline(_cut_corners(place), "box")
    return Block(*place, _radius(box), "box")


def border(box: Box, place: Rectangle) -> Part:
    """The outline of a box: solid for a person, thin for a machine, heavy in its colour for a finding."""
    edge, line, dash = _edge(box)
    if box.handled_by == "machine":
        return Outline(_cut_corners(place), None, edge, line, dash)
    return Block(*place, _radius(box), None, edge, line, dash)


def _edge(box: Box) -> tuple[str, float, tuple[float, ...]]:
    if box.emphasis is not None:
        return f"{box.emphasis}_edge", 2.6, ()
    if box.kind == "more":
        return "machine_edge", 1.2, (4, 3)
    return ("machine_edge", 1.0, ()) if box.handled_by == "machine" else ("box_edge", 1.8, ())


def _radius(box: Box) -> float:
    return 4 if box.kind == "department" else _RADIUS


def _cut_corners(place: Rectangle) -> str:
    x, y, right, bottom, c = place.x, place.y, place.right, place.bottom, _CUT
    return (
        f"M{x + c:.2f} {y:.2f} L{right - c:.2f} {y:.2f} L{right:.2f} {y + c:.2f} L{right:.2f} {bottom - c:.2f} "
        f"L{right - c:.2f} {bottom:.2f} L{x + c:.2f} {bottom:.2f} L{x:.2f} {bottom - c:.2f} L{x:.2f} {y + c:.2f} Z"
    )


def _strip(box: Box, place: Rectangle) -> tuple[Part, ...]:
    """The strip at the left: the channel's glyph, and below it who is there, in the middle of the box together."""
    handler = box.handled_by or "person"
    names = [name for name in (box.glyph, handler) if name is not None]
    top = place.centre.y - (len(names) * _GLYPH + (len(names) - 1) * 5) / 2
    x = place.x + (STRIP - _GLYPH) / 2 + 1
    ground = Outline(_strip_shape(box, place), "strip")
    roles = {box.glyph: "glyph", handler: handler}
    marks = [
        part
        for number, name in enumerate(names)
        for part in glyph(name, x + 1, top + number * (_GLYPH + 5) + 1, _GLYPH - 2, roles[name], "strip")
    ]
    return ground, *marks


def _strip_shape(box: Box, place: Rectangle) -> str:
    x, y, right, bottom = place.x, place.y, place.x + STRIP + 1, place.bottom
    r = _CUT if box.handled_by == "machine" else _RADIUS
    if box.handled_by == "machine":
        corner_down, corner_up = f"L{x:.2f} {bottom - r:.2f}", f"L{x + r:.2f} {y:.2f}"
    else:
        corner_down = f"A{r} {r} 0 0 1 {x:.2f} {bottom - r:.2f}"
        corner_up = f"A{r} {r} 0 0 1 {x + r:.2f} {y:.2f}"
    return (
        f"M{x + r:.2f} {y:.2f} L{right:.2f} {y:.2f} L{right:.2f} {bottom:.2f} L{x + r:.2f} {bottom:.2f} "
        f"{corner_down} L{x:.2f} {y + r:.2f} {corner_up} Z"
    )

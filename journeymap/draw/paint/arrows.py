"""Arrows: a form for each kind of transfer, so that it is told by the line and not by colour."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.draw.layout.sizes import BADGE, LEADING, SMALL, badges_shown, label
from journeymap.draw.measure import text_width
from journeymap.draw.paint.glyphs import glyph
from journeymap.draw.paint.parts import badge_row, baseline
from journeymap.draw.paint.ways import Way, along, crosses, length, path_data, split, way_of
from journeymap.draw.placement import Point, Rectangle, Route
from journeymap.draw.scene import Arrow, ArrowKind
from journeymap.draw.sheet import Block, Item, Outline, Part, Text

__all__ = ["Form", "form_of", "paint_arrow", "paint_label", "strokes"]

_STUB, _GAP, _DOTTED = 5.0, 6.0, 30.0
_CASE = 1.3
_EMPHASIS = 1.6
_AHEAD, _BEHIND = 18.0, 12.0


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of transfer is drawn: its line, and what is special at its tail."""

    role: str
    line: float
    dash: tuple[float, ...] = ()
    double: bool = False
    tail: str = ""


_FORMS: dict[ArrowKind, Form] = {
    "step": Form("line", 1.0),
    "warm": Form("line", 1.8),
    "cold": Form("line", 1.8, tail="gap"),
    "redirect": Form("line", 1.8, dash=(7, 4)),
    "callback": Form("line", 1.8, tail="return"),
    "ticket": Form("line_soft", 1.2, tail="paper"),
    "next": Form("line_soft", 1.0, double=True),
    "entry": Form("ink", 1.8),
    "handover": Form("line", 1.4),
}


def form_of(arrow: Arrow) -> Form:
    """The form of an arrow, with its own width and its emphasis."""
    form = _FORMS[arrow.kind]
    line = form.line * max(arrow.width, 1.0) + (_EMPHASIS if arrow.emphasis else 0)
    role = f"{arrow.emphasis}_line" if arrow.emphasis else form.role
    tail = "alternative" if arrow.alternative else form.tail
    return Form(role, line, form.dash, form.double and not arrow.emphasis, tail)


def paint_arrow(arrow: Arrow, route: Route) -> Item:
    """The line of an arrow with its head; its text is painted later, above all lines."""
    way = way_of(route)
    kind = " ".join(filter(None, ("arrow", arrow.kind, "alternative" if arrow.alternative else "", arrow.emphasis)))
    return Item(arrow.id, kind, strokes(arrow, way), "\n".join(arrow.details), arrow.link)


def strokes(arrow: Arrow, way: Way) -> tuple[Part, ...]:
    """Halo, case, line, tail and head along a way; nothing where it leads nowhere."""
    form = form_of(arrow)
    head = _head_length(form)
    whole = length(way)
    if whole < 1:
        return ()
    line, tip = split(way, max(whole - head, whole * 0.3))
    case = f"{arrow.emphasis}_case" if arrow.emphasis else None
    parts = [*_halo(line, form), *_line(line, form, case)]
    if form.tail == "return":
        parts.append(_return_tick(line, form))
    if form.tail == "paper":
        parts.append(_paper(line, form))
    parts.append(_head(line, tip, form, case))
    return tuple(parts)


def _halo(way: Way, form: Form) -> tuple[Part, ...]:
    """A stripe of the ground under the line, so that it is clear which of two crossing lines is which."""
    rest = length(way)
    if rest < _AHEAD + _BEHIND + 4:
        return ()
    middle, _ = split(split(way, _BEHIND)[1], rest - _AHEAD - _BEHIND)
    return (Outline(path_data(middle), None, "ground", _breadth(form) + 4),)


def _breadth(form: Form) -> float:
    return form.line + 3.0 if form.double else form.line


def _line(way: Way, form: Form, case: str | None) -> list[Part]:
    parts: list[Part] = []
    for stretch, dash in _stretches(way, form):
        data = path_data(stretch)
        if case is not None:
            parts.append(Outline(data, None, case, form.line + _CASE, dash))
        parts.append(Outline(data, None, form.role, _breadth(form), dash))
        if form.double:
            parts.append(Outline(data, None, "ground", _breadth(form) - 2 * form.line, dash))
    return parts


def _stretches(way: Way, form: Form) -> list[tuple[Way, tuple[float, ...]]]:
    """The pieces of a line: a gap behind the stub of a cold one, dots where the way of an ``if_closed`` begins."""
    whole = length(way)
    if form.tail == "gap":
        stub, rest = split(way, min(_STUB, whole / 4))
        return [(stub, ()), (split(rest, min(_GAP, whole / 4))[1], form.dash)]
    if form.tail == "alternative":
        dotted, rest = split(way, min(_DOTTED, whole / 2))
        return [(dotted, (2.0, 3.0)), (rest, form.dash)]
    return [(way, form.dash)]


def _head_length(form: Form) -> float:
    return 8.0 + 1.5 * min(_breadth(form), 10)


def _head(line: Way, tip: Way, form: Form, case: str | None) -> Part:
    """A filled triangle whose point lies on the end of the way."""
    base, point = tip[0].start, tip[-1].end
    size = math.hypot(point.x - base.x, point.y - base.y) or 1
    across = Point((point.y - base.y) / size, (base.x - point.x) / size)
    half = 3.4 + 0.75 * min(_breadth(form), 10)
    corners = (
        Point(base.x + across.x * half, base.y + across.y * half),
        point,
        Point(base.x - across.x * half, base.y - across.y * half),
    )
    data = "M" + " L".join(f"{corner.x:.2f} {corner.y:.2f}" for corner in corners) + " Z"
    return Outline(data, form.role, case, _CASE / 2) if case else Outline(data, form.role)


def _return_tick(way: Way, form: Form) -> Part:
    """An open angle near the tail that points back: the company comes back to the customer."""
    at, ahead = along(way, min(9.0, length(way) / 3))
    arm = 5.5 + form.line / 2
    wings = [
        Point(at.x + ahead.x * arm - side * ahead.y * arm, at.y + ahead.y * arm + side * ahead.x * arm)
        for side in (1, -1)
    ]
    data = " L".join(f"{point.x:.2f} {point.y:.2f}" for point in (wings[0], at, wings[1]))
    return Outline(f"M{data}", None, form.role, form.line)


def _paper(way: Way, form: Form) -> Part:
    """A little sheet of paper near the tail: a ticket goes on, the customer does not."""
    at, _ = along(way, min(11.0, length(way) / 3))
    half = 3.5
    corners = ((-half, -half), (half, -half), (half, half), (-half, half))
    data = " L".join(f"{at.x + dx:.2f} {at.y + dy:.2f}" for dx, dy in corners)
    return Outline(f"M{data} Z", "ground", form.role, 1.2)


def paint_label(arrow: Arrow, route: Route) -> Iterator[Item]:
    """The text of an arrow in the place kept free for it: badges, lines, and a moon with the hours of a closed door.

    Where the arrow itself runs through that place, its line is interrupted by the text.
    """
    place = route.label
    if place is None:
        return
    words = label(arrow)
    rows = [(line, 0.0) for line in words.lines] + [(line, float(BADGE)) for line in words.closed]
    width = max((text_width(line, SMALL) + inset for line, inset in rows), default=0.0)
    height = len(rows) * SMALL * LEADING
    x, top = place.centre.x + (words.badges_width - width) / 2, place.centre.y - height / 2
    parts: list[Part] = []
    if rows and _runs_through(way_of(route), place):
        parts.append(Block(x - 4, top, width + 8, height, 3, "ground"))
    for number, (line, inset) in enumerate(rows):
        y = baseline(top + number * SMALL * LEADING, SMALL)
        parts.append(Text(x + inset, y, line, SMALL, "ink" if inset else "soft", halo="ground"))
    if words.closed:
        parts += glyph("moon", x, top + len(words.lines) * SMALL * LEADING, 14, "closed_edge", "ground")
    shown = badges_shown(arrow.badges, label=True)
    if shown:
        left = x - words.badges_width + BADGE / 2
        parts.append(badge_row(arrow.id, arrow.badges, left, place.centre.y, shown, BADGE))
    yield Item(f"{arrow.id}:label", "label", tuple(parts), "\n".join(arrow.details), arrow.link)


def _runs_through(way: Way, place: Rectangle) -> bool:
    """Whether a way runs through the middle of a rectangle; one that only grazes it may go on beside the text."""
    near = place.height * 0.3
    return crosses(way, Rectangle(place.x, place.centre.y - near, place.width, 2 * near))

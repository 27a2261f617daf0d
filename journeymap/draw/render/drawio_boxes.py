"""Boxes as shapes of draw.io that keep together: the name is theirs, everything else lies in them as parts."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.layout.sizes import BADGE, CHIP, NAME, SMALL, STRIP, Chip, Interior, badges_shown, interior
from journeymap.draw.measure import ELLIPSIS
from journeymap.draw.paint.glyphs import glyph
from journeymap.draw.paint.theme import Theme
from journeymap.draw.placement import Point, Rectangle
from journeymap.draw.render.drawio_cells import Cell, Style, label, styled
from journeymap.draw.render.drawio_sheet import picture
from journeymap.draw.render.strokes import Stroke, outline_stroke
from journeymap.draw.render.svg_text import number
from journeymap.draw.scene import Badge, Box

__all__ = ["badge_cell", "box_cells"]

_GLYPH = 16.0
_SPACING = 2
"""What draw.io adds to every spacing."""
_STATES = {
    "asked": ("tag", "tag_edge", "tag_text"),
    "always": ("tag", "glyph", "tag_text"),
    "repeated": ("repeat_tag", "repeat_case", "repeat_tag_text"),
    "lost": ("tag", "repeat_edge", "tag_text"),
}
_MARKS = {"asked": "", "always": "• ", "repeated": "↻ ", "lost": "✕ "}


def box_cells(box: Box, place: Rectangle, parent: str, theme: Theme) -> Iterator[Cell]:
    """A box at a place relative to its parent, with its tags, badges and glyphs."""
    if box.kind == "entry":
        yield _entry(box, place, parent, theme)
        return
    inside = interior(box)
    down = (place.height - inside.size.height) / 2
    yield Cell(
        box.id,
        _style(box, inside, down, theme),
        _name(box, inside),
        parent,
        place,
        tooltip="\n".join((box.name, *box.details)),
        link=box.link,
    )
    yield from _parts(box, place, inside, down, theme)


def _entry(box: Box, place: Rectangle, parent: str, theme: Theme) -> Cell:
    colours = theme.colours
    radius = min(place.width, place.height)
    style = styled(
        html=1,
        rounded=1,
        absoluteArcSize=1,
        arcSize=radius,
        fillColor=colours["entry"],
        strokeColor=colours["ink"],
        fontColor=colours["entry_text"],
        fontSize=SMALL,
        fontStyle=1,
    )
    return Cell(box.id, style, label((box.name,)), parent, place, tooltip="\n".join(box.details), link=box.link)


def _name(box: Box, inside: Interior) -> str:
    """The whole name, which draw.io wraps as well; the shortened one where it is too long for the box."""
    return label(inside.name if inside.name[-1].endswith(ELLIPSIS) else (box.name.strip() or "–",))


def _style(box: Box, inside: Interior, down: float, theme: Theme) -> str:
    stroke, fill = _outline(box, theme), "header" if box.kind == "department" else "box"
    text: Style = {
        "align": "left",
        "verticalAlign": "top",
        "spacingLeft": inside.left - _SPACING,
        "spacingRight": 4,
        "spacingTop": inside.name_top + down - _SPACING,
    }
    machine = box.handled_by == "machine"
    return styled(
        *(("shape=mxgraph.basic.octagon2", "dx=9") if machine else ("rounded=1", "absoluteArcSize=1", "arcSize=20")),
        html=1,
        whiteSpace="wrap",
        container=1,
        collapsible=0,
        recursiveResize=0,
        fillColor=theme.colours[fill],
        strokeColor=stroke.colour,
        strokeWidth=stroke.width,
        dashed=1 if stroke.dash else None,
        dashPattern=" ".join(map(number, stroke.dash)) or None,
        fontColor=theme.colours["ink"],
        fontSize=NAME,
        fontStyle=1,
        **text,
    )


def _outline(box: Box, theme: Theme) -> Stroke:
    if box.emphasis is not None:
        return outline_stroke(box.emphasis, theme)
    if box.kind == "more":
        return Stroke(theme.colours["machine_edge"], 1.2, (4, 3))
    return (
        Stroke(theme.colours["machine_edge"], 1)
        if box.handled_by == "machine"
        else Stroke(theme.colours["box_edge"], 1.6)
    )


def _parts(box: Box, place: Rectangle, inside: Interior, down: float, theme: Theme) -> Iterator[Cell]:
    if inside.notes:
        room = Rectangle(
            inside.left, inside.notes_top + down, place.width - inside.left - 4, len(inside.notes) * SMALL * 1.35
        )
        style = styled(
            "text",
            fillColor="none",
            strokeColor="none",
            html=1,
            whiteSpace="wrap",
            align="left",
            verticalAlign="top",
            spacing=0,
            fontSize=SMALL,
            fontColor=theme.colours["soft"],
        )
        yield Cell(f"{box.id}/notes", style, label(box.notes), box.id, room, connectable=False)
    if box.kind == "touchpoint":
        yield from _glyphs(box, place, theme)
    for order, chip in enumerate(inside.chips):
        yield _chip(f"{box.id}/tag{order}", box.id, chip, down, theme)
    shown = badges_shown(box.badges)
    for order, mark in enumerate(box.badges[:shown]):
        left = place.width - 14 - BADGE / 2 - (shown - 1 - order) * (BADGE + 3)
        rest = len(box.badges) - shown + 1 if order == shown - 1 and len(box.badges) > shown else 0
        at = Rectangle(left, -BADGE / 2, BADGE, BADGE)
        yield badge_cell(f"{box.id}/badge{order}", mark, box.id, at, theme, text=f"+{rest}" if rest else None)
    if box.step is not None:
        style = styled(
            "ellipse",
            shape="ellipse",
            perimeter="ellipsePerimeter",
            html=1,
            fillColor=theme.colours["ink"],
            strokeColor=theme.colours["ground"],
            strokeWidth=2,
            fontColor=theme.colours["ground"],
            fontSize=NAME,
            fontStyle=1,
        )
        yield Cell(f"{box.id}/step", style, str(box.step), box.id, Rectangle(-10, -10, 22, 22), connectable=False)


def _glyphs(box: Box, place: Rectangle, theme: Theme) -> Iterator[Cell]:
    """The channel's glyph at the left, below it who is there."""
    handler = box.handled_by or "person"
    names = [name for name in (box.glyph, handler) if name is not None]
    top = place.height / 2 - (len(names) * _GLYPH + (len(names) - 1) * 5) / 2
    left = (STRIP - _GLYPH) / 2 + 2
    for order, name in enumerate(names):
        role = handler if name == handler else "glyph"
        drawn = glyph(name, left, top + order * (_GLYPH + 5), _GLYPH - 2, role, "box")
        yield picture(f"{box.id}/glyph{order}", drawn, theme, Point(0, 0), box.id)


def _chip(identifier: str, parent: str, chip: Chip, down: float, theme: Theme) -> Cell:
    colours, place = theme.colours, chip.place._replace(y=chip.place.y + down)
    if chip.tag is None:
        style = styled(
            "text",
            fillColor="none",
            strokeColor="none",
            html=1,
            align="right",
            verticalAlign="middle",
            spacing=0,
            fontSize=SMALL,
            fontStyle=1,
            fontColor=colours["resolved_words"],
        )
        return Cell(identifier, style, label((f"✓ {chip.text}".strip(),)), parent, place, connectable=False)
    fill, edge, ink = (colours[role] for role in _STATES[chip.tag.state])
    style = styled(
        html=1,
        rounded=1,
        absoluteArcSize=1,
        arcSize=CHIP,
        fillColor=fill,
        strokeColor=edge,
        fontColor=ink,
        fontSize=SMALL,
        spacing=0,
        dashed=1 if chip.tag.state == "lost" else None,
    )
    told = "\n".join(filter(None, (chip.tag.text, chip.tag.detail)))
    value = label((_MARKS[chip.tag.state] + chip.text,))
    return Cell(identifier, style, value, parent, place, tooltip=told, connectable=False)


def badge_cell(
    identifier: str,
    mark: Badge,
    parent: str,
    place: Rectangle,
    theme: Theme,
    *,
    text: str | None = None,
    offset: Point | None = None,
) -> Cell:
    """The number of a finding, as a small disc."""
    role, colours = f"{mark.category}_badge", theme.colours
    style = styled(
        "ellipse",
        shape="ellipse",
        perimeter="ellipsePerimeter",
        html=1,
        fillColor=colours[role],
        strokeColor=colours[f"{role}_edge"],
        fontColor=colours[f"{role}_text"],
        fontSize=SMALL,
        fontStyle=1,
        spacing=0,
    )
    return Cell(identifier, style, text or str(mark.number), parent, place, offset=offset, connectable=False)

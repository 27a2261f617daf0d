"""Pictures of boxes and arrows: panels or lanes below, then arrows, then boxes, then the text of the arrows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeymap.draw.layout.sizes import COLUMN_HEADER, LANE_HEADER, LEADING, NAME, SMALL, label
from journeymap.draw.measure import wrap
from journeymap.draw.paint.arrows import paint_arrow, paint_label
from journeymap.draw.paint.boxes import paint_box
from journeymap.draw.paint.frame import framed
from journeymap.draw.paint.parts import text_lines
from journeymap.draw.placement import Placement, Rectangle
from journeymap.draw.scene import Column, Group, Scene
from journeymap.draw.sheet import Block, Item, Outline, Sheet
from journeymap.draw.wishes import Wishes

__all__ = ["paint_flow"]


def paint_flow(scene: Scene, placement: Placement, wishes: Wishes) -> Sheet:
    """The whole picture of a scene, framed. O(boxes + arrows + characters)."""
    return framed(scene.heading, placement.size, tuple(_items(scene, placement)), wishes)


def _items(scene: Scene, placement: Placement) -> Iterator[Item]:
    paint_group = _lane if placement.columns else _panel
    for group in scene.groups:
        if group.id in placement.groups:
            yield paint_group(group, placement.groups[group.id])
    for column in scene.columns:
        if column.id in placement.columns:
            yield _column(column, placement.columns[column.id])
    plain_first = sorted(scene.arrows, key=lambda arrow: arrow.emphasis is not None)
    for arrow in plain_first:
        yield paint_arrow(arrow, placement.routes[arrow.id])
    if not placement.columns:
        placed = [group for group in scene.groups if group.id in placement.groups]
        yield from (_panel_heading(group, placement.groups[group.id]) for group in placed)
    for box in scene.boxes:
        yield paint_box(box, placement.boxes[box.id])
    for arrow in plain_first:
        if label(arrow).size.width:
            yield from paint_label(arrow, placement.routes[arrow.id])


def _panel(group: Group, place: Rectangle) -> Item:
    """A pale panel; its heading is painted later, above the arrows that cross it."""
    block = Block(*place, 8, "panel", "panel_edge", 1)
    return Item(group.id, "group", (block,), "\n".join((group.name, *group.details)), group.link)


def _panel_heading(group: Group, place: Rectangle) -> Item:
    """The name in the upper left corner, hours in small type under it."""
    room = place.width - 28
    name = wrap(group.name, room, NAME, semibold=True, lines=1)
    note = wrap(group.note, room, SMALL, lines=1)
    words = (
        *text_lines(name, place.x + 14, place.y + 9, NAME, "ink", semibold=True),
        *text_lines(note, place.x + 14, place.y + 27, SMALL, "soft"),
    )
    kept = tuple(replace(line, halo="panel") for line in words)
    return Item(f"{group.id}:heading", "group-heading", kept, "\n".join((group.name, *group.details)), group.link)


def _lane(group: Group, place: Rectangle) -> Item:
    """A row with its name in the strip at its left."""
    row = Block(*place, 0, None, "rule", 1)
    strip = Block(place.x, place.y, LANE_HEADER, place.height, 0, "header", "rule", 1)
    name = wrap(group.name, LANE_HEADER - 24, NAME, semibold=True)
    note = wrap(group.note, LANE_HEADER - 24, SMALL, lines=2)
    height = len(name) * NAME * LEADING + len(note) * SMALL * LEADING
    top = place.centre.y - height / 2
    words = (
        *text_lines(name, place.x + 12, top, NAME, "ink", semibold=True),
        *text_lines(note, place.x + 12, top + len(name) * NAME * LEADING, SMALL, "soft"),
    )
    return Item(group.id, "lane", (row, strip, *words), "\n".join((group.name, *group.details)), group.link)


def _column(column: Column, place: Rectangle) -> Item:
    """A column's name in the strip above the rows, and a fine line at its left."""
    strip = Block(place.x, place.y, place.width, COLUMN_HEADER, 0, "header", "rule", 1)
    lines = wrap(column.name, place.width - 16, SMALL, semibold=True, lines=2)
    top = place.y + (COLUMN_HEADER - len(lines) * SMALL * LEADING) / 2
    words = text_lines(lines, place.centre.x, top, SMALL, "ink", semibold=True, middle=True)
    line = Outline(f"M{place.x:.2f} {place.y + COLUMN_HEADER:.2f} L{place.x:.2f} {place.bottom:.2f}", None, "rule", 1)
    return Item(column.id, "column", (line, strip, *words), column.name)

"""draw.io (diagrams.net): a file to go on with by hand. Lanes and panels are containers, arrows hold on to boxes."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.layout.sizes import COLUMN_HEADER, LANE_HEADER, LEADING, NAME, SMALL
from journeymap.draw.paint.theme import THEMES, Theme, ThemeName
from journeymap.draw.placement import Placement, Point, Rectangle
from journeymap.draw.render.drawio_arrows import arrow_cells
from journeymap.draw.render.drawio_boxes import box_cells
from journeymap.draw.render.drawio_cells import LAYER, Cell, document, label, styled, unique
from journeymap.draw.render.drawio_sheet import item_cells
from journeymap.draw.scene import Column, Group, Scene
from journeymap.draw.sheet import Sheet
from journeymap.draw.tables import JourneyScene, MatrixScene

__all__ = ["drawio"]

_AROUND = frozenset({"title", "subtitle", "date", "notes", "legend"})
"""Kinds of items that stand around a drawing."""


def drawio(
    picture: Scene | MatrixScene | JourneyScene, placement: Placement | None, sheet: Sheet, theme: ThemeName
) -> str:
    """The picture as an uncompressed draw.io file. O(boxes + arrows + parts of the sheet).

    Boxes and arrows of a scene lie where the placement says; a table is taken from its sheet, item by item.
    """
    colours = THEMES[theme]
    flowing = isinstance(picture, Scene) and placement is not None
    cells = [*_drawn(picture, placement, sheet, colours)] if isinstance(picture, Scene) and placement else []
    for item in sheet.items:
        if not flowing or item.kind in _AROUND:
            cells += item_cells(item, colours, sheet.origin)
    return document(unique(cells), sheet.size, sheet.title, colours.colours["ground"])


def _drawn(scene: Scene, placement: Placement, sheet: Sheet, theme: Theme) -> Iterator[Cell]:
    origin = sheet.origin
    for column in scene.columns:
        if column.id in placement.columns:
            yield _column(column, _from(placement.columns[column.id], origin), theme)
    for number, group in enumerate(scene.groups):
        if group.id in placement.groups:
            place = _from(placement.groups[group.id], origin)
            yield _lane(group, place, number, theme) if placement.columns else _panel(group, place, theme)
    for box in scene.boxes:
        inside = placement.groups.get(box.group or "")
        corner = origin if inside is None else Point(inside.x, inside.y)
        parent = LAYER if inside is None or box.group is None else box.group
        yield from box_cells(box, _from(placement.boxes[box.id], corner), parent, theme)
    for arrow in scene.arrows:
        yield from arrow_cells(arrow, placement.routes[arrow.id], placement.boxes, origin, theme)


def _from(place: Rectangle, origin: Point) -> Rectangle:
    return place._replace(x=place.x - origin.x, y=place.y - origin.y)


def _told(group: Group) -> str:
    name = f"<b>{label((group.name,))}</b>"
    return (
        f'{name}<br><span style="font-size: {SMALL:g}px">{label((group.note,))}</span>' if group.note.strip() else name
    )


def _panel(group: Group, place: Rectangle, theme: Theme) -> Cell:
    """A pale panel with its name in the upper left corner."""
    colours = theme.colours
    title = 12 + LEADING * (NAME + (SMALL if group.note.strip() else 0))
    style = styled(
        "swimlane",
        shape="swimlane",
        verticalAlign="top",
        html=1,
        whiteSpace="wrap",
        rounded=1,
        absoluteArcSize=1,
        arcSize=16,
        startSize=title,
        swimlaneLine=0,
        collapsible=0,
        container=1,
        align="left",
        spacingLeft=12,
        fontStyle=0,
        fontSize=NAME,
        fontColor=colours["ink"],
        fillColor=colours["panel"],
        swimlaneFillColor=colours["panel"],
        strokeColor=colours["panel_edge"],
    )
    return Cell(group.id, style, _told(group), place=place, tooltip="\n".join(group.details), link=group.link)


def _lane(group: Group, place: Rectangle, number: int, theme: Theme) -> Cell:
    """A lane with its name at the left; every other one on a stripe."""
    colours = theme.colours
    style = styled(
        "swimlane",
        shape="swimlane",
        html=1,
        whiteSpace="wrap",
        horizontal=0,
        startSize=LANE_HEADER,
        collapsible=0,
        container=1,
        fontStyle=0,
        fontSize=NAME,
        fontColor=colours["ink"],
        fillColor=colours["header"],
        swimlaneFillColor=colours["stripe" if number % 2 else "ground"],
        strokeColor=colours["rule"],
    )
    return Cell(group.id, style, _told(group), place=place, tooltip="\n".join(group.details), link=group.link)


def _column(column: Column, place: Rectangle, theme: Theme) -> Cell:
    colours = theme.colours
    style = styled(
        html=1,
        whiteSpace="wrap",
        fillColor=colours["header"],
        strokeColor=colours["rule"],
        fontColor=colours["ink"],
        fontSize=SMALL,
        fontStyle=1,
    )
    return Cell(column.id, style, label((column.name,)), place=place._replace(height=COLUMN_HEADER))

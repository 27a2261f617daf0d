"""Painted items as cells of draw.io: for tables, headlines and legends, and for little pictures everywhere."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from journeymap.draw.measure import text_width
from journeymap.draw.paint.theme import Theme
from journeymap.draw.placement import Point, Rectangle
from journeymap.draw.render.drawio_cells import LAYER, Cell, label, styled
from journeymap.draw.render.svg_text import attributes, number
from journeymap.draw.sheet import Block, Item, Outline, Part, Text

__all__ = ["item_cells", "picture"]

_COMMAND = re.compile(r"([MLCAZ])([^MLCAZ]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_RISE = 0.95
"""Height of the upper edge of a line of text above its baseline, as a multiple of the size, where draw.io puts it."""
_LINE = 1.2
_ALIGN = {"start": "left", "middle": "center", "end": "right"}


def item_cells(item: Item, theme: Theme, origin: Point, parent: str = LAYER) -> Iterator[Cell]:
    """An item as a group of cells; `origin` is where its parent lies. O(parts)."""
    place = _around([_bounds(part) for part in item.parts])
    yield Cell(
        item.id,
        styled("group", fillColor="none", strokeColor="none", pointerEvents=0),
        parent=parent,
        place=_moved(place, origin),
        tooltip=item.title,
        link=item.link,
        connectable=False,
    )
    for number_, part in enumerate(_merged(item.parts)):
        if isinstance(part, Item):
            yield from item_cells(part, theme, Point(place.x, place.y), item.id)
        else:
            yield _part(f"{item.id}/{number_}", part, theme, Point(place.x, place.y), item.id)


class _Drawing(NamedTuple):
    """Neighbouring outlines: one little picture."""

    outlines: tuple[Outline, ...]


class _Words(NamedTuple):
    """Lines of text, one below the other."""

    lines: tuple[Text, ...]


def _merged(parts: Sequence[Part]) -> Iterator[Item | Block | _Drawing | _Words]:
    for _, run in groupby(parts, key=_family):
        members = list(run)
        if isinstance(members[0], Outline):
            yield _Drawing(tuple(part for part in members if isinstance(part, Outline)))
        elif isinstance(members[0], Text):
            yield _Words(tuple(part for part in members if isinstance(part, Text)))
        else:
            yield from (part for part in members if isinstance(part, Item | Block))


def _family(part: Part) -> tuple[object, ...]:
    if isinstance(part, Text):
        return ("text", part.x, part.size, part.fill, part.weight, part.anchor)
    return (type(part).__name__,)


def _part(identifier: str, part: Block | _Drawing | _Words, theme: Theme, origin: Point, parent: str) -> Cell:
    if isinstance(part, Block):
        place = Rectangle(part.x, part.y, part.width, part.height)
        return Cell(identifier, _block(part, theme), parent=parent, place=_moved(place, origin), connectable=False)
    if isinstance(part, _Drawing):
        return picture(identifier, part.outlines, theme, origin, parent)
    return _text(identifier, part.lines, theme, origin, parent)


def _text(identifier: str, lines: tuple[Text, ...], theme: Theme, origin: Point, parent: str) -> Cell:
    first = lines[0]
    style = styled(
        "text",
        html=1,
        fillColor="none",
        strokeColor="none",
        align=_ALIGN[first.anchor],
        verticalAlign="top",
        spacing=0,
        fontSize=first.size,
        fontColor=theme.colours[first.fill],
        fontStyle=1 if first.weight == "semibold" else None,
    )
    place = _around([_bounds(line) for line in lines])
    value = label([line.text for line in lines])
    return Cell(identifier, style, value, parent, _moved(place, origin), connectable=False)


def _block(block: Block, theme: Theme) -> str:
    radius = min(block.radius, block.width / 2, block.height / 2)
    return styled(
        rounded=1 if radius else 0,
        absoluteArcSize=1 if radius else None,
        arcSize=2 * radius or None,
        fillColor=theme.colours[block.fill] if block.fill else "none",
        strokeColor=theme.colours[block.stroke] if block.stroke else "none",
        strokeWidth=block.line,
        dashed=1 if block.dash else None,
        dashPattern=" ".join(map(number, block.dash)) or None,
    )


def picture(identifier: str, outlines: tuple[Outline, ...], theme: Theme, origin: Point, parent: str) -> Cell:
    """Outlines as a little picture that draw.io can hold: an SVG inside the style."""
    place = _around([_bounds(outline) for outline in outlines])
    view = " ".join(map(number, place))
    paths = "".join(f"<path{attributes(d=outline.data, **_paint(outline, theme))}/>" for outline in outlines)
    size = attributes(width=place.width, height=place.height, viewBox=view)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"{size}>{paths}</svg>'
    data = base64.b64encode(svg.encode()).decode()
    style = styled("shape=image", imageAspect=0, aspect="fixed", image=f"data:image/svg+xml,{data}")
    return Cell(identifier, style, parent=parent, place=_moved(place, origin), connectable=False)


def _paint(outline: Outline, theme: Theme) -> dict[str, str | float | None]:
    return {
        "fill": theme.colours[outline.fill] if outline.fill else "none",
        "stroke": theme.colours[outline.stroke] if outline.stroke else None,
        "stroke_width": outline.line if outline.stroke else None,
        "stroke_dasharray": " ".join(map(number, outline.dash)) or None,
        "stroke_linejoin": "round" if outline.stroke else None,
    }


def _moved(place: Rectangle, origin: Point) -> Rectangle:
    return place._replace(x=place.x - origin.x, y=place.y - origin.y)


def _around(places: Sequence[Rectangle]) -> Rectangle:
    if not places:
        return Rectangle(0, 0, 0, 0)
    left, top = min(place.x for place in places), min(place.y for place in places)
    return Rectangle(
        left, top, max(place.right for place in places) - left, max(place.bottom for place in places) - top
    )


def _bounds(part: Part) -> Rectangle:
    if isinstance(part, Item):
        return _around([_bounds(each) for each in part.parts])
    if isinstance(part, Block):
        return Rectangle(part.x, part.y, part.width, part.height)
    return _text_bounds(part) if isinstance(part, Text) else _outline_bounds(part)


def _text_bounds(text: Text) -> Rectangle:
    width = text_width(text.text, text.size, semibold=text.weight == "semibold")
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return Rectangle(left, text.y - text.size * _RISE, width, text.size * _LINE)


def _outline_bounds(outline: Outline) -> Rectangle:
    """Around all points of a path, control points among them, and half its line."""
    points = list(_points(outline.data)) or [Point(0, 0)]
    pen = outline.line / 2 if outline.stroke else 0
    left, top = min(point.x for point in points) - pen, min(point.y for point in points) - pen
    right, bottom = max(point.x for point in points) + pen, max(point.y for point in points) + pen
    return Rectangle(left, top, max(right - left, 0.5), max(bottom - top, 0.5))


def _points(data: str) -> Iterator[Point]:
    here = Point(0, 0)
    for command, text in _COMMAND.findall(data):
        values = [float(each) for each in _NUMBER.findall(text)]
        if command == "A":
            for at in range(0, len(values) - 6, 7):
                radius_x, radius_y, end = values[at], values[at + 1], Point(values[at + 5], values[at + 6])
                yield from _arc(here, end, radius_x, radius_y)
                here = end
        else:
            pairs = [Point(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
            yield from pairs
            here = pairs[-1] if pairs else here


def _arc(start: Point, end: Point, radius_x: float, radius_y: float) -> Iterator[Point]:
    """Its ends; for half a circle or more, everything it may reach."""
    yield from (start, end)
    if abs(end.x - start.x) > 1.9 * radius_x or abs(end.y - start.y) > 1.9 * radius_y:
        middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
        yield Point(middle.x - radius_x, middle.y - radius_y)
        yield Point(middle.x + radius_x, middle.y + radius_y)

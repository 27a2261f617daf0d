"""The little examples in a legend, drawn by the same functions as the picture itself."""

from __future__ import annotations

from typing import Literal, cast

from journeymap.draw.layout.sizes import BADGE, CHIP, chip_mark
from journeymap.draw.paint.arrows import strokes
from journeymap.draw.paint.boxes import border, shape
from journeymap.draw.paint.cells import cell_example
from journeymap.draw.paint.glyphs import GLYPHS, glyph
from journeymap.draw.paint.parts import badge, resolution, tag
from journeymap.draw.paint.stops import stop_example
from journeymap.draw.paint.ways import way_of
from journeymap.draw.placement import Point, Rectangle, Route
from journeymap.draw.scene import Arrow, ArrowKind, Badge, Box, BoxKind, Category, Tag
from journeymap.draw.sheet import Block, Part

__all__ = ["SWATCH_HEIGHT", "SWATCH_WIDTH", "swatch"]

Handler = Literal["person", "machine"]
TagState = Literal["asked", "always", "repeated", "lost"]
SWATCH_WIDTH, SWATCH_HEIGHT = 46.0, 20.0


def swatch(symbol: str, x: float, y: float) -> tuple[Part, ...]:
    """The example for a symbol of the legend, in a field at (x, y); nothing where the symbol has no form."""
    family, _, name = symbol.partition(":")
    place = Rectangle(x, y, SWATCH_WIDTH, SWATCH_HEIGHT)
    if family == "arrow":
        return _arrow(name, place)
    if family == "box":
        return _box(name, place)
    if family == "tag":
        return _tag(name, place)
    if family in ("cell", "row"):
        return cell_example(name, place)
    if family in ("bar", "end"):
        return stop_example(name, place)
    return _mark(family, name, place)


def _arrow(name: str, place: Rectangle) -> tuple[Part, ...]:
    kind = cast("ArrowKind", {"alternative": "cold", "loop": "handover"}.get(name, name))
    width = 2.5 if kind == "handover" else 1
    emphasis: Category | None = "loop" if name == "loop" else None
    arrow = Arrow("legend", "", "", kind, alternative=name == "alternative", width=width, emphasis=emphasis)
    y = place.centre.y
    way = way_of(Route((Point(place.x, y), Point(place.right, y)), "line"))
    return strokes(arrow, way)


def _box(name: str, place: Rectangle) -> tuple[Part, ...]:
    handled_by = cast("Handler", name) if name in ("person", "machine") else None
    kind = cast("BoxKind", "touchpoint" if handled_by else name)
    box = Box("legend", "", kind, handled_by=handled_by)
    inner = Rectangle(place.x + 6, place.y - 1, place.width - 12, place.height + 2)
    at = inner.centre
    mark = glyph(handled_by, at.x - 7, at.y - 7, 14, handled_by, "box") if handled_by else ()
    return shape(box, inner), border(box, inner), *mark


def _tag(name: str, place: Rectangle) -> tuple[Part, ...]:
    what = Tag("", cast("TagState", name))
    width = 24.0 + chip_mark(what)
    at = Rectangle(place.centre.x - width / 2, place.centre.y - CHIP / 2, width, CHIP)
    return tag("legend", at, what, "···").parts


def _mark(family: str, name: str, place: Rectangle) -> tuple[Part, ...]:
    at = place.centre
    if family == "entry":
        return (Block(at.x - 8, at.y - 8, 16, 16, 8, "entry", "ink", 1),)
    if family == "resolution":
        return resolution("legend", Rectangle(at.x - CHIP / 2, at.y - CHIP / 2, CHIP, CHIP), "").parts
    if family == "closed":
        return glyph("moon", at.x - 8, at.y - 8, 16, "closed_edge", "ground")
    if family == "category":
        return badge(Badge(0, cast("Category", name)), at.x, at.y, "n")
    return glyph(name, at.x - BADGE / 2, at.y - BADGE / 2, BADGE, "glyph", "ground") if name in GLYPHS else ()

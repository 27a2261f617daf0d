"""A painted picture, ready for a vector format: shapes in reading order, grouped into items that mean something.

Colours are roles (`draw.paint.theme` knows what they look like in each theme); lengths are CSS pixels, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymap.draw.placement import Point, Size

__all__ = ["Block", "Item", "Outline", "Part", "Sheet", "Text"]

ORIGIN = Point(0, 0)


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle, with rounded corners where `radius` is given; `fill` and `stroke` are roles of the theme."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    fill: str | None = None
    stroke: str | None = None
    line: float = 1
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A path in SVG path data (absolute commands M L C A Z only)."""

    data: str
    fill: str | None = None
    stroke: str | None = None
    line: float = 1
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is the baseline; `halo` is the role of a wide outline that keeps it readable on lines."""

    x: float
    y: float
    text: str
    size: float
    fill: str
    weight: Literal["normal", "semibold"] = "normal"
    anchor: Literal["start", "middle", "end"] = "start"
    halo: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a meaning: a box, an arrow, a lane, a line of the legend.

    `id` is stable and unique in the sheet, `kind` its class; `title` is the tooltip (lines joined by line breaks).
    """

    id: str
    kind: str
    parts: tuple[Part, ...]
    title: str = ""
    link: str | None = None


Part = Block | Outline | Text | Item


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture: what it is called, what it shows (for those who cannot see it), and its items in order.

    `origin` is its upper left corner: the drawing itself begins at (0, 0), title and margins lie before that.
    """

    size: Size
    title: str
    description: str
    language: str
    items: tuple[Item, ...]
    origin: Point = ORIGIN

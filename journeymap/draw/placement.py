"""Where everything of a scene lies: the result of every layout, in units of CSS pixels, y downwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = ["Placement", "Point", "Rectangle", "Route", "Size"]


class Point(NamedTuple):
    """A point of the picture."""

    x: float
    y: float


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float


class Rectangle(NamedTuple):
    """An upright rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Route:
    """The way of an arrow from its source to its target, tip included.

    A `curve` has 1 + 3n points (cubic Bezier pieces), a `line` its corners. `label` is the rectangle that is kept
    free for the arrow's text, None where it has none.
    """

    points: tuple[Point, ...]
    form: Literal["curve", "line"]
    label: Rectangle | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Places of everything in a scene, by id. The drawing begins at (0, 0) and is `size` large."""

    size: Size
    boxes: Mapping[str, Rectangle]
    routes: Mapping[str, Route]
    groups: Mapping[str, Rectangle] = field(default_factory=dict)
    columns: Mapping[str, Rectangle] = field(default_factory=dict)

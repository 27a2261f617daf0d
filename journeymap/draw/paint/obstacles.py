"""Where a painted picture is not empty: so that the legend can stand in a free corner."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from journeymap.draw.measure import text_width
from journeymap.draw.placement import Rectangle
from journeymap.draw.sheet import Block, Item, Outline, Part, Text

__all__ = ["Skyline"]

_STRIP = 16.0
_COMMAND = re.compile(r"([MLCA])([^MLCAZ]*)")


class Skyline:
    """How far up and down something is painted, strip by strip from left to right. Built in O(parts + strips)."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._highest: dict[int, float] = {}
        self._lowest: dict[int, float] = {}
        high, low = self._highest, self._lowest
        for place in (found for item in items for found in _covered(item)):
            top, bottom = place.y, place.bottom
            for strip in _strips(place.x, place.right):
                if top < high.get(strip, math.inf):
                    high[strip] = top
                if bottom > low.get(strip, 0.0):
                    low[strip] = bottom

    def lowest(self, left: float, right: float) -> float:
        """How far down something reaches between two verticals; 0 where there is nothing. O(strips)."""
        return max((self._lowest.get(strip, 0.0) for strip in _strips(left, right)), default=0.0)

    def highest(self, left: float, right: float) -> float:
        """How far up something reaches between two verticals; infinite where there is nothing. O(strips)."""
        return min((self._highest.get(strip, math.inf) for strip in _strips(left, right)), default=math.inf)


def _strips(left: float, right: float) -> range:
    return range(math.floor(left / _STRIP), math.floor(right / _STRIP) + 1)


def _covered(item: Item) -> Iterator[Rectangle]:
    """Rectangles that cover everything painted; a long line is covered piece by piece."""
    for part in item.parts:
        yield from _covering(part)


def _covering(part: Part) -> Iterator[Rectangle]:
    if isinstance(part, Item):
        yield from _covered(part)
    elif isinstance(part, Block):
        yield Rectangle(part.x, part.y, part.width, part.height)
    elif isinstance(part, Text):
        yield _of_text(part)
    else:
        yield from _of_path(part)


def _of_text(text: Text) -> Rectangle:
    width = text_width(text.text, text.size, semibold=text.weight == "semibold")
    shift = {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return Rectangle(text.x - shift, text.y - text.size, width, text.size * 1.3)


def _of_path(path: Outline) -> Iterator[Rectangle]:
    """A curve lies within the corners of its control points; an arc within those of its two ends and its radius."""
    at: tuple[float, float] | None = None
    for command, values in _COMMAND.findall(path.data):
        numbers = [float(value) for value in values.replace(",", " ").split()]
        margin = numbers[0] if command == "A" else path.line / 2
        points = [*pairwise(numbers)][-1:] if command == "A" else [*zip(numbers[::2], numbers[1::2], strict=False)]
        if at is not None and command != "M":
            yield _around([at, *points], margin)
        at = points[-1]


def _around(points: Sequence[tuple[float, float]], margin: float) -> Rectangle:
    left, top = min(x for x, _ in points) - margin, min(y for _, y in points) - margin
    right, bottom = max(x for x, _ in points) + margin, max(y for _, y in points) + margin
    return Rectangle(left, top, right - left, bottom - top)

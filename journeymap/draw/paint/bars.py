"""Times as bars on one scale; what is far longer than the rest is broken off, and its number says how long it is."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.draw.layout.sizes import SMALL
from journeymap.draw.paint.parts import text_lines
from journeymap.draw.sheet import Block, Outline, Part

__all__ = ["bar", "bar_block", "longest_drawn"]

_HEIGHT, _LEAST = 9.0, 2.0
_FAR, _HOUR = 4.0, 3600.0
_FORMS = {"waiting": ("machine_fill", "machine_edge"), "handling": ("person", "person")}


def longest_drawn(seconds: Iterable[float | None]) -> float:
    """The time that fills a bar: the longest before a leap to more than an hour and four times as much."""
    ordered = sorted({each for each in seconds if each})
    longest = ordered[0] if ordered else 1.0
    for each in ordered:
        if each > _HOUR and each > longest * _FAR:
            break
        longest = each
    return longest


def bar(kind: str, seconds: float, words: str, longest: float, x: float, y: float, width: float) -> tuple[Part, ...]:
    """The number, and below it the bar."""
    length = round(max(_LEAST, min(seconds / longest, 1.0) * width), 2)
    top = y + 17
    parts: list[Part] = [
        *text_lines([words], x, y, SMALL, "ink"),
        bar_block(kind, x, top, length),
    ]
    if seconds > longest:
        parts.append(_broken(x + width * 0.72, top))
    return tuple(parts)


def _broken(x: float, top: float) -> Part:
    """A slanting cut through a bar."""
    low, high = top + _HEIGHT + 2, top - 2
    return Outline(
        f"M{x:.2f} {low:.2f} L{x + 5:.2f} {high:.2f} L{x + 9:.2f} {high:.2f} L{x + 4:.2f} {low:.2f} Z", "ground"
    )


def bar_block(kind: str, x: float, y: float, length: float) -> Part:
    """A bar: pale for waiting, dark for handling."""
    fill, edge = _FORMS[kind]
    return Block(x, y, length, _HEIGHT, 2, fill, edge, 1)

"""Small pictures drawn by ourselves, as path data on a grid of 16 by 16: one family, bold enough for 14 pixels.

Each is a list of strokes of the brush: `ink` fills a shape, `paper` cuts one out, `line` draws with a pen 1.6 wide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from journeymap.draw.sheet import Outline

__all__ = ["GLYPHS", "glyph"]

_Stroke = tuple[Literal["ink", "paper", "line"], str]
_PEN = 1.6
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_HANDSET = (
    "M2.1 2.6 C2.8 1.7 4 1.2 4.7 1.4 C5.4 1.7 6.4 4 6.6 4.9 C6.8 5.8 5.2 6.5 5.3 7.3 C5.6 8.7 7.4 10.5 "
    "8.8 10.8 C9.6 10.9 10.2 9.3 11.1 9.4 C12 9.6 14.3 10.6 14.6 11.3 C14.9 12 14.3 13.2 13.4 13.9 C12.4 "
    "14.7 9.8 15.1 5.9 11.2 C1.5 7 1.2 3.8 2.1 2.6 Z"
)
_GEAR = (
    "M6.7 3.2 L6.8 1.2 L9.2 1.2 L9.3 3.2 L10.5 3.7 L12 2.4 L13.6 4 L12.3 5.5 L12.8 6.7 L14.8 6.8 L14.8 9.2 "
    "L12.8 9.3 L12.3 10.5 L13.6 12 L12 13.6 L10.5 12.3 L9.3 12.8 L9.2 14.8 L6.8 14.8 L6.7 12.8 L5.5 12.3 "
    "L4 13.6 L2.4 12 L3.7 10.5 L3.2 9.3 L1.2 9.2 L1.2 6.8 L3.2 6.7 L3.7 5.5 L2.4 4 L4 2.4 L5.5 3.7 Z"
)


def _disc(x: float, y: float, radius: float) -> str:
    """A circle as four curves."""
    k, r = round(radius * 0.5523, 2), radius
    return (
        f"M{x - r} {y} C{x - r} {y - k} {x - k} {y - r} {x} {y - r} C{x + k} {y - r} {x + r} {y - k} {x + r} {y} "
        f"C{x + r} {y + k} {x + k} {y + r} {x} {y + r} C{x - k} {y + r} {x - r} {y + k} {x - r} {y} Z"
    )


def _bar(x: float, y: float, width: float, height: float, corner: float) -> str:
    """A rectangle with rounded corners."""
    right, bottom, c = x + width, y + height, corner
    return (
        f"M{x + c} {y} L{right - c} {y} C{right} {y} {right} {y} {right} {y + c} L{right} {bottom - c} "
        f"C{right} {bottom} {right} {bottom} {right - c} {bottom} L{x + c} {bottom} "
        f"C{x} {bottom} {x} {bottom} {x} {bottom - c} L{x} {y + c} C{x} {y} {x} {y} {x + c} {y} Z"
    )


GLYPHS: Mapping[str, tuple[_Stroke, ...]] = MappingProxyType(
    {
        "phone": (
            (
                "ink",
                _HANDSET,
            ),
        ),
        "chat": (
            ("ink", _bar(1, 2, 14, 9.5, 3)),
            ("ink", "M3.5 10 L3.5 14.8 L8.5 10.5 Z"),
            ("paper", _disc(4.8, 6.75, 1.05)),
            ("paper", _disc(8, 6.75, 1.05)),
            ("paper", _disc(11.2, 6.75, 1.05)),
        ),
        "mail": (
            ("ink", _bar(0.8, 2.6, 14.4, 10.8, 1.8)),
            ("paper", "M1.5 4.1 L2.4 3 L8 7.6 L13.6 3 L14.5 4.1 L8 9.5 Z"),
        ),
        "web": (
            ("line", _disc(8, 8, 6.5)),
            ("line", "M8 1.5 C4.3 4.5 4.3 11.5 8 14.5 C11.7 11.5 11.7 4.5 8 1.5 Z"),
            ("line", "M1.7 8 L14.3 8"),
        ),
        "app": (
            ("ink", _bar(3.4, 0.6, 9.2, 14.8, 2.2)),
            ("paper", "M5 3 L11 3 L11 11.4 L5 11.4 Z"),
            ("paper", _disc(8, 13.4, 0.95)),
        ),
        "branch": (
            ("ink", "M8 0.9 L15.2 5 L15.2 6.4 L0.8 6.4 L0.8 5 Z"),
            ("ink", "M2.2 7.4 L4.6 7.4 L4.6 12 L2.2 12 Z M6.8 7.4 L9.2 7.4 L9.2 12 L6.8 12 Z"),
            ("ink", "M11.4 7.4 L13.8 7.4 L13.8 12 L11.4 12 Z M0.8 13 L15.2 13 L15.2 15.1 L0.8 15.1 Z"),
        ),
        "back_office": (
            ("ink", _bar(1.2, 1, 13.6, 14, 1.8)),
            ("paper", "M1.2 7.2 L14.8 7.2 L14.8 8.8 L1.2 8.8 Z"),
            ("paper", "M5.6 3.4 L10.4 3.4 L10.4 5 L5.6 5 Z M5.6 11 L10.4 11 L10.4 12.6 L5.6 12.6 Z"),
        ),
        "other": (
            ("line", _disc(8, 8, 6.4)),
            ("ink", _disc(4.9, 8, 1.1)),
            ("ink", _disc(8, 8, 1.1)),
            ("ink", _disc(11.1, 8, 1.1)),
        ),
        "person": (
            ("ink", _disc(8, 4.5, 3.5)),
            ("ink", "M1.4 15 C1.4 11.2 4 9 8 9 C12 9 14.6 11.2 14.6 15 Z"),
        ),
        "machine": (("ink", _GEAR), ("paper", _disc(8, 8, 2.4))),
        "moon": (("ink", "M10.4 1.4 C4.8 2 2.4 6.2 3.4 10 C4.6 14.6 10.6 16.4 14.2 12 C9.6 12.6 6.4 7.4 10.4 1.4 Z"),),
        "check": (("line", "M3.2 8.6 L6.6 12 L12.8 4.6"),),
        "lost": (("line", "M4 4 L12 12 M12 4 L4 12"),),
        "again": (
            ("line", "M4.2 4.6 C7 1.6 13.2 2.8 13.6 8 C13.8 13.6 6 15.6 3 11"),
            ("ink", "M1.4 1.8 L7.6 6 L1.6 8.2 Z"),
        ),
        "always": (("ink", _disc(8, 8, 3.6)),),
    }
)


def glyph(name: str, x: float, y: float, size: float, ink: str, paper: str) -> tuple[Outline, ...]:
    """A glyph with its upper left corner at (x, y); `ink` and `paper` are roles of the theme."""
    return tuple(_painted(stroke, data, x, y, size / 16, ink, paper) for stroke, data in GLYPHS[name])


def _painted(stroke: str, data: str, x: float, y: float, scale: float, ink: str, paper: str) -> Outline:
    moved = _moved(data, x, y, scale)
    if stroke == "line":
        return Outline(moved, stroke=ink, line=_PEN * scale)
    return Outline(moved, fill=ink if stroke == "ink" else paper)


def _moved(data: str, x: float, y: float, scale: float) -> str:
    """Path data of pairs of coordinates, scaled and moved."""
    places = iter((x, y) * len(data))
    return _NUMBER.sub(lambda number: f"{float(number[0]) * scale + next(places):.2f}", data)

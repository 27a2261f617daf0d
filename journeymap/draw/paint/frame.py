"""What stands around every picture: title upper left, the question it answers, date, notes, legend lower right."""

from __future__ import annotations

import math

from journeymap.draw.layout.sizes import LEADING, SMALL
from journeymap.draw.measure import wrap
from journeymap.draw.paint.legend import paint_legend
from journeymap.draw.paint.legend_places import legend_plan
from journeymap.draw.paint.parts import text_lines
from journeymap.draw.placement import Point, Size
from journeymap.draw.scene import Heading
from journeymap.draw.sheet import Item, Sheet
from journeymap.draw.wishes import Wishes

__all__ = ["MARGIN", "framed"]

MARGIN = 32.0
_TITLE, _SUBTITLE = 22.0, 14.0
_NARROWEST = 480.0
_GAP, _AFTER = 24.0, 4.0
_ORDINARY, _LARGEST = 1600.0, 2.5


def framed(heading: Heading, size: Size, items: tuple[Item, ...], wishes: Wishes) -> Sheet:
    """A sheet around items that fill a drawing of the given size from (0, 0). O(items + characters).

    The legend stands at the lower right, in corners of the drawing that are free, below it, or beside it: see
    `draw.paint.legend_places`.
    """
    best = legend_plan(heading, Size(max(size.width, _NARROWEST), size.height), items, wishes)
    headlines, height = _headlines(heading, best.right)
    origin = Point(-MARGIN, -height - MARGIN)
    whole = Size(best.right + 2 * MARGIN, best.bottom + height + 2 * MARGIN)
    legend = (paint_legend(panel, *at, key) for key, panel, at in best.panels)
    every = (*headlines, *items, *legend)
    return Sheet(whole, heading.title, heading.description, heading.language, every, origin)


def _headlines(heading: Heading, width: float) -> tuple[tuple[Item, ...], float]:
    """Title, subtitle, date and notes above the drawing, larger on a large sheet, and how much height they take."""
    larger = min(max(math.sqrt(width / _ORDINARY), 1.0), _LARGEST)
    title, subtitle = round(_TITLE * larger), round(_SUBTITLE * larger)
    rows = [
        ("title", wrap(heading.title, width, title, semibold=True, lines=2), title, "ink"),
        ("subtitle", wrap(heading.subtitle, width, subtitle, lines=3), subtitle, "soft"),
        ("date", wrap(heading.date, width, SMALL, lines=1), SMALL, "soft"),
        ("notes", tuple(line for note in heading.notes for line in wrap(note, width, SMALL, lines=3)), SMALL, "soft"),
    ]
    height = sum(len(lines) * size * LEADING + _AFTER for _, lines, size, _ in rows if lines) + _GAP - _AFTER
    top, items = -height, []
    for kind, lines, size, fill in rows:
        if lines:
            words = text_lines(lines, 0, top, size, fill, semibold=kind == "title")
            items.append(Item(f"heading:{kind}", kind, words))
            top += len(lines) * size * LEADING + _AFTER
    return tuple(items), height

"""What stands around every picture: title upper left, the question it answers, date, notes, legend lower right."""

from __future__ import annotations

import math
from dataclasses import dataclass

from journeymap.draw.layout.sizes import LEADING, SMALL
from journeymap.draw.measure import wrap
from journeymap.draw.paint.legend import Legend, legend_for, paint_legend
from journeymap.draw.paint.obstacles import lowest, obstacles
from journeymap.draw.paint.parts import text_lines
from journeymap.draw.placement import Point, Size
from journeymap.draw.scene import Heading
from journeymap.draw.sheet import ORIGIN, Item, Sheet
from journeymap.draw.wishes import Wishes

__all__ = ["MARGIN", "framed"]

MARGIN = 32.0
_TITLE, _SUBTITLE = 22.0, 14.0
_NARROWEST = 480.0
_LEGEND_WIDTHS = (260.0, 440.0, 640.0, 860.0, 1100.0, 1400.0)
_GAP, _AFTER = 24.0, 4.0
_ORDINARY, _LARGEST = 1600.0, 2.5
_ABOUT = 1.06
_SHAPES = {"a4": 1.414, "a3": 1.414, "16:9": 16 / 9, None: 1.414}


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the legend stands, and how far the sheet reaches to the right of and below the drawing's origin."""

    right: float
    bottom: float
    legend: Legend | None = None
    at: Point = ORIGIN


def framed(heading: Heading, size: Size, items: tuple[Item, ...], wishes: Wishes) -> Sheet:
    """A sheet around items that fill a drawing of the given size from (0, 0). O(items + characters).

    The legend stands at the lower right: in a corner of the drawing that is free, below it, or beside it, whichever
    leaves the picture largest on the paper.
    """
    plans = _plans(heading, size, items) if wishes.legend else [_Plan(max(size.width, _NARROWEST), size.height)]
    best = _best(plans, wishes)
    headlines, height = _headlines(heading, best.right)
    origin = Point(-MARGIN, -height - MARGIN)
    whole = Size(best.right + 2 * MARGIN, best.bottom + height + 2 * MARGIN)
    legend = (paint_legend(best.legend, *best.at),) if best.legend else ()
    every = (*headlines, *items, *legend)
    return Sheet(whole, heading.title, heading.description, heading.language, every, origin)


def _plans(heading: Heading, size: Size, items: tuple[Item, ...]) -> list[_Plan]:
    """For each width of the legend: as far up at the right edge as what is painted there allows, and beside it all."""
    if not heading.marks and not heading.legend:
        return [_Plan(max(size.width, _NARROWEST), size.height)]
    taken = obstacles(items)
    plans = []
    for width in (*_LEGEND_WIDTHS, max(size.width, _NARROWEST)):
        legend = legend_for(heading, width)
        right = max(size.width, legend.size.width, _NARROWEST)
        left = right - legend.size.width
        bottom = max(size.height, lowest(taken, left - _GAP, right) + _GAP + legend.size.height)
        plans.append(_Plan(right, bottom, legend, Point(left, bottom - legend.size.height)))
        right, bottom = size.width + _GAP + legend.size.width, max(size.height, legend.size.height)
        plans.append(_Plan(right, bottom, legend, Point(size.width + _GAP, bottom - legend.size.height)))
    return plans


def _best(plans: list[_Plan], wishes: Wishes) -> _Plan:
    """The smallest sheet among those that leave the picture about as large as it can be on the paper."""
    least = min(_reduction(plan, wishes) for plan in plans)
    good = [plan for plan in plans if _reduction(plan, wishes) <= least * _ABOUT]
    return min(good, key=lambda plan: (round(plan.right * plan.bottom), round(plan.right)))


def _reduction(plan: _Plan, wishes: Wishes) -> float:
    """How small everything becomes on the paper, turned as it fits best."""
    shape = _SHAPES[wishes.paper]
    lying = max(plan.right / shape, plan.bottom)
    upright = lying if wishes.paper in ("16:9", None) else max(plan.right, plan.bottom / shape)
    return min(lying, upright)


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

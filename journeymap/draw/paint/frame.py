"""What stands around every picture: title upper left, the question it answers, date, notes, legend lower right."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.draw.layout.sizes import LEADING, SMALL
from journeymap.draw.measure import wrap
from journeymap.draw.paint.legend import Legend, legend_for, paint_legend
from journeymap.draw.paint.parts import text_lines
from journeymap.draw.placement import Point, Size
from journeymap.draw.scene import Heading
from journeymap.draw.sheet import ORIGIN, Item, Sheet
from journeymap.draw.wishes import Wishes

__all__ = ["MARGIN", "framed"]

MARGIN = 32.0
_TITLE, _SUBTITLE = 22.0, 14.0
_NARROWEST = 480.0
_COMFORTABLE = 720.0
_BESIDE = 420.0
_GAP, _AFTER = 24.0, 4.0
_SHAPES = {"a4": 1.414, "a3": 1.414, "16:9": 16 / 9, None: 1.5}


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the legend stands, and how far the sheet reaches to the right of and below the drawing's origin."""

    right: float
    bottom: float
    legend: Legend | None = None
    at: Point = ORIGIN


def framed(heading: Heading, size: Size, items: tuple[Item, ...], wishes: Wishes) -> Sheet:
    """A sheet around items that fill a drawing of the given size from (0, 0). O(items + characters).

    The legend stands below at the right, or beside a tall picture: whichever comes closer to the shape of the paper.
    """
    plans = _plans(heading, size, wishes)
    top = {plan: _headlines(heading, plan.right) for plan in plans}
    best = min(plans, key=lambda plan: _unlike(plan, top[plan][1], wishes))
    headlines, height = top[best]
    origin = Point(-MARGIN, -height - MARGIN)
    whole = Size(best.right + 2 * MARGIN, best.bottom + height + 2 * MARGIN)
    legend = (paint_legend(best.legend, *best.at),) if best.legend else ()
    every = (*headlines, *items, *legend)
    return Sheet(whole, heading.title, heading.description, heading.language, every, origin)


def _plans(heading: Heading, size: Size, wishes: Wishes) -> tuple[_Plan, ...]:
    least = max(size.width, _NARROWEST)
    below = legend_for(heading, max(least, _COMFORTABLE)) if wishes.legend else None
    if below is None:
        return (_Plan(least, size.height),)
    right = max(least, below.size.width)
    top = size.height + _GAP
    under = _Plan(right, top + below.size.height, below, Point(right - below.size.width, top))
    beside = legend_for(heading, _BESIDE)
    if beside is None:
        return (under,)
    bottom = max(size.height, beside.size.height)
    at = Point(size.width + _GAP, bottom - beside.size.height)
    return under, _Plan(max(at.x + beside.size.width, _NARROWEST), bottom, beside, at)


def _unlike(plan: _Plan, headlines: float, wishes: Wishes) -> float:
    """How far a plan is from the shape of the paper, as a factor of 1 or more."""
    shape = _SHAPES[wishes.paper] if wishes.direction == "right" or wishes.paper == "16:9" else 1 / _SHAPES["a4"]
    ratio = (plan.right + 2 * MARGIN) / (plan.bottom + headlines + 2 * MARGIN) / shape
    return round(max(ratio, 1 / ratio), 3)


def _headlines(heading: Heading, width: float) -> tuple[tuple[Item, ...], float]:
    """Title, subtitle, date and notes above the drawing, and how much height they take."""
    rows = [
        ("title", wrap(heading.title, width, _TITLE, semibold=True, lines=2), _TITLE, "ink"),
        ("subtitle", wrap(heading.subtitle, width, _SUBTITLE, lines=3), _SUBTITLE, "soft"),
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

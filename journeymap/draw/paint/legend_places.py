"""Where the legend stands: in free corners of the drawing, below it or beside it, so that the picture stays large.

Findings and forms may part, so that each takes a corner of its own; of the ways that leave the picture about as large
as it can be on the paper, the one with the fewest panels and the smallest sheet is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.draw.paint.legend import Legend, legends
from journeymap.draw.paint.obstacles import Skyline
from journeymap.draw.placement import Point, Size
from journeymap.draw.scene import Heading
from journeymap.draw.sheet import Item
from journeymap.draw.wishes import Wishes

__all__ = ["LegendPlan", "legend_plan"]

_GAP = 24.0
_ABOUT = 1.02
_SURROUNDINGS = Size(64.0, 170.0)
"""About how much the margins and the headlines add to the drawing."""
_SHAPES = {"a4": 1.414, "a3": 1.414, "16:9": 16 / 9, None: 1.414}


@dataclass(frozen=True, slots=True)
class LegendPlan:
    """How far the sheet reaches to the right of and below the drawing's origin; panels with ids and their places."""

    right: float
    bottom: float
    panels: tuple[tuple[str, Legend, Point], ...] = ()


class _Spot(NamedTuple):
    """A place for a panel: at the top of the drawing, or at the foot of the sheet, which then has to reach `bottom`."""

    legend: Legend
    left: float
    right: float
    bottom: float
    at_top: bool = False


class _Choice(NamedTuple):
    """Panels with their spots, and how far the sheet reaches."""

    spots: tuple[_Spot, ...]
    right: float
    bottom: float


def legend_plan(heading: Heading, size: Size, items: Iterable[Item], wishes: Wishes) -> LegendPlan:
    """The best plan for a drawing of a size. O(items + shapes of findings x shapes of forms)."""
    if not wishes.legend or not (heading.marks or heading.legend):
        return LegendPlan(*size)
    shapes, taken = legends(heading), Skyline(items)
    choices = [_choice((spot,), size) for shape in shapes.together for spot in _spots(shape, size, taken)]
    if shapes.findings and shapes.forms:
        findings, forms = (
            [spot for shape in part for spot in _spots(shape, size, taken)] for part in (shapes.findings, shapes.forms)
        )
        choices += [_choice(pair, size) for pair in _pairs(findings, forms)]
    return _plan(_best(choices, wishes))


def _spots(legend: Legend, size: Size, taken: Skyline) -> Iterator[_Spot]:
    """The lower corners, as far up as what is painted there allows, the upper ones where they are free, and beside."""
    width, height = legend.size
    beside = size.width + _GAP
    yield _Spot(legend, beside, beside + width, height)
    if width > size.width:
        yield _Spot(legend, 0, width, taken.lowest(0, width) + _GAP + height)
        return
    for left in (size.width - width, 0.0):
        right = left + width
        yield _Spot(legend, left, right, taken.lowest(left - _GAP, right + _GAP) + _GAP + height)
        if min(taken.highest(left - _GAP, right + _GAP), size.height) >= height + _GAP:
            yield _Spot(legend, left, right, height, at_top=True)


def _pairs(findings: Sequence[_Spot], forms: Sequence[_Spot]) -> Iterator[tuple[_Spot, _Spot]]:
    """Spots of both that do not stand one above the other."""
    for one in findings:
        for other in forms:
            if one.right + _GAP <= other.left or other.right + _GAP <= one.left:
                yield one, other


def _choice(spots: tuple[_Spot, ...], size: Size) -> _Choice:
    right = max(size.width, *(spot.right for spot in spots))
    return _Choice(spots, right, max(size.height, *(spot.bottom for spot in spots)))


def _best(choices: Sequence[_Choice], wishes: Wishes) -> _Choice:
    """Of those that leave the picture about as large as it can be on the paper: few panels, a small sheet, and the
    forms at the lower right.
    """
    shrunk = [_reduction(choice, wishes) for choice in choices]
    most = min(shrunk) * _ABOUT
    good = [choice for choice, reduction in zip(choices, shrunk, strict=True) if reduction <= most]
    return min(good, key=lambda each: (len(each.spots), round(each.right * each.bottom), _awkward(each)))


def _awkward(choice: _Choice) -> tuple[bool, float]:
    forms = choice.spots[-1]
    return forms.at_top, -round(forms.right)


def _reduction(choice: _Choice, wishes: Wishes) -> float:
    """How small everything becomes on the paper, turned as it fits best."""
    shape = _SHAPES[wishes.paper]
    width, height = choice.right + _SURROUNDINGS.width, choice.bottom + _SURROUNDINGS.height
    lying = max(width / shape, height)
    return lying if wishes.paper in ("16:9", None) else min(lying, max(width, height / shape))


def _plan(choice: _Choice) -> LegendPlan:
    keys = ("legend",) if len(choice.spots) == 1 else ("findings", "legend")
    panels = tuple(
        (key, spot.legend, Point(spot.left, 0.0 if spot.at_top else choice.bottom - spot.legend.size.height))
        for key, spot in zip(keys, choice.spots, strict=True)
    )
    return LegendPlan(choice.right, choice.bottom, panels)

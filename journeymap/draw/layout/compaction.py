"""Pushes boxes and panels together across the ranks, without changing which stands before which.

What may not overlap keeps its order and a distance: that makes a graph of constraints, whose longest path is the least
height of the picture. Within it each box then moves towards the boxes that it has arrows with (coordinate descent).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from journeymap.draw.placement import Rectangle

__all__ = ["Pull", "compacted"]

_BOXES, _PANELS, _FOOT = 22.0, 12.0, 16.0
"""Between two boxes; between panels, or a panel and a box; below the last box in a panel."""
_SWEEPS = 10

Pull = tuple[int, int, float]
"""Two boxes that would like to stand level, and how much."""
_Thing = tuple[str, int]
"""A box ("box"), or the upper or the lower edge of a panel ("head", "foot")."""


@dataclass
class _Constraints:
    """What has to stand how far behind what."""

    before: dict[_Thing, list[tuple[_Thing, float]]] = field(default_factory=dict)
    behind: dict[_Thing, list[tuple[_Thing, float]]] = field(default_factory=dict)

    def add(self, one: _Thing, other: _Thing, distance: float) -> None:
        """`other` stands at least `distance` behind `one`."""
        self.behind.setdefault(one, []).append((other, distance))
        self.before.setdefault(other, []).append((one, distance))

    def lowest(self, thing: _Thing, at: Mapping[_Thing, float]) -> float:
        """How far forward a thing can move."""
        return max((at[one] + distance for one, distance in self.before.get(thing, ())), default=float("-inf"))

    def highest(self, thing: _Thing, at: Mapping[_Thing, float]) -> float:
        """How far back a thing can move."""
        return min((at[other] - distance for other, distance in self.behind.get(thing, ())), default=float("inf"))


def compacted(
    boxes: Sequence[Rectangle],
    ranks: Sequence[int],
    panels: Mapping[int, Rectangle],
    members: Mapping[int, Sequence[int]],
    heads: Mapping[int, float],
    pulls: Sequence[Pull],
    more: float = 0.0,
) -> tuple[list[Rectangle], dict[int, Rectangle]]:
    """Boxes and panels with new places across the ranks (y). `heads` is the room above the first box of each panel,
    `more` what is added to the usual distance of boxes.    O(boxes squared + sweeps x (constraints + pulls)).
    """
    if not boxes:
        return [], {}
    constraints = _constraints(boxes, ranks, panels, members, heads, _BOXES + more)
    order = _order(boxes, panels)
    at = _between(constraints, order)
    own = {box: panel for panel, numbers in members.items() for box in numbers}
    wishes = _wishes(boxes, pulls)
    bounds = min(at.values()), max(at["box", number] + box.height for number, box in enumerate(boxes))
    bounds = bounds[0], max(bounds[1], *at.values())
    for sweep in range(_SWEEPS):
        for number in range(len(boxes)) if sweep % 2 == 0 else reversed(range(len(boxes))):
            _settle(number, own.get(number), boxes[number].height, wishes[number], constraints, at, bounds)
        for panel, numbers in members.items():
            at["head", panel] = min(at["box", box] for box in numbers) - heads[panel]
            at["foot", panel] = max(at["box", box] + boxes[box].height for box in numbers) + _FOOT
            _shift(panel, numbers, wishes, constraints, at, bounds)
    placed = [box._replace(y=at["box", number]) for number, box in enumerate(boxes)]
    return placed, {
        panel: place._replace(y=at["head", panel], height=at["foot", panel] - at["head", panel])
        for panel, place in panels.items()
    }


def _constraints(
    boxes: Sequence[Rectangle],
    ranks: Sequence[int],
    panels: Mapping[int, Rectangle],
    members: Mapping[int, Sequence[int]],
    heads: Mapping[int, float],
    apart: float,
) -> _Constraints:
    found = _Constraints()
    own = {box: panel for panel, numbers in members.items() for box in numbers}
    _part_boxes(found, boxes, ranks, own, apart)
    for panel, numbers in members.items():
        for number in numbers:
            found.add(("head", panel), ("box", number), heads[panel])
            found.add(("box", number), ("foot", panel), boxes[number].height + _FOOT)
    spans = {panel: (min(ranks[n] for n in inside), max(ranks[n] for n in inside)) for panel, inside in members.items()}
    ordered = sorted(panels, key=lambda panel: panels[panel].centre.y)
    for place, panel in enumerate(ordered):
        for later in ordered[place + 1 :]:
            if spans[panel][0] <= spans[later][1] and spans[later][0] <= spans[panel][1]:
                found.add(("foot", panel), ("head", later), _PANELS)
        outside = [n for n in range(len(boxes)) if n not in own and spans[panel][0] <= ranks[n] <= spans[panel][1]]
        _part_from(found, panel, panels[panel], {number: boxes[number] for number in outside})
    return found


def _part_boxes(
    found: _Constraints, boxes: Sequence[Rectangle], ranks: Sequence[int], own: Mapping[int, int], apart: float
) -> None:
    """Boxes of one rank, all in the same panel or all in none."""
    columns: dict[tuple[int, int | None], list[int]] = {}
    for number in sorted(range(len(boxes)), key=lambda each: boxes[each].centre.y):
        columns.setdefault((ranks[number], own.get(number)), []).append(number)
    for column in columns.values():
        for number, later in pairwise(column):
            found.add(("box", number), ("box", later), boxes[number].height + apart)


def _part_from(found: _Constraints, panel: int, place: Rectangle, outside: Mapping[int, Rectangle]) -> None:
    """A panel from the boxes in its ranks that stand in no panel."""
    for number, box in outside.items():
        if box.centre.y < place.centre.y:
            found.add(("box", number), ("head", panel), box.height + _PANELS)
        else:
            found.add(("foot", panel), ("box", number), _PANELS)


def _order(boxes: Sequence[Rectangle], panels: Mapping[int, Rectangle]) -> list[_Thing]:
    """Everything so that what is constrained comes behind what it depends on: as it stands in the given drawing."""
    places: list[tuple[float, int, _Thing]] = []
    for number, box in enumerate(boxes):
        places.append((box.centre.y, 1, ("box", number)))
    for panel, place in panels.items():
        places += [(place.y, 0, ("head", panel)), (place.bottom, 2, ("foot", panel))]
    return [thing for _, _, thing in sorted(places)]


def _between(constraints: _Constraints, order: Sequence[_Thing]) -> dict[_Thing, float]:
    """Half way between as early and as late as possible in the least height."""
    early: dict[_Thing, float] = {}
    for thing in order:
        early[thing] = max(0.0, constraints.lowest(thing, early))
    height, late = max(early.values()), dict[_Thing, float]()
    for thing in reversed(order):
        late[thing] = min(height, constraints.highest(thing, late))
    return {thing: (early[thing] + late[thing]) / 2 for thing in order}


def _wishes(boxes: Sequence[Rectangle], pulls: Sequence[Pull]) -> list[list[tuple[int, float, float]]]:
    """For each box: which other box it would like to be level with, how far its top then is from the other's, and how
    much.
    """
    found: list[list[tuple[int, float, float]]] = [[] for _ in boxes]
    for one, other, weight in pulls:
        offset = (boxes[other].height - boxes[one].height) / 2
        found[one].append((other, offset, weight))
        found[other].append((one, -offset, weight))
    return found


def _settle(
    number: int,
    panel: int | None,
    height: float,
    wishes: Sequence[tuple[int, float, float]],
    constraints: _Constraints,
    at: dict[_Thing, float],
    bounds: tuple[float, float],
) -> None:
    """Moves a box to where it would like to be, as far as it can; the edges of its panel give way where they can."""
    if not wishes:
        return
    if panel is not None:
        at["head", panel] = max(constraints.lowest(("head", panel), at), bounds[0])
        at["foot", panel] = min(constraints.highest(("foot", panel), at), bounds[1])
    thing = ("box", number)
    low, high = constraints.lowest(thing, at), constraints.highest(thing, at)
    low, high = max(low, bounds[0]), min(high, bounds[1] - height)
    if low <= high:
        at[thing] = min(max(_mean(at, wishes), low), high)


def _mean(at: Mapping[_Thing, float], wishes: Sequence[tuple[int, float, float]]) -> float:
    weight = sum(each for _, _, each in wishes)
    return sum((at["box", other] + offset) * each for other, offset, each in wishes) / weight


def _shift(
    panel: int,
    numbers: Sequence[int],
    wishes: Sequence[Sequence[tuple[int, float, float]]],
    constraints: _Constraints,
    at: dict[_Thing, float],
    bounds: tuple[float, float],
) -> None:
    """Moves a whole panel to where its boxes would like to be on average."""
    inside = frozenset(numbers)
    goals = [
        (at["box", other] + offset - at["box", box], weight)
        for box in numbers
        for other, offset, weight in wishes[box]
        if other not in inside
    ]
    if not goals:
        return
    way = sum(far * weight for far, weight in goals) / sum(weight for _, weight in goals)
    low = max(constraints.lowest(("head", panel), at), bounds[0]) - at["head", panel]
    high = min(constraints.highest(("foot", panel), at), bounds[1]) - at["foot", panel]
    if low <= high:
        by = min(max(way, low), high)
        for thing in (("head", panel), ("foot", panel), *(("box", box) for box in numbers)):
            at[thing] += by

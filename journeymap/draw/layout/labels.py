"""Places for the labels of arrows: each on its own arrow or close beside it, where it covers least.

A label never lies on a box, the heading of a panel or another label as long as its arrow has a place where it does
not; of such places the one is taken where the fewest other arrows pass.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journeymap.draw.layout.panels import heading_size
from journeymap.draw.layout.sizes import BADGE, badges_shown, label_size
from journeymap.draw.placement import Placement, Point, Rectangle, Size
from journeymap.draw.scene import Scene

__all__ = ["Labelled", "labelled", "points_along"]

_STEP, _CELL = 9.0, 48.0
"""How far apart points on curves are looked at, and the size of the squares in which they are looked up."""
_BESIDE, _BROAD = (3.0,), (6.0, 18.0, 30.0)
"""How far beside its arrow a label may stand: beside one that is broad, also beyond another that runs along it."""
_CLEAR, _BADGES = 1.0, 9.0
"""How far a label stands from boxes, and how far badges reach above a box."""
_HEAD, _TAIL = 22.0, 10.0
"""What of an arrow's end is not to be covered: its head and its tail."""
_ON_OTHER, _NEAR_OTHER, _ON_END, _ASIDE, _FROM_HERE = 10.0, 4.0, 14.0, 1.5, 3.0
"""What it costs to cover another arrow, to come close to it, to cover an end; to stand beside the own arrow; and to be
as far as possible from the best place along it.
"""
_EMPHASIS = 2.5
"""How much more it costs to cover an arrow that matters."""
_BEST_AT = 0.35
_CLOSE = 7.0
_TRIED, _FEWEST, _ALL_TRIED = 28, 5, 5000
"""At most so many points of an arrow are tried, fewer where there are many arrows, but not too few."""
_TRIES = 4
"""Labels without a place choose first in another try."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A placement with labels; the numbers of arrows whose labels found no free place, or none but on other arrows."""

    placement: Placement
    crowded: tuple[int, ...]
    covering: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place for a label, and what it costs apart from other labels."""

    cost: float
    place: Rectangle


class _Lines:
    """Points of all arrows, found by where they are."""

    def __init__(self, curves: Sequence[Sequence[Point]], weights: Sequence[float]) -> None:
        self._weights = weights
        self._cells: dict[tuple[int, int], list[tuple[Point, int, bool]]] = defaultdict(list)
        for number, points in enumerate(curves):
            ends = points[0], points[-1]
            for point in points:
                limits = (_dist(point, ends[0]) < _TAIL, _dist(point, ends[1]) < _HEAD)
                self._cells[_cell(point.x), _cell(point.y)].append((point, number, any(limits)))

    def cost(self, place: Rectangle, own: int, *, astride: bool) -> float:
        """What it costs to cover lines here; a label that stands astride its own line may cover it."""
        on: set[int] = set()
        near: set[int] = set()
        ends: set[int] = set()
        left, top, right, bottom = place.x, place.y, place.right, place.bottom
        for (x, y), number, is_end in self._around(left - _CLOSE, top - _CLOSE, right + _CLOSE, bottom + _CLOSE):
            if left < x < right and top < y < bottom:
                on.add(number)
                if is_end:
                    ends.add(number)
            elif left - _CLOSE < x < right + _CLOSE and top - _CLOSE < y < bottom + _CLOSE:
                near.add(number)
        near.discard(own)
        if astride:
            on.discard(own)
        covered = sum(self._weights[number] for number in on)
        return covered * _ON_OTHER + len(near - on) * _NEAR_OTHER + len(ends) * _ON_END

    def _around(self, left: float, top: float, right: float, bottom: float) -> list[tuple[Point, int, bool]]:
        """All points in the squares that a rectangle touches."""
        found: list[tuple[Point, int, bool]] = []
        rows = range(_cell(top), _cell(bottom) + 1)
        for column in range(_cell(left), _cell(right) + 1):
            for row in rows:
                found += self._cells.get((column, row), ())
        return found


def labelled(scene: Scene, placement: Placement) -> Labelled:
    """The placement with a place for every label. Those with the fewest places to go to choose first.
    O(labels x points of the arrow x (boxes + lines near)).
    """
    curves = [points_along(placement.routes[arrow.id].points) for arrow in scene.arrows]
    fixed = _Taken([*_boxes(scene, placement), *_headings(scene, placement)])
    lines, tried = (
        _Lines(curves, [_EMPHASIS if arrow.emphasis else 1 for arrow in scene.arrows]),
        min(_TRIED, max(_FEWEST, _ALL_TRIED // (len(curves) + 1))),
    )
    waiting: list[tuple[int, list[_Spot], Size]] = []
    for number, arrow in enumerate(scene.arrows):
        size = label_size(arrow)
        if size.width:
            places = _places(curves[number], size, _BROAD if arrow.emphasis else _BESIDE, tried)
            free = [each for each in places if fixed.is_free(each[1])]
            spots = [
                _Spot(round(away + lines.cost(place, number, astride=astride), 3), place)
                for away, place, astride in free
            ]
            waiting.append((number, sorted(spots, key=lambda spot: spot.cost), size))
    crowded, covering, found = _best_chosen(waiting, curves, fixed)
    routes = dict(placement.routes)
    for number, place in found.items():
        key = scene.arrows[number].id
        routes[key] = replace(routes[key], label=place)
    return Labelled(replace(placement, routes=routes), crowded, covering)


_Waiting = Sequence[tuple[int, list[_Spot], Size]]
_Chosen = tuple[tuple[int, ...], tuple[int, ...], dict[int, Rectangle]]
"""The labels that found no free place, those that found none without other arrows, and the places of all."""


def _best_chosen(waiting: _Waiting, curves: Sequence[Sequence[Point]], fixed: _Taken) -> _Chosen:
    """The best of a few tries: labels without a free place choose first in the next, then those on other arrows."""
    urgency: dict[int, int] = {}
    tries: list[_Chosen] = []
    for _ in range(_TRIES):
        tries.append(_chosen(waiting, urgency, curves, fixed))
        crowded, covering, _ = tries[-1]
        wanted = urgency | {number: max(1, urgency.get(number, 0)) for number in covering} | dict.fromkeys(crowded, 2)
        if wanted == urgency:
            break
        urgency = wanted
    return min(tries, key=lambda chosen: (len(chosen[0]), len(chosen[1])))


def _chosen(waiting: _Waiting, urgency: Mapping[int, int], curves: Sequence[Sequence[Point]], fixed: _Taken) -> _Chosen:
    """The best free place for each label, the most urgent first, then those with the fewest places to go to."""
    taken, found, crowded, covering = _Taken([]), dict[int, Rectangle](), [], []
    for number, spots, size in sorted(waiting, key=lambda each: (-urgency.get(each[0], 0), len(each[1]), each[0])):
        spot = next((spot for spot in spots if taken.is_free(spot.place)), None)
        if spot is None:
            crowded.append(number)
        elif spot.cost >= _ON_OTHER:
            covering.append(number)
        place = _least_covered(curves[number], size, (fixed, taken)) if spot is None else spot.place
        taken.add(place)
        found[number] = place
    return tuple(sorted(crowded)), tuple(sorted(covering)), found


def points_along(points: Sequence[Point]) -> list[Point]:
    """Points on a curve of 1 + 3n points, ends included, about evenly apart."""
    found = [points[0]]
    for first in range(0, len(points) - 1, 3):
        a, b, c, d = points[first : first + 4]
        steps = max(2, math.ceil((_dist(a, b) + _dist(b, c) + _dist(c, d)) / _STEP))
        for step in range(1, steps + 1):
            t = step / steps
            s = 1 - t
            e, f, g, h = s * s * s, 3 * t * s * s, 3 * t * t * s, t * t * t
            found.append(Point(e * a.x + f * b.x + g * c.x + h * d.x, e * a.y + f * b.y + g * c.y + h * d.y))
    return found


def _places(
    points: Sequence[Point], size: Size, far: Sequence[float], tried: int
) -> Iterator[tuple[float, Rectangle, bool]]:
    """Places on the arrow, and close beside it: above and below where it runs level, left and right where it climbs;
    each with what it costs to stand so far from the best, and whether it is astride the arrow.
    """
    last = len(points) - 1
    for n in range(1, last, math.ceil(last / tried)):
        point, before, after = points[n], points[n - 1], points[n + 1]
        away = abs(n / last - _BEST_AT) * _FROM_HERE
        yield away, _at(point, size), True
        level = abs(after.x - before.x) >= abs(after.y - before.y)
        for step, beside in enumerate(far, start=1):
            for place in _beside(point, size, beside, level=level):
                yield away + _ASIDE * step, place, False


def _at(point: Point, size: Size) -> Rectangle:
    return Rectangle(point.x - size.width / 2, point.y - size.height / 2, *size)


def _beside(point: Point, size: Size, far: float, *, level: bool) -> tuple[Rectangle, Rectangle]:
    middle, (width, height) = _at(point, size), size
    if level:
        return middle._replace(y=point.y - height - far), middle._replace(y=point.y + far)
    return middle._replace(x=point.x + far), middle._replace(x=point.x - width - far)


def _least_covered(points: Sequence[Point], size: Size, taken: Iterable[_Taken]) -> Rectangle:
    """Where there is no room at all: the place on the arrow that lies the least on anything."""
    places = [
        place
        for point in points[1:-1] or points
        for place in (_at(point, size), *_beside(point, size, _BESIDE[0], level=True))
    ]
    return min(places, key=lambda place: (round(sum(each.covered(place) for each in taken), 1), places.index(place)))


class _Taken:
    """Rectangles, found by where they are."""

    def __init__(self, places: Iterable[Rectangle]) -> None:
        self._cells: dict[tuple[int, int], list[Rectangle]] = defaultdict(list)
        for place in places:
            self.add(place)

    def add(self, place: Rectangle) -> None:
        """Takes a place."""
        for cell in self._of(place):
            self._cells[cell].append(place)

    def is_free(self, place: Rectangle) -> bool:
        """Whether nothing taken is covered."""
        return not any(_overlap(place, other) > 0 for cell in self._of(place) for other in self._cells.get(cell, ()))

    def covered(self, place: Rectangle) -> float:
        """How much of what is taken is covered."""
        found = {other for cell in self._of(place) for other in self._cells.get(cell, ())}
        return sum(_overlap(place, other) for other in sorted(found))

    @staticmethod
    def _of(place: Rectangle) -> Iterator[tuple[int, int]]:
        for column in range(_cell(place.x), _cell(place.right) + 1):
            for row in range(_cell(place.y), _cell(place.bottom) + 1):
                yield column, row


def _overlap(one: Rectangle, other: Rectangle) -> float:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0.0


def _boxes(scene: Scene, placement: Placement) -> Iterator[Rectangle]:
    """The boxes, and the badges on their upper edges."""
    for box in scene.boxes:
        place = placement.boxes[box.id]
        yield Rectangle(place.x - _CLEAR, place.y - _CLEAR, place.width + 2 * _CLEAR, place.height + 2 * _CLEAR)
        width = badges_shown(box.badges) * (BADGE + 3) + 6
        if box.badges:
            yield Rectangle(place.right - width, place.y - _BADGES, width, _BADGES)


def _headings(scene: Scene, placement: Placement) -> Iterator[Rectangle]:
    for group in scene.groups:
        if group.id in placement.groups:
            panel, size = placement.groups[group.id], heading_size(group)
            yield Rectangle(panel.x, panel.y, min(size.width + 14, panel.width), size.height + 9)


def _cell(value: float) -> int:
    return math.floor(value / _CELL)


def _dist(one: Point, other: Point) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)

"""Swimlanes: groups as rows, columns from left to right, arrows that can be followed, and no arrow through a box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from journeymap.draw.layout.extents import Margins
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.routing import Routed, routed
from journeymap.draw.layout.scene_parts import Parts, parts_of
from journeymap.draw.layout.sizes import COLUMN_HEADER, LANE_HEADER
from journeymap.draw.layout.stacking import breaks, stacked
from journeymap.draw.layout.subcolumns import subcolumns
from journeymap.draw.placement import Placement, Rectangle, Route, Size
from journeymap.draw.scene import Scene

__all__ = ["lanes_placement"]

_STARTS, _MOST = (2, 3, 1, 4), 5
"""Subcolumns of every column that are tried first, and the most there are."""
_GAP = 4
_MARGINS = Margins(left=LANE_HEADER, top=COLUMN_HEADER + _GAP, lane=10, between=_GAP)
_PAPER = 2**0.5
_MARGIN, _HEADLINES, _LEGEND_LINE = 64, 150, 11000
"""About what stands around the drawing: margins, title, and the area of a line of the legend."""
_UPRIGHT = 1.08
"""How much larger an upright picture has to be on paper than one that fits a screen as well."""
_LARGE = 1000
"""Pictures that are no higher than this are large enough on A3."""
_WAY_BACK = 0.005
"""By how much smaller a picture may be for one way back less."""
_STEP = 16
"""Pictures that differ by less are equally large."""
_PATIENCE = 120_000
"""How many tries there are, times the number of arrows squared: about the time of a try."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A picture that was tried: with at most `most` subcolumns in each column."""

    most: tuple[int, ...]
    columns: Mapping[str, int]
    grid: Grid
    found: Routed

    @property
    def size(self) -> Size:
        """Width and height of the drawing."""
        bands = self.found.down.bands
        return Size(self.found.across.borders[-1], bands[-1][1] if bands else COLUMN_HEADER)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A scene with the number of the column and of the lane of each of its boxes."""

    scene: Scene
    parts: Parts
    ranks: Mapping[str, int]
    lanes: Mapping[str, int]

    def draft(self, most: tuple[int, ...]) -> _Draft:
        """The picture with at most so many subcolumns in each column."""
        columns = subcolumns(self.ranks, self.lanes, self.parts.links, most)
        cells = stacked(columns, self.lanes, self.parts.links)
        grid = Grid(cells, self.parts.sizes, self.parts.dots, breaks(cells, self.lanes))
        return _Draft(most, columns, grid, routed(grid, self.parts.arrows, self.parts.labels, _MARGINS))

    def price(self, draft: _Draft) -> tuple[int, float, tuple[int, ...]]:
        """How small everything becomes on paper, also for ways back; how far the arrows have to go; less is better."""
        width, height = draft.size
        lines = len(self.scene.heading.marks) + len(self.scene.heading.legend)
        width, height = width + _MARGIN, height + _MARGIN + _HEADLINES + lines * _LEGEND_LINE / width
        shrunk = min(max(width / _PAPER, height), _UPRIGHT * max(width, height / _PAPER))
        back = sum(draft.columns[target] <= draft.columns[source] for source, target in self.parts.links)
        price = max(shrunk, _LARGE) * (1 + _WAY_BACK * back)
        return round(price / _STEP), round(sum(map(_length, draft.found.routes.values())), 2), draft.most


def lanes_placement(scene: Scene, sizes: Mapping[str, Size] | None = None) -> Placement:
    """Places for a scene whose boxes have a group (the lane) and a column; their order is that of the scene.

    Touchpoints of one column that hand over to one another stand side by side, or one below the other where that
    makes the picture larger on paper; it is found by trying. `sizes` are those of the boxes where another tool will
    draw them. O(boxes x height of a lane + arrows x pieces of a
    channel) for each try.
    """
    parts = parts_of(scene, sizes)
    place = {column.id: number for number, column in enumerate(scene.columns)}
    ranks = {box.id: place.get(box.column or "", 0) for box in parts.boxes}
    return _placement(scene, _best(_Sketch(scene, parts, ranks, _lanes(scene, parts))))


def _best(sketch: _Sketch) -> _Draft:
    """From the best of a few, a column at a time gets more or fewer subcolumns, while that helps."""
    count = max(len(sketch.scene.columns), 1)
    patience = max(_PATIENCE // (len(sketch.parts.arrows) + 1) ** 2, 1)
    drafts = {}
    for starts in _STARTS[:patience]:
        drafts[(starts,) * count] = sketch.draft((starts,) * count)
    best = min(drafts.values(), key=sketch.price)
    improved = True
    while improved:
        for most in _nearby(best.most):
            if most not in drafts and len(drafts) < patience:
                drafts[most] = sketch.draft(most)
        found = min(drafts.values(), key=sketch.price)
        best, improved = found, found is not best
    return best


def _nearby(most: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for place, count in enumerate(most):
        for other in (count - 1, count + 1):
            if 1 <= other <= _MOST:
                yield (*most[:place], other, *most[place + 1 :])


def _length(route: Route) -> float:
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(route.points))


def _lanes(scene: Scene, parts: Parts) -> dict[str, int]:
    """The number of each box's lane, among those that hold something."""
    used = {box.group for box in parts.boxes}
    order = [group.id for group in scene.groups if group.id in used]
    return {box.id: order.index(box.group) if box.group in order else 0 for box in parts.boxes}


def _placement(scene: Scene, draft: _Draft) -> Placement:
    found, size = draft.found, draft.size
    rows = {box.group: draft.grid.cells[box.id].row for box in scene.boxes if box.id in draft.grid.cells}
    groups = {group.id: _lane(found, rows[group.id], size) for group in scene.groups if group.id in rows}
    return Placement(size, found.boxes, found.routes, groups, _strips(scene, draft))


def _lane(found: Routed, row: int, size: Size) -> Rectangle:
    """The whole lane that a row belongs to, from the left edge of the picture to the right."""
    top, bottom = found.down.bands[row]
    return Rectangle(0, top, size.width, bottom - top)


def _strips(scene: Scene, draft: _Draft) -> dict[str, Rectangle]:
    """The columns of the scene: each with the labels before the next."""
    members: dict[str, list[int]] = {}
    for box in scene.boxes:
        if box.id in draft.columns and box.column is not None:
            members.setdefault(box.column, []).append(draft.columns[box.id])
    borders, strips = draft.found.across.borders, {}
    for column in scene.columns:
        if column.id in members:
            first, final = min(members[column.id]), max(members[column.id]) + 1
            strips[column.id] = Rectangle(borders[first], 0, borders[final] - borders[first], draft.size.height)
    return strips

"""Swimlanes: groups as rows, columns from left to right, arrows that can be followed, and no arrow through a box."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.draw.layout.extents import Margins
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.routing import Routed, routed
from journeymap.draw.layout.scene_parts import Parts, onward, parts_of
from journeymap.draw.layout.sizes import COLUMN_HEADER, LANE_HEADER
from journeymap.draw.layout.stacking import breaks, stacked
from journeymap.draw.placement import Placement, Rectangle, Size
from journeymap.draw.scene import Box, Scene

__all__ = ["lanes_placement"]

_SUBCOLUMNS = 4
_GAP = 8
_MARGINS = Margins(left=LANE_HEADER, top=COLUMN_HEADER + _GAP, lane=16, row=20, between=_GAP)


def lanes_placement(scene: Scene) -> Placement:
    """Places for a scene whose boxes have a group (the lane) and a column; their order is that of the scene.

    Touchpoints of one column that hand over to one another stand side by side. O(boxes x height of a lane + arrows x
    tracks of a channel).
    """
    parts = parts_of(scene)
    columns = _columns(scene, parts)
    lanes = _lanes(scene, parts.boxes)
    cells = stacked(columns, lanes, parts.links)
    grid = Grid(cells, parts.sizes, parts.dots, breaks(cells, lanes))
    found = routed(grid, parts.arrows, parts.labels, _MARGINS)
    return _placement(scene, grid, found, columns)


def _columns(scene: Scene, parts: Parts) -> dict[str, int]:
    """The grid column of every box: the columns of the scene, each as wide as the longest way inside it."""
    place = {column.id: number for number, column in enumerate(scene.columns)}
    ranks = {box.id: place.get(box.column or "", 0) for box in parts.boxes}
    inside = [(source, target) for source, target in parts.links if ranks[source] == ranks[target]]
    inner = onward(tuple(ranks), inside, _SUBCOLUMNS)
    used = sorted({(ranks[key], inner[key]) for key in ranks})
    numbers = {pair: number for number, pair in enumerate(used)}
    return {key: numbers[ranks[key], inner[key]] for key in ranks}


def _lanes(scene: Scene, boxes: tuple[Box, ...]) -> dict[str, int]:
    """The number of each box's lane, among those that hold something."""
    used = {box.group for box in boxes}
    order = [group.id for group in scene.groups if group.id in used]
    return {box.id: order.index(box.group) if box.group in order else 0 for box in boxes}


def _placement(scene: Scene, grid: Grid, found: Routed, columns: Mapping[str, int]) -> Placement:
    edge = found.across.borders[-1]
    lanes = {box.group: grid.cells[box.id].row for box in scene.boxes if box.id in grid.cells}
    groups = {group.id: _lane(grid, found, lanes[group.id], edge) for group in scene.groups if group.id in lanes}
    size = Size(edge, found.down.bands[-1][1] if found.down.bands else COLUMN_HEADER)
    return Placement(size, found.boxes, found.routes, groups, _strips(scene, found, columns, size))


def _lane(grid: Grid, found: Routed, row: int, edge: float) -> Rectangle:
    """The whole lane that a row belongs to, from the left edge of the picture to the right."""
    first = max((start for start in grid.breaks if start <= row), default=0)
    last = min((start for start in grid.breaks if start > row), default=grid.rows) - 1
    top, bottom = found.down.bands[first][0], found.down.bands[last][1]
    return Rectangle(0, top, edge, bottom - top)


def _strips(scene: Scene, found: Routed, columns: Mapping[str, int], size: Size) -> dict[str, Rectangle]:
    """The columns of the scene: each with the labels before the next."""
    members: dict[str, list[int]] = {}
    for box in scene.boxes:
        if box.id in columns and box.column is not None:
            members.setdefault(box.column, []).append(columns[box.id])
    borders = found.across.borders
    strips = {}
    for column in scene.columns:
        if column.id in members:
            first, final = min(members[column.id]), max(members[column.id]) + 1
            strips[column.id] = Rectangle(borders[first], 0, borders[final] - borders[first], size.height)
    return strips

"""Swimlanes: groups as rows, columns from left to right, arrows that can be followed, and no arrow through a box."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.draw.layout.extents import Margins
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.routing import Routed, routed
from journeymap.draw.layout.sizes import box_size, label_size
from journeymap.draw.layout.stacking import stacked
from journeymap.draw.placement import Placement, Rectangle, Size
from journeymap.draw.scene import Arrow, Box, Scene

__all__ = ["COLUMN_STRIP", "LANE_STRIP", "lanes_placement"]

LANE_STRIP = 136
"""Width of the strip at the left of a lane, for its name."""
COLUMN_STRIP = 40
"""Height of the strip at the top of a column, for its name."""
_SUBCOLUMNS = 4
_GAP = 8
_MARGINS = Margins(left=LANE_STRIP, top=COLUMN_STRIP + _GAP, lane=20, row=20, between=_GAP)


def lanes_placement(scene: Scene) -> Placement:
    """Places for a scene whose boxes have a group (the lane) and a column; their order is that of the scene.

    Touchpoints of one column that hand over to one another stand side by side. O(boxes x height of a lane + arrows x
    tracks of a channel).
    """
    dots = _dots(scene)
    boxes = tuple(box for box in scene.boxes if box.id not in dots)
    arrows = _joined(scene, boxes, dots)
    columns = _columns(scene, boxes, arrows)
    lanes = _lanes(scene, boxes)
    links = [(arrow.source, arrow.target) for arrow in arrows if arrow.source not in dots]
    cells = stacked(columns, lanes, links)
    first = {lane: min(cells[key].row for key in cells if lanes[key] == lane) for lane in sorted(set(lanes.values()))}
    sizes = {box.id: box_size(box) for box in scene.boxes}
    grid = Grid(cells, sizes, dots, frozenset(first.values()))
    found = routed(grid, arrows, {arrow.id: label_size(arrow) for arrow in arrows}, _MARGINS)
    return _placement(scene, grid, found, columns)


def _dots(scene: Scene) -> dict[str, str]:
    """The entry dots that lead to one box, with that box."""
    kinds = {box.id: box.kind for box in scene.boxes}
    leading: dict[str, list[str]] = {}
    for arrow in scene.arrows:
        if kinds[arrow.source] == "entry":
            leading.setdefault(arrow.source, []).append(arrow.target)
    return {dot: targets[0] for dot, targets in leading.items() if len(targets) == 1 and kinds[targets[0]] != "entry"}


def _columns(scene: Scene, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> dict[str, int]:
    """The grid column of every box: the columns of the scene, each as wide as the longest way inside it."""
    place = {column.id: number for number, column in enumerate(scene.columns)}
    ranks = {box.id: place.get(box.column or "", 0) for box in boxes}
    order = {box.id: number for number, box in enumerate(boxes)}
    inner = dict.fromkeys(order, 0)
    onward: dict[str, list[str]] = {key: [] for key in order}
    for arrow in arrows:
        source, target = arrow.source, arrow.target
        if source in order and ranks[source] == ranks[target] and order[source] < order[target]:
            onward[source].append(target)
    for key in order:
        for target in onward[key]:
            inner[target] = max(inner[target], min(inner[key] + 1, _SUBCOLUMNS - 1))
    used = sorted({(ranks[key], inner[key]) for key in order})
    numbers = {pair: number for number, pair in enumerate(used)}
    return {key: numbers[ranks[key], inner[key]] for key in order}


def _joined(scene: Scene, boxes: tuple[Box, ...], dots: Mapping[str, str]) -> tuple[Arrow, ...]:
    known = {box.id for box in boxes}
    return tuple(arrow for arrow in scene.arrows if arrow.target in known and arrow.source in known | dots.keys())


def _lanes(scene: Scene, boxes: tuple[Box, ...]) -> dict[str, int]:
    """The number of each box's lane, among those that hold something."""
    used = {box.group for box in boxes}
    order = [group.id for group in scene.groups if group.id in used]
    return {box.id: order.index(box.group) if box.group in order else 0 for box in boxes}


def _placement(scene: Scene, grid: Grid, found: Routed, columns: Mapping[str, int]) -> Placement:
    edge = found.across.edge
    lanes = {box.group: grid.cells[box.id].row for box in scene.boxes if box.id in grid.cells}
    groups = {group.id: _lane(grid, found, lanes[group.id], edge) for group in scene.groups if group.id in lanes}
    size = Size(edge, found.down.bands[-1][1] if found.down.bands else COLUMN_STRIP)
    return Placement(size, found.boxes, found.routes, groups, _strips(scene, found, columns, size))


def _lane(grid: Grid, found: Routed, row: int, edge: float) -> Rectangle:
    """The whole lane that a row belongs to, from the left edge of the picture to the right."""
    first = max((start for start in grid.breaks if start <= row), default=0)
    last = min((start for start in grid.breaks if start > row), default=grid.rows) - 1
    top, bottom = found.down.bands[first][0], found.down.bands[last][1]
    return Rectangle(0, top, edge, bottom - top)


def _strips(scene: Scene, found: Routed, columns: Mapping[str, int], size: Size) -> dict[str, Rectangle]:
    """The columns of the scene: each from the middle of the channel before it to the middle of the one behind it."""
    members: dict[str, list[int]] = {}
    for box in scene.boxes:
        if box.id in columns and box.column is not None:
            members.setdefault(box.column, []).append(columns[box.id])
    middles, last = found.across.middles, len(found.across.lefts)
    strips = {}
    for column in scene.columns:
        if column.id in members:
            first, final = min(members[column.id]), max(members[column.id]) + 1
            left = LANE_STRIP if first == 0 else middles[first]
            right = size.width if final == last else middles[final]
            strips[column.id] = Rectangle(left, 0, right - left, size.height)
    return strips

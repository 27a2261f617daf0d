"""The heading of a panel: a department's name, and its hours in small type under it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeymap.draw.layout.sizes import BOX_WIDTH, GRID, LEADING, NAME, SMALL
from journeymap.draw.measure import text_width
from journeymap.draw.placement import Size
from journeymap.draw.scene import Group, Scene

__all__ = ["heading_size", "members", "rank_spans"]

_WIDEST = 2 * BOX_WIDTH


def heading_size(group: Group) -> Size:
    """The room that the heading of a panel takes at its upper left, multiples of `GRID`."""
    widest = max(text_width(group.name, NAME, semibold=True), text_width(group.note, SMALL))
    height = NAME * LEADING + (SMALL * LEADING if group.note else 0)
    return Size(_up(min(widest, _WIDEST)), _up(height))


def members(scene: Scene, ranks: Sequence[int]) -> dict[int, list[int]]:
    """The groups that have boxes, by number, with the numbers of these; no other group has a panel.

    An entry dot that leads to a box behind the first rank of a panel stands in the panel, too.
    """
    place = {group.id: number for number, group in enumerate(scene.groups)}
    found: dict[int, list[int]] = {number: [] for number in place.values()}
    for number, box in enumerate(scene.boxes):
        if box.group in place:
            found[place[box.group]].append(number)
    first = {panel: min(ranks[number] for number in numbers) for panel, numbers in found.items() if numbers}
    groups = {box.id: box.group for box in scene.boxes}
    numbers = {box.id: number for number, box in enumerate(scene.boxes)}
    for arrow in scene.arrows:
        group, dot = groups[arrow.target], numbers[arrow.source]
        if arrow.kind == "entry" and group in place and ranks[dot] >= first[place[group]]:
            found[place[group]].append(dot)
    return {panel: sorted(inside) for panel, inside in found.items() if inside}


def rank_spans(scene: Scene, ranks: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The first and the last rank of each panel."""
    placed = {panel: [ranks[number] for number in numbers] for panel, numbers in members(scene, ranks).items()}
    return {panel: (min(found), max(found)) for panel, found in placed.items()}


def _up(length: float) -> int:
    return math.ceil(length / GRID) * GRID

"""A walk from left to right, in lines of a few boxes; ways back run under the boxes, so that loops close."""

from __future__ import annotations

import math

from journeymap.draw.layout.extents import Margins
from journeymap.draw.layout.grid import Grid
from journeymap.draw.layout.routing import routed
from journeymap.draw.layout.scene_parts import onward, parts_of
from journeymap.draw.layout.stacking import breaks, stacked
from journeymap.draw.placement import Placement, Size
from journeymap.draw.scene import Scene

__all__ = ["walk_placement"]

_LINE = 5
"""Boxes in one line; a longer walk is broken into lines of about equal length."""
_MARGINS = Margins(lane=12, row=24, between=16, end=12)


def walk_placement(scene: Scene) -> Placement:
    """Places for a scene whose boxes come in the order of the walk. O(boxes squared + arrows x tracks of a channel)."""
    parts = parts_of(scene)
    order = tuple(box.id for box in parts.boxes)
    ranks = onward(order, parts.links, max(len(order), 1))
    length = max(ranks.values(), default=0) + 1
    line = math.ceil(length / math.ceil(length / _LINE))
    columns = {key: rank % line for key, rank in ranks.items()}
    lines = {key: rank // line for key, rank in ranks.items()}
    cells = stacked(columns, lines, parts.links)
    found = routed(Grid(cells, parts.sizes, parts.dots, breaks(cells, lines)), parts.arrows, parts.labels, _MARGINS)
    bottom = found.down.bands[-1][1] if found.down.bands else 0
    return Placement(Size(found.across.borders[-1], bottom), found.boxes, found.routes)

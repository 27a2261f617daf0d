"""The heading of a panel: a department's name, and its hours in small type under it."""

from __future__ import annotations

import math

from journeymap.draw.layout.sizes import BOX_WIDTH, GRID, LEADING, NAME, SMALL
from journeymap.draw.measure import text_width
from journeymap.draw.placement import Size
from journeymap.draw.scene import Group

__all__ = ["heading_size"]

_WIDEST = 2 * BOX_WIDTH


def heading_size(group: Group) -> Size:
    """The room that the heading of a panel takes at its upper left, multiples of `GRID`."""
    widest = max(text_width(group.name, NAME, semibold=True), text_width(group.note, SMALL))
    height = NAME * LEADING + (SMALL * LEADING if group.note else 0)
    return Size(_up(min(widest, _WIDEST)), _up(height))


def _up(length: float) -> int:
    return math.ceil(length / GRID) * GRID

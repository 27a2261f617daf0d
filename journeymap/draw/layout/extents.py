"""How much room is kept free in a picture, and how far apart lines are."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.draw.scene import Arrow

__all__ = ["Margins", "half_room"]

_HALF = 4.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Room that is kept free: at the left and the top of the picture; inside a lane above and below what it holds;
    between rows of one lane; between lanes; the least width of a channel between two columns and at the ends; the
    piece of every arrow before its first bend, and the one behind its last bend, with the arrow head.
    """

    left: float = 0
    top: float = 0
    lane: float = 12
    row: float = 16
    between: float = 0
    narrow: float = 40
    end: float = 16
    stub: float = 16
    head: float = 22


def half_room(arrow: Arrow) -> float:
    """The room that a line takes to each side; the next line keeps as far from it again."""
    return _HALF + (arrow.width - 1) / 2 + (1 if arrow.emphasis else 0)

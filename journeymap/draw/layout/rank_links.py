"""What it costs how far apart the ranks of two boxes are that have arrows between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Link", "link_costs"]

_BACK, _BACK_LENGTH, _LENGTH, _AGAIN, _FLAT = 8.0, 0.5, 1.0, 2.0, 1e9
"""What an arrow back costs, and each rank that it goes back; each rank too many that an arrow leads on; an arrow that
leads on although it brings the customer nearer to a door; two linked boxes in one rank.
"""


@dataclass(frozen=True, slots=True)
class Link:
    """All arrows from one box to another: how many, and whether they lead nearer to a door where customers begin."""

    source: int
    target: int
    count: int
    again: bool

    def cost(self, length: int) -> float:
        """What the link costs if its target stands `length` ranks behind its source."""
        if length > 0:
            return self.count * (length - 1) * _LENGTH + (_AGAIN if self.again else 0)
        if length < 0:
            return (0 if self.again else _BACK) - self.count * length * _BACK_LENGTH
        return _FLAT


@lru_cache(maxsize=256)
def link_costs(count: int, again: bool, reach: int) -> tuple[list[float], list[float]]:
    """What links of one sort cost at the lengths from minus `reach` to `reach`, and from there back."""
    link = Link(0, 0, count, again)
    found = [link.cost(length) for length in range(-reach, reach + 1)]
    return found, found[::-1]

"""Boxes in the cells of a grid: what a router is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from journeymap.draw.placement import Size

__all__ = ["Cell", "Grid"]


class Cell(NamedTuple):
    """A place in a grid, counted from 0 at the upper left."""

    row: int
    column: int


@dataclass(frozen=True)
class Grid:
    """At most one box in each cell.

    `dots` leads from each entry dot to the box it enters: dots have no cell, they stand before that box. `breaks` are
    the rows above which a new lane begins. `sizes` are the least sizes of boxes and dots: a box with many arrows may
    become taller.
    """

    cells: Mapping[str, Cell]
    sizes: Mapping[str, Size]
    dots: Mapping[str, str] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()

    @cached_property
    def rows(self) -> int:
        """How many rows there are."""
        return max((cell.row for cell in self.cells.values()), default=-1) + 1

    @cached_property
    def columns(self) -> int:
        """How many columns there are."""
        return max((cell.column for cell in self.cells.values()), default=-1) + 1

    @cached_property
    def taken(self) -> frozenset[Cell]:
        """The cells with a box."""
        return frozenset(self.cells.values())

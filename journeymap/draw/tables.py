"""The neutral pictures that are tables: coverage (`matrix`) and one case step by step (`journey`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymap.draw.scene import ArrowKind, Badge, Category, GlyphName, Heading, Tag

__all__ = ["Cell", "JourneyScene", "Leg", "MatrixColumn", "MatrixRow", "MatrixScene", "Stop"]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A reason for contact with a product: `group` is the product's name."""

    id: str
    group: str
    name: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A channel in a stage: `group` is the stage's name."""

    id: str
    group: str
    name: str
    glyph: GlyphName


@dataclass(frozen=True, slots=True)
class Cell:
    """Who is there for a row in a column. `week` is the open share of each day, Monday first; empty where unknown.

    `gap` marks an empty cell that a neighbour has filled: a place to look at.
    """

    row: str
    column: str
    served_by: Literal["person", "machine", "both"] | None = None
    resolves: bool = False
    week: tuple[float, ...] = ()
    gap: bool = False
    badges: tuple[Badge, ...] = ()
    details: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixScene:
    """Coverage: rows product x reason, columns stage x channel."""

    heading: Heading
    rows: tuple[MatrixRow, ...]
    columns: tuple[MatrixColumn, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A touchpoint on the journey of one case. Times in seconds; None where the map does not say.

    `action` is what the customer does here, in the tool's words; `ending` says how the journey can end here.
    """

    id: str
    name: str
    stage: str
    action: str
    channel: str
    glyph: GlyphName
    handled_by: Literal["person", "machine"]
    department: str
    visible: bool
    tags: tuple[Tag, ...] = ()
    waiting: float | None = None
    handling: float | None = None
    ending: Literal["resolved", "dead_end"] | None = None
    share: str = ""
    entry: bool = False
    badges: tuple[Badge, ...] = ()
    emphasis: Category | None = None
    findings: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """A transfer on the journey, between two stops."""

    id: str
    source: str
    target: str
    kind: ArrowKind
    labels: tuple[str, ...] = ()
    waiting: float | None = None
    badges: tuple[Badge, ...] = ()
    emphasis: Category | None = None
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JourneyScene:
    """One case from the customer's view: stops in the order in which they are first met."""

    heading: Heading
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]

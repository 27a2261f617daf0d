"""The neutral pictures that are tables: coverage (`matrix`) and one case step by step (`journey`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymap.draw.scene import ArrowKind, Badge, Category, GlyphName, Heading, Tag

__all__ = ["Cell", "JourneyScene", "Leg", "MatrixColumn", "MatrixRow", "MatrixScene", "Stop"]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A reason for contact with a product: `group` is the product's name.

    `resolved_in` names the channels in which some touchpoint of the map resolves it in some case; none is a blind spot.
    """

    id: str
    group: str
    name: str
    details: tuple[str, ...] = ()
    resolved_in: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    emphasis: Category | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A channel in a stage: `group` is the stage's name, empty where stages are not told apart.

    `internal` tells the back office, where no customer is.
    """

    id: str
    group: str
    name: str
    glyph: GlyphName
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Who is there for a row in a column.

    `resolves` says that the matter can be settled here, with `partly` only in some of the row's cases. `week` is the
    open share of each day, Monday first, of those who settle it, else of the persons, else of the machines; empty
    where that is around the clock or the map names no hours. `gap` marks an empty cell that a neighbour has filled: a
    place to look at. With `outside` the reason does not come up in this stage.
    """

    row: str
    column: str
    served_by: Literal["person", "machine", "both"] | None = None
    resolves: bool = False
    week: tuple[float, ...] = ()
    gap: bool = False
    partly: bool = False
    outside: bool = False
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

    `action` is what the customer does here, in the tool's words, and `experiences` are further lines of it; `ending`
    says how the journey can end here, `share` how often it is settled. A stop that is not `visible` is back office.
    `waiting` is what the customer can wait until served: the longest wait of a transfer to here and the wait here.
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
    experiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """A transfer on the journey, between two stops; `alternative` is what an ``if_closed`` adds."""

    id: str
    source: str
    target: str
    kind: ArrowKind
    labels: tuple[str, ...] = ()
    waiting: float | None = None
    badges: tuple[Badge, ...] = ()
    emphasis: Category | None = None
    details: tuple[str, ...] = ()
    alternative: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class JourneyScene:
    """One case from the customer's view: stops in the order in which they are first met."""

    heading: Heading
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]

"""The neutral picture: what is shown, and what it means; no coordinates, no colours, no file format.

The views (`draw.views`) build scenes from a map; `draw.layout` finds places for them; `draw.paint` and `draw.render`
turn them into SVG, DOT, Mermaid, draw.io and JSON. Every id is stable: it comes from the ids of the map, so the same
map gives the same picture. All text is the user's or the tool's own, unescaped: each renderer escapes for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Arrow",
    "ArrowKind",
    "Badge",
    "Box",
    "BoxKind",
    "Category",
    "Column",
    "Group",
    "Heading",
    "LegendEntry",
    "Mark",
    "Scene",
    "Tag",
    "View",
]

View = Literal["contact", "lanes", "departments", "matrix", "journey", "finding"]

Category = Literal["blind_spot", "loop", "repeat", "closed", "other"]
"""What a finding is about, for its colour and form; `rules.md` groups codes the same way."""

BoxKind = Literal["touchpoint", "department", "entry", "more"]
"""`entry` is the dot where customers begin (its name is the volume, or empty); `more` stands for what is not shown."""

ArrowKind = Literal["step", "warm", "cold", "redirect", "callback", "ticket", "next", "entry", "handover"]
"""The kinds of transfer; `entry` leads from an entry dot; `handover` bundles all transfers between two departments."""

GlyphName = Literal["phone", "chat", "mail", "web", "app", "branch", "back_office", "other"]
"""The little picture of a channel."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A numbered mark on a box or an arrow; the number leads to a `Mark` of the scene."""

    number: int
    category: Category


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding that the picture shows."""

    number: int
    code: str
    category: Category
    severity: Literal["error", "warning", "info"]
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Tag:
    """An item asked for at a touchpoint: when it is not known yet, always, or again although already given."""

    text: str
    state: Literal["asked", "always", "repeated", "lost"] = "asked"
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A touchpoint, a department, or an entry dot.

    `group` and `column` are ids of the scene's groups and columns; `notes` are small lines below the name;
    `resolution` is None where nothing is resolved, else the share (or empty); `details` are lines of the tooltip;
    `step` is the number on a walk (finding view); `emphasis` is the gravest category of its badges.
    """

    id: str
    name: str
    kind: BoxKind = "touchpoint"
    group: str | None = None
    column: str | None = None
    handled_by: Literal["person", "machine"] | None = None
    glyph: GlyphName | None = None
    tags: tuple[Tag, ...] = ()
    notes: tuple[str, ...] = ()
    resolution: str | None = None
    badges: tuple[Badge, ...] = ()
    emphasis: Category | None = None
    details: tuple[str, ...] = ()
    link: str | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one box to another; `labels` are lines of text beside it.

    `closed` is the hours in which the contact arrives at a closed door, where that is a finding; `width` is 1 for an
    ordinary line and grows to 6 for the heaviest; `alternative` is what an ``if_closed`` adds.
    """

    id: str
    source: str
    target: str
    kind: ArrowKind
    labels: tuple[str, ...] = ()
    closed: str | None = None
    width: float = 1.0
    alternative: bool = False
    badges: tuple[Badge, ...] = ()
    emphasis: Category | None = None
    details: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A panel (contact) or a row (lanes) around boxes: a department or a channel; `note` is small type, its hours."""

    id: str
    name: str
    note: str = ""
    details: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the lanes: a stage, or a number of steps from the entry."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend: `symbol` names a form (a box or arrow kind, a glyph, a tag state, a category, ...)."""

    symbol: str
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What a picture says of itself. `subtitle` is the question that it answers; `notes` tell what it leaves out."""

    view: View
    title: str
    subtitle: str
    description: str
    language: Literal["en", "zh"] = "en"
    date: str = ""
    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    legend: tuple[LegendEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of boxes and arrows: the views contact, lanes, departments and finding."""

    heading: Heading
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    groups: tuple[Group, ...] = ()
    columns: tuple[Column, ...] = ()
    direction: Literal["right", "down"] = "right"

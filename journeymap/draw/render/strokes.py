"""How arrows and outlines look in formats that know nothing but colour, width and dashes."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.draw.paint.theme import Theme
from journeymap.draw.scene import Arrow, ArrowKind, Category
from journeymap.draw.tables import Leg

__all__ = ["Stroke", "arrow_stroke", "outline_stroke"]

_MORE_FOR_A_FINDING = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: its colour (``#rrggbb``), width in CSS pixels, and dashes."""

    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


_ROLES: dict[ArrowKind, tuple[str, float, tuple[float, ...]]] = {
    "step": ("line", 1.0, ()),
    "warm": ("line", 2.0, ()),
    "cold": ("line", 1.5, ()),
    "redirect": ("line", 1.5, (6, 4)),
    "callback": ("line", 1.5, ()),
    "ticket": ("line_soft", 1.0, ()),
    "next": ("line_soft", 1.0, ()),
    "entry": ("line", 1.0, ()),
    "handover": ("line", 1.0, ()),
}
_ALTERNATIVE = (2.0, 3.0)


def arrow_stroke(arrow: Arrow | Leg, theme: Theme) -> Stroke:
    """The line of an arrow: by its kind, dotted for an ``if_closed``; with a finding in its colour, and wider."""
    role, width, dash = _ROLES[arrow.kind]
    if arrow.alternative:
        role, dash = "line_soft", _ALTERNATIVE
    if arrow.kind == "handover" and isinstance(arrow, Arrow):
        width = arrow.width
    if arrow.emphasis is not None:
        role, width = f"{arrow.emphasis}_edge", width + _MORE_FOR_A_FINDING
    return Stroke(theme.colours[role], width, dash)


def outline_stroke(emphasis: Category, theme: Theme) -> Stroke:
    """The outline of a box with findings."""
    role = f"{emphasis}_edge"
    return Stroke(theme.colours[role], round(2 * theme.wider.get(role, 1.0), 2), theme.dashes.get(role, ()))

"""The columns of a service blueprint: how wide they are, and the texts about every stop, wrapped to that width."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.draw.layout.sizes import BADGE, CHIP, LEADING, NAME, SMALL, chip_mark
from journeymap.draw.measure import text_width, wrap
from journeymap.draw.scene import Tag
from journeymap.draw.tables import JourneyScene, Stop

__all__ = ["PADDING", "Chip", "StopTexts", "column_width", "stop_texts"]

PADDING = 6.0
_WIDEST, _NARROWEST, _GUTTER, _NARROW_GUTTER = 136.0, 80.0, 24.0, 14.0
_COMFORTABLE = 2200.0
"""Wider than this, small print is hard to read on A3."""
_HEAD, _BADGE_ROW = 30.0, 24.0
_CHIP_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Chip:
    """An item asked for, wrapped, with the height of its field."""

    tag: Tag
    lines: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class StopTexts:
    """What is written about a stop, wrapped; heights are those that box, customer's part and chips need.

    Names with a word that is too long for a line are written smaller (`name_size`).
    """

    name: tuple[str, ...]
    name_size: float
    action: tuple[str, ...]
    experiences: tuple[tuple[str, ...], ...]
    chips: tuple[Chip, ...]
    department: tuple[str, ...]
    box_height: float
    customer_height: float
    chips_height: float


def column_width(scene: JourneyScene) -> tuple[float, float]:
    """The width of every column and of the space between two: narrower the more there are, down to a limit."""
    each = _COMFORTABLE / max(len(scene.stops), 1)
    gutter = min(_GUTTER, max(_NARROW_GUTTER, each * 0.16))
    return min(_WIDEST, max(_NARROWEST, float(int(each - gutter)))), gutter


def stop_texts(stop: Stop, width: float) -> StopTexts:
    """The texts about a stop in a column of this width. O(characters)."""
    room = width - 2 * PADDING
    size = NAME if _fits(stop.name, room) else SMALL
    name = wrap(stop.name, room, size, semibold=True, lines=4)
    action = wrap(stop.action, width - 4, SMALL, semibold=True, lines=4)
    experiences = tuple(wrap(text, width - 4, SMALL, lines=4) for text in stop.experiences)
    chips = tuple(_chip(tag, width) for tag in stop.tags)
    lines = len(action) + sum(map(len, experiences))
    return StopTexts(
        name=name,
        name_size=size,
        action=action,
        experiences=experiences,
        chips=chips,
        department=wrap(stop.department, width - 4, SMALL, lines=4),
        box_height=_HEAD + len(name) * size * LEADING + PADDING + (_BADGE_ROW if stop.badges else 0),
        customer_height=lines * SMALL * LEADING + 3 * len(experiences),
        chips_height=sum(chip.height + _CHIP_GAP for chip in chips),
    )


def _fits(name: str, room: float) -> bool:
    """Whether every word of the name fits on a line (East Asian text breaks anywhere)."""
    longest = max(name.split(), key=len, default="")
    return not longest.isascii() or text_width(longest, NAME, semibold=True) <= room


def _chip(tag: Tag, width: float) -> Chip:
    lines = wrap(tag.text, width - 12 - chip_mark(tag), SMALL, lines=2)
    return Chip(tag, lines, CHIP + max(0, len(lines) - 1) * SMALL * LEADING)


def badges_across(width: float) -> int:
    """How many badges stand beside each other in a box."""
    return max(1, int((width - 2 * PADDING) // (BADGE + 3)))

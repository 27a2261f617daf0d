"""How large boxes and labels are, and what lies where inside them: the same answer for every layout and for the paint.

All lengths are CSS pixels. A touchpoint has a strip of glyphs at its left (channel, below it person or machine), then
its name, its notes, its tags, and a check mark at the lower right where something is resolved.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from journeymap.draw.measure import ELLIPSIS, text_width, wrap
from journeymap.draw.placement import Point, Rectangle, Size
from journeymap.draw.scene import Arrow, Badge, Box, Tag

__all__ = [
    "BADGE",
    "BOX_WIDTH",
    "CHIP",
    "CHIP_PADDING",
    "COLUMN_HEADER",
    "ENTRY_WIDTH",
    "GRID",
    "LABEL_WIDTH",
    "LANE_HEADER",
    "LEADING",
    "NAME",
    "PADDING",
    "SMALL",
    "STRIP",
    "Chip",
    "Interior",
    "Label",
    "badges_shown",
    "box_size",
    "chip_mark",
    "entry_lines",
    "interior",
    "label",
    "label_size",
]

GRID = 8
"""Every size is a multiple of this."""
BOX_WIDTH = 168
LABEL_WIDTH = 96
"""Labels of arrows wrap here."""
_CLOSED_WIDTH = 136
"""Hours of a closed door wrap here: they are long, and read best with a day and its hours on one line."""
NAME, SMALL, LEADING = 13.0, 11.0, 1.35
"""Sizes of the text of names and of everything else; line height as a multiple of the size."""
PADDING = 10
ENTRY_WIDTH = 64
"""The volume at an entry dot wraps here."""
STRIP = 28
"""Width of the strip of glyphs at the left of a touchpoint."""
CHIP = 17
"""Height of a tag, and of the mark of a resolution."""
BADGE = 18
"""Width of a numbered badge."""
LANE_HEADER, COLUMN_HEADER = 112, 32
"""Width of the strip with a lane's name at its left, height of the strip with the columns' names above the lanes."""
CHIP_PADDING = 5.5
"""Room before and behind the text of a tag."""
_GAP, _CHIP_MARK = 4, 10.5
_BADGES_ON_BOX, _BADGES_ON_LABEL = 7, 3


@dataclass(frozen=True, slots=True)
class Chip:
    """A small field in a box: one of its tags, or None for the mark of a resolution; `place` is relative to the box."""

    tag: Tag | None
    text: str
    place: Rectangle


@dataclass(frozen=True, slots=True)
class Interior:
    """What lies where in a box: lines of its name and notes with the upper edge of the first, and its chips."""

    size: Size
    left: float
    name: tuple[str, ...]
    name_top: float
    notes: tuple[str, ...]
    notes_top: float
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The text of an arrow: badges at its left (`badges_width` with the gap), lines, and a line with a moon."""

    size: Size
    badges_width: float
    lines: tuple[str, ...]
    closed: tuple[str, ...]


def box_size(box: Box) -> Size:
    """Width and height of a box, multiples of `GRID`. O(characters of its text)."""
    if box.kind == "entry":
        return _entry_size(box.name)
    return interior(box).size


def _entry_size(volume: str) -> Size:
    lines = entry_lines(volume)
    if not lines:
        return Size(2 * GRID, 2 * GRID)
    width = max(text_width(line, SMALL, semibold=True) for line in lines)
    return Size(_up(width + 2 * PADDING), (1 + 2 * len(lines)) * GRID)


def entry_lines(volume: str) -> tuple[str, ...]:
    """The volume at an entry dot in one or two short lines."""
    short = wrap(volume, ENTRY_WIDTH, SMALL, semibold=True, lines=2)
    return wrap(volume, BOX_WIDTH, SMALL, semibold=True, lines=2) if short[-1:] and ELLIPSIS in short[-1] else short


@lru_cache(maxsize=2048)
def interior(box: Box) -> Interior:
    """What lies where in a touchpoint, a department or a box that stands for more."""
    left = STRIP + _GAP * 2 if box.kind == "touchpoint" else PADDING + 2
    room = BOX_WIDTH - left - PADDING
    name = wrap(box.name, room, NAME, semibold=True) or ("–",)
    notes = tuple(line for note in box.notes for line in wrap(note, room, SMALL, lines=2))
    top = PADDING
    notes_top = top + len(name) * NAME * LEADING + (2 if notes else 0)
    chips_top = notes_top + len(notes) * SMALL * LEADING + GRID - 2
    chips = _chips(box, left, room, chips_top) or _beside(box, left, room, name, notes, chips_top)
    bottom = max((chip.place.bottom for chip in chips), default=chips_top - GRID + 2)
    height = _up(max(bottom + PADDING - 1, 6 * GRID))
    shift = (height - PADDING - bottom) / 2
    chips = tuple(replace(chip, place=chip.place._replace(y=chip.place.y + shift)) for chip in chips)
    return Interior(Size(BOX_WIDTH, height), left, name, top + shift, notes, notes_top + shift, chips)


def _chips(box: Box, left: float, room: float, top: float) -> tuple[Chip, ...]:
    """Tags from left to right in rows; the mark of a resolution at the end of the last row, or below it."""
    if not box.tags:
        return ()
    chips: list[Chip] = []
    at = Point(left, top)
    for tag in box.tags:
        chip = _tag_chip(tag, at, left, room)
        chips.append(chip)
        at = Point(chip.place.right + _GAP, chip.place.y)
    if box.resolution is not None:
        below = at.x + _resolution_width(box.resolution) > left + room
        chips.append(_resolution(box.resolution, left + room, at.y + CHIP + _GAP if below else at.y))
    return tuple(chips)


def _beside(
    box: Box, left: float, room: float, name: tuple[str, ...], notes: tuple[str, ...], below: float
) -> tuple[Chip, ...]:
    """Without tags, the mark of a resolution stands beside the last line where there is room, else below it."""
    if box.resolution is None:
        return ()
    used = text_width(notes[-1], SMALL) if notes else text_width(name[-1], NAME, semibold=True)
    fits = used + _GAP + _resolution_width(box.resolution) <= room
    return (_resolution(box.resolution, left + room, below - GRID - CHIP + 3 if fits else below),)


def _resolution_width(share: str) -> float:
    return CHIP + (text_width(share, SMALL, semibold=True) + 5 if share else 0)


def _resolution(share: str, right: float, top: float) -> Chip:
    width = _resolution_width(share)
    return Chip(None, share, Rectangle(right - width + 2, top, width, CHIP))


def _tag_chip(tag: Tag, at: Point, left: float, room: float) -> Chip:
    spare = 2 * CHIP_PADDING + chip_mark(tag)
    (text,) = wrap(tag.text, room - spare, SMALL, lines=1) or ("–",)
    width = text_width(text, SMALL) + spare
    if at.x > left and at.x + width > left + room:
        at = Point(left, at.y + CHIP + _GAP)
    return Chip(tag, text, Rectangle(at.x, at.y, width, CHIP))


def chip_mark(tag: Tag) -> float:
    """The room that a tag's little mark takes before its text; nothing for an item that is simply asked for."""
    return 0 if tag.state == "asked" else _CHIP_MARK


def badges_shown(badges: tuple[Badge, ...], *, label: bool = False) -> int:
    """How many badges are drawn; where it is fewer than all, the last one says how many more there are."""
    return min(len(badges), _BADGES_ON_LABEL if label else _BADGES_ON_BOX)


def label_size(arrow: Arrow) -> Size:
    """Width and height of what stands beside an arrow, badges included; (0, 0) where nothing does."""
    return label(arrow).size


@lru_cache(maxsize=2048)
def label(arrow: Arrow) -> Label:
    """The text of an arrow in at most three lines of about `LABEL_WIDTH`, and a moon with the hours where closed."""
    lines = wrap(" · ".join(arrow.labels), LABEL_WIDTH, SMALL) if len(arrow.labels) > 3 else _label_lines(arrow.labels)
    closed = wrap(arrow.closed, _CLOSED_WIDTH, SMALL, lines=5) if arrow.closed else ()
    shown = badges_shown(arrow.badges, label=True)
    badges = shown * BADGE + (_GAP if shown and (lines or closed) else 0)
    if not (lines or closed or shown):
        return Label(Size(0, 0), 0, (), ())
    widths = [text_width(line, SMALL) for line in lines] + [text_width(line, SMALL) + BADGE for line in closed]
    height = max((len(lines) + len(closed)) * SMALL * LEADING, BADGE if shown else 0)
    return Label(Size(_up(max(widths, default=0) + badges + 2 * _GAP), _up(height)), badges, lines, closed)


def _label_lines(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Every label on lines of its own, three lines in all; the first labels give way."""
    done: tuple[str, ...] = ()
    for place, text in enumerate(labels):
        left = 3 - len(done) - sum(1 for later in labels[place + 1 :] if later.strip())
        done += wrap(text, LABEL_WIDTH, SMALL, lines=max(left, 1))
    return done


def _up(length: float) -> int:
    """The next multiple of `GRID`."""
    return math.ceil(round(length, 3) / GRID) * GRID

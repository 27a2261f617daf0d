"""The stops of a journey: the box of the touchpoint, what the customer does and is asked, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.draw.layout.sizes import CHIP, LEADING, SMALL, chip_mark
from journeymap.draw.layout.stops import PADDING, StopTexts, badges_across
from journeymap.draw.measure import text_width
from journeymap.draw.paint.bars import bar_block
from journeymap.draw.paint.boxes import border, shape
from journeymap.draw.paint.glyphs import glyph
from journeymap.draw.paint.parts import badge_row, resolution, tag, text_lines
from journeymap.draw.placement import Rectangle
from journeymap.draw.scene import Box
from journeymap.draw.sheet import Block, Item, Outline, Part
from journeymap.draw.tables import Stop

__all__ = ["paint_customer", "paint_department", "paint_stop", "stop_example"]

_GLYPH = 15.0
_DOT = 12.0
_CHIP_GAP = 4.0


def paint_stop(stop: Stop, texts: StopTexts, place: Rectangle) -> Item:
    """The box: channel, person or machine, check mark, name, badges; with a dot at entries and a bar at dead ends."""
    box = Box(stop.id, stop.name, handled_by=stop.handled_by, emphasis=stop.emphasis)
    parts: list[Part] = [*(_entry(place) if stop.entry else ()), shape(box, place), border(box, place)]
    parts += glyph(stop.glyph, place.x + PADDING + 2, place.y + 9, _GLYPH, "glyph", "box")
    parts += glyph(stop.handled_by, place.x + PADDING + 8 + _GLYPH, place.y + 9, _GLYPH, stop.handled_by, "box")
    if stop.ending == "resolved":
        parts.append(_check(stop, place))
    if stop.ending == "dead_end":
        parts.append(_dead_end(place.right, place.centre.y))
    parts += text_lines(texts.name, place.x + PADDING, place.y + 29, texts.name_size, "ink", semibold=True)
    if stop.badges:
        shown = min(len(stop.badges), badges_across(place.width))
        parts.append(badge_row(stop.id, stop.badges, place.x + PADDING + 9, place.bottom - 15, shown))
    kind = " ".join(filter(None, ("box", "touchpoint", stop.handled_by, stop.emphasis, stop.ending)))
    return Item(stop.id, kind, tuple(parts), "\n".join((*stop.details, *stop.findings)), stop.link)


def _entry(place: Rectangle) -> tuple[Part, ...]:
    """A dot with a short arrow down into the upper edge."""
    x, top = place.x + _DOT + 2, place.y - 24
    tip = f"M{x - 4:.2f} {place.y - 9:.2f} L{x + 4:.2f} {place.y - 9:.2f} L{x:.2f} {place.y - 1:.2f} Z"
    return (
        Block(x - _DOT / 2, top, _DOT, _DOT, _DOT / 2, "entry", "ink", 1),
        Outline(f"M{x:.2f} {top + _DOT:.2f} L{x:.2f} {place.y - 8:.2f}", None, "ink", 1.8),
        Outline(tip, "ink"),
    )


def _check(stop: Stop, place: Rectangle) -> Item:
    """At the right, the share behind it where there is room (the customer's part says it too)."""
    left = place.x + PADDING + 12 + 2 * _GLYPH
    width = CHIP + text_width(stop.share, SMALL, semibold=True) + 5
    share = stop.share if place.right - 4 - width >= left else ""
    width = width if share else CHIP
    return resolution(stop.id, Rectangle(place.right - 5 - width, place.y + 8, width, CHIP), share)


def _dead_end(x: float, y: float) -> Part:
    """A short way that ends at a bar."""
    return Outline(
        f"M{x:.2f} {y:.2f} L{x + 7:.2f} {y:.2f} M{x + 8:.2f} {y - 9:.2f} L{x + 8:.2f} {y + 9:.2f}",
        None,
        "blind_spot_edge",
        3,
    )


def paint_customer(stop: Stop, texts: StopTexts, column: Rectangle, rows: Mapping[str, Rectangle]) -> Item:
    """What the customer does and goes through, and what is asked."""
    parts: list[Part] = []
    if "customer" in rows:
        y = rows["customer"].y
        parts += text_lines(texts.action, column.x, y, SMALL, "ink", semibold=True)
        y += len(texts.action) * SMALL * LEADING
        for lines in texts.experiences:
            parts += text_lines(lines, column.x, y + 3, SMALL, "ink")
            y += len(lines) * SMALL * LEADING + 3
    if "asked" in rows:
        parts += _chips(stop, texts, column, rows["asked"].y)
    said = (stop.action, *stop.experiences)
    return Item(f"{stop.id}:customer", "customer", tuple(parts), "\n".join(said))


def _chips(stop: Stop, texts: StopTexts, column: Rectangle, y: float) -> list[Part]:
    parts: list[Part] = []
    for chip in texts.chips:
        longest = max((text_width(line, SMALL) for line in chip.lines), default=0.0)
        width = min(column.width, longest + 12 + chip_mark(chip.tag))
        parts.append(tag(stop.id, Rectangle(column.x, y, width, chip.height), chip.tag, *chip.lines))
        y += chip.height + _CHIP_GAP
    return parts


def paint_department(stop: Stop, texts: StopTexts, column: Rectangle, rows: Mapping[str, Rectangle]) -> Item:
    """Who answers for the touchpoint."""
    words = text_lines(texts.department, column.x, rows["department"].y, SMALL, "ink") if "department" in rows else ()
    return Item(f"{stop.id}:department", "department", words, stop.department)


def stop_example(name: str, place: Rectangle) -> tuple[Part, ...]:
    """What the legend shows of stops: a bar, or a dead end."""
    if name == "dead_end":
        return Block(place.x + 6, place.y + 2, 26, place.height - 4, 5, None, "blind_spot_edge", 2), _dead_end(
            place.x + 32, place.centre.y
        )
    return (bar_block(name, place.x + 6, place.centre.y - 4.5, place.width - 12),)

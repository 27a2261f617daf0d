"""Small parts that all pictures are made of: lines of text, badges, tags, marks of resolution."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.draw.layout.sizes import BADGE, CHIP, CHIP_PADDING, LEADING, SMALL, chip_mark
from journeymap.draw.paint.glyphs import glyph
from journeymap.draw.placement import Rectangle
from journeymap.draw.scene import Badge, Category, Tag
from journeymap.draw.sheet import Block, Item, Outline, Part, Text

__all__ = ["badge", "badge_row", "baseline", "resolution", "tag", "text_lines"]

_TAG_FORMS: dict[str, tuple[str, str, str, tuple[float, ...]]] = {
    "asked": ("tag", "tag_edge", "tag_text", ()),
    "always": ("tag", "glyph", "tag_text", ()),
    "repeated": ("repeat_tag", "repeat_case", "repeat_tag_text", ()),
    "lost": ("tag", "repeat_edge", "tag_text", (3, 2)),
}
"""Fill, outline, text and dashes of a tag by its state."""
_TAG_GLYPHS = {"always": "always", "repeated": "again", "lost": "lost"}


def baseline(top: float, size: float) -> float:
    """Where the letters of a line of text stand whose line box begins at `top`."""
    return top + size * (LEADING / 2 + 0.36)


def text_lines(
    lines: Sequence[str], x: float, top: float, size: float, fill: str, *, semibold: bool = False, middle: bool = False
) -> tuple[Text, ...]:
    """Lines of text one below the other, the first line box beginning at `top`; with `middle`, x is the centre."""
    return tuple(
        Text(
            x,
            baseline(top + number * size * LEADING, size),
            line,
            size,
            fill,
            weight="semibold" if semibold else "normal",
            anchor="middle" if middle else "start",
        )
        for number, line in enumerate(lines)
    )


def badge(mark: Badge, x: float, y: float, text: str | None = None) -> tuple[Part, ...]:
    """A numbered badge around (x, y); each category has a shape of its own, so that it needs no colour."""
    role = f"{mark.category}_badge"
    number = str(mark.number) if text is None else text
    size = 11.0 if len(number) < 3 else 9.0
    return (
        Outline(_badge_shape(mark.category, x, y), role, f"{role}_edge", 1.2),
        Text(x, y + size * 0.36, number, size, f"{role}_text", "semibold", "middle"),
    )


def _badge_shape(category: Category, x: float, y: float) -> str:
    r = BADGE / 2 - 0.5
    if category == "blind_spot":
        return _polygon(x, y, [(0, -r - 2), (r + 2, 0), (0, r + 2), (-r - 2, 0)])
    if category == "repeat":
        s = r - 0.5
        return _polygon(x, y, [(-s, -s), (s, -s), (s, s), (-s, s)])
    if category == "closed":
        h = r * 0.5
        return _polygon(x, y, [(-h, -r), (h, -r), (r + 0.5, 0), (h, r), (-h, r), (-r - 0.5, 0)])
    if category == "other":
        return _polygon(x, y, [(-r, -r), (r, -r), (r, r * 0.4), (0, r + 1), (-r, r * 0.4)])
    return f"M{x - r:.2f} {y:.2f} A{r} {r} 0 1 1 {x + r:.2f} {y:.2f} A{r} {r} 0 1 1 {x - r:.2f} {y:.2f} Z"


def _polygon(x: float, y: float, corners: Sequence[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{x + dx:.2f} {y + dy:.2f}" for dx, dy in corners) + " Z"


def badge_row(owner: str, badges: Sequence[Badge], x: float, y: float, shown: int, step: float = BADGE + 3) -> Part:
    """The first badges from left to right, the first around (x, y); the last says how many are left out."""
    parts: list[Part] = []
    for place, mark in enumerate(badges[:shown]):
        rest = len(badges) - shown + 1 if place == shown - 1 and len(badges) > shown else 0
        parts += badge(mark, x + place * step, y, f"+{rest}" if rest else None)
    return Item(f"{owner}:badges", "badges", tuple(parts))


def tag(owner: str, place: Rectangle, what: Tag, *lines: str) -> Item:
    """An item asked for: outlined; with a dot where it is always asked, filled with a turn where it is repeated."""
    fill, edge, ink, dash = _TAG_FORMS[what.state]
    block = Block(place.x, place.y, place.width, place.height, CHIP / 2, fill, edge, 1.0, dash)
    spare = chip_mark(what)
    mark = glyph(_TAG_GLYPHS[what.state], place.x + 4, place.y + 3.5, 10, ink, fill) if spare else ()
    words = text_lines(lines, place.x + CHIP_PADDING + spare, place.y + 1, SMALL, ink)
    details = what.text if not what.detail else f"{what.text}\n{what.detail}"
    return Item(f"{owner}:{what.state}:{what.text}", f"tag {what.state}", (block, *mark, *words), details)


def resolution(owner: str, place: Rectangle, share: str) -> Item:
    """A check mark on a disc, with the share behind it."""
    radius = CHIP / 2
    disc = Block(place.x, place.y, CHIP, CHIP, radius, "resolved", "resolved_words", 1)
    check = glyph("check", place.x + 2.5, place.y + 2.5, 12, "resolved_text", "resolved")
    words = text_lines([share], place.x + CHIP + 4, place.y + 1, SMALL, "resolved_words", semibold=True)
    return Item(f"{owner}:resolution", "resolution", (disc, *check, *(words if share else ())))

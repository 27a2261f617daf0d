"""What stands in boxes and legends of formats that have text but no little pictures: DOT, Mermaid and draw.io."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.draw.scene import Arrow, Badge, Box, Heading, Tag
from journeymap.draw.views.legend import LEGEND_WORDS
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words

__all__ = [
    "SYMBOLS",
    "Line",
    "arrow_lines",
    "badge_text",
    "box_lines",
    "legend_lines",
    "mark_lines",
    "numbered",
    "tag_lines",
]

_HANDLED = {"person": Words("person", "人工"), "machine": Words("machine", "机器")}
_CLOSED = Words("closed: {hours}", "已关闭：{hours}")
_STEP = Words("step {number}", "第 {number} 步")
_ITEMS = Words("{state}: {items}", "{state}：{items}")
_SEPARATOR = Words(", ", "、")
_STATES = ("repeated", "lost", "always", "asked")
_NUMBERS = "❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴"

SYMBOLS = {
    "entry": "●→",
    "box:person": "▢",
    "box:machine": "□",
    "box:department": "▣",
    "box:more": "…",
    "resolution": "✓",
    "arrow:step": "→",
    "arrow:warm": "━▶",
    "arrow:cold": "├─▶",
    "arrow:redirect": "┅▶",
    "arrow:callback": "↩▶",
    "arrow:ticket": "─▷",
    "arrow:next": "═▷",
    "arrow:handover": "━▶",
    "arrow:loop": "━▶",
    "arrow:alternative": "┈▷",
    "closed": "☾",
}
"""Forms of the legend that can be hinted at by characters."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its role: the name, something small, or tags in some state."""

    text: str
    role: str = "small"


def numbered(number: int) -> str:
    """The number of a finding as its badge: a filled circle up to twenty."""
    return _NUMBERS[number - 1] if 1 <= number <= len(_NUMBERS) else f"({number})"


def badge_text(badges: tuple[Badge, ...]) -> str:
    """The numbers of some findings; empty for none."""
    return " ".join(numbered(badge.number) for badge in badges)


def box_lines(box: Box, language: Language) -> tuple[Line, ...]:
    """A box in words: its name with badges, channel and person or machine, notes, what is asked, what is resolved."""
    return tuple(line for line in _box_lines(box, language) if line.text.strip())


def _box_lines(box: Box, language: Language) -> Iterator[Line]:
    yield Line(" ".join(filter(None, (badge_text(box.badges), box.name))), "name")
    if box.step is not None:
        yield Line(_STEP.say(language, number=box.step))
    glyph = LEGEND_WORDS[f"glyph:{box.glyph}"].say(language) if box.glyph else ""
    handled = _HANDLED[box.handled_by].say(language) if box.handled_by else ""
    yield Line(" · ".join(filter(None, (glyph, handled))))
    yield from map(Line, box.notes)
    yield from tag_lines(box.tags, language)
    if box.resolution is not None:
        yield Line(f"✓ {box.resolution}".strip(), "resolution")


def tag_lines(tags: tuple[Tag, ...], language: Language) -> Iterator[Line]:
    """The items asked for, one line for each state that there is, the gravest first."""
    for state in _STATES:
        items = [tag.text for tag in tags if tag.state == state]
        if items:
            told = LEGEND_WORDS[f"tag:{state}"].say(language)
            yield Line(_ITEMS.say(language, state=told, items=_SEPARATOR.say(language).join(items)), state)


def arrow_lines(arrow: Arrow, language: Language) -> tuple[str, ...]:
    """The text of an arrow: badges, labels, and the hours in which the door is closed."""
    labels = tuple(filter(str.strip, arrow.labels))
    closed = (f"☾ {_CLOSED.say(language, hours=arrow.closed)}",) if arrow.closed else ()
    badges = badge_text(arrow.badges)
    if not badges:
        return labels + closed
    return (" ".join((badges, *labels[:1])), *labels[1:], *closed)


def legend_lines(heading: Heading) -> tuple[tuple[str, str], ...]:
    """The legend as pairs of symbol and text: the forms, then the numbered findings, then what is left out.

    Channels and items asked for stand in words in these formats and need no explanation.
    """
    forms = tuple((SYMBOLS[entry.symbol], entry.text) for entry in heading.legend if entry.symbol in SYMBOLS)
    return forms + mark_lines(heading)


def mark_lines(heading: Heading) -> tuple[tuple[str, str], ...]:
    """The numbered findings, then what is left out, as pairs of symbol and text."""
    marks = tuple((numbered(mark.number), f"{mark.code} {mark.text}") for mark in heading.marks)
    return marks + tuple(("", note) for note in heading.notes)

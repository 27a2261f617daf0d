"""How wide text stands in a terminal: Chinese takes two columns a character."""

from __future__ import annotations

from wcwidth import wcwidth

__all__ = ["shorten_left", "shorten_right", "width"]

ELLIPSIS = "..."


def width(text: str) -> int:
    """The columns that printable text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def shorten_right(text: str, room: int) -> str:
    """The text, or as much of its beginning as fits into `room` columns with an ellipsis."""
    if width(text) <= room:
        return text
    kept, used = [], len(ELLIPSIS)
    for character in text:
        used += _columns(character)
        if used > room:
            break
        kept.append(character)
    return "".join(kept) + ELLIPSIS


def shorten_left(text: str, room: int) -> str:
    """The text, or as much of its end as fits into `room` columns after an ellipsis."""
    if width(text) <= room:
        return text
    kept, used = [], len(ELLIPSIS)
    for character in reversed(text):
        used += _columns(character)
        if used > room:
            break
        kept.append(character)
    return ELLIPSIS + "".join(reversed(kept))


def _columns(character: str) -> int:
    return max(wcwidth(character), 0)

"""How wide text stands in a terminal: Chinese takes two columns a character."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["shorten_left", "shorten_right", "width", "wrapped"]

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


def wrapped(text: str, room: int) -> Iterator[str]:
    """The text in lines of at most `room` columns, broken at spaces only: a longer word stays whole."""
    line, used = "", 0
    for word in text.split(" "):
        wide = width(word)
        if line and used + 1 + wide > room:
            yield line
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    yield line


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    from wcwidth import wcwidth  # its tables take a tenth of the start-up, and most maps are spared them

    return max(wcwidth(character), 0)

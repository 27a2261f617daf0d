"""Which characters of user text a file format can hold, and which stay hidden in it."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["holdable", "is_hidden", "one_line"]

_REPLACEMENT = "\ufffd"
_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, half characters and non-characters: XML 1.0 has no way to write most of them."""

_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that are not seen, or that move others: written as codes where there are codes."""


def holdable(text: str) -> str:
    """The text with every character that XML, HTML or DOT cannot hold as U+FFFD; other text as it is. Linear."""
    return _NOT_HELD.sub(_REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text as `holdable`, every run of white space and line breaks as one space."""
    return " ".join(holdable(text).split())


def is_hidden(character: str) -> bool:
    """Whether a character is not seen, or moves others."""
    return unicodedata.category(character) in _HIDDEN

"""Characters that XML cannot hold, in any form."""

from __future__ import annotations

import re

__all__ = ["held_by_xml"]

_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def held_by_xml(text: str) -> str:
    """The text with a replacement character for each that XML forbids, or discourages. Linear."""
    return _NOT_HELD.sub("\ufffd", text)

"""Slips of the hand that YAML takes for plain text: a full-width colon or comma, no space behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeymap.source.files import FileText
from journeymap.source.tree import Fault

__all__ = ["MAX_LINES", "slip_in_key", "slip_in_line", "slips_in"]

MAX_LINES = 50
"""How many lines of one text are looked at."""

_FULL_WIDTH_COLON = re.compile(r"""\s*+(?:-\s++)?+([^\s"'#\[{：:，]++)(：)(.*)""")
_NO_SPACE = re.compile(r"""\s*+(?:-\s++)?+([^\s"'#\[{：:，]++)(:)(?!//)(\S.*)""")
_SIGNS = (("full_width_colon", "："), ("full_width_comma", "，"))
_LOOKED_AT = 240
_SHOWN = 60


def slip_in_line(file: FileText, line: int) -> Iterator[Fault]:
    """The slip behind the key of a line, if there is one."""
    text = file.line(line)[:_LOOKED_AT]
    for kind, pattern in (("full_width_colon", _FULL_WIDTH_COLON), ("missing_space", _NO_SPACE)):
        match = pattern.match(text)
        if match is not None:
            start = file.index(line) + match.start(2)
            values: dict[str, str | int] = {"before": match[1], "after": match[3].strip()[:_SHOWN]}
            yield Fault(kind, start, start + 1, values={"got": text.strip()[:_SHOWN], **values})
            return


def slips_in(file: FileText, start: int, end: int) -> list[Fault]:
    """The slips in a stretch of text that YAML took for plain text."""
    first, last = file.position(start)[0], file.position(max(start, end - 1))[0]
    lines = range(first, min(last, first + MAX_LINES) + 1)
    return [fault for line in lines for fault in slip_in_line(file, line) if start <= fault.start < end]


def slip_in_key(key: str) -> tuple[str, int, dict[str, str | int]] | None:
    """What slipped in a key or an id, at which of its characters, and named values; None if nothing did."""
    for kind, sign in _SIGNS:
        if sign in key:
            return kind, key.index(sign), {}
    before, colon, after = key.partition(":")
    return ("missing_space", len(before), {"before": before, "after": after}) if colon and before and after else None

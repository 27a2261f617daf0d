"""Slips of the hand that YAML takes for plain text: a full-width colon or comma, no space behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeymap.source.files import FileText
from journeymap.source.tree import Fault

__all__ = ["COMMAS", "MAX_LINES", "missing_colon", "slip_in_key", "slip_in_line", "slips_in"]

MAX_LINES = 50
"""How many lines of one text are looked at."""

_FULL_WIDTH_COLON = re.compile(r"""\s*+(?:-\s++)?+([^\s"'#\[{：:，]++)(：)(.*)""")
_NO_SPACE = re.compile(r"""\s*+(?:-\s++)?+([^\s"'#\[{：:，]++)(:)(?!//)([^ \t\r\n].*)""")
_NO_COLON = re.compile(r"""(\s*+(?:-\s++)?+)([^\s"'#\[\]{}:,]++)\s++([\[{].*)""")
COMMAS = "，、；"
"""Signs of full width that stand where YAML wants a comma."""
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


def missing_colon(file: FileText, line: int) -> Fault | None:
    """A bracket that follows the key of a line at once: `desk {kind: cold}`; None if there is none."""
    match = _NO_COLON.match(file.line(line)[:_LOOKED_AT])
    if match is None:
        return None
    start, end = match.span(2)
    values: dict[str, str | int] = {"before": match[2], "after": match[3].rstrip()[:_SHOWN]}
    return Fault("missing_colon", file.index(line) + start, file.index(line) + end, values=values)


def slips_in(file: FileText, start: int, end: int) -> list[Fault]:
    """The slips in a stretch of text that YAML took for plain text."""
    first, last = file.position(start)[0], file.position(max(start, end - 1))[0]
    lines = range(first, min(last, first + MAX_LINES) + 1)
    return [fault for line in lines for fault in slip_in_line(file, line) if start <= fault.start < end]


def slip_in_key(key: str) -> tuple[str, int, dict[str, str | int]] | None:
    """What slipped in a key or an id, at which of its characters, and named values; None if nothing did."""
    if "：" in key:
        return "full_width_colon", key.index("："), {}
    comma = next((place for place, sign in enumerate(key) if sign in COMMAS), -1)
    if comma >= 0:
        return "full_width_comma", comma, {"sign": key[comma]}
    before, colon, after = key.partition(":")
    return ("missing_space", len(before), {"before": before, "after": after}) if colon and before and after else None

"""The text of a file: its lines, and places in it counted in characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from journeymap.findings import Span

__all__ = ["MAX_FILE_BYTES", "FileText", "SourceFile", "declares_map"]

MAX_FILE_BYTES = 256 * 1024 * 1024
"""The largest file that is read: 256 MiB."""

_HEAD = 64
_LINE_END = re.compile(r"\r\n|\n|\r")
_DECLARES_MAP = re.compile(
    rb"(?:^|[\r\n])(?:\xef\xbb\xbf)?(?:\{[ \t]*)?[\"']?journeymap[\"']?(?:[ \t]*:(?=[ \t\r\n]|$)|[ \t]*\xef\xbc\x9a|:1)"
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a map: its name as shown to the user (POSIX slashes) and its bytes.

    A file above `MAX_FILE_BYTES` is not read: it comes without content and with `too_large` set.
    """

    name: str
    content: bytes
    too_large: bool = False


def declares_map(content: bytes) -> bool:
    """Whether the file has a top-level `journeymap` key; linear in the size of the file.

    A key with a full-width colon or without a space behind the colon counts too: its writer meant a map,
    and is told about the slip instead of having the file passed over in silence.
    """
    if b"\x00" in content[:_HEAD]:  # UTF-16
        content = content.lstrip(b"\xff\xfe").replace(b"\x00", b"")
    return _DECLARES_MAP.search(content) is not None


@dataclass(frozen=True)
class FileText:
    """The decoded text of a file without its byte order mark."""

    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, index: int) -> tuple[int, int]:
        """Line and column of a character, from 1; O(log lines) after the first call."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The stretch from one character to another; the end is exclusive."""
        return Span(self.name, *self.position(start), *self.position(max(start, end)))

    def line(self, number: int) -> str:
        """The text of a line without its end; empty where there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def index(self, line: int) -> int:
        """The first character of a line."""
        return self._starts[min(line, len(self._starts)) - 1]

    @property
    def line_count(self) -> int:
        """How many lines there are; the last may be empty."""
        return len(self._starts)

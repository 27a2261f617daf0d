"""The code frame: the line a finding stands on, with the place underlined."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.findings import Severity, Span
from journeymap.report.columns import shorten_left, shorten_right, width
from journeymap.report.ink import Ink
from journeymap.report.view import Places
from journeymap.report.visible import visible

__all__ = ["frame"]

TAB = "    "
MAX_BEFORE = 60
MAX_MARKED = 60
MAX_LINE = 100
"""Columns shown before the place, of the place itself, and in all."""


def frame(lines: Places, span: Span, severity: Severity, ink: Ink) -> Iterator[str]:
    """Two lines: the text and the underline. Nothing where the line is empty."""
    text = lines.line(span.file, span.line)
    if not text.strip():
        return
    before, marked, after = _parts(text, span)
    gutter = f"{span.line} | "
    yield ink(gutter, "quiet") + ink(before + marked + after)
    underline = "^" * max(width(marked), 1)
    yield ink(" " * (len(gutter) - 2) + "| ", "quiet") + " " * width(before) + ink(underline, severity.value)


def _parts(text: str, span: Span) -> tuple[str, str, str]:
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text.rstrip())
    before = shorten_left(_shown(text[:start]), MAX_BEFORE)
    marked = shorten_right(_shown(text[start:end]), MAX_MARKED)
    room = max(MAX_LINE - width(before) - width(marked), len(TAB))
    return before, marked, shorten_right(_shown(text[end:].rstrip()), room)


def _shown(text: str) -> str:
    return visible(text.replace("\t", TAB))

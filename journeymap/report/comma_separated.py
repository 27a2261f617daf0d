"""CSV for spreadsheets (RFC 4180, UTF-8): one line for each finding, accepted ones too."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from journeymap.findings import Diagnostic, Suppression
from journeymap.report.view import Run
from journeymap.report.visible import visible
from journeymap.report.wording import Wording

__all__ = ["COLUMNS", "render"]

COLUMNS = (
    "map", "file", "line", "column", "code", "rule", "severity", "message", "help", "path", "cases", "fingerprint",
    "accepted", "reason",
)  # fmt: skip
"""The header; columns may be added at the end, none is renamed or removed."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What would make a spreadsheet take a text for a formula; some take full-width signs too."""


def render(run: Run) -> str:
    """The header and the findings, by map and place."""
    document = StringIO(newline="")
    writer = csv.writer(document, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for view in run.maps:
        wording = Wording(view)
        writer.writerows(map(_cell, _row(each, wording)) for each in view.diagnostics)
    return document.getvalue()


def _row(diagnostic: Diagnostic, wording: Wording) -> Iterable[str | int]:
    span = diagnostic.span
    yield from (diagnostic.map, span.file, span.line, span.column)
    yield from (diagnostic.code, diagnostic.name, diagnostic.severity.value, diagnostic.message, diagnostic.help)
    yield from (diagnostic.path, wording.cases(diagnostic.code, diagnostic.cases), diagnostic.fingerprint)
    yield from _accepted(diagnostic.suppressed)


def _accepted(suppressed: Suppression | None) -> tuple[str, str]:
    if suppressed is None:
        return "", ""
    return "baseline" if suppressed.baseline else "ignore", suppressed.reason


def _cell(value: str | int) -> str | int:
    """A number, or text that no spreadsheet runs: an apostrophe before what would begin a formula."""
    if isinstance(value, int):
        return value
    text = visible(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text

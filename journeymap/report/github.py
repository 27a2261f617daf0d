"""Workflow commands of GitHub Actions: each finding becomes an annotation on its line of the change.

GitHub shows at most ten annotations of each level a step, so what a person reads as one story is one annotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.findings import Severity, Span
from journeymap.report.fold import Told, fold
from journeymap.report.ink import Ink
from journeymap.report.summary import summary
from journeymap.report.view import Run
from journeymap.report.visible import visible
from journeymap.report.wording import Wording, rule_title

__all__ = ["render"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_COMMAND = "::{level} {properties}::{message}"
_PROPERTY = "{name}={value}"
_HELP = "help: {help}"


def render(run: Run) -> str:
    """A line for each story, and the summary as a line of the log."""
    told = [fold(view.diagnostics) for view in run.maps]
    lines = [
        _annotation(story, wording)
        for view, stories in zip(run.maps, told, strict=True)
        for wording in [Wording(view)]
        for story in stories
    ]
    return "\n".join([*lines, *summary(run.maps, told, run.other_files, Ink())]) + "\n"


def _annotation(told: Told, wording: Wording) -> str:
    first = told.first
    properties = ",".join(
        _PROPERTY.format(name=name, value=_property(value))
        for name, value in (_place(first.span) | {"title": rule_title(first)}).items()
    )
    message = "%0A".join(_data(line) for line in _lines(told, wording))
    return _COMMAND.format(level=_LEVELS[first.severity], properties=properties, message=message)


def _place(span: Span) -> dict[str, str]:
    """The place; columns only within one line, the last one included, as GitHub wants them."""
    lines = {"file": span.file, "line": str(span.line), "endLine": str(span.end_line)}
    if span.end_line != span.line:
        return lines
    return lines | {"col": str(span.column), "endColumn": str(max(span.column, span.end_column - 1))}


def _lines(told: Told, wording: Wording) -> Iterator[str]:
    """The message, the cases of each passage, the way out."""
    yield wording.message(told)
    yield from dict.fromkeys(words for each in told.passages if (words := wording.cases(told.first.code, each.cases)))
    if told.first.help:
        yield _HELP.format(help=told.first.help)


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

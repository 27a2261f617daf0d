"""A Markdown table for the comment on a pull request: one row for each story, user text safe in every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from journeymap.report.fold import Told, fold
from journeymap.report.ink import Ink
from journeymap.report.summary import heading, summary
from journeymap.report.view import MapView, Run
from journeymap.report.visible import visible
from journeymap.report.wording import Wording, rule_title

__all__ = ["escaped", "render"]

ROOM = 60_000
"""Characters in all tables together: GitHub refuses comments of more than 65,536."""

_TITLE = "## journeymap: {summary}"
_MAP = "### {heading}"
_HEAD = "| | place | rule | finding |\n| --- | --- | --- | --- |"
_ROW = "| {severity} | {place} | {rule} | {finding} |"
_PLACE = "{file}:{line}"
_HELP = "*{help}*"
_MORE = "... and {more} more"
_NOTE = "Note: {note}"
_NOT_ANALYSED = "The analyses were not run, because this map could not be read in full; mend the errors above first."

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LINKING = re.compile(r"(@|#|!|://|www\.)(?=\S)", re.IGNORECASE)
"""What makes GitHub and GitLab notify people, or link to issues and addresses, without any markup."""


def escaped(text: str) -> str:
    """User text that reads in Markdown as it is: no markup, no HTML, no links, nobody is notified."""
    safe = _SPECIAL.sub(r"\\\g<0>", visible(text)).translate(_ENTITIES)
    return _LINKING.sub(lambda match: f"{match[0][0]}<!-- -->{match[0][1:]}", safe)


def render(run: Run) -> str:
    """The summary, and a table for each map that has findings; what is beyond a comment's size is counted."""
    told = [fold(view.diagnostics) for view in run.maps]
    (total,) = summary(run.maps, told, run.other_files, Ink())
    parts, room = [_TITLE.format(summary=escaped(total))], ROOM
    for view, stories in zip(run.maps, told, strict=True):
        if stories or view.notes:
            table = _table(view, stories, room)
            room -= len(table)
            parts += [_MAP.format(heading=escaped(heading(view, Ink()))), *([table] if table else []), *_notes(view)]
    return "\n\n".join(parts) + "\n"


def _table(view: MapView, stories: Sequence[Told], room: int) -> str:
    """The gravest first, as many as there is room for."""
    wording = Wording(view)
    ordered = sorted(stories, key=lambda told: -told.first.severity.rank)
    rows: list[str] = []
    for row in (_row(told, wording) for told in ordered):
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    more = [_MORE.format(more=len(stories) - len(rows))] if len(rows) < len(stories) else []
    return "\n\n".join([*(["\n".join([_HEAD, *rows])] if rows else []), *more])


def _notes(view: MapView) -> Iterator[str]:
    yield from (_NOTE.format(note=escaped(note)) for note in view.notes)
    if not view.analysed:
        yield _NOT_ANALYSED


def _row(told: Told, wording: Wording) -> str:
    first = told.first
    return _ROW.format(
        severity=first.severity.value,
        place=escaped(_PLACE.format(file=first.span.file, line=first.span.line)),
        rule=escaped(rule_title(first)),
        finding="<br>".join(_finding(told, wording)),
    )


def _finding(told: Told, wording: Wording) -> Iterator[str]:
    """The message, the cases of each passage, the way out."""
    yield escaped(wording.message(told))
    words = dict.fromkeys(wording.cases(told.first.code, each.cases) for each in told.passages)
    yield from (escaped(each) for each in words if each)
    if told.first.help:
        yield _HELP.format(help=escaped(told.first.help))

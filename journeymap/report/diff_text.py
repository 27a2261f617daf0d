"""What changed, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.diff.result import MapDiff, MapsDiff
from journeymap.report.columns import wrapped
from journeymap.report.diff_words import MARKS, DiffStory, change_title, finding_stories, key_words, summary, title
from journeymap.report.ink import Ink
from journeymap.report.visible import no_command

__all__ = ["diff_text"]

HELP_WIDTH = 92
"""Columns of a line of help."""

_INK = {"added": "help", "removed": "error", "changed": "warning", "new": "error", "gone": "help"}
_PLACE = "{file}:{line}:{column}"
_RULE = "{code} {name}"
_ALIKE = "({number} alike)"
_NOTE = "note: {note}"
_HELP = "help: {help}"


def diff_text(changed: MapsDiff, *, colour: bool = False) -> Iterator[str]:
    """Line by line without line ends: each map with what changed in it, and one line that adds it up."""
    ink = Ink(colour)
    for each in changed.maps:
        if each.changes or each.findings.new or each.findings.gone or each.notes or None in (each.old, each.new):
            yield from map(no_command, _map(each, ink))
    yield ink(summary(changed))


def _map(changed: MapDiff, ink: Ink) -> Iterator[str]:
    yield ink(title(changed), "name")
    yield ""
    for change in changed.changes:
        yield ink(f"{MARKS[change.how]} {change_title(change)}", _INK[change.how])
        yield from (ink(f"    {key_words(each)}") for each in change.keys)
    if changed.changes:
        yield ""
    for story in finding_stories(changed):
        yield from _finding(story, ink)
    for note in changed.notes:
        yield ink(_NOTE.format(note=note), "quiet")
        yield ""


def _finding(story: DiffStory, ink: Ink) -> Iterator[str]:
    first = story.diagnostic
    place = _PLACE.format(file=first.span.file, line=first.span.line, column=first.span.column)
    parts = [
        ink(story.standing, _INK[story.standing]),
        ink(place, "place"),
        ink(first.severity.value, first.severity.value),
        ink(_RULE.format(code=first.code, name=first.name)),
    ]
    yield " ".join([*parts, ink(_ALIKE.format(number=story.alike), "quiet")] if story.alike > 1 else parts)
    yield "  " + ink(story.message, "name")
    if story.standing == "new" and first.help:
        lines = wrapped(_HELP.format(help=first.help), HELP_WIDTH)
        yield from ("  " + ink(line if number == 0 else "      " + line, "help") for number, line in enumerate(lines))
    yield ""

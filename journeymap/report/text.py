"""The report for people: each map, each fault with its place, the line it stands on, its story and the way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.report.columns import wrapped
from journeymap.report.fold import Told, fold
from journeymap.report.frame import frame
from journeymap.report.ink import Ink
from journeymap.report.statistics import statistics
from journeymap.report.story import story
from journeymap.report.summary import heading, summary
from journeymap.report.view import MapView, Run
from journeymap.report.visible import no_command
from journeymap.report.wording import Wording, rule_title

__all__ = ["render", "text_report"]

HELP_WIDTH = 92
"""Columns of a line of help, the longest of all texts."""

_PLACE = "{file}:{line}:{column}"
_INSIDE = "inside the loop above"
_RELATED = "{message}: {places}"
_HELP = "help: {help}"
_NOTE = "note: {note}"
_NOT_ANALYSED = (
    "note: the analyses were not run, because this map could not be read in full; mend the errors above first"
)


def render(run: Run) -> str:
    """The report without colours."""
    return "\n".join(text_report(run.maps, run.other_files)) + "\n"


def text_report(
    maps: Sequence[MapView],
    other_files: int = 0,
    *,
    colour: bool = False,
    quiet: bool = False,
    with_statistics: bool = False,
) -> Iterator[str]:
    """The report, line by line without line ends; ANSI colours if `colour`, only the summary if `quiet`.

    User text is made safe for a terminal, and for the log of a runner that takes its commands from there.
    """
    ink = Ink(colour)
    told = [fold(view.diagnostics) for view in maps]
    for view, stories in zip(maps, told, strict=True):
        if (stories or view.notes) and not quiet:
            yield from map(no_command, _map(view, stories, ink))
    if with_statistics and any(told):
        yield from statistics(told, ink)
        yield ""
    yield from summary(maps, told, other_files, ink)


def _map(view: MapView, stories: Sequence[Told], ink: Ink) -> Iterator[str]:
    yield heading(view, ink)
    yield ""
    wording = Wording(view)
    for told in stories:
        yield from _told(told, view, wording, ink)
        yield ""
    notes = [_NOTE.format(note=note) for note in view.notes] + ([] if view.analysed else [_NOT_ANALYSED])
    yield from (ink(note, "quiet") for note in notes)
    if notes:
        yield ""


def _told(told: Told, view: MapView, wording: Wording, ink: Ink) -> Iterator[str]:
    first = told.first
    yield _head(told, ink)
    yield "  " + ink(wording.message(told), "name")
    for line in frame(view.places, first.span, first.severity, ink):
        yield "    " + line
    for passage in told.passages:
        yield from ("    " + ink(sentence) for sentence in story(passage.witness, wording.names, passage.items))
        words = wording.cases(first.code, passage.cases)
        if words:
            yield "    " + ink(words, "quiet")
    yield from ("  " + ink(line, "quiet") for line in _related(told))
    if first.help:
        lines = wrapped(_HELP.format(help=first.help), HELP_WIDTH)
        yield from ("  " + ink(line if number == 0 else "      " + line, "help") for number, line in enumerate(lines))


def _head(told: Told, ink: Ink) -> str:
    span, first = told.first.span, told.first
    parts = [
        ink(_PLACE.format(file=span.file, line=span.line, column=span.column), "place"),
        ink(first.severity.value, first.severity.value),
        ink(rule_title(first)),
    ]
    return " ".join([*parts, ink(f"({_INSIDE})", "quiet")] if told.inside_loop else parts)


def _related(told: Told) -> Iterator[str]:
    """Further places, those with the same words on one line."""
    places: dict[str, list[str]] = {}
    for related in told.related:
        span = related.span
        place = _PLACE.format(file=span.file, line=span.line, column=span.column)
        places.setdefault(related.message, []).append(place)
    for message, where in places.items():
        yield _RELATED.format(message=message, places=", ".join(where))

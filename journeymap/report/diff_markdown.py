"""What changed, as a comment on a pull request: new findings first, elements folded away below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.diff.result import Change, MapDiff, MapsDiff
from journeymap.report.diff_words import MARKS, DiffStory, change_title, finding_stories, key_words, summary, title
from journeymap.report.markdown import escaped

__all__ = ["diff_markdown"]

ROOM = 60_000
"""Characters in all: GitHub refuses comments of more than 65,536."""

_TITLE = "## journeymap: {summary}"
_MAP = "### {title}"
_HEAD = "| | | place | rule | finding |\n| --- | --- | --- | --- | --- |"
_ROW = "| {standing} | {severity} | {place} | {rule} | {finding} |"
_PLACE = "{file}:{line}"
_RULE = "{code} {name}"
_ALIKE = "{message} ({number} alike)"
_HELP = "{message}<br>*{help}*"
_FOLDED = "<details><summary>{number} changed</summary>\n\n{lines}\n\n</details>"
_ITEM = "- `{mark}` {words}"
_NOTE = "Note: {note}"
_MORE = "... and {more} more"


def diff_markdown(changed: MapsDiff) -> str:
    """The summary, and for each map the findings that are new or gone and the elements that changed."""
    room = _Room(ROOM)
    parts = [_TITLE.format(summary=escaped(summary(changed)))]
    for each in changed.maps:
        if each.changes or each.findings.new or each.findings.gone or each.notes or None in (each.old, each.new):
            parts += _map(each, room)
    return "\n\n".join(parts) + "\n"


class _Room:
    """Takes lines as long as there is room for them; what is left out is counted."""

    def __init__(self, characters: int) -> None:
        self._left = characters

    def take(self, lines: Iterable[str]) -> Iterator[str]:
        more = 0
        for line in lines:
            if more or len(line) > self._left:
                more += 1
            else:
                self._left -= len(line)
                yield line
        if more:
            yield _MORE.format(more=more)


def _map(changed: MapDiff, room: _Room) -> Iterator[str]:
    yield from room.take([_MAP.format(title=escaped(title(changed)))])
    yield from (_NOTE.format(note=escaped(note)) for note in changed.notes)
    rows = list(room.take(map(_row, finding_stories(changed))))
    table = [row for row in rows if row.startswith("|")]
    if table:
        yield "\n".join([_HEAD, *table])
    yield from (row for row in rows if not row.startswith("|"))
    lines = list(room.take(map(_item, changed.changes)))
    if lines:
        yield _FOLDED.format(number=_counted(changed), lines="\n".join(lines))


def _counted(changed: MapDiff) -> str:
    return "1 element" if len(changed.changes) == 1 else f"{len(changed.changes)} elements"


def _row(story: DiffStory) -> str:
    first = story.diagnostic
    finding = escaped(story.message)
    if story.alike > 1:
        finding = _ALIKE.format(message=finding, number=story.alike)
    if story.standing == "new" and first.help:
        finding = _HELP.format(message=finding, help=escaped(first.help))
    return _ROW.format(
        standing=story.standing,
        severity=first.severity.value,
        place=escaped(_PLACE.format(file=first.span.file, line=first.span.line)),
        rule=escaped(_RULE.format(code=first.code, name=first.name)),
        finding=finding,
    )


def _item(change: Change) -> str:
    words = [escaped(change_title(change)), *(escaped(key_words(each)) for each in change.keys)]
    return _ITEM.format(mark=MARKS[change.how], words="<br>".join(words))

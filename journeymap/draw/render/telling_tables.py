"""What stands in cells and stops of formats that have text but no little pictures: DOT, Mermaid and draw.io."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Literal

from journeymap.draw.render.telling import Line, badge_text, tag_lines
from journeymap.draw.tables import Cell, JourneyScene, Leg, MatrixRow, MatrixScene, Stop
from journeymap.draw.views.amounts import duration
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words

__all__ = ["cell_lines", "cell_state", "column_groups", "leg_lines", "row_lines", "stages", "stop_lines"]

_SERVED = {
    "person": Words("person", "人工"),
    "machine": Words("machine", "机器"),
    "both": Words("person + machine", "人工 + 机器"),
}
_RESOLVED = Words("settled here", "在此解决")
_PARTLY = Words("settled here in part", "在此部分解决")
_GAP = Words("gap", "缺口")
_OPEN = Words("open {share} % of the week", "每周开放 {share} %")
_WAITING = Words("wait: {time}", "等待：{time}")
_HANDLING = Words("handling: {time}", "处理：{time}")
_ENDINGS = {"resolved": Words("✓ resolved {share}", "✓ 已解决 {share}"), "dead_end": Words("✕ dead end", "✕ 死路")}


def row_lines(row: MatrixRow) -> tuple[str, ...]:
    """A row's name with its product and badges."""
    return (" ".join(filter(None, (badge_text(row.badges), row.name))), row.group)


def column_groups(scene: MatrixScene) -> list[tuple[str, int]]:
    """Neighbouring columns of one stage: its name, and how many they are."""
    return [(name, len(list(columns))) for name, columns in groupby(scene.columns, key=lambda column: column.group)]


def cell_state(cell: Cell | None) -> Literal["empty", "there", "settled"]:
    """Whether nobody is there (or the matter does not come up), somebody is, or somebody can settle it."""
    if cell is None or cell.outside or cell.served_by is None:
        return "empty"
    return "settled" if cell.resolves else "there"


def cell_lines(cell: Cell | None, language: Language) -> tuple[str, ...]:
    """A cell in words; empty where nobody is there and nobody is missed."""
    return () if cell is None else tuple(filter(None, _cell_lines(cell, language)))


def _cell_lines(cell: Cell, language: Language) -> Iterator[str]:
    yield badge_text(cell.badges)
    if cell.outside:
        yield _SERVED[cell.served_by].say(language) if cell.served_by else "–"
        return
    if cell.gap:
        yield f"? {_GAP.say(language)}"
    if cell.served_by is not None:
        yield _SERVED[cell.served_by].say(language)
    if cell.resolves:
        yield f"✓ {(_PARTLY if cell.partly else _RESOLVED).say(language)}"
    if cell.week:
        yield _OPEN.say(language, share=round(100 * sum(cell.week) / len(cell.week)))


def stages(scene: JourneyScene) -> list[tuple[str, list[Stop]]]:
    """The stages in the order in which they are first met, each with its stops."""
    by_stage: dict[str, list[Stop]] = {}
    for stop in scene.stops:
        by_stage.setdefault(stop.stage, []).append(stop)
    return list(by_stage.items())


def stop_lines(stop: Stop, language: Language) -> tuple[Line, ...]:
    """A stop in words: name, what the customer does, who answers, what is asked, times, ending and findings."""
    return tuple(line for line in _stop_lines(stop, language) if line.text.strip())


def _stop_lines(stop: Stop, language: Language) -> Iterator[Line]:
    entry = "●" if stop.entry else ""
    yield Line(" ".join(filter(None, (entry, badge_text(stop.badges), stop.name))), "name")
    yield Line(stop.action)
    yield from map(Line, stop.experiences)
    handled = _SERVED[stop.handled_by].say(language)
    yield Line(" · ".join(filter(None, (stop.channel, handled, stop.department))))
    yield from tag_lines(stop.tags, language)
    if stop.waiting is not None:
        yield Line(_WAITING.say(language, time=_time(stop.waiting, language)))
    if stop.handling is not None:
        yield Line(_HANDLING.say(language, time=_time(stop.handling, language)))
    if stop.ending is not None:
        yield Line(_ENDINGS[stop.ending].say(language, share=stop.share).strip(), stop.ending)
    yield from map(Line, stop.findings)


def leg_lines(leg: Leg, language: Language) -> tuple[str, ...]:
    """The text of a transfer on the journey: badges, labels and the wait."""
    waiting = (_WAITING.say(language, time=_time(leg.waiting, language)),) if leg.waiting else ()
    return tuple(filter(str.strip, (badge_text(leg.badges), *leg.labels, *waiting)))


def _time(seconds: float, language: Language) -> str:
    return duration(timedelta(seconds=seconds), language)

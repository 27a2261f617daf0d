"""Comparing maps: two places, or two revisions of one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from journeymap.adapters.config import relative_to
from journeymap.adapters.revisions import Side, find_side
from journeymap.api.choosing import Choosing
from journeymap.diff import FindingChanges, MapDiff, MapsDiff, compare_findings, compare_maps
from journeymap.findings import Diagnostic
from journeymap.lint import FailOn, MapReport, fails, threshold
from journeymap.lint.configured import UNCHANGEABLE
from journeymap.source import read_map

__all__ = ["DiffReport", "diff"]

_OLD_UNREAD = "the old map could not be read in full, so every finding counts as new, and elements were not compared"
_NEW_UNREAD = "the new map could not be read in full, so only the errors that keep it from being read were compared"

Pair = tuple[MapReport | None, MapReport | None]


@dataclass(frozen=True, slots=True)
class DiffReport:
    """What changed, and the reports on the new maps, by which it fails."""

    changed: MapsDiff
    new: tuple[MapReport | None, ...]

    def exit_code(self, fail_on: FailOn = "configured") -> int:
        """2 if a rule crashed, 1 for new findings as grave as `fail_on`, else 0."""
        if any(report is not None and report.crashed for report in self.new):
            return 2
        pairs = zip(self.changed.maps, self.new, strict=True)
        return int(any(_fails(each, report, fail_on) for each, report in pairs if report is not None))


def diff(
    old: str | os.PathLike[str],
    new: str | os.PathLike[str],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: str | os.PathLike[str] | None = None,
    standard_input: BinaryIO | None = None,
) -> DiffReport:
    """What changed between the maps at two paths; ``"REV:path"`` is a path in a git revision.

    One map on each side are compared whatever their names, several by their paths below `old` and `new`. The settings
    that count are those above the new map, for both. Raises CannotRun as `check` does, and where git cannot help.
    """
    choosing = Choosing(select, ignore, config)
    stream = standard_input or sys.stdin.buffer
    before, after = find_side(os.fspath(old), stream), find_side(os.fspath(new), stream)
    pairs = list(_pairs(before, after, choosing))
    changed = MapsDiff(os.fspath(old), os.fspath(new), [_compared(*pair) for pair in pairs])
    return DiffReport(changed, tuple(report for _, report in pairs))


def _pairs(before: Side, after: Side, choosing: Choosing) -> Iterator[Pair]:
    old, new = _by_name(before), _by_name(after)
    if len(old) == len(new) == 1:
        new = dict(zip(old, new.values(), strict=True))
    for name in sorted(old.keys() | new.keys()):
        where = after.place(new[name]) if name in new else before.place(old[name])
        yield (
            _report(before, old.get(name), choosing, where),
            _report(after, new.get(name), choosing, where),
        )


def _by_name(side: Side) -> dict[str, str]:
    """The root of each map by its path below what the user named."""
    return {relative_to(side.base, side.place(source.root)): source.root for source in side.maps}


def _report(side: Side, root: str | None, choosing: Choosing, where: str) -> MapReport | None:
    if root is None:
        return None
    (source,) = (each for each in side.maps if each.root == root)
    return choosing.for_map(where).lint(read_map(root, source.files), side.place)


def _compared(old: MapReport | None, new: MapReport | None) -> MapDiff:
    old_map, new_map = (None if each is None else each.map for each in (old, new))
    return MapDiff(
        old=old.root if old is not None else None,
        new=new.root if new is not None else None,
        name=next((each.name for each in (new, old) if each is not None and each.name), ""),
        changes=compare_maps(old_map, new_map) if old_map is not None and new_map is not None else (),
        findings=_findings(old, new),
        notes=_notes(old, new),
    )


def _findings(old: MapReport | None, new: MapReport | None) -> FindingChanges:
    """Where one of them could not be read in full, what the rules would have found is not known of it."""
    before, after = _diagnostics(old), _diagnostics(new)
    if new is not None and not new.analysed:
        before = [each for each in before if each.code in UNCHANGEABLE]
    return compare_findings(before, after)


def _diagnostics(report: MapReport | None) -> list[Diagnostic]:
    return list(report.diagnostics) if report is not None else []


def _notes(old: MapReport | None, new: MapReport | None) -> tuple[str, ...]:
    if new is not None and not new.analysed:
        return (_NEW_UNREAD,)
    return (_OLD_UNREAD,) if new is not None and old is not None and not old.analysed else ()


def _fails(changed: MapDiff, report: MapReport, fail_on: FailOn) -> bool:
    mildest = threshold(report, fail_on)
    return any(fails(each, mildest) for each in changed.findings.new)

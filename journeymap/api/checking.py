"""Linting maps: everything found in every map below some paths."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from journeymap.adapters.disk import find_maps
from journeymap.api.baselining import HeededBaseline
from journeymap.api.choosing import Choosing
from journeymap.findings import Diagnostic
from journeymap.lint import FailOn, MapReport, exit_code
from journeymap.source import read_map

__all__ = ["LintReport", "Progress", "check"]

Progress = Callable[[str, int, int], None]
"""Told before each map is read: its root, its number from 0, and how many there are."""


@dataclass(frozen=True, slots=True)
class LintReport:
    """What linting found: one report per map, how many files were no map, and what is to be said of the baseline."""

    maps: tuple[MapReport, ...]
    other_files: int
    notes: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found in all maps, suppressed or not."""
        return tuple(diagnostic for report in self.maps for diagnostic in report.diagnostics)

    def exit_code(self, fail_on: FailOn = "configured") -> int:
        """The exit code of the command line: 2 if a rule crashed, 1 for findings as grave as `fail_on`, else 0."""
        return exit_code(self.maps, fail_on)


def check(
    *paths: str | os.PathLike[str],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    standard_input: BinaryIO | None = None,
    progress: Progress | None = None,
    skip_other_files: bool = False,
    config: str | os.PathLike[str] | None = None,
    baseline: str | os.PathLike[str] | None = None,
    today: date | None = None,
) -> LintReport:
    """Lint every map at or below `paths`; ``"-"`` is a map on standard input.

    With `skip_other_files` a named file that is no map is counted, not told to be a bad one.
    `select` and `ignore` are codes (``JM301``) or beginnings of codes (``JM2``); they come before the settings in
    the file `config`, by default the nearest ``journeymap.toml`` or ``pyproject.toml`` above each map. What is
    accepted in the file `baseline` is marked as suppressed, unless it has expired before `today`. Raises CannotRun if
    there is no such path, no map there, or no such rule; faults in a map are findings, never exceptions.
    """
    choosing, heeded = Choosing(select, ignore, config), HeededBaseline(baseline, today)
    names = [os.fspath(path) for path in paths]
    discovery = find_maps(names, standard_input or sys.stdin.buffer, skip_other_files=skip_other_files)
    reports = []
    for number, source in enumerate(discovery.maps):
        if progress is not None:
            progress(source.root, number, len(discovery.maps))
        read = read_map(source.root, source.files)
        reports.append(heeded.heed(choosing.for_map(source.root).lint(read)))
    return LintReport(tuple(reports), discovery.other_files, heeded.notes)

"""Baselines: heeding one while linting, writing one, bringing one up to date."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

from journeymap.adapters.baselines import BaselineFile, today
from journeymap.adapters.overwriting import write_over
from journeymap.errors import CannotRun
from journeymap.findings import Message
from journeymap.lint import Baseline, Looked, MapReport, Update, Wish, baselined, parse_baseline, updated

__all__ = ["HeededBaseline", "update_baseline"]

_GONE = "the baseline {baseline} speaks of maps that are no more: {maps}; `journeymap baseline --update` removes them"
_EXISTS = '"{name}" exists already'
_UNREAD = "{map} could not be looked at in full, so what to accept in it is not known"
_MEND = "mend it first: journeymap lint {map}"
_PAST = "the last day {day} is over already"


class HeededBaseline:
    """A baseline that a run heeds. Without a path it is empty."""

    def __init__(self, path: str | os.PathLike[str] | None, day: date | None) -> None:
        self._file = None if path is None else BaselineFile(path)
        self._baseline = Baseline() if self._file is None else parse_baseline(self._file.name, self._file.read())
        self._today = day or today()

    def heed(self, report: MapReport) -> MapReport:
        """The report with what is accepted marked."""
        if self._file is None:
            return report
        name = self._file.map_name(report.root)
        return baselined(report, self._baseline, name, self._today)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be said of the baseline as a whole."""
        gone = () if self._file is None else _gone(self._file, self._baseline)
        values = {"baseline": self._baseline.name, "maps": ", ".join(gone)}
        return (str(Message(_GONE, values)),) if gone else ()


def update_baseline(
    path: str | os.PathLike[str], reports: Iterable[MapReport], wish: Wish, *, update: bool, day: date | None = None
) -> Update:
    """Write the baseline at `path` anew (it must not be there yet), or with `update` bring it up to date.

    Raises CannotRun if it cannot be read or written, and for a map that could not be read in full.
    """
    reports = tuple(reports)
    file, day = BaselineFile(path), day or today()
    if wish.expires is not None and wish.expires < day:
        raise CannotRun(_PAST.format(day=wish.expires), help="name a day that is still to come")
    if not update and file.is_there():
        raise CannotRun(_EXISTS.format(name=file.name), help="--update brings it up to date, --add also adds to it")
    old = parse_baseline(file.name, file.read()) if update else Baseline(file.name)
    looked = [_looked(file, report) for report in reports]
    result = updated(old, looked, _gone(file, old), wish, day)
    write_over(os.fspath(path), result.baseline.text(), [name for report in reports for name in report.files])
    return result


def _looked(file: BaselineFile, report: MapReport) -> Looked:
    if report.crashed or not report.analysed:
        values = {"map": report.root}
        raise CannotRun(str(Message(_UNREAD, values)), help=str(Message(_MEND, values)))
    return Looked(file.map_name(report.root), report)


def _gone(file: BaselineFile, baseline: Baseline) -> tuple[str, ...]:
    return tuple(name for name in sorted(baseline.by_map) if file.is_gone(name))

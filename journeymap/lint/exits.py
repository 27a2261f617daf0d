"""What a run's findings mean for the exit code."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.findings import Severity
from journeymap.lint.run import MapReport

__all__ = ["exit_code"]


def exit_code(reports: Iterable[MapReport], fail_on: Severity | None = Severity.WARNING) -> int:
    """2 if a rule crashed, 1 if anything not suppressed is as grave as `fail_on` (None: nothing ever is), else 0."""
    reports = tuple(reports)
    if any(report.crashed for report in reports):
        return 2
    return int(any(_fails(report, fail_on) for report in reports))


def _fails(report: MapReport, fail_on: Severity | None) -> bool:
    if fail_on is None:
        return False
    return any(each.suppressed is None and each.severity.rank >= fail_on.rank for each in report.diagnostics)

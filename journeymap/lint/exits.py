"""What a run's findings mean for the exit code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from journeymap.findings import Diagnostic, Severity
from journeymap.lint.run import MapReport

__all__ = ["FailOn", "exit_code", "fails", "threshold"]


FailOn = Severity | Literal["never", "configured"]
"""The mildest severity that fails, nothing, or what the settings of each map say."""


def exit_code(reports: Iterable[MapReport], fail_on: FailOn = "configured") -> int:
    """2 if a rule crashed, 1 if anything not suppressed is as grave as `fail_on`, else 0."""
    reports = tuple(reports)
    if any(report.crashed for report in reports):
        return 2
    return int(any(fails(each, threshold(report, fail_on)) for report in reports for each in report.diagnostics))


def threshold(report: MapReport, fail_on: FailOn) -> Severity | None:
    """The mildest severity that fails for this map; None if none does."""
    if fail_on == "configured":
        return report.fail_on
    return fail_on if isinstance(fail_on, Severity) else None


def fails(diagnostic: Diagnostic, mildest: Severity | None) -> bool:
    """Whether a finding is not accepted, and as grave as that."""
    return mildest is not None and diagnostic.suppressed is None and diagnostic.severity.rank >= mildest.rank

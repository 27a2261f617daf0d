"""What the settings change in the report on a map: what is not reported where, how grave it is, what fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journeymap.findings import Diagnostic
from journeymap.lint.config import Config
from journeymap.lint.run import MapReport
from journeymap.lint.select import ALWAYS, CRASHED

__all__ = ["UNCHANGEABLE", "configured"]

UNCHANGEABLE = ALWAYS | {CRASHED}
"""What no setting and no baseline can silence or regrade: a run that read nothing would look clean."""


def configured(report: MapReport, config: Config, relative: Mapping[str, str]) -> MapReport:
    """The report as the settings want it; `relative` gives the path of each file from the settings' folder."""
    ignored = {file: config.ignored_at(path) for file, path in relative.items()}
    kept = [each for each in report.diagnostics if not _ignored(each, ignored)]
    return replace(report, diagnostics=tuple(_regraded(each, config) for each in kept), fail_on=config.fail_on)


def _ignored(diagnostic: Diagnostic, ignored: Mapping[str, tuple[str, ...]]) -> bool:
    codes = ignored.get(diagnostic.span.file, ())
    return bool(codes) and diagnostic.code not in UNCHANGEABLE and diagnostic.code.startswith(codes)


def _regraded(diagnostic: Diagnostic, config: Config) -> Diagnostic:
    severity = None if diagnostic.code in UNCHANGEABLE else config.graded(diagnostic.code)
    return diagnostic if severity is None else replace(diagnostic, severity=severity)

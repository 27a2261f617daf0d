"""GitLab's code-quality report: findings in the widget and the diff of a merge request.

GitLab tells findings apart by their fingerprints alone, so these hold the map too, and never a line.
"""

from __future__ import annotations

import hashlib
from typing import Any

from journeymap.findings import Severity
from journeymap.report.alike import Alike, alike
from journeymap.report.json_lines import one_per_line
from journeymap.report.view import Run
from journeymap.report.visible import visible
from journeymap.report.wording import Wording

__all__ = ["render"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(run: Run) -> str:
    """A list with one entry a line; what is accepted is left out, since GitLab has no word for it."""
    entries = (
        _entry(found, wording)
        for view in run.maps
        for wording in [Wording(view)]
        for found in alike(view.diagnostics)
        if found.first.suppressed is None
    )
    return one_per_line(entries) + "\n"


def _entry(found: Alike, wording: Wording) -> dict[str, Any]:
    first = found.first
    return {
        "description": visible(wording.in_cases(first, found.cases)),
        "check_name": first.code,
        "fingerprint": hashlib.sha256(f"{first.map}\n{found.mark}".encode()).hexdigest()[:32],
        "severity": _SEVERITIES[first.severity],
        "location": {"path": first.span.file, "lines": {"begin": first.span.line, "end": first.span.end_line}},
    }

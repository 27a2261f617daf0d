"""The report for machines: ``journeymap-lint/1``. Its schema is `docs/schema/journeymap-lint-1.json`.

Keys may be added within version 1; none is renamed, removed or given another meaning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.findings import Diagnostic, PlacedRelated, Severity, Span, Suppression
from journeymap.report.json_lines import document, one_per_line, written
from journeymap.report.view import MapView, Run

__all__ = ["FORMAT", "diagnostic_entry", "json_report", "render"]

FORMAT = "journeymap-lint/1"


def render(run: Run) -> str:
    """The whole run."""
    return json_report(run.maps, run.version, run.other_files)


def json_report(maps: Sequence[MapView], version: str, other_files: int = 0) -> str:
    """The whole report as one JSON document, ended by a line break; the same run gives the same bytes."""
    diagnostics = [diagnostic for view in maps for diagnostic in view.diagnostics]
    parts = {
        "format": written(FORMAT),
        "tool": written({"name": "journeymap", "version": version}),
        "maps": one_per_line(map(_map, maps)),
        "other_files": written(other_files),
        "diagnostics": one_per_line(map(diagnostic_entry, diagnostics)),
        "summary": written(_summary(diagnostics)),
    }
    return document(parts) + "\n"


def _map(view: MapView) -> dict[str, Any]:
    return {
        "root": view.root,
        "name": view.name,
        "files": list(view.files),
        "counts": dict(view.counts),
        "analysed": view.analysed,
        "notes": list(view.notes),
    }


def diagnostic_entry(diagnostic: Diagnostic) -> dict[str, Any]:
    """One diagnostic as every JSON document of ours writes it."""
    return {
        "map": diagnostic.map,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "path": diagnostic.path,
        **_place(diagnostic.span),
        "end_line": diagnostic.span.end_line,
        "end_column": diagnostic.span.end_column,
        "subject": _sorted(diagnostic.subject),
        "cases": "all" if diagnostic.cases == "all" else [dict(case) for case in diagnostic.cases],
        "witness": [{"event": step.event, **_sorted(step.facts)} for step in diagnostic.witness],
        "related": [_related(related) for related in diagnostic.related],
        "fingerprint": diagnostic.fingerprint,
        "suppressed": None if diagnostic.suppressed is None else _suppressed(diagnostic.suppressed),
    }


def _suppressed(suppression: Suppression) -> dict[str, Any]:
    return {"reason": suppression.reason, **({"baseline": True} if suppression.baseline else {})}


def _related(related: PlacedRelated) -> dict[str, Any]:
    return {"path": related.path, **_place(related.span), "message": related.message}


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}


def _sorted(facts: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(facts.items()))


def _summary(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    open_ = Counter(each.severity for each in diagnostics if each.suppressed is None)
    suppressed = [each.suppressed for each in diagnostics if each.suppressed is not None]
    return {
        **{severity.value: open_[severity] for severity in Severity},
        "suppressed": len(suppressed),
        "baseline": sum(each.baseline for each in suppressed),
    }

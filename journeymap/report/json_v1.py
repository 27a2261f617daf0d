"""The report for machines: ``journeymap-lint/1``. Its schema is `docs/schema/journeymap-lint-1.json`.

Keys may be added within version 1; none is renamed, removed or given another meaning.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymap.findings import Diagnostic, PlacedRelated, Severity, Span, Suppression
from journeymap.report.view import MapView, Run
from journeymap.report.visible import escape_json

__all__ = ["FORMAT", "diagnostic_entry", "json_report", "render"]

FORMAT = "journeymap-lint/1"


def render(run: Run) -> str:
    """The whole run."""
    return json_report(run.maps, run.version, run.other_files)


def json_report(maps: Sequence[MapView], version: str, other_files: int = 0) -> str:
    """The whole report as one JSON document, ended by a line break; the same run gives the same bytes."""
    diagnostics = [diagnostic for view in maps for diagnostic in view.diagnostics]
    parts = {
        "format": _written(FORMAT),
        "tool": _written({"name": "journeymap", "version": version}),
        "maps": _one_per_line(map(_map, maps)),
        "other_files": _written(other_files),
        "diagnostics": _one_per_line(map(diagnostic_entry, diagnostics)),
        "summary": _written(_summary(diagnostics)),
    }
    return "{\n" + ",\n".join(f'"{key}": {value}' for key, value in parts.items()) + "\n}\n"


def _one_per_line(entries: Iterable[dict[str, Any]]) -> str:
    """A list with one entry a line: it can be searched by line and compared line by line."""
    return "[" + ",".join("\n" + _written(entry) for entry in entries) + "\n]"


def _written(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    return escape_json(json.dumps(value, ensure_ascii=False))


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

"""What changed, for machines: ``journeymap-diff/1``. Its schema is `docs/schema/journeymap-diff-1.json`.

Keys may be added within version 1; none is renamed, removed or given another meaning.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from journeymap.diff.result import HOW, Change, MapDiff, MapsDiff
from journeymap.findings import Severity
from journeymap.report.json_v1 import diagnostic_entry
from journeymap.report.visible import escape_json

__all__ = ["FORMAT", "diff_json"]

FORMAT = "journeymap-diff/1"


def diff_json(changed: MapsDiff, version: str) -> str:
    """One JSON document, ended by a line break, with one change or finding a line."""
    parts = {
        "format": _written(FORMAT),
        "tool": _written({"name": "journeymap", "version": version}),
        "old": _written(changed.old),
        "new": _written(changed.new),
        "maps": _one_per_line(map(_map, changed.maps)),
        "changes": _one_per_line(
            _change(number, change) for number, each in enumerate(changed.maps) for change in each.changes
        ),
        "findings": _one_per_line(
            finding for number, each in enumerate(changed.maps) for finding in _findings(number, each)
        ),
        "summary": _written(_summary(changed)),
    }
    return "{\n" + ",\n".join(f'"{key}": {value}' for key, value in parts.items()) + "\n}\n"


def _one_per_line(entries: Iterable[dict[str, Any]]) -> str:
    return "[" + ",".join("\n" + _written(entry) for entry in entries) + "\n]"


def _written(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    return escape_json(json.dumps(value, ensure_ascii=False))


def _map(each: MapDiff) -> dict[str, Any]:
    return {"old": each.old, "new": each.new, "name": each.name, "notes": list(each.notes)}


def _change(number: int, change: Change) -> dict[str, Any]:
    return {
        "map": number,
        "change": change.how,
        "section": change.section,
        "path": change.path,
        "name": change.name,
        "keys": [{"key": each.key, "before": each.before, "after": each.after} for each in change.keys],
    }


def _findings(number: int, each: MapDiff) -> Iterator[dict[str, Any]]:
    for diagnostic in each.findings.new:
        yield {"standing": "new", "in": number, **diagnostic_entry(diagnostic)}
    for gone in each.findings.gone:
        accepted = None if gone.accepted is None else {"reason": gone.accepted.reason}
        yield {"standing": "gone", "in": number, **diagnostic_entry(gone.diagnostic), "accepted": accepted}
    for diagnostic in each.findings.kept:
        yield {"standing": "kept", "in": number, **diagnostic_entry(diagnostic)}


def _summary(changed: MapsDiff) -> dict[str, Any]:
    changes = Counter(change.how for each in changed.maps for change in each.changes)
    new = Counter(finding.severity for each in changed.maps for finding in each.findings.new)
    return {
        "elements": {how: changes[how] for how in HOW},
        "findings": {
            "new": {severity.value: new[severity] for severity in Severity},
            "gone": sum(len(each.findings.gone) for each in changed.maps),
            "kept": sum(len(each.findings.kept) for each in changed.maps),
        },
    }

"""What changed between two maps: elements added, removed and changed; findings new, gone and kept. Pure."""

from journeymap.diff.elements import compare_maps
from journeymap.diff.result import Change, FindingChanges, Gone, KeyChange, MapDiff, MapsDiff
from journeymap.diff.standing import compare_findings

__all__ = [
    "Change",
    "FindingChanges",
    "Gone",
    "KeyChange",
    "MapDiff",
    "MapsDiff",
    "compare_findings",
    "compare_maps",
]

"""The answer to "what changed?": frozen, with no opinion on how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from journeymap.findings import Diagnostic, Json, Suppression

__all__ = ["HOW", "Change", "FindingChanges", "Gone", "How", "KeyChange", "MapDiff", "MapsDiff"]

How = Literal["added", "removed", "changed"]
HOW: tuple[How, ...] = ("added", "removed", "changed")


@dataclass(frozen=True, slots=True)
class KeyChange:
    """One key of an element: what was written before and what is now; None where it was not, or is not any more."""

    key: str
    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one element.

    `path` is its map path (that of the new map, of the old one if it was removed; empty for the map itself),
    `section` the kind of element (``touchpoints``, ``transfers``, ``reasons``, ..., ``map``), `name` what people
    call it, and `keys` say what changed in an element that is in both maps.
    """

    how: How
    section: str
    path: str
    name: str
    keys: tuple[KeyChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding of the old map that is none of the new one; `accepted` where it is still there and suppressed now."""

    diagnostic: Diagnostic
    accepted: Suppression | None = None


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """Findings that are not suppressed: `new` and `kept` ones as in the new map, `gone` ones as in the old."""

    new: tuple[Diagnostic, ...] = ()
    gone: tuple[Gone, ...] = ()
    kept: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class MapDiff:
    """What changed in one map. `old` and `new` are the roots, None where there is no such map.

    `changes` are by section and path. `notes` say what could not be compared.
    """

    old: str | None
    new: str | None
    name: str
    changes: tuple[Change, ...]
    findings: FindingChanges
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapsDiff:
    """What changed between two places, as the user named them, and how many maps were compared."""

    old: str
    new: str
    maps: Sequence[MapDiff]

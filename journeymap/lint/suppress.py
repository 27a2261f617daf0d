"""Suppressions: the ``ignore`` mappings of a map, on the map itself, on touchpoints and on transfers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journeymap.findings import Finding, Suppression
from journeymap.lint.select import ALWAYS, CRASHED
from journeymap.model import ContactMap

__all__ = ["Suppressions"]

_NEVER_SUPPRESSED = ALWAYS | {CRASHED}


@dataclass(slots=True)
class Suppressions:
    """Every ``ignore`` of a map by the path of the element it stands on ("" for the map), and which were of use."""

    by_path: dict[str, Mapping[str, str]]
    used: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, contact_map: ContactMap) -> Suppressions:
        """Collected in one pass over touchpoints and transfers."""
        return cls({path: ignore for path, ignore in _declared(contact_map) if ignore})

    def apply(self, finding: Finding) -> Suppression | None:
        """The nearest suppression of the finding, and a mark on every one that would have done."""
        if not self.by_path or finding.code in _NEVER_SUPPRESSED:
            return None
        holders = [holder for holder in _holders(finding) if finding.code in self.by_path.get(holder, ())]
        self.used.update((holder, finding.code) for holder in holders)
        if not holders:
            return None
        nearest = max(holders, key=_depth)
        return Suppression(self.by_path[nearest][finding.code], ignore_path(nearest, finding.code))

    def unused(self) -> Iterator[tuple[str, str]]:
        """Every (path of an element, code) that has suppressed nothing so far."""
        for path, ignore in self.by_path.items():
            for code in ignore:
                if (path, code) not in self.used:
                    yield path, code


def ignore_path(holder: str, code: str) -> str:
    """The map path of one entry of an ``ignore``."""
    return f"{holder}.ignore.{code}" if holder else f"ignore.{code}"


def _declared(contact_map: ContactMap) -> Iterator[tuple[str, Mapping[str, str]]]:
    yield "", contact_map.ignore
    for touchpoint_id, touchpoint in contact_map.touchpoints.items():
        yield f"touchpoints.{touchpoint_id}", touchpoint.ignore
        for target, position, transfer in touchpoint.each_transfer():
            if transfer.ignore:
                suffix = "" if position is None else f".{position}"
                yield f"touchpoints.{touchpoint_id}.transfers.{target}{suffix}", transfer.ignore


def _holders(finding: Finding) -> Iterator[str]:
    """The element the finding stands on, everything above it, and likewise its further elements."""
    for path in (finding.path, *finding.elements):
        while path:
            yield path
            path = path.rpartition(".")[0]
    yield ""


def _depth(path: str) -> int:
    return path.count(".") + 1 if path else 0

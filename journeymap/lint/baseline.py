"""The baseline: findings that a team has accepted for now, so that only new ones fail.

A file of JSON lines: first what it is, then one entry a line, sorted, so that two branches seldom clash and a
version control system can merge them. An entry names a finding by map, rule and subject, never by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from journeymap.findings import Diagnostic, Json
from journeymap.lint.configured import UNCHANGEABLE
from journeymap.lint.fingerprint import canonical_json

__all__ = ["FORMAT", "Baseline", "Entry", "Identity", "can_be_accepted", "entry_of"]

FORMAT = "journeymap-baseline/1"

Identity = tuple[str, str, str]
"""What tells an entry from others: map, code and subject as canonical JSON."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted finding: its map (a path from the baseline's folder), rule and subject; `expires` is the last day."""

    map: str
    code: str
    subject: Mapping[str, Json] = field(hash=False)
    reason: str = ""
    expires: date | None = None

    @property
    def identity(self) -> Identity:
        """What it is sorted and found by."""
        return self.map, self.code, canonical_json(self.subject)

    def has_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.expires is not None and self.expires < today

    def line(self) -> str:
        """Its line of the file, without the end."""
        written: dict[str, object] = {
            "map": self.map,
            "code": self.code,
            "subject": dict(sorted(self.subject.items())),
        }
        if self.reason:
            written["reason"] = self.reason
        if self.expires is not None:
            written["expires"] = self.expires.isoformat()
        return json.dumps(written, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Baseline:
    """All entries of a file, by map and by what tells them apart; `name` is that of the file, for people."""

    name: str = ""
    by_map: Mapping[str, Mapping[Identity, Entry]] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, entries: Iterable[Entry]) -> Baseline:
        """A baseline of these entries."""
        by_map: dict[str, dict[Identity, Entry]] = {}
        for entry in entries:
            by_map.setdefault(entry.map, {})[entry.identity] = entry
        return cls(name, by_map)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, sorted."""
        every = [entry for entries in self.by_map.values() for entry in entries.values()]
        return tuple(sorted(every, key=lambda entry: entry.identity))

    def for_map(self, map_name: str) -> Mapping[Identity, Entry]:
        """The entries that speak of one map."""
        return self.by_map.get(map_name, {})

    def text(self) -> str:
        """The file: the same whatever the order in which the entries came."""
        return "\n".join([json.dumps({"format": FORMAT}), *(entry.line() for entry in self.entries)]) + "\n"


def can_be_accepted(diagnostic: Diagnostic) -> bool:
    """Whether a baseline may hold the finding: a map that cannot be read, or a crash, is never accepted."""
    return diagnostic.suppressed is None and diagnostic.code not in UNCHANGEABLE


def entry_of(diagnostic: Diagnostic, map_name: str) -> Entry:
    """The entry that accepts a finding of the map."""
    return Entry(map_name, diagnostic.code, diagnostic.key)

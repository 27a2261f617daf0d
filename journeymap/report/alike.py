"""Findings that are equal but for their case, as one: whoever reads them mends them at one stroke.

Accepted findings (by an ``ignore`` or by the baseline) stay apart from those that are not.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from journeymap.findings import ALL_CASES, CaseLabel, Diagnostic

__all__ = ["Alike", "alike", "all_cases", "apart_from_case"]

MARK_LENGTH = 16
"""Hexadecimal digits of a mark, as many as a fingerprint has."""

Cases = Literal["all"] | tuple[CaseLabel, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Findings that differ in their case only; `mark` identifies them together, whatever lines and cases they have."""

    findings: tuple[Diagnostic, ...]
    mark: str

    @property
    def first(self) -> Diagnostic:
        """The finding that stands for all of them."""
        return self.findings[0]

    @property
    def cases(self) -> Cases:
        """The cases of all of them."""
        return all_cases(self.findings)


def alike(diagnostics: Iterable[Diagnostic]) -> tuple[Alike, ...]:
    """The diagnostics of one map, those alike together, in their order. Each mark is there once. Linear."""
    groups: dict[object, list[Diagnostic]] = {}
    for number, diagnostic in enumerate(diagnostics):
        cause = number if "case" not in diagnostic.subject else (apart_from_case(diagnostic), diagnostic.suppressed)
        groups.setdefault(cause, []).append(diagnostic)
    seen: Counter[str] = Counter()
    return tuple(Alike(tuple(found), _once(_mark(found[0]), seen)) for found in groups.values())


def apart_from_case(diagnostic: Diagnostic) -> object:
    """What two diagnostics have in common if only their cases differ."""
    same = {fact: value for fact, value in diagnostic.subject.items() if fact != "case"}
    return diagnostic.code, diagnostic.path, diagnostic.message, json.dumps(same, sort_keys=True)


def all_cases(found: Sequence[Diagnostic]) -> Cases:
    """The cases of some diagnostics, each once."""
    if any(each.cases == ALL_CASES for each in found):
        return ALL_CASES
    return tuple(dict.fromkeys(case for each in found for case in each.cases if isinstance(case, tuple)))


def _mark(diagnostic: Diagnostic) -> str:
    """The fingerprint; where a case is part of that, one without it: a case more is no new finding."""
    if "case" not in diagnostic.key:
        return diagnostic.fingerprint
    facts = {fact: value for fact, value in diagnostic.key.items() if fact != "case"}
    text = json.dumps([diagnostic.code, diagnostic.path, facts], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:MARK_LENGTH]


def _once(mark: str, seen: Counter[str]) -> str:
    """The mark itself the first time; later ones are numbered, since consumers take equal marks for one finding."""
    seen[mark] += 1
    return mark if seen[mark] == 1 else f"{mark}:{seen[mark]}"

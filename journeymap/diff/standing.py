"""Which findings are new, gone or kept."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.diff.result import FindingChanges, Gone
from journeymap.findings import Diagnostic

__all__ = ["compare_findings"]

Mark = tuple[str, str]


def compare_findings(old: Iterable[Diagnostic], new: Iterable[Diagnostic]) -> FindingChanges:
    """The findings of two maps that are one map at two times, known by rule and subject. Linear.

    Suppressed findings count as none: one that is no longer suppressed is new, one that is suppressed now is gone.
    """
    before, after = _open(old), {_mark(each): each for each in new}
    now = {mark: each for mark, each in after.items() if each.suppressed is None}
    gone = (
        Gone(each, after[mark].suppressed if mark in after else None)
        for mark, each in before.items()
        if mark not in now
    )
    return FindingChanges(
        new=tuple(each for mark, each in now.items() if mark not in before),
        gone=tuple(gone),
        kept=tuple(each for mark, each in now.items() if mark in before),
    )


def _open(diagnostics: Iterable[Diagnostic]) -> dict[Mark, Diagnostic]:
    return {_mark(each): each for each in diagnostics if each.suppressed is None}


def _mark(diagnostic: Diagnostic) -> Mark:
    return diagnostic.code, diagnostic.fingerprint

"""What a baseline changes in the report on a map, and what is to be said of the baseline itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from journeymap.findings import Diagnostic, Message, Suppression
from journeymap.lint.baseline import Baseline, Entry, Identity, can_be_accepted, entry_of
from journeymap.lint.fingerprint import canonical_json
from journeymap.lint.run import MapReport

__all__ = ["baselined", "obsolete", "told"]

TOLD = 5
"""So many entries are named one by one."""

_OBSOLETE = (
    "entries of the baseline {baseline} that silence nothing any more: {number} ({entries}); "
    "`journeymap baseline --update` removes them"
)
_EXPIRED = "expired entries of the baseline {baseline}, whose findings count again: {number} ({entries})"
_ENTRY = "{code} {subject}"
_AND_MORE = "{entries}, and {more} more"


def baselined(report: MapReport, baseline: Baseline, map_name: str, today: date) -> MapReport:
    """The report with the accepted findings marked, and notes on entries that have expired or silence nothing.

    `map_name` is the map's name in the baseline. Near linear.
    """
    entries = baseline.for_map(map_name)
    found = _found(report, map_name)
    expired = [entry for identity, entry in entries.items() if identity in found and entry.has_expired(today)]
    diagnostics = tuple(_marked(each, entries, map_name, today) for each in report.diagnostics)
    gone = obsolete(report, baseline, map_name)
    notes = [*_note(_OBSOLETE, baseline, gone), *_note(_EXPIRED, baseline, expired)]
    return replace(report, diagnostics=diagnostics, notes=(*report.notes, *notes))


def obsolete(report: MapReport, baseline: Baseline, map_name: str) -> tuple[Entry, ...]:
    """Entries for the map that silence none of its findings, of the rules that the run asked.

    None where the rules could not be run in full: nobody knows then.
    """
    if report.crashed or not report.analysed:
        return ()
    found = _found(report, map_name)
    entries = baseline.for_map(map_name).items()
    return tuple(entry for identity, entry in entries if identity not in found and entry.code in report.selection)


def told(entries: Iterable[Entry]) -> str:
    """Entries for people, the first few by name."""
    ordered = sorted(entries, key=lambda entry: entry.identity)
    named = [_ENTRY.format(code=each.code, subject=canonical_json(each.subject)) for each in ordered[:TOLD]]
    words = ", ".join(named)
    return _AND_MORE.format(entries=words, more=len(ordered) - TOLD) if len(ordered) > TOLD else words


def _found(report: MapReport, map_name: str) -> set[Identity]:
    return {entry_of(each, map_name).identity for each in report.diagnostics if can_be_accepted(each)}


def _marked(diagnostic: Diagnostic, entries: Mapping[Identity, Entry], map_name: str, today: date) -> Diagnostic:
    if not can_be_accepted(diagnostic):
        return diagnostic
    entry = entries.get(entry_of(diagnostic, map_name).identity)
    if entry is None or entry.has_expired(today):
        return diagnostic
    return replace(diagnostic, suppressed=Suppression(entry.reason, "", baseline=True))


def _note(template: str, baseline: Baseline, entries: Sequence[Entry]) -> Iterable[str]:
    if entries:
        values: dict[str, str | int] = {"baseline": baseline.name, "number": len(entries), "entries": told(entries)}
        yield str(Message(template, values))

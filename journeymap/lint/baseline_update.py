"""Bringing a baseline up to date: nothing is ever added unless that is wished for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from journeymap.lint.baseline import Baseline, Entry, can_be_accepted, entry_of
from journeymap.lint.baselined import obsolete
from journeymap.lint.run import MapReport

__all__ = ["Looked", "Update", "Wish", "updated"]


@dataclass(frozen=True, slots=True)
class Looked:
    """A map that was linted: its name in the baseline, and the report."""

    map_name: str
    report: MapReport


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether findings may be added, and what their entries are to say."""

    add: bool = False
    reason: str = ""
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """A new baseline and how it came about.

    `kept` entries still silence something or were not looked at, `expired` ones are kept and silence nothing,
    `renewed` ones had expired and count again, `left_out` are findings that nobody asked to add.
    """

    baseline: Baseline
    kept: tuple[Entry, ...]
    added: tuple[Entry, ...]
    renewed: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    expired: tuple[Entry, ...]
    left_out: tuple[Entry, ...]


def updated(old: Baseline, looked: Iterable[Looked], gone_maps: Collection[str], wish: Wish, today: date) -> Update:
    """The baseline after a run: without entries that silence nothing any more, and those of maps that are gone.

    With `wish.add` also with every finding that it did not silence. Near linear.
    """
    looked = tuple(looked)
    removed = {entry.identity: entry for each in looked for entry in _obsolete(old, each)}
    removed |= {entry.identity: entry for name in gone_maps for entry in old.for_map(name).values()}
    found = {entry.identity: entry for each in looked for entry in _found(each)}
    stale = {each.identity: each for each in old.entries if each.identity in found and each.has_expired(today)}
    known = {entry.identity for entry in old.entries}
    new = [
        replace(found[each], reason=wish.reason, expires=wish.expires) for each in sorted(found) if each not in known
    ]
    renewed = tuple(replace(each, reason=wish.reason or each.reason, expires=wish.expires) for each in stale.values())
    dropped = removed.keys() | (stale.keys() if wish.add else set())
    kept = tuple(entry for entry in old.entries if entry.identity not in dropped)
    added, renewed = (tuple(new), renewed) if wish.add else ((), ())
    return Update(
        baseline=Baseline.of(old.name, (*kept, *added, *renewed)),
        kept=kept,
        added=added,
        renewed=renewed,
        removed=tuple(removed[each] for each in sorted(removed)),
        expired=() if wish.add else tuple(stale.values()),
        left_out=() if wish.add else tuple(new),
    )


def _obsolete(old: Baseline, looked: Looked) -> tuple[Entry, ...]:
    return obsolete(looked.report, old, looked.map_name)


def _found(looked: Looked) -> Iterable[Entry]:
    return (entry_of(each, looked.map_name) for each in looked.report.diagnostics if can_be_accepted(each))

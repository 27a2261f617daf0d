"""What changed, in words that text and Markdown share. User text stays as it is: each format makes it safe."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from journeymap.diff.result import HOW, Change, How, KeyChange, MapDiff, MapsDiff
from journeymap.findings import Diagnostic, Json, Severity

__all__ = ["MARKS", "DiffStory", "change_title", "finding_stories", "key_words", "summary", "title"]

MARKS = {"added": "+", "removed": "-", "changed": "~"}
LONGEST = 80
"""So much of a value is shown."""

_PAIR = "{old} -> {new}"
_ADDED = "{new} (a new map)"
_REMOVED = "{old} (a map that is no more)"
_NAMED = "{name} ({roots})"
_ELEMENT = "{section} {name} ({path})"
_MAP = "the map itself"
_SET = "{key}: {after}"
_UNSET = "{key}: no longer {before}"
_CHANGED = "{key}: {before} -> {after}"
_NOW_ACCEPTED = "{message} (accepted now: {reason})"
_SINGULAR = {
    "stages": "stage",
    "segments": "segment",
    "products": "product",
    "reasons": "reason",
    "channels": "channel",
    "departments": "department",
    "systems": "system",
    "information": "information",
    "touchpoints": "touchpoint",
    "transfers": "transfer",
    "contracts": "contract",
    "scenarios": "scenario",
}
_NO_CHANGE = "no elements changed"
_ELEMENTS = "{elements} changed ({which})"
_HOW_MANY = "{number} {how}"
_NO_NEW = "no new findings"
_NEW = "{number} ({which})"
_SUMMARY = "{elements}; {findings}, {gone} gone, {kept} kept"


@dataclass(frozen=True, slots=True)
class DiffStory:
    """A finding for people: how it stands, one diagnostic, the message, and how many alike it stands for."""

    standing: str
    diagnostic: Diagnostic
    message: str
    alike: int = field(default=1)


def title(changed: MapDiff) -> str:
    """The map's name, and where the two are."""
    values = {"old": changed.old or "", "new": changed.new or ""}
    template = _ADDED if changed.old is None else _REMOVED if changed.new is None else _PAIR
    roots = template.format_map(values)
    return _NAMED.format(name=changed.name, roots=roots) if changed.name else roots


def change_title(change: Change) -> str:
    """``touchpoint Telephone menu (touchpoints.menu)``."""
    if change.section == "map":
        return _MAP
    return _ELEMENT.format(section=_SINGULAR[change.section], name=change.name, path=change.path)


def key_words(change: KeyChange) -> str:
    """``abandons: 6% -> 3%``."""
    template = _SET if change.before is None else _UNSET if change.after is None else _CHANGED
    return template.format(key=change.key, before=_value(change.before), after=_value(change.after))


def finding_stories(changed: MapDiff) -> Iterator[DiffStory]:
    """New findings, then those that are gone; those with the same words (one for each case) are told once."""
    findings = changed.findings
    told = [("new", each, each.message) for each in findings.new]
    for gone in findings.gone:
        message = gone.diagnostic.message
        if gone.accepted is not None:
            message = _NOW_ACCEPTED.format(message=message, reason=gone.accepted.reason)
        told.append(("gone", gone.diagnostic, message))
    groups: dict[tuple[str, str, str, str], list[DiffStory]] = {}
    for standing, each, message in told:
        groups.setdefault((standing, each.code, each.path, message), []).append(DiffStory(standing, each, message))
    for alike in groups.values():
        yield DiffStory(alike[0].standing, alike[0].diagnostic, alike[0].message, len(alike))


def summary(changed: MapsDiff) -> str:
    """One line: how many elements changed and how, and how the findings stand."""
    changes = Counter(change.how for each in changed.maps for change in each.changes)
    new = Counter(finding.severity for each in changed.maps for finding in each.findings.new)
    findings = _NEW.format(number=_counted(new.total(), "new finding"), which=_listed(map(_graded, _severities(new))))
    others = {
        "gone": sum(len(each.findings.gone) for each in changed.maps),
        "kept": sum(len(each.findings.kept) for each in changed.maps),
    }
    return _SUMMARY.format(elements=_elements(changes), findings=findings if new else _NO_NEW, **others)


def _severities(new: Counter[Severity]) -> Iterator[tuple[Severity, int]]:
    return ((severity, new[severity]) for severity in Severity if new[severity])


def _graded(graded: tuple[Severity, int]) -> str:
    severity, number = graded
    return f"{number} info" if severity is Severity.INFO else _counted(number, severity.value)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _elements(changes: Counter[How]) -> str:
    if not changes:
        return _NO_CHANGE
    which = _listed(_HOW_MANY.format(number=changes[how], how=how) for how in HOW if changes[how])
    return _ELEMENTS.format(elements=_counted(changes.total(), "element"), which=which)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _value(value: Json) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."

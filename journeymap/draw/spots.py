"""Where on a map a finding lies, as its subject and its path tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from journeymap.findings import Diagnostic

__all__ = ["DeclaredTransfer", "Spot", "spot_of"]

Hop = tuple[str, str]
"""From one touchpoint to another."""


@dataclass(frozen=True, slots=True)
class DeclaredTransfer:
    """A transfer as a map path names it; `place` is None where no list stands there."""

    sender: str
    target: str
    place: int | None = None
    alternative: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """What a finding is about, by ids. A `walk` is shown whole or not at all; of the others what is there is shown."""

    touchpoints: tuple[str, ...] = ()
    walk: tuple[Hop, ...] = ()
    transfers: tuple[DeclaredTransfer, ...] = ()
    departments: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def spot_of(diagnostic: Diagnostic) -> Spot:
    """Where a finding lies; empty where it is about nothing that a picture can show. O(length of its subject)."""
    subject = diagnostic.subject
    if "contract" in subject:
        return _end_of_walk(diagnostic)
    if "loop" in subject:
        loop = _ids(subject["loop"])
        return Spot(walk=tuple(pairwise([*loop, *loop[:1]])))
    if "walk" in subject:
        return Spot(walk=tuple(pairwise(_ids(subject["walk"]))), departments=_named(subject, "department"))
    if "from" in subject:
        return Spot(transfers=tuple(_transfers(diagnostic)))
    touchpoints = _touchpoints(diagnostic)
    if touchpoints:
        return Spot(touchpoints, departments=_named(subject, "departments"))
    if "path" in subject:
        return _at_path(diagnostic.path)
    return Spot(departments=_named(subject, "department"), reasons=_reason(subject))


def _touchpoints(diagnostic: Diagnostic) -> tuple[str, ...]:
    subject = diagnostic.subject
    for fact in ("touchpoint", "touchpoints", "entry"):
        if fact in subject:
            return _named(subject, fact)
    if "information" not in subject:
        return ()
    found = (_parts(related.path) for related in diagnostic.related)
    return tuple(sorted({parts[1] for parts in found if parts[0] == "touchpoints" and len(parts) > 1}))


def _transfers(diagnostic: Diagnostic) -> Iterator[DeclaredTransfer]:
    """The transfer at the finding's path; of an arrival at a closed door all transfers that lead there."""
    at_path = _at_path(diagnostic.path).transfers
    if at_path and diagnostic.code != "JM105":
        yield from at_path
    else:
        yield DeclaredTransfer(str(diagnostic.subject["from"]), str(diagnostic.subject["to"]))


def _at_path(path: str) -> Spot:
    parts = _parts(path)
    if parts[0] == "departments" and len(parts) > 1:
        return Spot(departments=(parts[1],))
    if parts[0] == "reasons" and len(parts) > 1:
        return Spot(reasons=(parts[1],))
    if parts[0] != "touchpoints" or len(parts) < 2:
        return Spot()
    if len(parts) > 3 and parts[2] == "transfers":
        place = int(parts[4]) if len(parts) > 4 and parts[4].isdecimal() else None
        return Spot(transfers=(DeclaredTransfer(parts[1], parts[3], place, "if_closed" in parts[4:]),))
    return Spot(touchpoints=(parts[1],))


def _end_of_walk(diagnostic: Diagnostic) -> Spot:
    """A broken promise shows where its walk ends."""
    for step in reversed(diagnostic.witness):
        if "touchpoint" in step.facts:
            return Spot(touchpoints=(step.facts["touchpoint"],))
        if "to" in step.facts:
            return Spot(touchpoints=(step.facts["to"],))
    return Spot()


def _reason(subject: Mapping[str, object]) -> tuple[str, ...]:
    case = subject.get("case")
    return (case["reason"],) if isinstance(case, dict) and "reason" in case else ()


def _named(subject: Mapping[str, object], fact: str) -> tuple[str, ...]:
    value = subject.get(fact)
    return (value,) if isinstance(value, str) else _ids(value)


def _ids(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, Iterable) else ()


def _parts(path: str) -> list[str]:
    return path.split(".")

"""From diagnostics to what a person is told: one cause, one story.

Findings that differ only in their case are told once with all their cases; items that are lost on the same
transfers and asked again at the same touchpoint are told together; repeats inside a reported loop follow it,
since whoever mends the loop mends them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from journeymap.findings import CaseLabel, Diagnostic, PlacedRelated, Step
from journeymap.report.alike import all_cases, apart_from_case

__all__ = ["Passage", "Told", "fold"]

REPEAT = "JM301"
LOOPS = frozenset({"JM201", "JM202", "JM203", "JM204", "JM205"})

Cases = Literal["all"] | tuple[CaseLabel, ...]
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A witness, the items it serves (none where it is not about items), and the cases in which it happens."""

    witness: tuple[Step, ...]
    items: tuple[str, ...]
    cases: Cases


@dataclass(frozen=True, slots=True)
class Told:
    """Findings that are told as one; `inside_loop` where it follows the loop it is part of."""

    findings: tuple[Diagnostic, ...]
    passages: tuple[Passage, ...]
    inside_loop: bool = False

    @property
    def first(self) -> Diagnostic:
        """The finding that stands for all of them."""
        return self.findings[0]

    @property
    def items(self) -> tuple[str, ...]:
        """All items concerned."""
        return tuple(item for passage in self.passages for item in passage.items)

    @property
    def related(self) -> tuple[PlacedRelated, ...]:
        """The related places of all of them, each once."""
        return tuple(dict.fromkeys(place for finding in self.findings for place in finding.related))


def fold(diagnostics: Iterable[Diagnostic]) -> tuple[Told, ...]:
    """What to tell of the diagnostics that are not suppressed, in their order. Near linear."""
    groups: dict[object, list[Diagnostic]] = {}
    for number, diagnostic in enumerate(diagnostics):
        if diagnostic.suppressed is None:
            groups.setdefault(_cause(diagnostic, number), []).append(diagnostic)
    loops = {key: found[0] for key, found in groups.items() if found[0].code in LOOPS}
    return _nested(groups, loops)


def _cause(diagnostic: Diagnostic, number: int) -> object:
    """What makes two diagnostics one for a person."""
    subject = diagnostic.subject
    if diagnostic.code == REPEAT:
        return REPEAT, subject["touchpoint"], json.dumps(subject["lost_on"])
    return number if "case" not in subject else apart_from_case(diagnostic)


def _nested(groups: dict[object, list[Diagnostic]], loops: dict[object, Diagnostic]) -> tuple[Told, ...]:
    by_edge = _loops_by_edge(loops)
    inside: dict[object, list[Told]] = {}
    outside: dict[object, Told] = {}
    for key, found in groups.items():
        loop = _enclosing(found[0], by_edge) if found[0].code == REPEAT else None
        told = Told(tuple(found), _passages(found), loop is not None)
        if loop is None:
            outside[key] = told
        else:
            inside.setdefault(loop, []).append(told)
    return tuple(each for key, told in outside.items() for each in (told, *inside.get(key, ())))


def _loops_by_edge(loops: dict[object, Diagnostic]) -> dict[Edge, list[object]]:
    by_edge: dict[Edge, list[object]] = {}
    for key, diagnostic in loops.items():
        loop = cast("list[str]", diagnostic.subject["loop"])
        for edge in zip(loop, [*loop[1:], *loop[:1]], strict=True):
            by_edge.setdefault(edge, []).append(key)
    return by_edge


def _enclosing(repeat: Diagnostic, by_edge: dict[Edge, list[object]]) -> object | None:
    """The first reported loop that has every transfer on which the item was lost."""
    lost_on = cast("list[list[str]]", repeat.subject["lost_on"])
    candidates = [by_edge.get((source, target), []) for source, target in lost_on]
    if not candidates:
        return None
    return next((key for key in candidates[0] if all(key in others for others in candidates[1:])), None)


def _passages(found: Sequence[Diagnostic]) -> tuple[Passage, ...]:
    if found[0].code != REPEAT:
        return (Passage(found[0].witness, (), all_cases(found)),)
    alike: dict[object, list[Diagnostic]] = {}
    for each in found:
        alike.setdefault((_shape(each.witness), each.cases), []).append(each)
    return tuple(
        Passage(group[0].witness, tuple(str(each.subject["information"]) for each in group), group[0].cases)
        for group in alike.values()
    )


def _shape(witness: Sequence[Step]) -> tuple[object, ...]:
    """A story but for the item it is about."""
    return tuple(
        (step.event, *((fact, value) for fact, value in step.facts.items() if fact != "information"))
        for step in witness
    )

"""Findings laid over a picture: numbered, and found again on boxes, arrows and tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from journeymap.analysis import Answers
from journeymap.draw.choosing import Chosen
from journeymap.draw.finding_titles import category_of
from journeymap.draw.mark_words import mark_text
from journeymap.draw.marking import Codes, Group, groups, most_telling
from journeymap.draw.scene import Badge, Mark, View
from journeymap.draw.week_words import week_words
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words
from journeymap.findings import Diagnostic
from journeymap.graph import Edge, Network

__all__ = ["ArrowKey", "Overlay", "overlaid"]

_MORE = Words(
    "{count} more findings are not marked here: journeymap lint tells them all",
    "另有 {count} 个问题未在图中标出：用 journeymap lint 查看全部",
)
_ONE_MORE = Words(
    "1 more finding is not marked here: journeymap lint tells it",
    "另有 1 个问题未在图中标出：用 journeymap lint 查看",
)
_NO_PLACE = Words("Without a place of its own here: {what}", "在图中没有单独位置：{what}")
_SEPARATOR = Words("; ", "；")
_MOST_TOLD = 3
_CLOSED = "JM105"

_Place = TypeVar("_Place")
ArrowKey = tuple[str, str, int]
"""Sender, declared target, and place in the list (0 where there is no list): one declared transfer."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """The findings that a picture shows, and where: by touchpoint id, by transfer, by department id, by reason id."""

    marks: tuple[Mark, ...] = ()
    touchpoints: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    transfers: Mapping[ArrowKey, tuple[Badge, ...]] = field(default_factory=dict)
    alternatives: Mapping[ArrowKey, tuple[Badge, ...]] = field(default_factory=dict)
    """By the transfer whose ``if_closed`` it is: findings on that way, not on the declared one."""
    departments: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    reasons: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    repeated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Items asked again, by touchpoint."""
    lost: Mapping[ArrowKey, frozenset[str]] = field(default_factory=dict)
    """Items lost, by transfer."""
    closed: Mapping[ArrowKey, str] = field(default_factory=dict)
    """The hours in which a contact arrives at a closed door, by transfer."""
    notes: tuple[str, ...] = ()
    """What of the findings is not shown, and how to see it."""


def overlaid(
    diagnostics: Iterable[Diagnostic],
    chosen: Chosen,
    answers: Answers,
    codes: Codes = "all",
    language: Language = "en",
    view: View = "contact",
) -> Overlay:
    """The findings of a map laid over the part of it that is shown; `answers` are those of the same map.

    With ``"all"`` the most telling are marked and the notes tell of the rest; with codes, or beginnings of codes,
    every finding of those. Findings that are accepted, that hold in none of the chosen cases, or that are about what
    is not shown are left out. Marks are numbered from 1: blind spots, loops and repeats first, errors before warnings.
    """
    if codes == "none":
        return Overlay()
    found = groups(diagnostics, chosen, codes, view)
    marked = most_telling(found, codes)
    network = answers.network
    minutes = _closed_minutes(marked, answers)
    notes = _notes([group for group in found if group not in marked], network, language)
    return Overlay(
        marks=tuple(_mark(number, group, network, minutes, language) for number, group in enumerate(marked, 1)),
        touchpoints=_badges((key, badge) for badge, group in _numbered(marked) for key in group.touchpoints),
        transfers=_badges(_on_arrows(marked, network, alternative=False)),
        alternatives=_badges(_on_arrows(marked, network, alternative=True)),
        departments=_badges((key, badge) for badge, group in _numbered(marked) for key in group.departments),
        reasons=_badges((key, badge) for badge, group in _numbered(marked) for key in group.reasons),
        repeated=_repeated(marked),
        lost=_lost(marked, chosen),
        closed=_closed(marked, network, minutes, language),
        notes=tuple(notes),
    )


def _numbered(marked: Sequence[Group]) -> Iterator[tuple[Badge, Group]]:
    for number, group in enumerate(marked, 1):
        yield Badge(number, category_of(group.first.code)), group


def _mark(
    number: int, group: Group, network: Network, minutes: Mapping[tuple[str, str], int], language: Language
) -> Mark:
    first = group.first
    ends = (str(first.subject.get("from")), str(first.subject.get("to")))
    hours = week_words(minutes[ends], language) if first.code == _CLOSED and ends in minutes else ""
    told = mark_text(network.map, group.findings, group.spot, language, hours)
    return Mark(number, first.code, category_of(first.code), first.severity.value, told, first.fingerprint)


def _badges(pairs: Iterable[tuple[_Place, Badge]]) -> dict[_Place, tuple[Badge, ...]]:
    """Each place with its badges, lowest number first."""
    found: dict[_Place, dict[Badge, None]] = {}
    for place, badge in pairs:
        found.setdefault(place, {})[badge] = None
    return {place: tuple(badges) for place, badges in found.items()}


def _on_arrows(marked: Sequence[Group], network: Network, *, alternative: bool) -> Iterator[tuple[ArrowKey, Badge]]:
    for badge, group in _numbered(marked):
        yield from ((_key(network, edge), badge) for edge in group.edges if edge.alternative == alternative)


def _key(network: Network, edge: Edge) -> ArrowKey:
    return network.ids[edge.source], network.ids[edge.declared_target], edge.place or 0


def _repeats(marked: Sequence[Group]) -> Iterator[Diagnostic]:
    """The findings of repeated information that are marked."""
    return (each for group in marked for each in group.findings if each.code == "JM301")


def _repeated(marked: Sequence[Group]) -> dict[str, frozenset[str]]:
    items: dict[str, set[str]] = {}
    for each in _repeats(marked):
        items.setdefault(str(each.subject["touchpoint"]), set()).add(str(each.subject["information"]))
    return {key: frozenset(found) for key, found in items.items()}


def _lost(marked: Sequence[Group], chosen: Chosen) -> dict[ArrowKey, frozenset[str]]:
    """What a marked repeat says is lost on the transfers that are shown and do not carry it."""
    lost_on: dict[tuple[str, str], set[str]] = {}
    for each in _repeats(marked):
        for step in each.witness:
            if step.event == "lost":
                lost_on.setdefault((step.facts["from"], step.facts["to"]), set()).add(step.facts["information"])
    network, lost = chosen.network, {}
    for edge in chosen.edges:
        items = lost_on.get((network.ids[edge.source], network.ids[edge.target]), set())
        dropped = frozenset(item for item in items if _drops(edge, item))
        if dropped and not edge.alternative:
            lost[_key(network, edge)] = dropped
    return lost


def _drops(edge: Edge, item: str) -> bool:
    return edge.carries == "none" or (edge.carries != "all" and item not in edge.carries)


def _closed_minutes(marked: Sequence[Group], answers: Answers) -> dict[tuple[str, str], int]:
    """When customers find the door closed, by sender and target; worked out only where that is marked."""
    if not any(group.first.code == _CLOSED for group in marked):
        return {}
    ids = answers.network.ids
    return {(ids[each.source], ids[each.target]): each.minutes for each in answers.presence.closed_on_arrival}


def _closed(
    marked: Sequence[Group], network: Network, minutes: Mapping[tuple[str, str], int], language: Language
) -> dict[ArrowKey, str]:
    """The same in words, by the transfers that are marked."""
    edges = [edge for group in marked if group.first.code == _CLOSED for edge in group.edges]
    found = {
        _key(network, edge): minutes.get((network.ids[edge.source], network.ids[edge.target]), 0) for edge in edges
    }
    return {key: week_words(closed, language) for key, closed in found.items() if closed}


def _notes(rest: Sequence[Group], network: Network, language: Language) -> Iterator[str]:
    """What is not marked: errors that have no single place by name, the others by number."""
    homeless = [each for each in rest if not each.has_place and each.first.severity.value == "error"][:_MOST_TOLD]
    if homeless:
        told = [mark_text(network.map, group.findings, group.spot, language) for group in homeless]
        yield _NO_PLACE.say(language, what=_SEPARATOR.say(language).join(told))
    count = sum(len(group.findings) for group in rest if group not in homeless)
    if count:
        yield (_ONE_MORE if count == 1 else _MORE).say(language, count=count)

"""Filter first, then lay out: which part of a map a picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from journeymap.draw.lookup import known_id
from journeymap.errors import CannotRun
from journeymap.findings import Message
from journeymap.graph import Edge, Network
from journeymap.model import Choice as OneOf
from journeymap.model import ContactMap, Filter, Touchpoint

__all__ = ["Choice", "Chosen", "choose"]

_NOTHING = "nothing is left to draw with {filters}"
_NO_TOUCHPOINT = "there is nothing to draw: this map has no touchpoint that exists for any customer"
_ADD_ONE = "add one: `journeymap init example.yaml` writes a map to look at"
_OUT_OF_FOCUS = 'the touchpoint "{focus}" is not among what is left with {filters}'
_FEWER = "take a filter away, or choose others"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be shown; an empty tuple means everything of that kind. Each is an id, or a name that only one has.

    A touchpoint is shown where it exists in some case with one of the segments, products and reasons, and belongs to
    one of the departments, channels and stages. With `focus`, only what lies at most `depth` transfers before or
    behind that touchpoint (among what is left).
    """

    segments: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    focus: str | None = None
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """The part of a map that is shown: the set of `cases` (bits), numbers of touchpoints in order, edges in order."""

    network: Network
    cases: int
    touchpoints: tuple[int, ...]
    edges: tuple[Edge, ...]
    choice: Choice = Choice()


_FILTERS = {
    "segments": "segment",
    "products": "product",
    "reasons": "reason",
    "departments": "department",
    "channels": "channel",
    "stages": "stage",
}
"""Fields of a choice, which are sections of a map too, and what one of each is called."""


def choose(network: Network, choice: Choice, cases: int | None = None) -> Chosen:
    """What of a map is shown; the result's own `choice` holds ids only. O(touchpoints + transfers).

    With `cases`, a set of cases of the network, only those of them that the choice leaves are looked at.
    Raises CannotRun for an id or name that the map does not have, with the nearest it has, and where nothing is left.
    """
    choice = _with_ids(network.map, choice)
    cases = _cases(network, choice) & (network.cases.all if cases is None else cases)
    shown = {number for number in range(len(network.ids)) if _is_shown(network, number, cases, choice)}
    if not shown and not _filters(choice):
        raise CannotRun(_NO_TOUCHPOINT, help=_ADD_ONE)
    if not shown:
        raise CannotRun(str(Message(_NOTHING, {"filters": _what_leaves_nothing(network, choice)})), help=_FEWER)
    if choice.focus is not None:
        shown &= _around(network, choice, cases, shown)
    edges = tuple(edge for number in sorted(shown) for edge in _edges(network, number, cases, shown))
    return Chosen(network, cases, tuple(sorted(shown)), edges, choice)


def _with_ids(contact_map: ContactMap, choice: Choice) -> Choice:
    ids: dict[str, Any] = {field: _ids(contact_map, field, getattr(choice, field)) for field in _FILTERS}
    focus = choice.focus
    if focus is not None:
        focus = known_id(contact_map, "touchpoints", "touchpoint", focus)
    return replace(choice, focus=focus, **ids)


def _ids(contact_map: ContactMap, section: str, written: Iterable[str]) -> tuple[str, ...]:
    found = (known_id(contact_map, section, _FILTERS[section], each) for each in written)
    return tuple(dict.fromkeys(found))


def _cases(network: Network, choice: Choice) -> int:
    """The classes with a case that has one of the values in every dimension: all cases of a class are treated alike."""
    chosen = {
        dimension: OneOf(ids=ids)
        for dimension, ids in (
            ("segment", choice.segments),
            ("product", choice.products),
            ("reason", choice.reasons),
        )
        if ids
    }
    return network.cases.matching(Filter(**chosen))


def _is_shown(network: Network, number: int, cases: int, choice: Choice) -> bool:
    return bool(network.visible[number] & cases) and _belongs(network.touchpoints[number], choice)


def _belongs(touchpoint: Touchpoint, choice: Choice) -> bool:
    return all(
        not wanted or not set(wanted).isdisjoint(own)
        for wanted, own in (
            (choice.departments, touchpoint.department),
            (choice.channels, (touchpoint.channel,)),
            (choice.stages, touchpoint.stage),
        )
    )


def _edges(network: Network, number: int, cases: int, shown: set[int]) -> Iterator[Edge]:
    return (edge for edge in network.out[number] if edge.cases & cases and edge.target in shown)


def _around(network: Network, choice: Choice, cases: int, shown: set[int]) -> set[int]:
    """What lies at most `depth` transfers before or behind the focus."""
    focus = network.number[choice.focus or ""]
    if focus not in shown:
        filters = _filters(choice)
        values = {"focus": network.map.name_of("touchpoints", network.ids[focus]), "filters": filters}
        raise CannotRun(str(Message(_OUT_OF_FOCUS, values)), help=_FEWER)
    behind: dict[int, set[int]] = {number: set() for number in shown}
    before: dict[int, set[int]] = {number: set() for number in shown}
    for number in shown:
        for edge in _edges(network, number, cases, shown):
            behind[number].add(edge.target)
            before[edge.target].add(number)
    return _within(focus, behind, choice.depth) | _within(focus, before, choice.depth)


def _within(focus: int, following: Mapping[int, set[int]], depth: int) -> set[int]:
    found, border = {focus}, {focus}
    for _ in range(depth):
        border = {other for number in border for other in following[number]} - found
        if not border:
            break
        found |= border
    return found


def _what_leaves_nothing(network: Network, choice: Choice) -> str:
    """The filters that leave nothing each by itself; where none does, all of them together."""
    alone = [Choice(**{field: getattr(choice, field)}) for field in _FILTERS if getattr(choice, field)]
    empty = [each for each in alone if not _leaves_something(network, each)]
    return "; ".join(map(_filters, empty)) or _filters(choice)


def _leaves_something(network: Network, choice: Choice) -> bool:
    cases = _cases(network, choice)
    return any(_is_shown(network, number, cases, choice) for number in range(len(network.ids)))


def _filters(choice: Choice) -> str:
    """The filters in words; empty where there is none."""
    named = ((word, getattr(choice, field)) for field, word in _FILTERS.items())
    told = [f"{word} {' or '.join(ids)}" for word, ids in named if ids]
    return ", ".join(told)

"""Routes: ways through technical blocks from one touchpoint to the next, and their conditions in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Literal, NamedTuple

from journeymap.exchange.importing.draft import Block, Place, Way
from journeymap.model.values import Kind

__all__ = ["Route", "Routes", "Step", "chained", "joined", "merged", "route_of", "worded"]

Mark = Literal["", "failure", "closed"]

_MOST_STEPS = 8
_MOST_ROUTES = 6
"""So many routes are kept between two places, per mark."""
_LONGEST_WAIT = timedelta(days=36500)
_MOST_TOLD = 4
"""So many conditions of different shape are told; others are an ellipsis."""
_AND, _OR, _ELSE, _MORE = "; ", " / ", ", or ", "…"

_Told = tuple[tuple[str, ...], ...]
"""Conditions one after the other, each with its alternatives."""


class Step(NamedTuple):
    """A condition on the way; `hours` is the key of the hours block that asked, `closed` its answer.

    A tuple, as routes are: a large flow compares millions of them.
    """

    words: str
    hours: str | None = None
    closed: bool = False
    asked: tuple[str, int] | None = None


class Route(NamedTuple):
    """A way from one place to another: its conditions in reading order, and what is left of the ways it is made of.

    `mark` is that of the first way off the ordinary; `order` puts routes in the order of the source.
    """

    steps: tuple[Step, ...] = ()
    mark: Mark = ""
    kind: Kind | None = None
    limit: int | None = None
    place: Place | None = None
    if_closed: Way | None = None
    order: tuple[int, ...] = ()
    wait: timedelta | None = None


Routes = tuple[Route, ...]
"""The shortest routes between two places: at most `_MOST_ROUTES` per mark."""


def route_of(block: Block, way: Way, number: int) -> Route:
    """A single way of a block, `number` being its place among them."""
    mark: Mark = "closed" if way.closed else "failure" if way.failure else ""
    hours = block.key if block.role == "hours" and mark != "failure" else None
    words = " ".join(way.when.split()) or ({"": "open"} if hours else {}).get(mark, _WORDS[mark])
    asked = None if mark or hours else _asked(block)
    steps = (Step(words, hours, way.closed, asked),) if words else ()
    return Route(steps, mark, way.kind, way.limit, way.place, way.if_closed, (number,), way.wait)


_WORDS: dict[Mark, str] = {"": "", "failure": "error", "closed": "closed"}
"""What is said of a way that has no words of its own."""


def chained(first: Routes, second: Routes) -> Iterator[Route]:
    """The routes that go by one of `first`, then by one of `second`.

    Long ones are left out where shorter ones of the same marks take all the places there are.
    """
    ranked = _ranked(second)
    for one, before in _ranked(first):
        yield from (joined(one, other) for other, behind in ranked if before * behind <= _MOST_ROUTES)


def _ranked(routes: Routes) -> list[tuple[Route, int]]:
    """Each route with its place, from 1, among those of its mark."""
    seen: Counter[Mark] = Counter()
    ranked = []
    for route in routes:
        seen[route.mark] += 1
        ranked.append((route, seen[route.mark]))
    return ranked


def _asked(block: Block) -> tuple[str, int] | None:
    """Which technical block asks, and how many answers it knows; None where an ordinary way on has no condition."""
    if block.role == "touchpoint":
        return None  # which key was pressed is worth telling
    answers = {" ".join(way.when.split()) for way in block.ways if not (way.failure or way.closed)}
    return (block.key, len(answers)) if len(answers) > 1 and "" not in answers else None


def joined(first: Route, second: Route) -> Route:
    """One route after the other; the later kind counts, and the tighter limit."""
    limits = [limit for limit in (first.limit, second.limit) if limit is not None]
    return Route(
        _shortened(first.steps + tuple(step for step in second.steps if step not in first.steps)),
        first.mark or second.mark,
        second.kind or first.kind,
        min(limits, default=None),
        first.place or second.place,
        second.if_closed or first.if_closed,
        (first.order + second.order)[:_MOST_STEPS],
        _together_waiting(first.wait, second.wait),
    )


def _together_waiting(first: timedelta | None, second: timedelta | None) -> timedelta | None:
    """One after the other, not beyond what the language can say."""
    waits = [wait for wait in (first, second) if wait is not None]
    return min(sum(waits, timedelta()), _LONGEST_WAIT) if waits else None


def _shortened(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    if len(steps) <= _MOST_STEPS:
        return steps
    half = _MOST_STEPS // 2
    return (*steps[:half], Step(_MORE), *steps[len(steps) - half + 1 :])


def merged(routes: Iterable[Route]) -> Routes:
    """The shortest of some routes between the same two places, in the order of the source, ordinary ones first.

    A condition of which every ordinary answer leads the same way is none.
    """
    different: dict[Route, Route] = {}
    for route in sorted(_decided(list(routes)), key=lambda route: (len(route.steps), route.order)):
        different.setdefault(route._replace(place=None, order=()), route)
    return tuple(
        route
        for mark in _WORDS
        for route in [route for route in different.values() if route.mark == mark][:_MOST_ROUTES]
    )


def _decided(routes: list[Route]) -> list[Route]:
    """The routes without conditions of which all answers are among them, the rest of the way being the same."""
    while whole_questions := _answered_whole(routes):
        answers: dict[tuple[Route, int, tuple[str, int]], dict[str, Route]] = {}
        for route in routes:
            for place, step in enumerate(route.steps):
                if step.asked in whole_questions:
                    rest = route._replace(steps=_without(route, place), place=None, order=())
                    answers.setdefault((rest, place, step.asked), {}).setdefault(step.words, route)
        whole = [(place, found) for (_, place, asked), found in answers.items() if len(found) == asked[1]]
        if not whole:
            break
        place, found = whole[0]
        first = min(found.values(), key=lambda route: route.order)
        routes = [route for route in routes if all(route is not other for other in found.values())]
        routes.append(first._replace(steps=_without(first, place)))
    return routes


def _answered_whole(routes: list[Route]) -> set[tuple[str, int]]:
    """The questions of which every answer stands somewhere in the routes; others need no closer look."""
    said: dict[tuple[str, int], set[str]] = {}
    for route in routes if len(routes) > 1 else ():
        for step in route.steps:
            if step.asked is not None:
                said.setdefault(step.asked, set()).add(step.words)
    return {asked for asked, words in said.items() if len(words) >= asked[1]}


def _without(route: Route, place: int) -> tuple[Step, ...]:
    return route.steps[:place] + route.steps[place + 1 :]


def worded(routes: Iterable[Route]) -> str:
    """The conditions of parallel routes as one text; empty if one of them has none.

    Routes that differ in one condition only are told together: ``no input / another key; after 3 times``.
    """
    told: list[_Told] = [tuple((step.words,) for step in route.steps) for route in routes]
    if () in told:
        return ""
    texts = [_AND.join(_OR.join(words) for words in conditions) for conditions in _together(told)]
    return _ELSE.join([*texts[:_MOST_TOLD], _MORE] if len(texts) > _MOST_TOLD else texts)


def _together(told: list[_Told]) -> list[_Told]:
    """Conditions that differ in one place only as one, with both words there; the earliest such place first."""
    for place in range(max(map(len, told))):
        found: dict[tuple[_Told, ...], _Told] = {}
        for conditions in told:
            if len(conditions) <= place:
                found[(conditions,)] = conditions
                continue
            before, here, after = conditions[:place], conditions[place], conditions[place + 1 :]
            known = found.get((before, after))
            found[before, after] = (*before, here if known is None else _both(known[place], here), *after)
        told = list(found.values())
    return told


def _both(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*some, *others]))

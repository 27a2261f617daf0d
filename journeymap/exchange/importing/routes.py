"""Routes: ways through technical blocks from one touchpoint to the next, and their conditions in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.exchange.importing.draft import Block, Place, Way
from journeymap.model.values import Kind

__all__ = ["Route", "Routes", "Step", "joined", "merged", "route_of", "worded"]

Mark = Literal["", "failure", "closed"]

_MOST_STEPS = 8
_MOST_ROUTES = 5
"""So many routes are kept between two places, per mark; the last of them is told as an ellipsis."""
_AND, _OR, _MORE = "; ", " / ", "…"


@dataclass(frozen=True, slots=True)
class Step:
    """A condition on the way; `hours` is the key of the hours block that asked, `closed` its answer."""

    words: str
    hours: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Route:
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


Routes = tuple[Route, ...]
"""The shortest routes between two places: at most `_MOST_ROUTES` per mark."""


def route_of(block: Block, way: Way, number: int) -> Route:
    """A single way of a block, `number` being its place among them."""
    mark: Mark = "closed" if way.closed else "failure" if way.failure else ""
    hours = block.key if block.role == "hours" and mark != "failure" else None
    words = " ".join(way.when.split()) or ({"": "open"} if hours else {}).get(mark, _WORDS[mark])
    steps = (Step(words, hours, way.closed),) if words else ()
    return Route(steps, mark, way.kind, way.limit, way.place, way.if_closed, (number,))


_WORDS: dict[Mark, str] = {"": "", "failure": "error", "closed": "closed"}
"""What is said of a way that has no words of its own."""


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
    )


def _shortened(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    if len(steps) <= _MOST_STEPS:
        return steps
    half = _MOST_STEPS // 2
    return (*steps[:half], Step(_MORE), *steps[len(steps) - half + 1 :])


def merged(routes: Iterable[Route]) -> Routes:
    """The shortest of some routes between the same two places, in the order of the source, ordinary ones first."""
    different: dict[Route, Route] = {}
    for route in sorted(routes, key=lambda route: (len(route.steps), route.order)):
        different.setdefault(replace(route, place=None, order=()), route)
    return tuple(
        route
        for mark in _WORDS
        for route in [route for route in different.values() if route.mark == mark][:_MOST_ROUTES]
    )


def worded(routes: Iterable[Route]) -> str:
    """The conditions of parallel routes as one text; empty if one of them has none."""
    texts = list(dict.fromkeys(_AND.join(step.words for step in route.steps) for route in routes))
    if "" in texts:
        return ""
    return _OR.join([*texts[: _MOST_ROUTES - 1], _MORE] if len(texts) >= _MOST_ROUTES else texts)

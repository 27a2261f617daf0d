"""Hours blocks as the language says them: a transfer to whoever is there when open, `if_closed` to whoever when not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from journeymap.exchange.importing.draft import Way
from journeymap.exchange.importing.routes import Route, Step

__all__ = ["Leg", "common_hours", "with_if_closed"]

Leg = tuple[str, Route]
"""The key of the place a route leads to, and the route."""

_Asked = tuple[tuple[Step, ...], str]
"""What was asked before, and the hours block that asks now."""


def with_if_closed(source: str, legs: Iterable[Leg]) -> list[Leg]:
    """The routes that leave a place; where one side of an hours block leads to a single place when it is closed, and
    the other somewhere else, the closed route becomes the `if_closed` of the open ones.
    """
    kept = list(legs)
    for asked, closed in _closed_legs(kept).items():
        is_open = {leg for leg in kept if _opens(leg, asked)}
        target = next(iter(closed))[0]
        others = {leg[0] for leg in closed} != {target} or any(leg[1].if_closed for leg in is_open)
        if is_open and not others and target != source and {leg[0] for leg in is_open}.isdisjoint({source, target}):
            kept = [_with_way(leg, closed[0]) if leg in is_open else leg for leg in kept if leg not in closed]
    return [(target, _without_open(route)) for target, route in kept]


def _closed_legs(legs: Iterable[Leg]) -> dict[_Asked, list[Leg]]:
    """The routes that end with a closed answer, by what was asked; the longest questions last."""
    found: dict[_Asked, list[Leg]] = {}
    for leg in legs:
        steps = leg[1].steps
        if steps and steps[-1].closed and steps[-1].hours is not None:
            found.setdefault((steps[:-1], steps[-1].hours), []).append(leg)
    return dict(sorted(found.items(), key=lambda item: len(item[0][0])))


def _opens(leg: Leg, asked: _Asked) -> bool:
    before, hours = asked
    steps = leg[1].steps
    return len(steps) > len(before) and steps[: len(before)] == before and steps[len(before)] in _answers(steps, hours)


def _answers(steps: Iterable[Step], hours: str) -> list[Step]:
    return [step for step in steps if step.hours == hours and not step.closed]


def _with_way(leg: Leg, closed: Leg) -> Leg:
    return leg[0], leg[1]._replace(if_closed=Way(closed[0], kind=closed[1].kind))


def _without_open(route: Route) -> Route:
    """That it is open need not be said where `if_closed` says what happens else."""
    if route.if_closed is None:
        return route
    return route._replace(steps=tuple(step for step in route.steps if step.hours is None or step.closed))


def common_hours(routes: Collection[Route], hours: Mapping[str, str]) -> str | None:
    """The opening hours that every ordinary route to a place has asked about; None where one has asked for none.

    `hours` gives the opening hours of hours blocks, where the source tells them.
    """
    ordinary = [route for route in routes if not route.mark]
    asked = [{hours.get(step.hours or "") for step in route.steps if not step.closed} - {None} for route in ordinary]
    common = set.intersection(*asked) if asked else set()
    return next(iter(common)) if len(common) == 1 else None

"""Spots that differ in nothing a customer could tell become one block: a key for each spot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.exchange.importing.amazon_connect.catalogue import Part, part_of
from journeymap.exchange.importing.amazon_connect.spots import Leg, Spot

__all__ = ["MET_PARTS", "base_of", "keys_of"]

MET_PARTS = frozenset(
    {Part.MENU, Part.INPUT, Part.BOT, Part.VIEW, Part.SIGN_IN, Part.OUTSIDE, Part.CALLBACK}
)  # fmt: skip
"""Blocks that are touchpoints: one of each, whatever was set before."""

_MOST_ROUNDS = 15


def base_of(spot: Spot) -> str:
    """The key of a block, without what tells its settings apart."""
    return f"{spot.context.name}/{spot.identifier}"


def keys_of(legs: Mapping[Spot, Sequence[Leg]]) -> dict[Spot, str]:
    """Spots of one block are one if their legs lead to the same: a partition refined until it is stable.

    If it is not within some rounds, every spot of a block that is not met stays on its own.
    """
    groups = {spot: base_of(spot) for spot in legs}
    divided = {spot for spot in legs if part_of(spot.context.flow.actions[spot.identifier]) not in MET_PARTS}
    several = _several(groups, divided)
    if not several:
        return groups
    for _ in range(_MOST_ROUNDS):
        refined = _refined(groups, legs, several)
        if refined == groups:
            return groups
        groups = refined
    return _alone(groups, several)


def _several(groups: Mapping[Spot, str], divided: set[Spot]) -> list[Spot]:
    """The spots whose block has been come to in several settings."""
    count: dict[str, int] = {}
    for key in groups.values():
        count[key] = count.get(key, 0) + 1
    return [spot for spot in groups if spot in divided and count[groups[spot]] > 1]


def _refined(groups: dict[Spot, str], legs: Mapping[Spot, Sequence[Leg]], several: list[Spot]) -> dict[Spot, str]:
    seen: dict[str, dict[tuple[object, ...], str]] = {}
    refined = dict(groups)
    for spot in several:
        leads = tuple(
            (groups.get(leg.target, "") if isinstance(leg.target, Spot) else leg.target, leg.way.when, leg.kind)
            for leg in legs[spot]
        )
        alike = seen.setdefault(base_of(spot), {})
        refined[spot] = alike.setdefault((groups[spot], *leads), _numbered(base_of(spot), len(alike)))
    return refined


def _numbered(base: str, number: int) -> str:
    return f"{base}#{number + 1}" if number else base


def _alone(groups: dict[Spot, str], several: list[Spot]) -> dict[Spot, str]:
    count: dict[str, int] = {}
    for spot in several:
        base = base_of(spot)
        groups[spot] = _numbered(base, count.get(base, 0))
        count[base] = count.get(base, 0) + 1
    return groups

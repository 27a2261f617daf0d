"""Which lane stands above which: customers enter at the top, the back office is at the bottom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journeymap.draw.choosing import Chosen

__all__ = ["lane_order"]

_PASSES = 8


class _Standing(NamedTuple):
    """What a lane is sorted by: 0 with an entry, 1 where customers come, 2 behind the scenes; then how far on."""

    tier: int
    steps: float
    key: str


def lane_order(chosen: Chosen, lanes: Mapping[int, str], steps: Mapping[int, int]) -> tuple[str, ...]:
    """The lanes from top to bottom; lanes of one tier change places while that shortens the arrows between lanes.

    O(passes x lanes x transfers).
    """
    standings = sorted(_standing(chosen, key, lanes, steps) for key in sorted(set(lanes.values())))
    order = [standing.key for standing in standings]
    tiers = {standing.key: standing.tier for standing in standings}
    links = [(lanes[edge.source], lanes[edge.target]) for edge in chosen.edges]
    links = [link for link in links if link[0] != link[1]]
    for _ in range(_PASSES):
        if not _exchange(order, tiers, links):
            break
    return tuple(order)


def _standing(chosen: Chosen, key: str, lanes: Mapping[int, str], steps: Mapping[int, int]) -> _Standing:
    network = chosen.network
    members = [number for number, lane in sorted(lanes.items()) if lane == key]
    internal = all(network.mode[number] == "internal" for number in members)
    enters = any(network.entries.get(number, 0) & chosen.cases for number in members)
    far = len(network.ids)
    mean = sum(steps.get(number, far) for number in members) / len(members)
    return _Standing(0 if enters else 2 if internal else 1, mean, key)


def _exchange(order: list[str], tiers: Mapping[str, int], links: Sequence[tuple[str, str]]) -> bool:
    changed = False
    for place in range(len(order) - 1):
        upper, lower = order[place], order[place + 1]
        if tiers[upper] != tiers[lower]:
            continue
        swapped = [*order[:place], lower, upper, *order[place + 2 :]]
        if _length(swapped, links) < _length(order, links):
            order[:], changed = swapped, True
    return changed


def _length(order: Sequence[str], links: Sequence[tuple[str, str]]) -> int:
    place = {key: number for number, key in enumerate(order)}
    return sum(abs(place[one] - place[other]) for one, other in links)

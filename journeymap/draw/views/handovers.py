"""Who hands over to whom: the transfers of a map bundled by departments, and the ways on which they come back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeymap.draw.choosing import Chosen
from journeymap.draw.views.touchpoints import transfer_id
from journeymap.draw.views.volumes import monthly_volumes
from journeymap.graph import Edge

__all__ = ["Handover", "handovers", "owner"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Handover:
    """All transfers from one department to another: `volume` is contacts a month, None where not known.

    `returns` says whether in some case the contact can come back, directly or over one more department.
    """

    source: str
    target: str
    edges: tuple[Edge, ...]
    volume: float | None
    returns: bool


def owner(chosen: Chosen, number: int) -> str:
    """The department a touchpoint is shown with: the first that answers for it (and was chosen)."""
    claiming = chosen.network.touchpoints[number].department
    wanted = chosen.choice.departments
    return next((key for key in claiming if key in wanted), claiming[0])


def handovers(chosen: Chosen) -> tuple[Handover, ...]:
    """The hand-overs between departments, by the ids of their ends. O(transfers + departments x hand-overs)."""
    bundles: dict[Pair, list[Edge]] = {}
    for edge in chosen.edges:
        pair = owner(chosen, edge.source), owner(chosen, edge.target)
        if pair[0] != pair[1]:
            bundles.setdefault(pair, []).append(edge)
    volumes = monthly_volumes(chosen)
    masks = {pair: _cases(edges) & chosen.cases for pair, edges in bundles.items()}
    onward: dict[str, list[str]] = {}
    for source, target in sorted(masks):
        onward.setdefault(source, []).append(target)
    return tuple(
        Handover(*pair, tuple(bundles[pair]), _total(chosen, bundles[pair], volumes), _comes_back(pair, masks, onward))
        for pair in sorted(bundles)
    )


def _cases(edges: Iterable[Edge]) -> int:
    cases = 0
    for edge in edges:
        cases |= edge.cases
    return cases


def _total(chosen: Chosen, edges: Iterable[Edge], volumes: Mapping[str, float]) -> float | None:
    found = [volumes.get(transfer_id(chosen.network, edge)) for edge in edges]
    known = [volume for volume in found if volume is not None]
    return sum(known) if len(known) == len(found) else None


def _comes_back(pair: Pair, masks: Mapping[Pair, int], onward: Mapping[str, list[str]]) -> bool:
    source, target = pair
    there = masks[pair]
    if there & masks.get((target, source), 0):
        return True
    return any(there & masks[target, between] & masks.get((between, source), 0) for between in onward.get(target, ()))

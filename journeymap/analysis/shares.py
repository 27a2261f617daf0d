"""Declared shares at a touchpoint, added up case by case: more than there is, or less than there should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from journeymap.analysis.components import split
from journeymap.analysis.reach import Reach
from journeymap.graph import Edge, Network
from journeymap.model import Touchpoint

__all__ = ["ShareSum", "over_100", "silent_losses"]


@dataclass(frozen=True, slots=True)
class ShareSum:
    """What the declared shares of a touchpoint add up to (1 is all contacts) at worst, and in which cases."""

    touchpoint: int
    cases: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class _Part:
    """Cases in which a touchpoint offers the same: the sum of declared shares, and whether none is missing."""

    cases: int
    total: Decimal
    all_declared: bool
    ways_out: int


def over_100(network: Network) -> tuple[ShareSum, ...]:
    """The touchpoints whose shares exceed 100 % in some case. O(touchpoints + transfers + parts that differ)."""
    found = []
    for number, touchpoint in enumerate(network.touchpoints):
        if _most_possible(touchpoint) <= 1:
            continue
        over = [part for part in _parts(network, number, network.visible[number]) if part.total > 1]
        if over:
            found.append(_sum(number, over, max(part.total for part in over)))
    return tuple(found)


def silent_losses(reach: Reach) -> tuple[ShareSum, ...]:
    """The touchpoints at which more than `silent_loss` of the contacts goes nowhere, with the smallest sum."""
    network = reach.network
    least = 1 - network.map.settings.silent_loss
    found = []
    for number, mask in enumerate(reach.cases):
        resolving = network.resolving[number]
        looked_at = mask & resolving if resolving else mask & network.leaving[number]
        lossy = [
            part
            for part in _parts(network, number, looked_at)
            if part.all_declared and part.total < least and (part.cases & resolving or part.ways_out)
        ]
        if lossy:
            found.append(_sum(number, lossy, min(part.total for part in lossy)))
    return tuple(found)


def _sum(number: int, parts: list[_Part], total: Decimal) -> ShareSum:
    cases = 0
    for part in parts:
        cases |= part.cases
    return ShareSum(number, cases, total)


def _most_possible(touchpoint: Touchpoint) -> Decimal:
    """An upper bound of the sum in any case."""
    total = touchpoint.abandons or Decimal(0)
    for _, _, transfer in touchpoint.each_transfer():
        total += transfer.share or 0
    resolves = touchpoint.resolves
    if resolves is not None:
        total += resolves.share or 0
        total += max((share or Decimal(0) for share in (resolves.reasons or {}).values()), default=Decimal(0))
    return total


def _parts(network: Network, number: int, cases: int) -> Iterator[_Part]:
    """`cases` divided by which declared transfers and resolutions exist in them."""
    edges = [edge for edge in network.out[number] if not edge.alternative]
    resolutions = _resolutions(network, number)
    masks = [edge.cases for edge in edges] + [mask for mask, _ in resolutions]
    for part in split(cases, masks):
        yield _part(network.touchpoints[number], part, edges, resolutions)


def _part(
    touchpoint: Touchpoint, cases: int, edges: list[Edge], resolutions: list[tuple[int, Decimal | None]]
) -> _Part:
    ways = [edge.transfer.share for edge in edges if edge.cases & cases]
    shares = ways + [share for mask, share in resolutions if mask & cases]
    total = sum((share for share in shares if share is not None), touchpoint.abandons or Decimal(0))
    return _Part(cases, total, None not in shares, len(ways))


def _resolutions(network: Network, number: int) -> list[tuple[int, Decimal | None]]:
    """The cases of each resolution and its share; None where it has none declared."""
    resolves = network.touchpoints[number].resolves
    if resolves is None:
        return []
    visible = network.visible[number]
    if resolves.reasons is None:
        return [(visible, resolves.share)]
    return [(visible & network.cases.with_reason(reason), share) for reason, share in resolves.reasons.items()]

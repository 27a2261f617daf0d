"""How many contacts a month take each transfer, where the map says enough to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from journeymap.draw.choosing import Chosen
from journeymap.draw.views.touchpoints import chosen_part, transfer_id
from journeymap.graph import Edge
from journeymap.model.touchpoint import Volume

__all__ = ["monthly_entry", "monthly_volumes"]

_A_MONTH = {
    "hour": Decimal("730.5"),
    "day": Decimal("30.4375"),
    "week": Decimal("4.348214"),
    "month": Decimal(1),
    "year": 1 / Decimal(12),
}
"""Periods in a month of 365.25 / 12 days."""
_ROUNDS = 200
_SETTLED = 0.001


def monthly_volumes(chosen: Chosen) -> Mapping[str, float]:
    """Contacts a month by the ids of those transfers where it is known.

    It is known where every way in is: an entry has a volume (and says how it divides by what was chosen), and each
    transfer that leads there has a share and exists for everybody at its sender. Circles are gone round until less
    than a thousandth of a contact is left. O(rounds x transfers).
    """
    network, cases = chosen.network, chosen.cases
    edges = [edge for edges in network.out for edge in edges if edge.cases & cases]
    shares = [(edge, float(edge.transfer.share or 0)) for edge in edges if _has_share(chosen, edge)]
    entering = {number: monthly_entry(chosen, number) for number, there in network.entries.items() if there & cases}
    unshared = {edge.target for edge in edges if not _has_share(chosen, edge)}
    unknown = _spread(chosen, unshared | {number for number, volume in entering.items() if volume is None})
    known = [(edge, share) for edge, share in shares if edge.source not in unknown]
    arriving = _settled({n: volume for n, volume in entering.items() if volume is not None and n not in unknown}, known)
    if arriving is None:
        return {}
    return {transfer_id(network, edge): arriving.get(edge.source, 0.0) * share for edge, share in known}


def monthly_entry(chosen: Chosen, number: int) -> float | None:
    """The chosen contacts a month that begin at a touchpoint; None where the map does not say."""
    entry = chosen.network.touchpoints[number].entry
    if entry is None or entry.volume is None:
        return None
    part = chosen_part(entry, chosen.choice)
    return None if part is None else float(_monthly(entry.volume) * part)


def _monthly(volume: Volume) -> Decimal:
    return volume.amount * _A_MONTH[volume.period]


def _has_share(chosen: Chosen, edge: Edge) -> bool:
    """Whether the declared share is that of all chosen contacts at the sender."""
    there = chosen.network.visible[edge.source] & chosen.cases
    return not edge.alternative and edge.transfer.share is not None and edge.cases & chosen.cases == there


def _spread(chosen: Chosen, unknown: set[int]) -> set[int]:
    """The touchpoints of unknown volume, and all that lie behind them."""
    found, waiting = set(unknown), list(unknown)
    while waiting:
        for edge in chosen.network.out[waiting.pop()]:
            if edge.cases & chosen.cases and edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return found


def _settled(entering: Mapping[int, float], shares: Sequence[tuple[Edge, float]]) -> dict[int, float] | None:
    """Arrivals at each touchpoint, every visit counted; None where contacts circle without end."""
    arriving, moving = dict(entering), dict(entering)
    for _ in range(_ROUNDS):
        onward: dict[int, float] = {}
        for edge, share in shares:
            if edge.source in moving:
                onward[edge.target] = onward.get(edge.target, 0.0) + moving[edge.source] * share
        for number, volume in onward.items():
            arriving[number] = arriving.get(number, 0.0) + volume
        if sum(onward.values()) < _SETTLED:
            return arriving
        moving = onward
    return None

"""Transfers of a generated touchpoint."""

from __future__ import annotations

from hypothesis import strategies as st

from .drawing import DURATIONS, KINDS, SHARES, Data, Draw, at_least_one, chance, one, one_or_list, several
from .filters import for_some_cases


def carries(draw: Draw, map_data: Data) -> str | list[str]:
    if chance(draw, 10):
        return one(draw, ("all", "none"))
    return one_or_list(draw, at_least_one(draw, list(map_data["information"]), 8))


def _if_closed(draw: Draw, map_data: Data, elsewhere: list[str]) -> str | Data:
    to = one(draw, tuple(elsewhere))
    if chance(draw, 8):
        return to
    closed: Data = {"to": to}
    if chance(draw, 10):
        closed["kind"] = one(draw, KINDS)
    if chance(draw, 10):
        closed["carries"] = carries(draw, map_data)
    return closed


def _transfer(draw: Draw, map_data: Data, elsewhere: list[str], shared: bool) -> Data:
    transfer: Data = {}
    if chance(draw, 12):
        transfer["kind"] = one(draw, KINDS)
    if chance(draw, 6):
        transfer["carries"] = carries(draw, map_data)
    if shared or chance(draw, 2):
        transfer["share"] = one(draw, SHARES)
    if elsewhere and chance(draw, 4):
        transfer["if_closed"] = _if_closed(draw, map_data, elsewhere)
    if chance(draw, 2):
        transfer["limit"] = one(draw, ("1", "3"))
    if chance(draw, 2):
        transfer["wait"] = one(draw, DURATIONS)
    return transfer | for_some_cases(draw, map_data, 3)


def transfers_of(draw: Draw, map_data: Data, own: str, others: list[str], shared: bool) -> Data:
    """None to three other touchpoints, now and then several times, and sometimes the touchpoint itself."""
    targets = several(draw, others, min(one(draw, (0, 1, 1, 2)), len(others)), min(3, len(others)))
    transfers: Data = {}
    for target in [*targets, own] if chance(draw, 2 if targets else 6) else targets:
        elsewhere = [each for each in others if each != target]
        if chance(draw, 3):
            count = draw(st.integers(1, 2))
            transfers[target] = [_transfer(draw, map_data, elsewhere, shared) for _ in range(count)]
        else:
            transfers[target] = _transfer(draw, map_data, elsewhere, shared) or None
    return transfers

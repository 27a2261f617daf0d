"""Touchpoints of a generated map."""

from __future__ import annotations

from typing import Any

from .drawing import DURATIONS, HOURS, SHARES, TASKS, Data, Draw, at_least_one, chance, one, one_or_list, several, some
from .filters import case_filter, for_some_cases
from .transfers import transfers_of


def _asked(draw: Draw, map_data: Data, twentieths: int) -> str | list[str] | Data | None:
    items = some(draw, map_data["information"], twentieths)
    if not items:
        return None
    if chance(draw, 5):
        return {item: case_filter(draw, map_data) or "always" if chance(draw, 12) else "always" for item in items}
    return one_or_list(draw, items)


def _records(draw: Draw, map_data: Data) -> str | list[str] | Data | None:
    systems = some(draw, map_data.get("systems", ()), 6)
    if not systems:
        return None
    if chance(draw, 8):
        return one_or_list(draw, systems)
    items = list(map_data["information"])
    return {system: one_or_list(draw, at_least_one(draw, items, 8)) if chance(draw, 15) else None for system in systems}


def _resolves(draw: Draw, map_data: Data, shared: bool) -> Any:
    reasons = list(map_data.get("reasons", ()))
    if not reasons or chance(draw, 4):
        return one(draw, SHARES) if shared else one(draw, (True, "yes", False, "60%"))
    named = at_least_one(draw, reasons, 7)
    if shared or chance(draw, 6):
        return {each: one(draw, SHARES) if shared or chance(draw, 10) else None for each in named}
    return one_or_list(draw, named)


def _entry(draw: Draw, map_data: Data) -> Any:
    if chance(draw, 16):
        return True
    entry: Data = {"volume": "1200/month"}
    if "reasons" in map_data and chance(draw, 10):
        entry["by"] = {"reason": {next(iter(map_data["reasons"])): "30%"}}
    return entry


def _work(draw: Draw, map_data: Data, shared: bool) -> Data:
    """What is known, asked, recorded and settled at a touchpoint; absent values are None."""
    return {
        "entry": _entry(draw, map_data) if chance(draw, 6) else None,
        "needs": _asked(draw, map_data, 7),
        "always_asks": _asked(draw, map_data, 3),
        "reads": one_or_list(draw, reads) if (reads := some(draw, map_data.get("systems", ()), 5)) else None,
        "records": _records(draw, map_data),
        "resolves": _resolves(draw, map_data, shared) if chance(draw, 9) else None,
        "advances": one(draw, (True, "on", "是", False)) if chance(draw, 2) else None,
        "reply": {"within": "2 d"} if chance(draw, 3) else None,
        "follow_up": True if chance(draw, 3) else None,
        "fee": one(draw, ("5", "0.5", "0")) if chance(draw, 3) else None,
        "priority": one(draw, ("high", "low")) if chance(draw, 1) else None,
        "time": one(draw, DURATIONS) if chance(draw, 3) else None,
        "wait": one(draw, DURATIONS) if chance(draw, 2) else None,
        "tasks": one_or_list(draw, tasks) if (tasks := some(draw, TASKS, 5)) else None,
        "systems": one_or_list(draw, opened) if (opened := some(draw, map_data.get("systems", ()), 3)) else None,
        "abandons": one(draw, ("5%", "0.1", "30%")) if chance(draw, 3) else None,
    }


def touchpoint_of(draw: Draw, map_data: Data, own: str, others: list[str], with_hours: bool) -> Data:
    """One touchpoint with its transfers to itself and to others."""
    departments = tuple(map_data["departments"])
    owners = several(draw, departments, 1, min(2, len(departments)) if chance(draw, 4) else 1)
    touchpoint: Data = {
        "channel": one(draw, tuple(map_data["channels"])),
        "department": one_or_list(draw, owners),
        **for_some_cases(draw, map_data, 3),
    }
    if chance(draw, 14):
        touchpoint["handled_by"] = one(draw, ("person", "machine", "machine", "machine"))
    if "stages" in map_data and chance(draw, 6):
        touchpoint["stage"] = one_or_list(draw, at_least_one(draw, list(map_data["stages"]), 7))
    if with_hours and chance(draw, 3):
        touchpoint["hours"] = one(draw, HOURS)
    shared = chance(draw, 9)
    work = _work(draw, map_data, shared)
    touchpoint |= {key: value for key, value in work.items() if value is not None}
    transfers = transfers_of(draw, map_data, own, [] if chance(draw, 3) else others, shared)
    return touchpoint | ({"transfers": transfers} if transfers else {})

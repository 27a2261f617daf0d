"""Contracts of a generated map: every form, selectors of every kind."""

from __future__ import annotations

from typing import Any

from .drawing import DURATIONS, TASKS, Data, Draw, at_least_one, chance, one, one_or_list, some
from .filters import for_some_cases

NAMES = ("told-once", "private-clients-reach-a-person", "承诺")
# From the attribute of a selector to the section whose ids it names.
NAMING = {
    "channel": "channels", "department": "departments", "stage": "stages", "resolves": "reasons", "reads": "systems",
    "needs": "information", "always_asks": "information", "records": "systems", "systems": "systems",
}  # fmt: skip
CHOSEN = {
    "handled_by": ("person", "machine"),
    "entry": (True, False),
    "follow_up": (True, True, False),
    "advances": (True, "no"),
    "priority": ("high", "low", "normal"),
    "tasks": TASKS,
}


def contracts_of(draw: Draw, map_data: Data) -> Data:
    """Up to two contracts."""
    return {name: _promise(draw, map_data) for name in some(draw, NAMES, 5)[:2]}


def _promise(draw: Draw, map_data: Data) -> Data:
    promise: Data = for_some_cases(draw, map_data, 5)
    if chance(draw, 9):
        return promise | {"never": _never(draw, map_data)}
    promise["from"] = "entry" if chance(draw, 10) else _selector(draw, map_data)
    promise["reach"] = "resolved" if chance(draw, 6) else _selector(draw, map_data)
    within: Data = {}
    if chance(draw, 7):
        within["transfers"] = one(draw, ("0", "1", "2", "3"))
    if chance(draw, 5):
        within["time"] = one(draw, (*DURATIONS, "20 min"))
    if chance(draw, 7):
        promise["always"] = True
    return promise | ({"within": within} if within else {})


def _never(draw: Draw, map_data: Data) -> Data:
    form = one(draw, ("repeat", "transfer", "loop"))
    if form == "repeat":
        return {"repeat": one(draw, tuple(map_data["information"]))}
    if form == "loop":
        return {"loop": _selector(draw, map_data)}
    return {"transfer": {"from": _selector(draw, map_data), "to": _selector(draw, map_data)}}


def _selector(draw: Draw, map_data: Data) -> Any:
    form = one(draw, ("attributes", "attributes", "attributes", "ids", "ids", "entry", "resolved"))
    if form == "ids":
        return one_or_list(draw, at_least_one(draw, list(map_data["touchpoints"]), 4))
    return _attributes(draw, map_data) if form == "attributes" else form


def _attributes(draw: Draw, map_data: Data) -> Data:
    """One attribute or two, mostly the ones that choose many touchpoints."""
    naming = [key for key, section in NAMING.items() if section in map_data]
    often = ("handled_by", "handled_by", "channel", "channel", "department", "department")
    keys = (*often, *naming, *CHOSEN)
    chosen = {one(draw, keys): None for _ in range(2 if chance(draw, 5) else 1)}
    return {key: _wanted(draw, map_data, key) for key in chosen}


def _wanted(draw: Draw, map_data: Data, key: str) -> Any:
    if key in NAMING:
        return one_or_list(draw, at_least_one(draw, list(map_data[NAMING[key]]), 7))
    value = one(draw, CHOSEN[key])
    return one_or_list(draw, [value]) if key == "tasks" else value

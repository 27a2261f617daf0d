"""Valid contact maps for Hypothesis, as plain Python data: small enough for brute force, and using everything.

`contact_maps()` draws what a YAML file would say (mappings, lists, text, flags; numbers and shares are text).
Chances are in twentieths. Nothing here knows how journeymap works: the language page is the only source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st
from oracle.rewriting import ISLAND, rename_cases, rename_subject, renamed, shuffled, to_yaml, with_island

__all__ = ["ISLAND", "contact_maps", "rename_cases", "rename_subject", "renamed", "shuffled", "to_yaml", "with_island"]

Data = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]
T = TypeVar("T")

KINDS = ("step", "warm", "cold", "redirect", "callback", "ticket", "next")
MODES = ("live", "message", "self", "internal")
# Capitals, digits, accents and Chinese: ids sort by code point, in no natural order.
TOUCHPOINTS = ("agent", "Agent", "b10", "b2", "no", "12:30", "éclair", "呼叫中心", "zoo")
SEGMENTS, PRODUCTS, REASONS = ("retail", "Private", "学生"), ("card", "loan", "7"), ("lost", "fee", "投诉")
CHANNELS, DEPARTMENTS = ("phone", "web", "信箱"), ("centre", "cards", "Back")
SYSTEMS, INFORMATION, STAGES = ("crm", "Ledger", "工单"), ("number", "identity", "story", "身份"), ("start", "end")
SHARES = ("10 %", "0%", "5%", "0.2", "25%", "30%", "３５％", "40%", "60%", "100%")
DIMENSIONS = (("segment", "segments"), ("product", "products"), ("reason", "reasons"))

_TWENTIETH = st.integers(0, 19)
_CHOICES: dict[Sequence[Any], st.SearchStrategy[Any]] = {}


def _chance(draw: Draw, twentieths: int) -> bool:
    return bool(draw(_TWENTIETH) >= 20 - twentieths)  # the smallest draw is "no": examples shrink to less


def _one(draw: Draw, values: Sequence[T]) -> T:
    if values not in _CHOICES:
        _CHOICES[values] = st.sampled_from(values)
    chosen: T = draw(_CHOICES[values])
    return chosen


def _some(draw: Draw, values: Iterable[str], twentieths: int) -> list[str]:
    return [value for value in values if _chance(draw, twentieths)]


def _at_least_one(draw: Draw, values: Sequence[str], twentieths: int) -> list[str]:
    return _some(draw, values, twentieths) or [_one(draw, tuple(values))]


def _ids(draw: Draw, pool: Sequence[str], least: int, most: int) -> list[str]:
    count = draw(st.integers(least, most))
    chosen: list[str] = []
    for _ in range(count):
        chosen.append(_one(draw, tuple(each for each in pool if each not in chosen)))
    return chosen


def _one_or_list(draw: Draw, ids: list[str]) -> str | list[str]:
    return ids[0] if len(ids) == 1 and _chance(draw, 10) else ids


def _plain(draw: Draw, ids: list[str]) -> list[str] | Data:
    """Ids without attributes: a list, or a mapping with empty values or names."""
    if _chance(draw, 8):
        return ids
    return {each: {"name": f"The {each}"} if _chance(draw, 6) else None for each in ids}


def _reasons(draw: Draw, ids: list[str], map_data: Data) -> Data:
    reasons: Data = {}
    for each in ids:
        reason: Data = {}
        for dimension, section in DIMENSIONS[:2]:
            if section in map_data and _chance(draw, 4):
                reason[dimension] = _one_or_list(draw, _at_least_one(draw, list(map_data[section]), 8))
        if _chance(draw, 5):
            reason["complaint"] = True
        reasons[each] = reason or None
    return reasons


def _channels(draw: Draw) -> Data:
    channels: Data = {}
    for each in _ids(draw, CHANNELS, 1, _one(draw, (1, 2, 3))):
        mode = _one(draw, (None, *MODES, "self", "live"))
        channels[each] = {"mode": mode} if mode else None
    return channels


def _information(draw: Draw) -> Data:
    ids = _ids(draw, INFORMATION, 1, 4)
    lasts = {each: _one(draw, (None, None, "journey", "contact")) for each in ids}
    return {each: {"lasts": how_long} if how_long else None for each, how_long in lasts.items()}


def _systems(draw: Draw, information: Data) -> Data:
    beforehand = [each for each, item in information.items() if (item or {}).get("lasts") != "contact"]
    systems: Data = {}
    for each in _ids(draw, SYSTEMS, 0, 3):
        holds = _some(draw, beforehand, 5)
        systems[each] = {"holds": _one_or_list(draw, holds)} if holds else None
    return systems


def _vocabulary(draw: Draw) -> Data:
    vocabulary: Data = {}
    for section, pool in (("segments", SEGMENTS), ("products", PRODUCTS), ("stages", STAGES)):
        ids = _ids(draw, pool, 0, len(pool)) if _chance(draw, 9) else []
        if ids:
            vocabulary[section] = _plain(draw, ids)
    reasons = _ids(draw, REASONS, 2, 3) if _chance(draw, 12) else _ids(draw, REASONS, 0, 1)
    if reasons:
        vocabulary["reasons"] = _reasons(draw, reasons, vocabulary)
    vocabulary["channels"] = _channels(draw)
    vocabulary["departments"] = _plain(draw, _ids(draw, DEPARTMENTS, _one(draw, (1, 2)), 3))
    vocabulary["information"] = _information(draw)
    systems = _systems(draw, vocabulary["information"])
    return vocabulary | ({"systems": systems} if systems else {})


def _filter(draw: Draw, map_data: Data) -> Data:
    """A `for` on one dimension or more; never empty where a dimension is declared."""
    declared = [(dimension, list(map_data[section])) for dimension, section in DIMENSIONS if section in map_data]
    chosen: Data = {}
    for dimension, ids in declared:
        if not chosen or _chance(draw, 4):
            named = _one_or_list(draw, _at_least_one(draw, ids, 9))
            chosen[dimension] = {"not": named} if _chance(draw, 6) else named
    return chosen


def _for(draw: Draw, map_data: Data, twentieths: int) -> Data:
    chosen = _filter(draw, map_data) if _chance(draw, twentieths) else {}
    return {"for": chosen} if chosen else {}


# ---------------------------------------------------------------- touchpoints


def _asked(draw: Draw, map_data: Data, twentieths: int) -> str | list[str] | Data | None:
    items = _some(draw, map_data["information"], twentieths)
    if not items:
        return None
    if _chance(draw, 5):
        return {item: _filter(draw, map_data) or "always" if _chance(draw, 12) else "always" for item in items}
    return _one_or_list(draw, items)


def _records(draw: Draw, map_data: Data) -> str | list[str] | Data | None:
    systems = _some(draw, map_data.get("systems", ()), 6)
    if not systems:
        return None
    if _chance(draw, 8):
        return _one_or_list(draw, systems)
    items = list(map_data["information"])
    return {
        system: _one_or_list(draw, _at_least_one(draw, items, 8)) if _chance(draw, 15) else None for system in systems
    }


def _resolves(draw: Draw, map_data: Data, shared: bool) -> Any:
    reasons = list(map_data.get("reasons", ()))
    if not reasons or _chance(draw, 4):
        return _one(draw, SHARES) if shared else _one(draw, (True, "yes", False, "60%"))
    named = _at_least_one(draw, reasons, 7)
    if shared or _chance(draw, 6):
        return {each: _one(draw, SHARES) if shared or _chance(draw, 10) else None for each in named}
    return _one_or_list(draw, named)


def _entry(draw: Draw, map_data: Data) -> Any:
    if _chance(draw, 16):
        return True
    entry: Data = {"volume": "1200/month"}
    if "reasons" in map_data and _chance(draw, 10):
        entry["by"] = {"reason": {next(iter(map_data["reasons"])): "30%"}}
    return entry


def _work(draw: Draw, map_data: Data, shared: bool) -> Data:
    """What is known, asked, recorded and settled at a touchpoint; absent values are None."""
    return {
        "entry": _entry(draw, map_data) if _chance(draw, 6) else None,
        "needs": _asked(draw, map_data, 7),
        "always_asks": _asked(draw, map_data, 3),
        "reads": _one_or_list(draw, reads) if (reads := _some(draw, map_data.get("systems", ()), 5)) else None,
        "records": _records(draw, map_data),
        "resolves": _resolves(draw, map_data, shared) if _chance(draw, 9) else None,
        "advances": _one(draw, (True, "on", "是", False)) if _chance(draw, 2) else None,
        "reply": {"within": "2 d"} if _chance(draw, 3) else None,
        "follow_up": True if _chance(draw, 2) else None,
        "abandons": _one(draw, ("5%", "0.1", "30%")) if _chance(draw, 3) else None,
    }


def _touchpoint(draw: Draw, map_data: Data, own: str, others: list[str]) -> Data:
    departments = tuple(map_data["departments"])
    owners = _ids(draw, departments, 1, min(2, len(departments)) if _chance(draw, 6) else 1)
    touchpoint: Data = {
        "channel": _one(draw, tuple(map_data["channels"])),
        "department": _one_or_list(draw, owners),
        **_for(draw, map_data, 3),
    }
    if _chance(draw, 14):
        touchpoint["handled_by"] = _one(draw, ("person", "machine", "machine", "machine"))
    if "stages" in map_data and _chance(draw, 10):
        touchpoint["stage"] = _one(draw, tuple(map_data["stages"]))
    shared = _chance(draw, 9)
    work = _work(draw, map_data, shared)
    touchpoint |= {key: value for key, value in work.items() if value is not None}
    transfers = _transfers(draw, map_data, own, [] if _chance(draw, 3) else others, shared)
    return touchpoint | ({"transfers": transfers} if transfers else {})


# ---------------------------------------------------------------- transfers


def _carries(draw: Draw, map_data: Data) -> str | list[str]:
    if _chance(draw, 10):
        return _one(draw, ("all", "none"))
    return _one_or_list(draw, _at_least_one(draw, list(map_data["information"]), 8))


def _if_closed(draw: Draw, map_data: Data, elsewhere: list[str]) -> str | Data:
    to = _one(draw, tuple(elsewhere))
    if _chance(draw, 8):
        return to
    closed: Data = {"to": to}
    if _chance(draw, 10):
        closed["kind"] = _one(draw, KINDS)
    if _chance(draw, 10):
        closed["carries"] = _carries(draw, map_data)
    return closed


def _transfer(draw: Draw, map_data: Data, elsewhere: list[str], shared: bool) -> Data:
    transfer: Data = {}
    if _chance(draw, 12):
        transfer["kind"] = _one(draw, KINDS)
    if _chance(draw, 6):
        transfer["carries"] = _carries(draw, map_data)
    if shared or _chance(draw, 2):
        transfer["share"] = _one(draw, SHARES)
    if elsewhere and _chance(draw, 4):
        transfer["if_closed"] = _if_closed(draw, map_data, elsewhere)
    if _chance(draw, 2):
        transfer["limit"] = _one(draw, ("1", "3"))
    return transfer | _for(draw, map_data, 3)


def _transfers(draw: Draw, map_data: Data, own: str, others: list[str], shared: bool) -> Data:
    """None to three other touchpoints, now and then several times, and sometimes the touchpoint itself."""
    targets = _ids(draw, others, min(_one(draw, (0, 1, 1, 2)), len(others)), min(3, len(others)))
    transfers: Data = {}
    for target in [*targets, own] if _chance(draw, 2 if targets else 6) else targets:
        elsewhere = [each for each in others if each != target]
        if _chance(draw, 3):
            count = draw(st.integers(1, 2))
            transfers[target] = [_transfer(draw, map_data, elsewhere, shared) for _ in range(count)]
        else:
            transfers[target] = _transfer(draw, map_data, elsewhere, shared) or None
    return transfers


def _settings(draw: Draw) -> Data:
    settings: Data = {"loop_length": _one(draw, ("6", "2", "2", "3", "4", "5"))} if _chance(draw, 10) else {}
    if _chance(draw, 5):
        settings["loop_component"] = str(draw(st.integers(2, 8)))
    if _chance(draw, 6):
        settings["silent_loss"] = _one(draw, ("0%", "5%", "10%", "0.25", "60%"))
    return {"settings": settings} if settings else {}


def _uses(draw: Draw, map_data: Data) -> Data:
    """A contract and a scenario: they use an element, and change no analysis."""
    extra: Data = {}
    if _chance(draw, 2):
        extra["contracts"] = {"told-once": {"never": {"repeat": _one(draw, tuple(map_data["information"]))}}}
    if _chance(draw, 2):
        change = {"department": _one(draw, tuple(map_data["departments"])), "hours": "Mo-Su 07:00-23:00"}
        extra["scenarios"] = {"open-longer": {"changes": [change]}}
    return extra


@st.composite
def contact_maps(draw: Draw, max_touchpoints: int = 7) -> Data:
    """A valid map (no JM001 to JM004) of at most `max_touchpoints` (up to 9) touchpoints, as plain data."""
    map_data: Data = {"journeymap": "1", "name": "Generated"} | _settings(draw) | _vocabulary(draw)
    fewest = _one(draw, (1, 2, 3, 4, 5))  # few touchpoints have no loops, traps or repeats: lean to more
    ids = _ids(draw, TOUCHPOINTS, min(fewest, max_touchpoints), max_touchpoints)
    map_data["touchpoints"] = {
        own: _touchpoint(draw, map_data, own, [each for each in ids if each != own]) for own in ids
    }
    first = map_data["touchpoints"][ids[0]]
    if "entry" not in first and _chance(draw, 18):
        first["entry"] = True
    return map_data | _uses(draw, map_data)

"""Valid contact maps for Hypothesis, as plain Python data: small enough for brute force, and using everything.

`contact_maps()` draws what a YAML file would say (mappings, lists, text, flags; numbers and shares are text).
Chances are in twentieths. Nothing here knows how journeymap works: the language page is the only source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any, TypeVar

import yaml
from hypothesis import strategies as st

__all__ = [
    "ISLAND",
    "contact_maps",
    "rename_cases",
    "rename_subject",
    "renamed",
    "shuffled",
    "to_yaml",
    "with_island",
]

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
ISLAND = ("island_left", "island_quay", "island_right")

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


# ---------------------------------------------------------------- vocabulary


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


# ---------------------------------------------------------------- filters


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


# ---------------------------------------------------------------- the map


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


# ---------------------------------------------------------------- the same map, written differently


class _Dumper(yaml.SafeDumper):
    """Every scalar as quoted text, an absent value as nothing, no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _quoted(dumper: _Dumper, value: object) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"')


def _flag(dumper: _Dumper, value: bool) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:bool", "true" if value else "false")


def _nothing(dumper: _Dumper, _: None) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


for _type, _representer in ((str, _quoted), (int, _quoted), (float, _quoted), (bool, _flag), (type(None), _nothing)):
    _Dumper.add_representer(_type, _representer)


def to_yaml(map_data: Data) -> str:
    """The map as YAML in the order of its keys."""
    text: str = yaml.dump(map_data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text


def shuffled(map_data: Data, random: Random) -> Data:
    """The same map with the keys of every mapping in another order; lists keep theirs (it may mean something)."""

    def shuffle(value: Any) -> Any:
        if isinstance(value, list):
            return [shuffle(each) for each in value]
        if not isinstance(value, dict):
            return value
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffle(value[key]) for key in keys}

    result: Data = shuffle(map_data)
    if isinstance(map_data.get("stages"), dict):
        result["stages"] = dict(map_data["stages"])  # the one ordered mapping
    return result


def with_island(map_data: Data) -> Data:
    """The map and three touchpoints that nothing leads to and that resolve nothing: a loop, and a quay behind it.

    They use only what the first touchpoint already uses, so that nothing else becomes used by them.
    """
    first = next(iter(map_data["touchpoints"].values()))
    keys = ("channel", "department", "needs", "always_asks", "reads", "records")
    kept = {key: first[key] for key in keys if key in first}
    left, quay, right = ISLAND
    island = {
        left: kept | {"transfers": {right: {"kind": "cold"}}},
        right: kept | {"transfers": {left: {"kind": "warm", "if_closed": quay}}},
        quay: kept,
    }
    return map_data | {"touchpoints": {**map_data["touchpoints"], **island}}


# ---------------------------------------------------------------- the same map under other names

SECTIONS = (
    "segments", "products", "reasons", "stages", "channels", "departments", "systems", "information", "touchpoints",
)  # fmt: skip
_KEY_OF_SECTION = dict(DIMENSIONS) | {
    "stage": "stages", "channel": "channels", "department": "departments", "information": "information",
    "repeat": "information", "holds": "information", "needs": "information", "always_asks": "information",
    "carries": "information", "reads": "systems", "records": "systems", "resolves": "reasons",
    "transfers": "touchpoints", "if_closed": "touchpoints", "to": "touchpoints",
}  # fmt: skip
Names = dict[str, dict[str, str]]


def renamed(map_data: Data, order_preserving: bool) -> tuple[Data, Names]:
    """The map with every id of every section renamed, and the new name of each old id by section.

    With `order_preserving` the ids keep their order by code point, else that order is reversed.
    """
    names: Names = {}
    for section in SECTIONS:
        ids = sorted(map_data.get(section, ()), reverse=not order_preserving)
        names[section] = {old: f"{section[:2]}{rank:03d}" for rank, old in enumerate(ids)}
    return _renamed_map(map_data, names), names


def _renamed_map(map_data: Data, names: Names) -> Data:
    result: Data = {}
    for key, value in map_data.items():
        result[key] = value
        if key in names and isinstance(value, list):
            result[key] = [names[key][each] for each in value]
        elif key in names:
            result[key] = {names[key][each]: _renamed_inside(item, names) for each, item in value.items()}
        elif key in ("contracts", "scenarios"):
            result[key] = _renamed_inside(value, names)
    return result


def _renamed_inside(value: Any, names: Names) -> Any:
    if isinstance(value, list):
        return [_renamed_inside(each, names) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: _renamed_value(key, each, names) for key, each in value.items()}


def _renamed_value(key: str, value: Any, names: Names) -> Any:
    """A value below `key`: ids, a mapping from ids, or attributes with ids deeper inside."""
    section = _KEY_OF_SECTION.get(key)
    if section is None or (key == "if_closed" and isinstance(value, dict)):
        return _renamed_inside(value, names)
    known = names[section]
    if isinstance(value, str):
        return known.get(value, value)  # `all`, `none`, `yes`, a share
    if isinstance(value, list):
        return [known[each] for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"not"}:
        return {"not": _renamed_value(key, value["not"], names)}
    return {known[each]: _renamed_below(key, item, names) for each, item in value.items()}


def _renamed_below(key: str, value: Any, names: Names) -> Any:
    return _renamed_value("holds", value, names) if key == "records" else _renamed_inside(value, names)


def rename_cases(cases: Any, names: Names) -> Any:
    """The `cases` of a finding (``"all"`` or a sequence of ``((dimension, id), ...)``) under the new names, sorted."""
    if cases == "all":
        return cases
    sections = dict(DIMENSIONS)
    return tuple(sorted(tuple((key, names[sections[key]][each]) for key, each in case) for case in cases))


def rename_subject(subject: Data, names: Names) -> Data:
    """The subject of a finding under the new names; lists that are no walks or loops are sorted again."""
    return {key: _renamed_fact(key, value, names) for key, value in subject.items()}


def _renamed_fact(key: str, value: Any, names: Names) -> Any:
    if key == "path":
        return _renamed_path(value, names)
    if key == "case":
        sections = dict(DIMENSIONS)
        return {dimension: names[sections[dimension]][each] for dimension, each in value.items()}
    if key == "information":
        return names["information"][value]
    known = names["touchpoints"]
    if key == "lost_on":
        return sorted([known[sender], known[receiver]] for sender, receiver in value)
    if isinstance(value, list):
        ids = [known[each] for each in value]
        return sorted(ids) if key == "touchpoints" else ids
    return known[value]


def _renamed_path(path: str, names: Names) -> str:
    parts = path.split(".")
    parts[1] = names[parts[0]][parts[1]]
    if parts[2:3] == ["transfers"]:
        parts[3] = names["touchpoints"][parts[3]]
    return ".".join(parts)

"""The same map, written differently: as YAML, in another order, under other names, with an island."""

from __future__ import annotations

from random import Random
from typing import Any

import yaml

from .reading import Data

__all__ = [
    "ISLAND", "SECTIONS", "rename_cases", "rename_subject", "renamed", "shuffled", "to_yaml", "with_island",
    "with_names",
]  # fmt: skip

ISLAND = ("island_left", "island_quay", "island_right")
DIMENSIONS = (("segment", "segments"), ("product", "products"), ("reason", "reasons"))


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
    "carries": "information", "reads": "systems", "records": "systems", "systems": "systems", "resolves": "reasons",
    "transfers": "touchpoints", "if_closed": "touchpoints", "to": "touchpoints", "from": "touchpoints",
    "reach": "touchpoints", "loop": "touchpoints",
}  # fmt: skip
SELECTING = ("from", "to", "reach", "loop")
Names = dict[str, dict[str, str]]


def renamed(map_data: Data, order_preserving: bool) -> tuple[Data, Names]:
    """The map with every id of every section renamed, and the new name of each old id by section.

    With `order_preserving` the ids keep their order by code point, else that order is reversed.
    """
    names: Names = {}
    for section in SECTIONS:
        ids = sorted(map_data.get(section, ()), reverse=not order_preserving)
        names[section] = {old: f"{section[:2]}{rank:03d}" for rank, old in enumerate(ids)}
    return with_names(map_data, names), names


def with_names(map_data: Data, names: Names) -> Data:
    """The map with the new names of its ids, by section."""
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
    if section is None or (key in ("if_closed", *SELECTING) and isinstance(value, dict)):
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


_SECTION_OF_FACT = {
    "information": "information", "stage": "stages", "product": "products", "reason": "reasons", "segment": "segments",
    "department": "departments", "departments": "departments", "systems": "systems",
    "touchpoint": "touchpoints", "touchpoints": "touchpoints", "from": "touchpoints", "to": "touchpoints",
    "entry": "touchpoints", "loop": "touchpoints", "walk": "touchpoints", "lost_on": "touchpoints",
}  # fmt: skip


def _renamed_fact(key: str, value: Any, names: Names) -> Any:
    if key == "path":
        return _renamed_path(value, names)
    if key == "case":
        sections = dict(DIMENSIONS)
        return {dimension: names[sections[dimension]][each] for dimension, each in value.items()}
    if key not in _SECTION_OF_FACT:
        return value  # numbers, tasks, contracts
    known = names[_SECTION_OF_FACT[key]]
    if key == "lost_on":
        return sorted([known[sender], known[receiver]] for sender, receiver in value)
    if isinstance(value, list):
        ids = [known[each] for each in value]
        return ids if key in ("loop", "walk") else sorted(ids)
    return known[value]


def _renamed_path(path: str, names: Names) -> str:
    parts = path.split(".")
    parts[1] = names[parts[0]][parts[1]]
    if parts[2:3] == ["transfers"]:
        parts[3] = names["touchpoints"][parts[3]]
    return ".".join(parts)

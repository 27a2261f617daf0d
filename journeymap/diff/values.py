"""Elements as plain data to compare: equal where only the way of writing, or an order without meaning, differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from journeymap.diff.result import KeyChange
from journeymap.findings import Json
from journeymap.source.canonical import written
from journeymap.source.layout import Written

__all__ = ["Fields", "fields", "key_changes"]

Fields = dict[str, Json]

_ORDERED = frozenset({"systems", "tasks", "changes"})
"""Lists whose order is of the matter: screens in order of use, work in the order in which it is done."""


def fields(element: BaseModel, leave: str = "") -> Fields:
    """The keys of an element that are not as by default, without the key `leave`."""
    return {key: _plain(key, value) for key, value in written(element).items() if key != leave}


def key_changes(before: Mapping[str, Json], after: Mapping[str, Json]) -> tuple[KeyChange, ...]:
    """The keys whose values differ, in order."""
    keys = sorted(before.keys() | after.keys())
    return tuple(KeyChange(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key))


def _plain(key: str, value: Written) -> Json:
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    if isinstance(value, Mapping):
        return {name: _plain(name, inner) for name, inner in value.items()}
    return _list(key, value)


def _list(key: str, values: Sequence[Written]) -> Json:
    items = [_plain("", value) for value in values]
    if key in _ORDERED or not all(isinstance(item, str) for item in items):
        return items
    return sorted(items, key=str)

"""Which elements of a map were added, removed or changed. Elements are known by section and id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeymap.diff.result import Change
from journeymap.diff.transfers import transfer_changes
from journeymap.diff.values import Fields, fields, key_changes
from journeymap.model import ContactMap
from journeymap.model.contact_map import SECTIONS

__all__ = ["compare_maps"]

ELEMENTS = (*SECTIONS, "touchpoints", "contracts", "scenarios")
"""The sections that hold elements, in the order of the language."""

_NESTED = ("settings", "ignore")


def compare_maps(old: ContactMap, new: ContactMap) -> tuple[Change, ...]:
    """What changed, by section, then id. The order of keys, and how a value is written, are no change. Near linear."""
    return tuple(_changes(old, new))


def _changes(old: ContactMap, new: ContactMap) -> Iterator[Change]:
    keys = key_changes(_own(old), _own(new))
    if keys:
        yield Change("changed", "map", "", new.name or "", keys)
    for section in ELEMENTS:
        before, after = getattr(old, section), getattr(new, section)
        for key in sorted(before.keys() | after.keys()):
            yield from _element(section, key, (old, new))


def _element(section: str, key: str, maps: tuple[ContactMap, ContactMap]) -> Iterator[Change]:
    before, after = (getattr(each, section).get(key) for each in maps)
    path = f"{section}.{key}"
    name = maps[1 if after is not None else 0].name_of(section, key) if section in _NAMED else key
    if before is None or after is None:
        yield Change("added" if before is None else "removed", section, path, name)
    else:
        keys = key_changes(fields(before, leave="transfers"), fields(after, leave="transfers"))
        if keys:
            yield Change("changed", section, path, name, keys)
    if section == "touchpoints":
        yield from transfer_changes(key, before, after, maps)


_NAMED = frozenset({*SECTIONS, "touchpoints"})


def _own(contact_map: ContactMap) -> Fields:
    """The map's own keys; thresholds and suppressions one by one, stages as the order they stand in."""
    every = fields(contact_map.model_copy(update={section: {} for section in ELEMENTS}))
    own = {key: value for key, value in every.items() if key not in _NESTED}
    for section in _NESTED:
        nested = every.get(section)
        if isinstance(nested, Mapping):
            own |= {f"{section}.{key}": value for key, value in nested.items()}
    return own | ({"stages": list(contact_map.stages)} if contact_map.stages else {})

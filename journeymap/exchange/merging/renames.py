"""Elements that were given another id by hand: told by their name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from journeymap.model import ContactMap
from journeymap.model.contact_map import SECTIONS
from journeymap.source import SourceFile, read_map
from journeymap.source.canonical import written
from journeymap.source.layout import lay_out

__all__ = ["renamed_as_in"]

Ids = Mapping[str, Mapping[str, str]]
"""By section, from the id of the import to that of the file."""

_LISTS = ("department", "stage", "needs", "always_asks")


def renamed_as_in(imported: ContactMap, existing: ContactMap) -> ContactMap:
    """The imported map with the ids of the existing one, for elements of one name of which only the id differs.

    Importers use departments, channels, stages, information and touchpoints; nothing else is looked at. Linear.
    """
    ids = {section: _ids(imported, existing, section) for section in (*SECTIONS, "touchpoints")}
    if not any(ids.values()):
        return imported
    fields: dict[str, Any] = written(imported)
    for section in SECTIONS:
        if section in fields:
            fields[section] = _section(fields[section], ids[section])
    touchpoints = {key: _touchpoint(one, ids) for key, one in fields.get("touchpoints", {}).items()}
    fields["touchpoints"] = _section(touchpoints, ids["touchpoints"])
    found = read_map("", [SourceFile("", lay_out(fields).encode())]).map
    return found if found is not None else imported


def _ids(imported: ContactMap, existing: ContactMap, section: str) -> dict[str, str]:
    """Ids that only one of the maps has, where each has the name exactly once among them."""
    theirs, ours = getattr(imported, section), getattr(existing, section)
    new = {key: imported.name_of(section, key) for key in theirs if key not in ours}
    gone = {key: existing.name_of(section, key) for key in ours if key not in theirs}
    counted, known = Counter(new.values()), Counter(gone.values())
    by_name = {name: key for key, name in gone.items() if known[name] == 1}
    return {key: by_name[name] for key, name in new.items() if counted[name] == 1 and name in by_name}


def _section(entries: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - data as it is written
    if isinstance(entries, list):
        return [ids.get(key, key) for key in entries]
    return {ids.get(key, key): value for key, value in entries.items()}


def _touchpoint(fields: Mapping[str, Any], ids: Ids) -> dict[str, Any]:
    found = dict(fields)
    sections = {"department": "departments", "stage": "stages", "needs": "information", "always_asks": "information"}
    for key in _LISTS:
        if key in found:
            found[key] = _used(found[key], ids[sections[key]])
    found["channel"] = ids["channels"].get(found["channel"], found["channel"])
    if "transfers" in found:
        transfers = {key: _transfers(one, ids) for key, one in found["transfers"].items()}
        found["transfers"] = _section(transfers, ids["touchpoints"])
    return found


def _used(value: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - data as it is written
    return ids.get(value, value) if isinstance(value, str) else _section(value, ids)


def _transfers(value: Any, ids: Ids) -> Any:  # noqa: ANN401 - data as it is written
    if isinstance(value, list):
        return [_transfers(one, ids) for one in value]
    closed = value.get("if_closed")
    if closed is None:
        return value
    touchpoints = ids["touchpoints"]
    moved = {**closed, "to": touchpoints.get(closed["to"], closed["to"])} if isinstance(closed, dict) else closed
    return {**value, "if_closed": _used(moved, touchpoints) if isinstance(moved, str) else moved}

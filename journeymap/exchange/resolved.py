"""The resolved map, ``journeymap-map/1``: every default worked out, for programs that do not know the language.

The keys and the notation of values are those of the map language; numbers and flags are those of JSON. The keys that a
map does not say, and that were worked out, are listed in ``defaults`` of the element. ``open`` of a touchpoint tells
when it is open: stretches ``[first, behind the last]`` of minutes of the typical week, from Monday 00:00. Its schema is
`docs/schema/journeymap-map-1.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from journeymap.analysis.hours import Hours, stretches
from journeymap.graph import Edge, Network
from journeymap.model import ContactMap, Touchpoint, Transfer
from journeymap.model.contact_map import SECTIONS
from journeymap.source.canonical import in_full, written
from journeymap.source.layout import Plain, Written

__all__ = ["DEFAULTS", "FORMAT", "OPEN", "elements_of", "resolved"]

FORMAT = "journeymap-map/1"
DEFAULTS, OPEN = "defaults", "open"

_NUMBER = re.compile(r"\d{1,15}")
_DECIMAL = re.compile(r"(?=[\d.]{1,16}$)\d+\.\d+")
_TOP = ("name", "description", "owner", "language", "currency", "country", "timezone")


def resolved(contact_map: ContactMap) -> dict[str, Any]:
    """The resolved map as data for JSON; equal maps give equal data. O(map x minutes of a week) at worst."""
    network = Network(contact_map)
    data: dict[str, Any] = {"format": FORMAT}
    said = written(contact_map)
    data |= {key: _json(said[key]) for key in _TOP if key in said}
    data["settings"] = _element(contact_map.settings)
    for section in SECTIONS:
        entries: Mapping[str, BaseModel] = getattr(contact_map, section)
        ids = list(entries) if section == "stages" else sorted(entries)
        data[section] = {key: _vocable(section, key, entries[key]) for key in ids}
    data["touchpoints"] = _touchpoints(network)
    data |= {key: _json(said[key]) for key in ("contracts", "scenarios", "ignore") if key in said}
    return data


def _vocable(section: str, key: str, entry: BaseModel) -> dict[str, Any]:
    worked_out = {"name": key} | ({"mode": "live"} if section == "channels" else {})
    return _element(entry, worked_out)


def _element(element: BaseModel, worked_out: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """An element with all its keys; what it does not say itself stands in `defaults`."""
    said = written(element)
    full = {key: _json(value) for key, value in in_full(element).items()}
    full |= {key: value for key, value in (worked_out or {}).items() if key not in said}
    defaults = [key for key in full if key not in said]
    return full | ({DEFAULTS: defaults} if defaults else {})


def _touchpoints(network: Network) -> dict[str, Any]:
    minutes = Hours(network).minutes
    found = {}
    for number, key in enumerate(network.ids):
        touchpoint = network.touchpoints[number]
        worked_out = {"name": key, "handled_by": "machine" if network.machine[number] else "person"}
        element = _element(touchpoint.model_copy(update={"transfers": {}}), worked_out)
        element[DEFAULTS].remove("transfers")
        element["transfers"] = _transfers(touchpoint, network, number)
        found[key] = element | {OPEN: [list(stretch) for stretch in stretches(minutes[number])]}
    return found


def _transfers(touchpoint: Touchpoint, network: Network, number: int) -> dict[str, Any]:
    edges = {(edge.declared_target, edge.place, edge.alternative): edge for edge in network.out[number]}
    found: dict[str, Any] = {}
    for target in sorted(touchpoint.transfers):
        one_or_more = touchpoint.transfers[target]
        goal = network.number[target]
        if isinstance(one_or_more, Transfer):
            found[target] = _transfer(one_or_more, edges, goal, None)
        else:
            found[target] = [_transfer(each, edges, goal, place) for place, each in enumerate(one_or_more)]
    return found


def _transfer(
    transfer: Transfer, edges: Mapping[tuple[int, int | None, bool], Edge], target: int, place: int | None
) -> dict[str, Any]:
    element = _element(transfer, _kind_and_carries(edges[target, place, False]))
    if transfer.if_closed is not None:
        element["if_closed"] = _element(transfer.if_closed, _kind_and_carries(edges[target, place, True]))
    return element


def _kind_and_carries(edge: Edge) -> dict[str, Any]:
    return {"kind": edge.kind, "carries": edge.carries if isinstance(edge.carries, str) else list(edge.carries)}


def _json(value: Written) -> Any:  # noqa: ANN401 - anything JSON can say
    if isinstance(value, Plain):
        if value in ("true", "false"):
            return value == "true"
        return int(value) if _NUMBER.fullmatch(value) else float(value) if _DECIMAL.fullmatch(value) else str(value)
    if isinstance(value, Mapping):
        return {key: _json(item) for key, item in value.items()}
    return value if value is None or isinstance(value, str) else [_json(item) for item in value]


def elements_of(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Every element of a resolved map that may have `defaults`, with the way to it; all else is passed over."""
    for key in ("settings", *SECTIONS, "touchpoints"):
        inner = data.get(key)
        if not isinstance(inner, dict):
            continue
        if key == "settings":
            yield (key,), inner
            continue
        for name, element in inner.items():
            if isinstance(element, dict):
                yield (key, name), element
                if key == "touchpoints":
                    yield from _inside((key, name, "transfers"), element.get("transfers"))


def _inside(way: tuple[str | int, ...], transfers: object) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    for target, one_or_more in transfers.items() if isinstance(transfers, dict) else ():
        several = enumerate(one_or_more) if isinstance(one_or_more, list) else [(None, one_or_more)]
        for place, transfer in several:
            here = (*way, target) if place is None else (*way, target, place)
            if isinstance(transfer, dict):
                yield here, transfer
                if isinstance(transfer.get("if_closed"), dict):
                    yield (*here, "if_closed"), transfer["if_closed"]

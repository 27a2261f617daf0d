"""The vocabulary of an imported map: departments from flows, channels, stages, and items that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from journeymap.exchange.importing.draft import Block, Channel, Draft, Item
from journeymap.exchange.importing.identifying import harmless, identified

__all__ = ["Vocabulary", "named", "vocabulary_of"]

_NO_CHANNEL = Channel("contact", "Contact", "live")
"""The channel of blocks that say none, in a draft that declares none."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The sections as data for the model, and from the keys of the draft to the ids of the map."""

    sections: Mapping[str, Mapping[str, Mapping[str, Any]]]
    departments: Mapping[str, str]
    channels: Mapping[str, str]
    stages: Mapping[str, str]
    items: Mapping[str, str]
    default_channel: str = field(default=_NO_CHANNEL.key)


def vocabulary_of(draft: Draft, blocks: Sequence[Block]) -> Vocabulary:
    """What the blocks use, and nothing else, in the order of the draft."""
    flows = {flow.key: flow.name for flow in draft.flows}
    answering = [block.department or block.flow for block in blocks]
    departments = {key: flows.get(key, key) for key in [*(key for key in flows if key in answering), *answering]}
    channels = _channels(draft, blocks)
    stages = {block.stage: block.stage for block in blocks if block.stage}
    items = _items(blocks)
    ids = [
        dict(zip(names, identified(names.values(), fallback), strict=True))
        for names, fallback in (
            (departments, "department"),
            ({key: key for key in channels}, "channel"),
            (stages, "stage"),
            ({key: item.name for key, item in items.items()}, "item"),
        )
    ]
    sections = {
        "departments": {ids[0][key]: named(name, ids[0][key]) for key, name in departments.items()},
        "channels": {ids[1][key]: _channel(channel, ids[1][key]) for key, channel in channels.items()},
        "stages": {ids[2][key]: named(name, ids[2][key]) for key, name in stages.items()},
        "information": {ids[3][key]: _information(item, ids[3][key]) for key, item in items.items()},
    }
    default = ids[1][next(iter(channels))] if channels else _NO_CHANNEL.key
    return Vocabulary(sections, ids[0], ids[1], ids[2], ids[3], default)


def named(name: str, key: str) -> dict[str, Any]:
    """The attribute `name` of an element, left out where it is its id."""
    shown = harmless(name)
    return {"name": shown} if shown and shown != key else {}


def _channels(draft: Draft, blocks: Iterable[Block]) -> dict[str, Channel]:
    """The channels that are used; a block without one is on the first."""
    declared = {channel.key: channel for channel in draft.channels} or {_NO_CHANNEL.key: _NO_CHANNEL}
    first = next(iter(declared))
    used = {block.channel if block.channel in declared else first for block in blocks}
    return {key: channel for key, channel in declared.items() if key in used}


def _channel(channel: Channel, key: str) -> dict[str, Any]:
    return {**named(channel.name, key), "mode": channel.mode}


def _items(blocks: Iterable[Block]) -> dict[str, Item]:
    """Equal items once: sensitive if one of them is."""
    items: dict[str, Item] = {}
    for block in blocks:
        for item in block.asks:
            known = items.setdefault(item.key, item)
            if item.sensitive and not known.sensitive:
                items[item.key] = replace(known, sensitive=True)
    return items


def _information(item: Item, key: str) -> dict[str, Any]:
    return {**named(item.name, key), **({"sensitive": True} if item.sensitive else {})}

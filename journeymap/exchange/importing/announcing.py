"""Announcements before the end of a contact become touchpoints; what settles the matter is marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeymap.exchange.importing.draft import END, Block, Way
from journeymap.exchange.importing.endings import endings_of

__all__ = ["with_announcements"]


def with_announcements(blocks: Mapping[str, Block], spoken: Mapping[str, str], firsts: Iterable[str]) -> list[Block]:
    """The blocks of a draft, with the prompts that are all that happens before the end as touchpoints.

    `spoken` gives the key of each prompt, and what it is called where it is a touchpoint; `firsts` are the keys with
    which flows begin. Announcements of one flow that say the same and lead nowhere are one. What only they led to is
    left out. Linear.
    """
    begun = list(firsts)
    endings = endings_of(blocks, spoken, begun)
    changed: dict[str, Block] = {}
    for key, block in blocks.items():
        resolves = block.resolves or key in endings.settling
        changed[key] = replace(block, resolves=resolves)
        if key in endings.announcements:
            ways = tuple(way for way in block.ways if way.target not in endings.closing) or (Way(END),)
            announcement = replace(block, role="touchpoint", handled_by="machine", name=spoken[key], ways=ways)
            changed[key] = replace(announcement, resolves=resolves)
    left_out = _reached(blocks, begun) - _reached(changed, begun)
    return _without_copies({key: block for key, block in changed.items() if key not in left_out}, endings.announcements)


def _reached(blocks: Mapping[str, Block], firsts: Iterable[str]) -> set[str]:
    reached: set[str] = set()
    waiting = list(firsts)
    while waiting:
        key = waiting.pop()
        if key in blocks and key not in reached:
            reached.add(key)
            waiting += [way.target for way in blocks[key].ways]
    return reached


def _without_copies(blocks: Mapping[str, Block], announcements: frozenset[str]) -> list[Block]:
    first: dict[tuple[str, str, str, bool], str] = {}
    instead: dict[str, str] = {}
    for key in blocks:
        block = blocks[key]
        if key in announcements and {way.target for way in block.ways} == {END}:
            instead[key] = first.setdefault((block.flow, block.channel, block.name, block.resolves), key)
    return [_redirected(block, instead) for key, block in blocks.items() if instead.get(key, key) == key]


def _redirected(block: Block, instead: Mapping[str, str]) -> Block:
    ways = [replace(way, target=instead.get(way.target, way.target)) for way in block.ways]
    return replace(block, ways=tuple(dict.fromkeys(ways)))

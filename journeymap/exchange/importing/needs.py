"""Information that technical blocks work with is needed by the machine that settles the matter with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeymap.exchange.importing.draft import Block, Item

__all__ = ["with_needs"]

_MOST_SEARCHED = 200
"""So many blocks behind a technical one are searched."""


def with_needs(blocks: Iterable[Block], used: Mapping[str, Iterable[Item]]) -> list[Block]:
    """The blocks, those that settle the matter with the items that technical blocks before them use;
    `used` gives these by key.

    A person is not told to need what a machine works with: the source does not say whether it is shown to them.
    Linear, but for long chains of technical blocks.
    """
    made = {block.key: block for block in blocks}
    for key, items in used.items():
        needed = [replace(item, always=False) for item in items]
        for following in _behind(made, key) if needed else ():
            asks = dict.fromkeys([*made[following].asks, *needed])
            made[following] = replace(made[following], asks=tuple(asks))
    return list(made.values())


def _behind(blocks: Mapping[str, Block], key: str) -> list[str]:
    """The touchpoints that come next on ordinary ways, if they are machines that settle the matter."""
    found: dict[str, None] = {}
    waiting = _ordinary(blocks, key) if key in blocks and blocks[key].role != "touchpoint" else []
    seen = {key}
    while waiting and len(seen) < _MOST_SEARCHED:
        here = waiting.pop()
        if here in seen or here not in blocks:
            continue
        seen.add(here)
        if blocks[here].role != "touchpoint":
            waiting += _ordinary(blocks, here)
        elif _settles(blocks[here]) and blocks[here].channel == blocks[key].channel:
            found[here] = None
    return sorted(found)


def _settles(block: Block) -> bool:
    return block.handled_by == "machine" and block.resolves


def _ordinary(blocks: Mapping[str, Block], key: str) -> list[str]:
    return [way.target for way in blocks[key].ways if not way.failure and not way.closed]

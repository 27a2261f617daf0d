"""Blocks nobody reaches: from the beginning of no flow does any way lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymap.exchange.importing.draft import Block, Draft, Remark
from journeymap.findings import Message

__all__ = ["unreached"]

_ALONE = 'nobody reaches "{name}"'
_WITH_OTHERS = 'nobody reaches "{name}" and the blocks behind it ({others})'


def unreached(draft: Draft, following: Mapping[str, Iterable[str]]) -> list[Remark]:
    """A remark for each island of blocks that no flow's beginning leads to, at the block it begins with.

    `following` gives the targets of each block. Linear in blocks and ways.
    """
    reached: set[str] = set()
    _spread([key for flow in draft.flows for key in (flow.first, *flow.others) if key is not None], following, reached)
    left = [block for block in draft.blocks if block.key not in reached]
    entered = {target for block in left for target in following.get(block.key, ()) if target != block.key}
    remarks = []
    for block in sorted(left, key=lambda block: block.key in entered):
        if block.key not in reached:
            island = _spread([block.key], following, reached)
            remarks.append(_told(block, len(island & following.keys()) - 1))
    return remarks


def _told(block: Block, others: int) -> Remark:
    template = _WITH_OTHERS if others else _ALONE
    return Remark("error", block.place, Message(template, {"name": block.name, "others": others}))


def _spread(keys: Iterable[str], following: Mapping[str, Iterable[str]], reached: set[str]) -> set[str]:
    """Everything that `keys` lead to and that was not reached before; it is now."""
    waiting, found = list(keys), set()
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            found.add(key)
            waiting += following.get(key, ())
    return found

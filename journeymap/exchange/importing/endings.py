"""How contacts end: announcements after which nothing comes, and blocks that do all there is to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeymap.exchange.importing.draft import END, Block, Way

__all__ = ["Endings", "endings_of"]


@dataclass(frozen=True, slots=True)
class Endings:
    """Keys of blocks: prompts that are all that happens before the end, what settles the matter (assumed), and the
    technical blocks behind which nothing comes.
    """

    announcements: frozenset[str]
    settling: frozenset[str]
    closing: frozenset[str]


def endings_of(blocks: Mapping[str, Block], prompts: Iterable[str], firsts: Iterable[str]) -> Endings:
    """Announcements are prompts with nothing but technical blocks behind them; those on an ordinary way settle the
    matter, and so does every other block from which all ordinary ways only end. Where nothing would, everything does
    from which an ordinary way ends. Linear in blocks and ways.
    """
    spoken = frozenset(prompts)
    closing = _closing(blocks)
    announcements = _first_spoken(blocks, spoken & closing, closing, firsts)
    ordinary = _ordinarily_reached(blocks, announcements, firsts)
    settling = (announcements & ordinary) | _doing_all(blocks, announcements)
    if not settling and not any(block.resolves for block in blocks.values()):
        settling = _ending(blocks)
    return Endings(announcements, settling, closing)


def _met(blocks: Mapping[str, Block], key: str) -> bool:
    return key in blocks and blocks[key].role == "touchpoint"


def _usual(block: Block) -> list[Way]:
    return [way for way in block.ways if not way.failure and not way.closed]


def _closing(blocks: Mapping[str, Block]) -> frozenset[str]:
    """Technical blocks all of whose ordinary ways end the contact without meeting anything."""
    before: dict[str, list[str]] = {}
    open_ways = {}
    waiting = []
    for key, block in blocks.items():
        usual = [way.target for way in _usual(block) or block.ways]
        if block.role == "touchpoint" or not usual:
            continue
        open_ways[key] = len(usual)
        for target in usual:
            before.setdefault(target, []).append(key)
    waiting.append(END)
    closing = set()
    while waiting:
        for key in before.get(waiting.pop(), ()):
            open_ways[key] -= 1
            if not open_ways[key]:
                closing.add(key)
                waiting.append(key)
    return frozenset(closing)


def _first_spoken(
    blocks: Mapping[str, Block], spoken: frozenset[str], closing: frozenset[str], firsts: Iterable[str]
) -> frozenset[str]:
    """Of several prompts before the end the first: those come to from something that is not behind a prompt."""
    behind: set[str] = set()
    waiting = [way.target for key in spoken for way in blocks[key].ways]
    while waiting:
        key = waiting.pop()
        if key in closing and key not in behind:
            behind.add(key)
            waiting += [way.target for way in blocks[key].ways]
    passed = behind | spoken
    come_to = {way.target for key, block in blocks.items() if key not in passed for way in block.ways}
    begun = set(firsts)
    return frozenset(key for key in spoken if key not in behind or key in come_to or key in begun)


def _ordinarily_reached(blocks: Mapping[str, Block], stops: frozenset[str], firsts: Iterable[str]) -> frozenset[str]:
    """What is come to from a touchpoint, or a beginning, by ordinary ways and technical blocks only."""
    reached: set[str] = set()
    waiting = list(firsts)
    waiting += [way.target for block in blocks.values() if block.role == "touchpoint" for way in _usual(block)]
    while waiting:
        key = waiting.pop()
        if key in blocks and key not in reached:
            reached.add(key)
            if key not in stops and not _met(blocks, key):
                waiting += [way.target for way in _usual(blocks[key])]
    return frozenset(reached)


def _doing_all(blocks: Mapping[str, Block], announcements: frozenset[str]) -> frozenset[str]:
    """Touchpoints from which ordinary ways end the contact, and lead to no other touchpoint."""
    ends: set[str] = {END}
    return frozenset(
        key
        for key, block in blocks.items()
        if block.role == "touchpoint" and _only_ends(blocks, announcements, key, ends)
    )


def _ending(blocks: Mapping[str, Block]) -> frozenset[str]:
    """Touchpoints from which some ordinary way ends the contact."""
    before: dict[str, list[str]] = {}
    for key, block in blocks.items():
        for way in _usual(block):
            before.setdefault(way.target, []).append(key)
    found: set[str] = set()
    waiting = [END]
    while waiting:
        for key in before.get(waiting.pop(), ()):
            if key not in found:
                found.add(key)
                waiting += [key] if not _met(blocks, key) else []
    return frozenset(key for key in found if _met(blocks, key))


_MOST_SEARCHED = 400


def _only_ends(blocks: Mapping[str, Block], announcements: frozenset[str], key: str, ends: set[str]) -> bool:
    waiting = [way.target for way in _usual(blocks[key])]
    seen: set[str] = set()
    while waiting and len(seen) <= _MOST_SEARCHED:
        target = waiting.pop()
        if target in seen or target == key:
            continue
        seen.add(target)
        if target in ends:
            continue
        if target not in blocks or _met(blocks, target) or target in announcements:
            return False
        waiting += [way.target for way in _usual(blocks[target])]
    return END in seen and not waiting

"""JM005, JM006, JM007, JM009, JM010: faults of the map itself, by their definitions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from .answers import Answers
from .reading import Case, Data, declared_transfers, ids, if_closed, resolution, share, touchpoints, vocabulary
from .repeats import known_after_visit
from .world import World

# Which keys name ids of which section, wherever they stand (contracts and scenarios too).
NAMED_BY = {
    "channels": ("channel",),
    "departments": ("department",),
    "stages": ("stage",),
    "systems": ("reads", "records", "systems"),
    "information": ("needs", "always_asks", "holds", "carries", "records", "repeat"),
}


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    for world in every:
        for touchpoint in world.visible:
            if share_sum(world, touchpoint) > 1:
                answers.holds("JM005", world.case, touchpoint=touchpoint)
    for path in unused(map_data, answers.every):
        answers.holds_everywhere("JM006", path=path)
    for transfer in declared_transfers(map_data):
        if transfer.sender == transfer.receiver and "limit" not in transfer.data:
            answers.holds_everywhere("JM007", touchpoint=transfer.sender)
    for sender, receiver, item in impossible_carries(map_data, every):
        answers.holds_everywhere("JM009", **{"from": sender, "to": receiver, "information": item})
    for path in never_taken(map_data, every):
        answers.holds_everywhere("JM010", path=path)


def share_sum(world: World, touchpoint: str) -> Fraction:
    """Resolve + abandon + declared transfers in the case; what has no declared share adds nothing."""
    data = touchpoints(world.map)[touchpoint]
    shares = [resolution(data, world.case)[1], share(data.get("abandons"))]
    shares += [share(each.data.get("share")) for each in world.declared if each.sender == touchpoint]
    return sum((each for each in shares if each is not None), Fraction(0))


def unused(map_data: Data, every: list[Case]) -> Iterator[str]:
    in_cases = {pair for case in every for pair in case}
    for dimension, section in (("segment", "segments"), ("product", "products")):
        for each in vocabulary(map_data, section):
            if (dimension, each) not in in_cases:
                yield f"{section}.{each}"
    for section, keys in NAMED_BY.items():
        named = {each for key in keys for each in _named(list(map_data.values()), key, section == "information")}
        for each in vocabulary(map_data, section):
            if each not in named:
                yield f"{section}.{each}"


def _named(value: Any, key: str, items: bool) -> Iterator[str]:
    """The ids named by `key` anywhere below `value`; of `records`, the systems or the items."""
    if isinstance(value, list):
        for each in value:
            yield from _named(each, key, items)
    if not isinstance(value, dict):
        return
    for inner, below in value.items():
        if inner == key and key == "records" and items:
            yield from (each for listed in (below.values() if isinstance(below, dict) else ()) for each in ids(listed))
        elif inner == key:
            yield from ids(below)
        if not str(inner).startswith("x-"):
            yield from _named(below, key, items)


def impossible_carries(map_data: Data, every: list[World]) -> Iterator[tuple[str, str, str]]:
    for transfer in declared_transfers(map_data):
        if transfer.data.get("carries") in (None, "all", "none"):
            continue
        reached = [each for each in every if transfer in each.declared and transfer.sender in each.reachable]
        for item in ids(transfer.data["carries"]):
            if reached and not any(transfer.sender in known_after_visit(each, item) for each in reached):
                yield transfer.sender, transfer.receiver, item


def never_taken(map_data: Data, every: list[World]) -> Iterator[str]:
    for transfer in declared_transfers(map_data):
        closed = if_closed(transfer)
        there = [each for each in every if transfer in each.declared]
        if not there:
            yield transfer.path
        elif closed and not any(closed["to"] in each.visible for each in there):
            yield f"{transfer.path}.if_closed"

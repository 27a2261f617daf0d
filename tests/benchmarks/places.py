"""Touchpoints and transfers of a generated map, the dice that choose them, and how they are written as YAML."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

__all__ = ["Dice", "Place", "Way", "write_map"]


@dataclass
class Way:
    """One transfer: the lines that stand under its target."""

    kind: str
    carries: str = ""
    share: int = 0
    only: str = ""
    limit: int = 0
    if_closed: str = ""


@dataclass
class Place:
    """One touchpoint, about to be written."""

    id: str
    channel: str
    department: str
    machine: bool = False
    entry: bool = False
    only: str = ""
    needs: Sequence[str] = ()
    reads: Sequence[str] = ()
    records: dict[str, Sequence[str]] = field(default_factory=dict)
    resolves: str = ""
    abandons: int = 0
    reply: bool = False
    follow_up: bool = False
    shared_out: int = 0
    ways: dict[str, Way] = field(default_factory=dict)


class Dice:
    """Chance that is the same at every run and in every Python: only `Random.random` is promised to stay."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random

    def below(self, number: int) -> int:
        """A whole number from 0, below `number`."""
        return int(self._next() * number)

    def one_in(self, number: int) -> bool:
        """True once in `number` times."""
        return self.below(number) == 0

    def some(self, items: Sequence[str], number: int) -> list[str]:
        """`number` different items, in the order in which they are listed."""
        left = list(range(len(items)))
        chosen = [left.pop(self.below(len(left))) for _ in range(min(number, len(left)))]
        return [items[place] for place in sorted(chosen)]


def _write_way(target: str, way: Way) -> Iterator[str]:
    yield f"      {target}:"
    yield f"        kind: {way.kind}"
    if way.carries:
        yield f"        carries: {way.carries}"
    if way.share:
        yield f"        share: {way.share}%"
    if way.limit:
        yield f"        limit: {way.limit}"
    if way.only:
        yield f"        for: {way.only}"
    if way.if_closed:
        yield f"        if_closed: {way.if_closed}"


def _write_work(place: Place) -> Iterator[str]:
    if place.needs:
        yield f"    needs: [{', '.join(place.needs)}]"
    if place.reads:
        yield f"    reads: [{', '.join(place.reads)}]"
    if place.records:
        yield "    records:"
        yield from (f"      {system}: [{', '.join(items)}]" for system, items in place.records.items())


def _write_outcome(place: Place) -> Iterator[str]:
    if place.resolves:
        yield f"    resolves: {place.resolves}"
    if place.abandons:
        yield f"    abandons: {place.abandons}%"
    if place.reply:
        yield "    reply: {within: 2 d}"
    if place.follow_up:
        yield "    follow_up: true"


def _write_place(place: Place) -> Iterator[str]:
    """The lines of one touchpoint, block style."""
    yield f"  {place.id}:"
    yield f"    name: {place.id.replace('_', ' ').replace('line', 'Line ')}"
    yield f"    channel: {place.channel}"
    yield f"    department: {place.department}"
    if place.machine:
        yield "    handled_by: machine"
    if place.entry:
        yield "    entry: true"
    if place.only:
        yield f"    for: {place.only}"
    yield from _write_work(place)
    yield from _write_outcome(place)
    if place.ways:
        yield "    transfers:"
        for target, way in place.ways.items():
            yield from _write_way(target, way)


def write_map(head: str, places: Sequence[Place]) -> str:
    """The text of a map: its vocabulary and its touchpoints."""
    lines = [line for place in places for line in _write_place(place)]
    return head + "touchpoints:\n" + "\n".join(lines) + "\n"

"""Hostile maps: what a linter can freeze on, or eat all memory with. Each is a valid map, the same at every run.

python tests/benchmarks/hostile.py complete > map.yaml
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from generate import build
from places import Dice, Place, Way, write_map

__all__ = ["HOSTILE", "cases", "complete", "items", "ring", "systems"]

HEAD = """\
journeymap: 1
name: Hostile map
channels: [phone, web, chat, branch, hotline, queue]
departments: [front, service, claims, back_office, specialists]
"""
KINDS = ("warm", "cold", "ticket", "callback", "redirect", "step", "next")
DEPARTMENTS = ("front", "service", "claims", "back_office")


def _declared(section: str, ids: Iterable[str]) -> str:
    return f"{section}: [{', '.join(ids)}]\n"


def _plain(number: int) -> Place:
    place = Place(f"t{number:05}", "phone", DEPARTMENTS[number % len(DEPARTMENTS)], entry=number == 0)
    place.needs = ("story",)
    return place


def complete(touchpoints: int = 300) -> str:
    """Everybody transfers to everybody else, cold: more simple loops than atoms in the world."""
    places = [_plain(number) for number in range(touchpoints)]
    for place in places:
        place.ways = {other.id: Way("cold") for other in places if other is not place}
    places[-1].resolves = "true"
    return write_map(HEAD + _declared("information", ["story"]), places)


def ring(touchpoints: int = 20_000) -> str:
    """One loop through everything."""
    places = [_plain(number) for number in range(touchpoints)]
    for number, place in enumerate(places):
        place.ways = {places[(number + 1) % touchpoints].id: Way("cold")}
    places[-1].resolves = "true"
    return write_map(HEAD + _declared("information", ["story"]), places)


def _tangled(touchpoints: int, dice: Dice) -> list[Place]:
    """A realistic map in which every other touchpoint also sends back, and half the transfers carry nothing."""
    places = build(touchpoints)
    for number, place in enumerate(places):
        place.only = ""
        if number % 2:
            place.ways.setdefault(places[dice.below(number)].id, Way("cold"))
        for way in place.ways.values():
            way.only, way.share, way.kind = "", 0, KINDS[dice.below(len(KINDS))]
            way.carries = ("all", "none")[dice.below(2)]
        place.abandons = 0
    return places


def systems(number: int = 64, touchpoints: int = 1_000) -> str:
    """Systems read and recorded all over: whoever remembers which hold an item has 2 ** 64 states to visit."""
    dice = Dice(2)
    items, names = [f"item{place}" for place in range(20)], [f"system{place}" for place in range(number)]
    places = _tangled(touchpoints, dice)
    for place in places:
        place.needs = dice.some(items, 3)
        place.reads = dice.some(names, dice.below(4))
        place.records = {name: dice.some(items, 4) for name in dice.some(names, 4)}
    return write_map(HEAD + _declared("systems", names) + _declared("information", items), places)


def items(number: int = 200, touchpoints: int = 1_000) -> str:
    """Many items, needed and carried here and there."""
    dice = Dice(3)
    names = [f"item{place}" for place in range(number)]
    places = _tangled(touchpoints, dice)
    for place in places:
        place.needs, place.reads, place.records = dice.some(names, 8), (), {}
        for way in place.ways.values():
            if way.carries == "none":
                way.carries = f"[{', '.join(dice.some(names, 20))}]"
    return write_map(HEAD + _declared("information", names), places)


def cases(touchpoints: int = 1_000, segments: int = 20, reasons: int = 100, filters: int = 100) -> str:
    """Segments x reasons cases, and many different filters on touchpoints and transfers."""
    dice = Dice(4)
    who, why = [f"segment{place}" for place in range(segments)], [f"reason{place}" for place in range(reasons)]
    known = [_filter(dice, who, why, number) for number in range(filters)]
    names = [f"item{place}" for place in range(20)]
    places = _tangled(touchpoints, dice)
    for number, place in enumerate(places):
        place.needs, place.reads, place.records = dice.some(names, 2), (), {}
        place.only = known[dice.below(filters)] if number % 5 == 4 else ""
        for way in place.ways.values():
            way.only = known[dice.below(filters)] if dice.one_in(3) else ""
    head = HEAD + _declared("segments", who) + _declared("reasons", why) + _declared("information", names)
    return write_map(head, places)


def _filter(dice: Dice, segments: list[str], reasons: list[str], number: int) -> str:
    some = f"reason: [{', '.join(dice.some(reasons, 1 + number % 40))}]"
    if number % 3 == 0:
        return f"{{segment: {{not: {dice.some(segments, 1)[0]}}}, {some}}}"
    return f"{{segment: [{', '.join(dice.some(segments, 1 + number % 10))}]}}" if number % 3 == 1 else f"{{{some}}}"


HOSTILE: dict[str, Callable[[], str]] = {
    "complete": complete,
    "ring": ring,
    "systems": systems,
    "items": items,
    "cases": cases,
}

if __name__ == "__main__":
    sys.stdout.write(HOSTILE[sys.argv[1]]())

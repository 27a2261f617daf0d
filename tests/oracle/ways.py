"""JM207, JM209, JM303, JM305, JM401, JM403: how far it is to a person or a resolution, and what is asked on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .answers import Answers
from .reading import (
    Data,
    asked,
    asked_or_needed,
    is_machine,
    is_person,
    mode,
    number,
    records,
    setting,
    touchpoints,
    vocabulary,
)
from .world import Way, World


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    most = int(setting(map_data, "max_transfers", 2))
    for world in every:
        case = dict(world.case)
        for entry in world.entries:
            transfers = nearest(fewest_transfers(world, entry, counted), world.resolvers)
            if transfers is not None and transfers > most:
                answers.holds("JM207", world.case, case=case, entry=entry, transfers=transfers)
        _judge_persons(world, answers)
        _judge_questions(world, answers)
        if world.has_way_in and not has_way_without_fee(world):
            answers.holds("JM403", world.case, case=case)


# ---------------------------------------------------------------- how far


def fewest_transfers(world: World, start: str, price: Callable[[Way], int | None]) -> dict[str, int]:
    """From a touchpoint to every other; a way without a price cannot be taken."""
    fewest = {start: 0}
    changed = True
    while changed:
        changed = False
        for way in world.ways:
            paid = price(way)
            if paid is None or way.sender not in fewest:
                continue
            if way.receiver not in fewest or fewest[way.sender] + paid < fewest[way.receiver]:
                fewest[way.receiver] = fewest[way.sender] + paid
                changed = True
    return fewest


def counted(way: Way) -> int:
    return 0 if way.kind in ("next", "step") else 1


def with_the_customer(way: Way) -> int | None:
    return None if way.kind == "ticket" else 1


def nearest(fewest: dict[str, int], targets: Iterable[str]) -> int | None:
    return min((fewest[each] for each in targets if each in fewest), default=None)


def _judge_persons(world: World, answers: Answers) -> None:
    persons = {each for each in world.visible if is_person(world.map, each)}
    far = {entry: nearest(fewest_transfers(world, entry, with_the_customer), persons) for entry in world.entries}
    most = int(setting(world.map, "max_menus", 3))
    near = {entry for entry, transfers in far.items() if transfers is not None and transfers <= most}
    case = dict(world.case)
    for entry in world.entries - near:
        elsewhere = any(transfers is not None for other, transfers in far.items() if other != entry)
        excused = mode(world.map, entry) == "self" and elsewhere
        if is_machine(world.map, entry) and not excused:
            answers.holds("JM209", world.case, entry=entry, case=case)
    segment = case.get("segment")
    if segment and vocabulary(world.map, "segments")[segment].get("priority") == "high" and not near:
        answers.holds("JM401", world.case, segment=segment, case=case)


def has_way_without_fee(world: World) -> bool:
    free = {each for each in world.visible if not number(touchpoints(world.map)[each].get("fee"))}
    return bool(reached_within(world, free) & world.resolvers)


def reached_within(world: World, allowed: set[str]) -> set[str]:
    """What can be reached from the entries by touchpoints of `allowed` alone."""
    reached: set[str] = world.entries & allowed
    while onward := {way.receiver for way in world.ways if way.sender in reached} & allowed - reached:
        reached = reached | onward
    return reached


# ---------------------------------------------------------------- what is asked on the way


def _judge_questions(world: World, answers: Answers) -> None:
    data = touchpoints(world.map)
    wanted = {each: asked_or_needed(data[each], world.case) for each in world.visible}
    ahead = {each: world.reached_from({each}) for each in world.reachable}
    for touchpoint in asked_early(world):
        on_the_way = {each for each in ahead[touchpoint] if world.reached_from({each}) & world.resolvers}
        for item in wanted[touchpoint] if on_the_way else ():
            if not any(item in wanted[each] for each in on_the_way - {touchpoint}):
                answers.holds("JM303", world.case, touchpoint=touchpoint, information=item, case=dict(world.case))
    for touchpoint in world.reachable:
        needed = asked(data[touchpoint], "needs", world.case)
        for item in asked(data[touchpoint], "always_asks", world.case) - needed:
            recorded = any(not items or item in items for items in records(data[touchpoint]).values())
            if not recorded and not any(item in wanted[each] for each in ahead[touchpoint] - {touchpoint}):
                answers.holds("JM305", world.case, information=item, touchpoint=touchpoint)


def asked_early(world: World) -> set[str]:
    machines = {each for each in world.visible if is_machine(world.map, each)}
    before_persons = reached_within(world, machines)
    return {each for each in before_persons - world.resolvers if mode(world.map, each) != "self"}

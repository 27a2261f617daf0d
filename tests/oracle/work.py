"""JM108, JM109, JM304, JM402, JM501, JM502: stages, owners, systems and tasks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from .answers import Answers
from .reading import Data, asked, ids, is_machine, owners, records, screens, setting, touchpoints, vocabulary
from .repeats import known_after_visit
from .world import World


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    for stage, product in silent_stages(map_data, every):
        for world in every:
            if ("product", product) in world.case:
                answers.holds("JM108", world.case, stage=stage, product=product)
    for touchpoint, tasks in machine_work(map_data, every):
        for world in every:
            if touchpoint in world.reachable:
                answers.holds("JM402", world.case, touchpoint=touchpoint, tasks=sorted(tasks))
    for world in every:
        _judge_touchpoints(world, answers)
        for item, systems in two_sources(world):
            answers.holds("JM304", world.case, information=item, systems=sorted(systems))
        for task, pair in work_done_twice(world):
            answers.holds("JM502", world.case, task=task, touchpoints=sorted(pair))


def _judge_touchpoints(world: World, answers: Answers) -> None:
    most = int(setting(world.map, "max_screens", 4))
    for touchpoint in world.reachable:
        data = touchpoints(world.map)[touchpoint]
        departments, systems = sorted(owners(data)), sorted(screens(data))
        if len(departments) > 1:
            answers.holds("JM109", world.case, touchpoint=touchpoint, departments=departments)
        if len(systems) > most:
            answers.holds("JM501", world.case, touchpoint=touchpoint, systems=systems)


def silent_stages(map_data: Data, every: list[World]) -> Iterator[tuple[str, str]]:
    for stage in vocabulary(map_data, "stages"):
        for product in vocabulary(map_data, "products"):
            of_product = [world for world in every if ("product", product) in world.case]
            visible = set().union(*(world.visible for world in of_product))
            if not any(stage in ids(touchpoints(map_data)[each].get("stage")) for each in visible):
                yield stage, product


def tasks_at(map_data: Data, touchpoint: str) -> set[str]:
    return set(ids(touchpoints(map_data)[touchpoint].get("tasks")))


def machine_work(map_data: Data, every: list[World]) -> Iterator[tuple[str, set[str]]]:
    """Touchpoints of persons whose every task some machine does in all the cases that lead to the person."""
    reached_in = {each: {w.case for w in every if each in w.reachable} for each in touchpoints(map_data)}
    machines = [each for each in reached_in if is_machine(map_data, each)]
    for person, cases in reached_in.items():
        tasks = tasks_at(map_data, person)
        if person in machines or not cases or not tasks:
            continue
        able = [each for each in machines if reached_in[each] >= cases]
        if tasks <= set().union(*(tasks_at(map_data, each) for each in able)):
            yield person, tasks


def two_sources(world: World) -> Iterator[tuple[str, set[str]]]:
    data = touchpoints(world.map)
    for item in vocabulary(world.map, "information"):
        sources = {
            system
            for touchpoint in known_after_visit(world, item)
            for system, items in records(data[touchpoint]).items()
            if not items or item in items
        }
        needing = [each for each in world.reachable if item in asked(data[each], "needs", world.case)]
        if len(sources) > 1 and any(len(sources & set(ids(data[each].get("reads")))) == 1 for each in needing):
            yield item, sources


def work_done_twice(world: World) -> Iterator[tuple[str, tuple[str, str]]]:
    for one, other in combinations(sorted(world.reachable), 2):
        on_one_walk = other in world.reached_from({one}) or one in world.reached_from({other})
        same_owners = owners(touchpoints(world.map)[one]) == owners(touchpoints(world.map)[other])
        if on_one_walk and not same_owners:
            for task in tasks_at(world.map, one) & tasks_at(world.map, other):
                yield task, (one, other)

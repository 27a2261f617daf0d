"""JM206 and JM208: back to a department or a channel already left, from every walk that is short enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

import networkx as nx

from .answers import Answers
from .loops import pointless_graph
from .reading import Case, Data, flag, is_machine, mode, owners, setting, touchpoints
from .world import World

Walk = tuple[str, ...]
BOOMERANG_KINDS = ("step", "warm", "cold", "redirect", "ticket")
BOUNCE_KINDS = ("step", "warm", "cold", "redirect")


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    boomerangs: dict[tuple[str, str, str], list[tuple[int, Walk, Case]]] = defaultdict(list)
    bounces: dict[tuple[str, str], list[tuple[int, Walk, Case]]] = defaultdict(list)
    for world in every:
        for department, walk in boomerang_walks(world):
            boomerangs[department, walk[0], walk[-1]].append((len(walk), walk, world.case))
        for walk in bounce_walks(world):
            bounces[walk[0], walk[-1]].append((len(walk), walk, world.case))
    for (department, left, back), found in boomerangs.items():
        _tell(answers, "JM206", found, {"department": department, "from": left, "to": back})
    for found in bounces.values():
        _tell(answers, "JM208", found, {})


def _tell(answers: Answers, code: str, found: list[tuple[int, Walk, Case]], facts: dict[str, Any]) -> None:
    """One finding with the shortest walk over all its cases."""
    _, walk, _ = min(found)
    for _, _, case in found:
        answers.holds(code, case, **facts, walk=list(walk))


def walks_out_and_back(world: World, start: str, kinds: Collection[str], home: set[str]) -> Iterator[Walk]:
    """Every walk from `start` over one or more touchpoints away from home that do not advance, to one at home."""
    data = touchpoints(world.map)
    walks: list[Walk] = [(start,)]
    for transfers in range(1, int(setting(world.map, "boomerang_length", 4)) + 1):
        onward = {walk: {way.receiver for way in world.ways_from(walk[-1]) if way.kind in kinds} for walk in walks}
        longer = [(*walk, receiver) for walk, receivers in onward.items() for receiver in receivers]
        if transfers > 1:
            yield from (walk for walk in longer if walk[-1] in home - {start})
        walks = [walk for walk in longer if walk[-1] not in home and not flag(data[walk[-1]].get("advances"))]


def boomerang_walks(world: World) -> Iterator[tuple[str, Walk]]:
    data = touchpoints(world.map)
    components = list(nx.strongly_connected_components(pointless_graph(world)))
    for left in world.reachable:
        for department in () if is_machine(world.map, left) else owners(data[left]):
            home = {each for each in world.visible if department in owners(data[each])}
            for walk in walks_out_and_back(world, left, BOOMERANG_KINDS, home):
                in_loop = any({left, walk[-1]} <= component for component in components)
                if not in_loop and not flag(data[walk[-1]].get("follow_up")):
                    yield department, walk


def bounce_walks(world: World) -> Iterator[Walk]:
    data = touchpoints(world.map)
    for left in world.reachable:
        home = {each for each in world.visible if data[each]["channel"] == data[left]["channel"]}
        for walk in walks_out_and_back(world, left, BOUNCE_KINDS, home):
            if all(mode(world.map, each) != "internal" for each in walk):
                yield walk

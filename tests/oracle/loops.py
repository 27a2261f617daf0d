"""JM201 to JM205: pointless loops and tangles, from every simple cycle of every case."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from .answers import Answers
from .reading import Data, flag, is_machine, mode, owners, setting, touchpoints
from .world import World

Loop = tuple[str, ...]
Pair = tuple[str, str]


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    longest = int(setting(map_data, "loop_length", 6))
    largest = int(setting(map_data, "loop_component", 500))
    cycles = {world.case: set(simple_loops(pointless_graph(world))) for world in every}
    for world in every:
        for component, chosen in chosen_loops(world, cycles[world.case]):
            pairs = pointless_graph(world).subgraph(component).number_of_edges()
            summarised = pairs > largest
            tangled = chosen if summarised else {each for each in chosen if len(each) > longest}
            if tangled:
                loop = list(min(tangled, key=_shortest_first))
                answers.holds("JM205", world.case, touchpoints=sorted(component), loop=loop)
            for loop_found in chosen - tangled:
                for case in answers.every:
                    if loop_found in cycles[case]:
                        answers.holds(pattern(map_data, loop_found), case, loop=list(loop_found))


def pointless_graph(world: World) -> nx.DiGraph:
    data = touchpoints(world.map)
    kept = {each for each in world.reachable if not flag(data[each].get("advances"))}
    graph = nx.DiGraph()
    for way in world.ways:
        pointless = way.kind != "next" and not way.limited and way.sender != way.receiver
        if pointless and {way.sender, way.receiver} <= kept:
            graph.add_edge(way.sender, way.receiver)
    return graph


def simple_loops(graph: nx.DiGraph) -> Iterator[Loop]:
    for cycle in nx.simple_cycles(graph):
        start = cycle.index(min(cycle))
        yield tuple(cycle[start:] + cycle[:start])


def chosen_loops(world: World, loops: set[Loop]) -> Iterator[tuple[set[str], set[Loop]]]:
    """Per component: the loop chosen for each transfer on a loop, without those on `self` channels only."""
    chosen: dict[Pair, Loop] = {}
    for loop in sorted(loops, key=_shortest_first):
        for pair in pairs_of(loop):
            chosen.setdefault(pair, loop)
    for component in nx.strongly_connected_components(pointless_graph(world)):
        own = {loop for pair, loop in chosen.items() if pair[0] in component}
        yield component, {loop for loop in own if any(mode(world.map, each) != "self" for each in loop)}


def pairs_of(loop: Loop) -> list[Pair]:
    return list(zip(loop, loop[1:] + loop[:1], strict=True))


def _shortest_first(loop: Loop) -> tuple[int, Loop]:
    return len(loop), loop


def pattern(map_data: Data, loop: Loop) -> str:
    data = touchpoints(map_data)
    changes = sum(owners(data[left]) != owners(data[right]) for left, right in pairs_of(loop))
    if changes == 0:
        return "JM203" if all(is_machine(map_data, each) for each in loop) else "JM204"
    return "JM201" if changes == 2 else "JM202"

"""JM101 to JM104, JM107, JM112, JM113: blind spots, by their definitions."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from .answers import Answers
from .declarations import share_sum
from .reading import NEW_CONTACT, Data, flag, is_entry, mode, resolution, setting, share, touchpoints
from .world import World


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    resolving = set().union(*(world.resolvers for world in every))
    limit = share(setting(map_data, "silent_loss", "10%"))
    for world in every:
        for touchpoint in silent_losses(world, resolving):
            if 1 - share_sum(world, touchpoint) > limit:
                answers.holds("JM113", world.case, touchpoint=touchpoint)
        for touchpoint in unheard(world):
            answers.holds("JM107", world.case, touchpoint=touchpoint)
        if world.has_way_in:
            _judge_ends(world, resolving, answers)
        elif resolving:
            answers.holds("JM103", world.case, case=dict(world.case))
    if not resolving:
        answers.holds_everywhere("JM103", case={})
    if any(is_entry(data) for data in touchpoints(map_data).values()):
        for touchpoint in set(touchpoints(map_data)).difference(*(world.reachable for world in every)):
            answers.holds_everywhere("JM104", touchpoint=touchpoint)


def _judge_ends(world: World, resolving: set[str], answers: Answers) -> None:
    for touchpoint in world.reachable:
        if world.ways_from(touchpoint) or _follows_up(world, touchpoint):
            continue
        if touchpoint not in resolving:
            answers.holds("JM101", world.case, touchpoint=touchpoint)
        elif touchpoint not in world.resolvers:
            answers.holds("JM112", world.case, touchpoint=touchpoint)
    for component in traps(world):
        answers.holds("JM102", world.case, touchpoints=sorted(component))


def _follows_up(world: World, touchpoint: str) -> bool:
    return flag(touchpoints(world.map)[touchpoint].get("follow_up"))


def traps(world: World) -> Iterator[set[str]]:
    for component in nx.strongly_connected_components(world.graph):
        leaving = [way for way in world.ways if way.sender in component]
        closed = leaving and all(way.receiver in component for way in leaving)
        saved = component & world.resolvers or any(_follows_up(world, each) for each in component)
        if closed and not saved and component <= world.reachable:
            yield component


def silent_losses(world: World, resolving: set[str]) -> Iterator[str]:
    """Touchpoints whose shares are all declared and that ought to add up to 100 %."""
    for touchpoint in world.reachable:
        out = [each for each in world.declared if each.sender == touchpoint]
        named, resolve_share = resolution(touchpoints(world.map)[touchpoint], world.case)
        expected = touchpoint in world.resolvers or (touchpoint not in resolving and out)
        all_shared = all("share" in each.data for each in out) and not (named and resolve_share is None)
        if expected and all_shared:
            yield touchpoint


def unheard(world: World) -> set[str]:
    """Where the request of some silent walk is taken in: a search over (touchpoint, place of taking in)."""
    data = touchpoints(world.map)
    silent = {each for each in world.visible if data[each].get("reply") is None}
    on_message = {each for each in world.visible if mode(world.map, each) == "message"}
    seen = {(each, each if each in on_message else None) for each in world.entries & silent}
    waiting = list(seen)
    while waiting:
        touchpoint, taken_in = waiting.pop()
        for way in world.ways_from(touchpoint):
            if way.receiver not in silent or (taken_in and way.kind in NEW_CONTACT):
                continue
            takes_in = way.kind == "ticket" or way.receiver in on_message
            reached = way.receiver, taken_in or (way.receiver if takes_in else None)
            if reached not in seen:
                seen.add(reached)
                waiting.append(reached)
    return {taken_in for touchpoint, taken_in in seen if taken_in and touchpoint in world.resolvers}

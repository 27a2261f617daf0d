"""JM110 and JM111: complaints that nobody follows up, tickets that lack what their work needs."""

from __future__ import annotations

from collections.abc import Iterator

from .answers import Answers
from .reading import Data, asked, flag, touchpoints, vocabulary
from .repeats import Arrival, ItemWalks
from .world import World


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    reasons = vocabulary(map_data, "reasons")
    for world in every:
        reason = dict(world.case).get("reason")
        if reason and flag(reasons[reason].get("complaint")):
            for touchpoint in world.reachable & world.resolvers:
                if not is_followed_up(world, touchpoint):
                    answers.holds("JM110", world.case, touchpoint=touchpoint, reason=reason)
        for touchpoint, item in ticketed_needs(world):
            arrivals = list(first_by_ticket(ItemWalks(world, item), touchpoint))
            if arrivals and not any(had for had in arrivals):
                answers.holds("JM111", world.case, touchpoint=touchpoint, information=item)


def is_followed_up(world: World, settled: str) -> bool:
    """Whether a follow-up lies ahead before the matter is settled again."""
    seen = waiting = {settled}
    while waiting:
        if any(flag(touchpoints(world.map)[each].get("follow_up")) for each in waiting):
            return True
        onward = {each for each in waiting if each == settled or each not in world.resolvers}
        waiting = {way.receiver for way in world.ways if way.sender in onward} - seen
        seen = seen | waiting
    return False


def ticketed_needs(world: World) -> Iterator[tuple[str, str]]:
    for touchpoint in {way.receiver for way in world.ways if way.kind == "ticket"}:
        for item in asked(touchpoints(world.map)[touchpoint], "needs", world.case):
            yield touchpoint, item


def first_by_ticket(walks: ItemWalks, touchpoint: str) -> Iterator[bool]:
    """For every arrival by ticket on walks that have not been at the touchpoint: is the item given or known?"""
    waiting: list[Arrival] = [start for start, _ in walks.starts() if start.touchpoint != touchpoint]
    seen = set(waiting)
    while waiting:
        state = walks.visit(waiting.pop())
        for way in walks.world.ways_from(state.touchpoint):
            arrival = walks.transfer(state, way)
            if arrival.touchpoint == touchpoint:
                if way.kind == "ticket":
                    yield arrival.given or walks.available(arrival)
            elif arrival not in seen:
                seen.add(arrival)
                waiting.append(arrival)

"""JM901: contracts, each broken or kept in each case that it is for."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import networkx as nx

from .answers import Answers
from .loops import pointless_graph
from .reading import (
    Case,
    Data,
    asked,
    flag,
    ids,
    is_entry,
    is_machine,
    matches,
    owners,
    records,
    resolution,
    seconds,
    touchpoints,
)
from .repeats import ItemWalks, shortest_repeats
from .ways import counted
from .world import World


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    for name, promise in (map_data.get("contracts") or {}).items():
        concerned = [world for world in every if matches(promise.get("for"), world.case)]
        if selects_nothing(promise, concerned):
            answers.holds_everywhere("JM901", contract=name)
        for world in concerned:
            if is_broken(world, promise):
                answers.holds("JM901", world.case, contract=name)


def is_broken(world: World, promise: Data) -> bool:
    if "never" in promise:
        return happens(world, promise["never"])
    targets = selected(world, promise["reach"])
    return any(not is_kept_from(world, start, targets, promise) for start in selected(world, promise["from"]))


def happens(world: World, never: Data) -> bool:
    """Whether anything that must never happen does."""
    if "repeat" in never:
        walks = ItemWalks(world, never["repeat"])
        if shortest_repeats(walks, list(walks.arrivals())):
            return True
    if "transfer" in never:
        senders, receivers = (selected(world, never["transfer"][end]) for end in ("from", "to"))
        if any(way.sender in senders and way.receiver in receivers for way in world.ways):
            return True
    on_loops = (each for each in nx.strongly_connected_components(pointless_graph(world)) if len(each) > 1)
    return "loop" in never and any(component & selected(world, never["loop"]) for component in on_loops)


def is_kept_from(world: World, start: str, targets: set[str], promise: Data) -> bool:
    if not is_reached_in_time(world, start, targets, promise.get("within") or {}):
        return False
    return not flag(promise.get("always")) or all(
        world.reached_from({each}) & targets for each in places_before(world, start, targets)
    )


def places_before(world: World, start: str, targets: set[str]) -> set[str]:
    """Everywhere a walk from `start` can go before it has reached a target."""
    places = {start} - targets
    while onward := {way.receiver for way in world.ways if way.sender in places} - targets - places:
        places = places | onward
    return places


# ---------------------------------------------------------------- in time


Label = tuple[int, Fraction]
"""Transfers and seconds since the start, on arrival."""


def is_reached_in_time(world: World, start: str, targets: set[str], within: Data) -> bool:
    """Whether one walk keeps both limits: a customer waits at the target too, but what is done there comes after."""
    most = int(within["transfers"]) if "transfers" in within else None
    longest = seconds(within["time"]) if "time" in within else None
    return any(
        (most is None or transfers <= most)
        and (longest is None or spent + seconds(touchpoints(world.map)[touchpoint].get("wait")) <= longest)
        for touchpoint, labels in best_labels(world, start).items()
        if touchpoint in targets
        for transfers, spent in labels
    )


def best_labels(world: World, start: str) -> dict[str, set[Label]]:
    """For every touchpoint ahead, all arrivals that no other beats in transfers and time."""
    data = touchpoints(world.map)
    labels: dict[str, set[Label]] = {start: {(0, Fraction(0))}}
    waiting: list[tuple[str, Label]] = [(start, (0, Fraction(0)))]
    while waiting:
        touchpoint, (transfers, spent) = waiting.pop()
        here = seconds(data[touchpoint].get("wait")) + seconds(data[touchpoint].get("time"))
        for way in world.ways_from(touchpoint):
            label = transfers + counted(way), spent + here + seconds(way.wait)
            known = labels.setdefault(way.receiver, set())
            if not any(few <= label[0] and short <= label[1] for few, short in known):
                known.add(label)
                waiting.append((way.receiver, label))
    return labels


# ---------------------------------------------------------------- selectors


def selects_nothing(promise: Data, concerned: Iterable[World]) -> bool:
    """Whether the contract would hold for ever; one whose `reach` selects nothing never holds."""
    never = promise.get("never") or {}
    holders = ((promise, "from"), (never, "loop"))
    ends = ((never.get("transfer") or {}, end) for end in ("from", "to"))
    selectors = [holder[key] for holder, key in (*holders, *ends) if key in holder]
    worlds = list(concerned)
    return not worlds or any(not any(selected(world, each) for world in worlds) for each in selectors)


def selected(world: World, selector: Any) -> set[str]:
    """The reachable touchpoints of the case that a selector chooses."""
    if selector == "entry":
        return set(world.entries)
    if selector == "resolved":
        return world.resolvers & world.reachable
    if isinstance(selector, dict):
        return {each for each in world.reachable if has_attributes(world, each, selector)}
    return world.reachable & set(ids(selector))


def has_attributes(world: World, touchpoint: str, attributes: Data) -> bool:
    return all(_has(world, touchpoint, key, wanted) for key, wanted in attributes.items())


def _has(world: World, touchpoint: str, key: str, wanted: Any) -> bool:
    data = touchpoints(world.map)[touchpoint]
    if key == "handled_by":
        return bool(wanted == ("machine" if is_machine(world.map, touchpoint) else "person"))
    if key == "entry":
        return flag(wanted) == is_entry(data)
    if key in ("follow_up", "advances"):
        return flag(wanted) == flag(data.get(key))
    if key == "priority":
        return bool(wanted == data.get(key, "normal"))
    if key == "resolves":
        return any(resolves(data, reason) for reason in ids(wanted))
    return not values_of(data, key, world.case).isdisjoint(ids(wanted))


def values_of(data: Data, key: str, case: Case) -> set[str]:
    if key == "department":
        return set(owners(data))
    if key in ("needs", "always_asks"):
        return asked(data, key, case)
    return set(records(data)) if key == "records" else set(ids(data.get(key)))


def resolves(data: Data, reason: str) -> bool:
    named, share = resolution(data, (("reason", reason),))
    return named and share != 0

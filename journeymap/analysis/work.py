"""Work behind the counter: tasks done twice, by the wrong hands, on too many screens; items kept in two places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.analysis.reach import Reach
from journeymap.analysis.repeats import BITS_AT_ONCE, known_when_sent
from journeymap.graph import Network

__all__ = [
    "DuplicatedWork", "MachineWork", "Screens", "TwoSources",
    "duplicated_work", "machine_work", "too_many_screens", "two_sources",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DuplicatedWork:
    """The same task at two touchpoints of different owners on one walk."""

    task: str
    touchpoints: tuple[int, int]
    cases: int


@dataclass(frozen=True, slots=True)
class MachineWork:
    """A person's touchpoint all of whose tasks machines do in the same cases."""

    touchpoint: int
    tasks: tuple[str, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class Screens:
    """The systems opened at one touchpoint."""

    touchpoint: int
    systems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TwoSources:
    """An item recorded in several systems, and the touchpoints that need it and read only one of them."""

    item: str
    systems: tuple[str, ...]
    touchpoints: tuple[int, ...]


def duplicated_work(reach: Reach) -> tuple[DuplicatedWork, ...]:
    """Pairs of touchpoints with a task in common and different owners, of which one is reached from the other.

    All touchpoints with such tasks are followed together, a bundle at a time: O(transfers) a bundle.
    """
    network = reach.network
    doing: dict[str, list[int]] = {}
    for number, touchpoint in enumerate(network.touchpoints):
        for task in dict.fromkeys(touchpoint.tasks) if reach.cases[number] else ():
            doing.setdefault(task, []).append(number)
    shared = {task: places for task, places in doing.items() if len({network.owners(number) for number in places}) > 1}
    sources = sorted({number for places in shared.values() for number in places})
    onward = _reached_from(reach, sources)
    found = []
    for task, places in sorted(shared.items()):
        for place, one in enumerate(places):
            for other in places[place + 1 :]:
                if network.owners(one) != network.owners(other):
                    cases = onward.get((one, other), 0) | onward.get((other, one), 0)
                    if cases:
                        found.append(DuplicatedWork(task, (one, other), cases))
    return tuple(found)


def _reached_from(reach: Reach, sources: list[int]) -> dict[tuple[int, int], int]:
    """For pairs of `sources` the cases in which the second is reached from the first, itself reachable."""
    network = reach.network
    classes = network.cases.class_count
    size = max(1, BITS_AT_ONCE // classes)
    wanted = set(sources)
    found: dict[tuple[int, int], int] = {}
    for start in range(0, len(sources), size):
        bundle = sources[start : start + size]
        reached = _spread_bundle(
            network,
            {number: reach.cases[number] << place * classes for place, number in enumerate(bundle)},
            len(bundle),
        )
        for target in wanted & reached.keys():
            mask = reached[target]
            while mask:
                place = ((mask & -mask).bit_length() - 1) // classes
                cases = mask >> place * classes & network.cases.all
                found[bundle[place], target] = cases
                mask &= ~(network.cases.all << place * classes)
    return found


def _spread_bundle(network: Network, starts: dict[int, int], count: int) -> dict[int, int]:
    every = sum(1 << place * network.cases.class_count for place in range(count))
    spread: dict[int, int] = {}
    reached = dict(starts)
    waiting = list(starts)
    while waiting:
        gained, waiting = dict.fromkeys(waiting), []
        for number in gained:
            here = reached[number]
            for edge in network.out[number]:
                cases = spread.get(edge.cases)
                if cases is None:
                    cases = spread[edge.cases] = edge.cases * every
                new = here & cases & ~reached.get(edge.target, 0)
                if new:
                    reached[edge.target] = reached.get(edge.target, 0) | new
                    waiting.append(edge.target)
    return reached


def machine_work(reach: Reach) -> tuple[MachineWork, ...]:
    """Persons' touchpoints all of whose tasks are done by machines that the same cases reach."""
    network = reach.network
    by_machine: dict[str, list[int]] = {}
    for number, touchpoint in enumerate(network.touchpoints):
        if network.machine[number] and reach.cases[number]:
            for task in touchpoint.tasks:
                by_machine.setdefault(task, []).append(reach.cases[number])
    found = []
    for number, touchpoint in enumerate(network.touchpoints):
        cases = reach.cases[number]
        if cases and touchpoint.tasks and not network.machine[number]:
            tasks = sorted(set(touchpoint.tasks))
            if all(any(not cases & ~others for others in by_machine.get(task, ())) for task in tasks):
                found.append(MachineWork(number, tuple(tasks), cases))
    return tuple(found)


def too_many_screens(network: Network) -> tuple[Screens, ...]:
    """The touchpoints at which more than `max_screens` systems are opened."""
    found = []
    for number, touchpoint in enumerate(network.touchpoints):
        systems = {*touchpoint.reads, *touchpoint.records, *touchpoint.systems}
        if len(systems) > network.map.settings.max_screens:
            found.append(Screens(number, tuple(sorted(systems))))
    return tuple(found)


def two_sources(network: Network) -> tuple[TwoSources, ...]:
    """Items recorded in two systems or more of which some touchpoint that needs them reads only one.

    A touchpoint that records everything known there records what some walk knows after its visit.
    """
    recorded = _recorded(network)
    found = []
    for item, systems in sorted(recorded.items()):
        if len(systems) > 1:
            reading_one = tuple(
                number
                for number, touchpoint in enumerate(network.touchpoints)
                if item in touchpoint.needs and len(systems & set(touchpoint.reads)) == 1
            )
            if reading_one:
                found.append(TwoSources(item, tuple(sorted(systems)), reading_one))
    return tuple(found)


def _recorded(network: Network) -> dict[str, set[str]]:
    recorded: dict[str, set[str]] = {}
    everything = [
        number for number, touchpoint in enumerate(network.touchpoints) if None in touchpoint.records.values()
    ]
    known = known_when_sent(network, tuple(sorted(network.map.information)))[0] if everything else {}
    for number, touchpoint in enumerate(network.touchpoints):
        for system, saved in touchpoint.records.items():
            for item in saved if saved is not None else _items_known(network, known, number):
                recorded.setdefault(item, set()).add(system)
    return recorded


def _items_known(network: Network, known: dict[tuple[int, str], int], number: int) -> Iterator[str]:
    return (item for item in network.map.information if known.get((number, item)))

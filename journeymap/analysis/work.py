"""Work behind the counter: tasks done twice, by the wrong hands, on too many screens; items kept in two places."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.analysis.components import split
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
    cases: int


@dataclass(frozen=True, slots=True)
class TwoSources:
    """An item recorded in several systems, and the touchpoints that need it and read only one of them."""

    item: str
    systems: tuple[str, ...]
    touchpoints: tuple[int, ...]
    cases: int


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


def too_many_screens(reach: Reach) -> tuple[Screens, ...]:
    """The reachable touchpoints at which more than `max_screens` systems are opened."""
    network = reach.network
    found = []
    for number, touchpoint in enumerate(network.touchpoints):
        systems = {*touchpoint.reads, *touchpoint.records, *touchpoint.systems}
        if reach.cases[number] and len(systems) > network.map.settings.max_screens:
            found.append(Screens(number, tuple(sorted(systems)), reach.cases[number]))
    return tuple(found)


def two_sources(network: Network, reach: Reach) -> tuple[TwoSources, ...]:
    """Items recorded in two systems or more in a case where some touchpoint that needs them reads only one of these.

    An item is recorded where some walk has it known when it leaves a touchpoint that saves it, or saves everything.
    """
    found = []
    for item, systems in sorted(_recorded(network).items()):
        if len(systems) > 1:
            for part in split(network.cases.all, systems.values()):
                used = tuple(sorted(system for system, mask in systems.items() if mask & part))
                reading_one, cases = _reading_one(reach, item, used, part) if len(used) > 1 else ((), 0)
                if cases:
                    found.append(TwoSources(item, used, reading_one, cases))
    return tuple(found)


def _reading_one(reach: Reach, item: str, systems: tuple[str, ...], cases: int) -> tuple[tuple[int, ...], int]:
    """The reachable touchpoints that need the item and read exactly one of the systems, and the cases in which."""
    network = reach.network
    numbers, together = [], 0
    for number, touchpoint in enumerate(network.touchpoints):
        if item in touchpoint.needs and len(set(systems) & set(touchpoint.reads)) == 1:
            mask = cases & reach.cases[number] & network.cases.matching(touchpoint.needs[item])
            if mask:
                numbers.append(number)
                together |= mask
    return tuple(numbers), together


def _recorded(network: Network) -> dict[str, dict[str, int]]:
    """For each item the systems that record it, with the cases in which some walk does."""
    known, cut = known_when_sent(network, _saved_in_two(network))
    recorded: dict[str, dict[str, int]] = {}
    for (number, item), cases in known.items():
        if item in cut:
            continue
        for system, saved in network.touchpoints[number].records.items():
            if saved is None or item in saved:
                systems = recorded.setdefault(item, {})
                systems[system] = systems.get(system, 0) | cases
    return recorded


def _saved_in_two(network: Network) -> tuple[str, ...]:
    """The items that two systems or more could record."""
    saving: dict[str, set[str]] = {}
    everything: set[str] = set()
    for touchpoint in network.touchpoints:
        for system, saved in touchpoint.records.items():
            if saved is None:
                everything.add(system)
            for item in saved or ():
                saving.setdefault(item, set()).add(system)
    return tuple(sorted(item for item in network.map.information if len(saving.get(item, set()) | everything) > 1))

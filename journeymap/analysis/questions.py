"""Questions that nobody on the way needs: asked too early by a machine, or collected for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeymap.analysis.knowledge import Knowledge
from journeymap.analysis.reach import Reach
from journeymap.analysis.search import spread
from journeymap.graph import Network

__all__ = ["UselessQuestion", "asked_items", "collected_for_nothing", "early_asks"]


@dataclass(frozen=True, slots=True)
class UselessQuestion:
    """An item asked at a touchpoint, and the cases in which no other touchpoint on the ways from there asks it."""

    touchpoint: int
    item: str
    cases: int


def early_asks(reach: Reach, knowledge: Knowledge) -> tuple[UselessQuestion, ...]:
    """Items that a machine asks before any person, and that nobody else on a way from there to R asks or needs.

    One search for what is asked further on, and one more for each machine that may come back to itself.
    """
    network = reach.network
    before_persons = spread(
        {number: mask for number, mask in network.entries.items() if network.machine[number]},
        [[(edge.target, edge.cases) for edge in edges if network.machine[edge.target]] for edges in network.out],
    )
    asking = {
        number: before_persons[number] & reach.to_resolution[number] & ~network.resolving[number]
        for number, touchpoint in enumerate(network.touchpoints)
        if network.machine[number]
        and network.mode[number] != "self"
        and before_persons[number]
        and (touchpoint.needs or touchpoint.always_asks)
    }
    further = _Further(knowledge, list(reach.to_resolution))
    return tuple(further.useless(asking, lambda number: further.asked[number]))


def collected_for_nothing(reach: Reach, knowledge: Knowledge) -> tuple[UselessQuestion, ...]:
    """Items always asked at a touchpoint that does not need them, that are not recorded there, nor asked further on."""
    network = reach.network
    asking = {
        number: reach.cases[number] for number, touchpoint in enumerate(network.touchpoints) if touchpoint.always_asks
    }
    further = _Further(knowledge, network.visible)

    def only_collected(number: int) -> int:
        touchpoint = network.touchpoints[number]
        recorded = 0
        for saved in touchpoint.records.values():
            recorded |= -1 if saved is None else further.knowledge.spread_items(saved)
        return further.knowledge.asked(number) & ~further.knowledge.wanted(number) & ~recorded

    return tuple(further.useless(asking, only_collected))


def asked_items(network: Network) -> Knowledge:
    """The bits of all items that are asked or needed anywhere."""
    items = {item for touchpoint in network.touchpoints for item in (*touchpoint.needs, *touchpoint.always_asks)}
    return Knowledge(network, tuple(sorted(items)), "least")


class _Further:
    """What is asked or needed on the ways from each touchpoint, along touchpoints in the cases `within`."""

    def __init__(self, knowledge: Knowledge, within: list[int]) -> None:
        network = knowledge.network
        self.knowledge = knowledge
        self.asked = [
            (self.knowledge.asked(number) | self.knowledge.wanted(number)) & self.knowledge.spread_cases(mask)
            for number, mask in enumerate(within)
        ]
        self._after = [
            [(edge.target, cases) for edge in edges if (cases := edge.cases & within[edge.target])]
            for edges in network.out
        ]

    def useless(self, asking: dict[int, int], questions: Callable[[int], int]) -> Iterator[UselessQuestion]:
        """The questions of the touchpoints `asking`, in those cases, that no other touchpoint further on asks."""
        later = self._later()
        for number, cases in sorted(asking.items()):
            own = questions(number) & self.knowledge.spread_cases(cases)
            again = own & later[number]
            useless = own & ~again
            if again:
                useless |= again & ~self._elsewhere(number, again)
            for item, some in self.knowledge.by_item(useless):
                yield UselessQuestion(number, item, some)

    def _later(self) -> list[int]:
        """For each touchpoint the bits asked one transfer on or later, at itself too where a way leads back."""
        later = [0] * len(self.asked)
        before: list[list[tuple[int, int]]] = [[] for _ in self.asked]
        for source, targets in enumerate(self._after):
            for target, cases in targets:
                before[target].append((source, self.knowledge.spread_cases(cases)))
        waiting = list(range(len(self.asked)))
        while waiting:
            gained, waiting = dict.fromkeys(waiting), []
            for number in gained:
                onward = self.asked[number] | later[number]
                for source, bits in before[number] if onward else ():
                    new = onward & bits & ~later[source]
                    if new:
                        later[source] |= new
                        waiting.append(source)
        return later

    def _elsewhere(self, start: int, wanted: int) -> int:
        """The bits of `wanted` asked on the ways from `start` at another touchpoint; ends when all are found."""
        found, reached = 0, {start: wanted}
        waiting = [start]
        while waiting and found != wanted:
            gained, waiting = dict.fromkeys(waiting), []
            for number in gained:
                for target, cases in self._after[number]:
                    new = reached[number] & self.knowledge.spread_cases(cases) & ~reached.get(target, 0)
                    if new:
                        reached[target] = reached.get(target, 0) | new
                        found |= new & self.asked[target]
                        waiting.append(target)
        return found

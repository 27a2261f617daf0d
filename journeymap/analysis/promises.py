"""Whether the promises of a map hold: what must be reached, in time or always, and what must never happen."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import timedelta
from heapq import heappop, heappush

from journeymap.analysis.components import Gathering
from journeymap.analysis.reach import Reach, Travel
from journeymap.analysis.repeats import Repeat
from journeymap.analysis.search import Move, States, Walk, explore, shortest_walk, spread
from journeymap.graph import Edge, Network
from journeymap.model import Promise, Touchpoint
from journeymap.model.promises import Attributes, Never, NeverTransfer, Selector

__all__ = ["Breach", "Broken", "broken_promises"]

_FREE_KINDS = frozenset({"next", "step"})


@dataclass(frozen=True, slots=True)
class Breach:
    """How a promise is broken in some cases.

    `kind` is one of ``selects_nothing, out_of_reach, too_late, lost_on_the_way, repeat, transfer, loop``;
    `touchpoint` is the place where it is broken, `onward` for what is lost on the way a shortest walk there from a
    touchpoint at which the promise was given, `edge` the transfer that must not exist, `repeat` the repeat that must
    not happen, where the kind has one.
    """

    kind: str
    cases: int
    touchpoint: int | None = None
    edge: Edge | None = None
    repeat: Repeat | None = None
    onward: Walk | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that does not hold, and the first breach of it."""

    contract: str
    cases: int
    breach: Breach


class _Selection:
    """The reachable touchpoints that a selector chooses, with the cases in which it does."""

    def __init__(self, reach: Reach) -> None:
        self._network = reach.network
        self._reached = reach.cases

    def chosen(self, selector: Selector, cases: int) -> dict[int, int]:
        """Touchpoints to those of the cases in which they are chosen."""
        found = self._chosen(selector)
        return {number: both for number, mask in found.items() if (both := mask & cases & self._reached[number])}

    def _chosen(self, selector: Selector) -> dict[int, int]:
        network = self._network
        if selector.word == "entry":
            return dict(network.entries)
        if selector.word == "resolved":
            return {number: mask for number, mask in enumerate(network.resolving) if mask}
        if selector.attributes is None:
            wanted = {network.number[key] for key in selector.ids}
            return {number: network.visible[number] for number in sorted(wanted) if network.visible[number]}
        return {
            number: mask
            for number in range(len(network.ids))
            if (mask := network.visible[number] & self._matching(number, selector.attributes))
        }

    def _matching(self, number: int, attributes: Attributes) -> int:
        network, touchpoint = self._network, self._network.touchpoints[number]
        handler = "machine" if network.machine[number] else "person"
        plain = (
            (attributes.handled_by, handler),
            (attributes.entry, touchpoint.entry is not None),
            (attributes.follow_up, touchpoint.follow_up),
            (attributes.advances, touchpoint.advances),
            (attributes.priority, touchpoint.priority or "normal"),
        )
        several = (
            (attributes.channel, (touchpoint.channel,)),
            (attributes.department, touchpoint.department),
            (attributes.stage, touchpoint.stage),
            (attributes.reads, touchpoint.reads),
            (attributes.records, touchpoint.records),
            (attributes.systems, touchpoint.systems),
            (attributes.tasks, touchpoint.tasks),
        )
        if any(wanted is not None and wanted != has for wanted, has in plain):
            return 0
        if any(wanted and set(wanted).isdisjoint(has) for wanted, has in several):
            return 0
        mask = network.cases.all
        if attributes.resolves and not any(_resolves(touchpoint, reason) for reason in attributes.resolves):
            return 0
        for wanted, asked in ((attributes.needs, touchpoint.needs), (attributes.always_asks, touchpoint.always_asks)):
            if wanted:
                asking = 0
                for item in wanted:
                    asking |= network.cases.matching(asked[item]) if item in asked else 0
                mask &= asking
        return mask


def _resolves(touchpoint: Touchpoint, reason: str) -> bool:
    """Whether a reason is resolved at a touchpoint with a share above 0."""
    resolves = touchpoint.resolves
    if resolves is None or (resolves.reasons is not None and reason not in resolves.reasons):
        return False
    return touchpoint.resolve_share(reason) != 0


def broken_promises(reach: Reach, repeated: tuple[Repeat, ...], tangled: list[Gathering]) -> tuple[Broken, ...]:
    """Every promise that does not hold, by id.

    Reaching is a search backwards, O(transfers); with limits one search per selected touchpoint.
    """
    checker = _Checker(reach, repeated, tangled)
    found = []
    for key, promise in sorted(reach.network.map.contracts.items()):
        breaches = list(checker.breaches(promise))
        if breaches:
            cases = 0
            for breach in breaches:
                cases |= breach.cases
            found.append(Broken(key, cases, breaches[0]))
    return tuple(found)


@dataclass(frozen=True)
class _Checker:
    reach: Reach
    repeated: tuple[Repeat, ...]
    tangled: list[Gathering]

    @property
    def network(self) -> Network:
        return self.reach.network

    def breaches(self, promise: Promise) -> Iterator[Breach]:
        cases = self.network.cases.matching(promise.for_)
        if not cases or any(not self._chosen(selector, cases) for selector in _selectors(promise)):
            yield Breach("selects_nothing", self.network.cases.all)
        elif promise.never is not None:
            yield from self._happening(promise.never, cases)
        elif promise.from_ is not None and promise.reach is not None:
            yield from self._out_of_reach(
                promise, self._chosen(promise.from_, cases), self._chosen(promise.reach, cases)
            )

    def _chosen(self, selector: Selector, cases: int) -> dict[int, int]:
        return _Selection(self.reach).chosen(selector, cases)

    def _happening(self, never: Never, cases: int) -> Iterator[Breach]:
        for repeat in self.repeated if never.repeat is not None else ():
            if repeat.item == never.repeat and repeat.cases & cases:
                yield Breach("repeat", repeat.cases & cases, repeat.touchpoint, repeat=repeat)
        if never.transfer is not None:
            yield from self._transfers(never.transfer, cases)
        for number, mask in (self._chosen(never.loop, cases) if never.loop is not None else {}).items():
            looping = 0
            for gathering in self.tangled:
                looping |= _with_others(gathering, number)
            if mask & looping:
                yield Breach("loop", mask & looping, number)

    def _transfers(self, never: NeverTransfer, cases: int) -> Iterator[Breach]:
        receivers = self._chosen(never.to, cases)
        for sender, mask in self._chosen(never.from_, cases).items():
            for edge in self.network.out[sender]:
                both = mask & edge.cases & receivers.get(edge.target, 0)
                if both:
                    yield Breach("transfer", both, sender, edge)

    def _out_of_reach(self, promise: Promise, starts: dict[int, int], targets: dict[int, int]) -> Iterator[Breach]:
        before = [[(edge.source, edge.cases) for edge in edges] for edges in self.network.into]
        reaching = spread(targets, before)
        for number, cases in starts.items():
            never = cases & ~reaching[number]
            if never:
                yield Breach("out_of_reach", never, number)
            late = cases & reaching[number] & ~self._in_time(promise, number, targets)
            if late:
                yield Breach("too_late", late, number)
        if promise.always:
            yield from self._lost_on_the_way(starts, targets, reaching)

    def _lost_on_the_way(
        self, starts: dict[int, int], targets: dict[int, int], reaching: list[int]
    ) -> Iterator[Breach]:
        """Where a walk can go, before it has met a target, from which none can be met any more."""
        network = self.network
        before_targets = _BeforeTargets(network, starts, targets)
        layers = explore(before_targets)
        lost: dict[int, int] = {}
        first: dict[int, tuple[int, int]] = {}
        for length, layer in enumerate(layers):
            for number, states in layer.items():
                mask = states[0] & ~reaching[number] & ~starts.get(number, 0)
                if mask:
                    first.setdefault(number, (length, mask))
                    lost[number] = lost.get(number, 0) | mask
        for number, (length, mask) in sorted(first.items()):
            walk = shortest_walk(before_targets, layers, length, number, {0: mask})
            yield Breach("lost_on_the_way", lost[number], number, onward=walk)

    def _in_time(self, promise: Promise, start: int, targets: dict[int, int]) -> int:
        """The cases in which one walk from `start` keeps both limits."""
        limits = promise.within
        if limits is None or (limits.transfers is None and limits.time is None):
            return -1
        return _kept(self.network, start, targets, limits.transfers, limits.time)


class _BeforeTargets(Travel):
    """Walks from where a promise is given that have not met a target yet."""

    def __init__(self, network: Network, starts: dict[int, int], targets: dict[int, int]) -> None:
        super().__init__(network, {number: mask & ~targets.get(number, 0) for number, mask in starts.items()})
        self._targets = targets

    def moves(self, number: int, states: States, targets: Container[int] | None = None) -> list[Move]:
        """Every edge in the cases in which it exists and its end is no target."""
        moves = super().moves(number, states, targets)
        return [(edge, key, left) for edge, key, mask in moves if (left := mask & ~self._targets.get(edge.target, 0))]


def _with_others(gathering: Gathering, number: int) -> int:
    """The cases in which a touchpoint shares its component with others."""
    mine, others = gathering.members.get(number, 0), 0
    for other, mask in gathering.members.items() if mine else ():
        if other != number:
            others |= mask
    return mine & others


def _selectors(promise: Promise) -> Iterator[Selector]:
    """The selectors without which a promise would hold for ever."""
    never = promise.never
    transfer = never.transfer if never is not None else None
    every = (
        promise.from_,
        never.loop if never is not None else None,
        transfer.from_ if transfer is not None else None,
        transfer.to if transfer is not None else None,
    )
    return (selector for selector in every if selector is not None)


_Arrival = tuple[int, timedelta]


def _kept(network: Network, start: int, targets: dict[int, int], most: int | None, longest: timedelta | None) -> int:
    """The cases in which a walk from `start` meets a target within so many transfers and so much time.

    `next` and `step` are not counted as transfers. Time is the waiting and the work at every touchpoint on the way,
    the waiting at the transfers and at the target. Labels that no other beats in both respects are kept for each
    touchpoint (Martins 1984), each with its cases; nearest first.
    """
    kept = 0
    labels: dict[int, dict[_Arrival, int]] = {}
    waiting: list[tuple[_Arrival, int, int]] = [((0, timedelta()), start, network.cases.all)]
    while waiting:
        (transfers, spent), number, cases = heappop(waiting)
        known = labels.setdefault(number, {})
        cases &= ~_beaten(known, (transfers, spent)) & ~kept
        touchpoint = network.touchpoints[number]
        here = spent + (touchpoint.wait or timedelta())
        if not cases or (longest is not None and here > longest):
            continue
        known[transfers, spent] = known.get((transfers, spent), 0) | cases
        kept |= cases & targets.get(number, 0)
        leaving = here + (touchpoint.time or timedelta())
        for edge in network.out[number]:
            step = transfers if edge.kind in _FREE_KINDS else transfers + 1
            if (some := cases & edge.cases & ~kept) and (most is None or step <= most):
                arrival = step, leaving + (edge.transfer.wait or timedelta())
                heappush(waiting, (arrival, edge.target, some))
    return kept


def _beaten(labels: dict[_Arrival, int], label: _Arrival) -> int:
    """The cases in which some label is at least as good in both respects."""
    mask = 0
    for other, cases in labels.items():
        if other[0] <= label[0] and other[1] <= label[1]:
            mask |= cases
    return mask

"""Walks that leave a department or a channel and come back to it: boomerangs and channel bounces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from journeymap.analysis.components import Gathering
from journeymap.analysis.reach import Reach
from journeymap.analysis.search import Walk
from journeymap.graph import Edge, Network

__all__ = ["Return", "boomerangs", "channel_bounces"]

_NOT_A_BOOMERANG = frozenset({"next", "callback"})
_ONE_CONTACT = frozenset({"step", "warm", "cold", "redirect"})


@dataclass(frozen=True, slots=True)
class Return:
    """A shortest walk that leaves `group` at its first touchpoint and comes back at its last, and all its cases."""

    group: str
    walk: Walk
    cases: int


def boomerangs(reach: Reach, tangled: list[Gathering]) -> tuple[Return, ...]:
    """Per department and pair of its touchpoints a shortest walk that leaves it at a person and comes back.

    Pairs in one component of the pointless graph (`tangled`) are left out in those cases. One search per touchpoint
    handled by a person, to `boomerang_length` transfers.
    """
    network = reach.network
    together = _Together(tangled)
    ends = [not touchpoint.follow_up for touchpoint in network.touchpoints]
    passing = [not touchpoint.advances for touchpoint in network.touchpoints]
    owners = [tuple(dict.fromkeys(touchpoint.department)) for touchpoint in network.touchpoints]
    trips = _Trips(network, owners.__getitem__, passing, lambda edge: edge.kind not in _NOT_A_BOOMERANG)
    found: list[Return] = []
    for department, members in _members(network, owners.__getitem__).items():
        tied, inside = together.all_of(members), set(members)
        for start in members:
            cases = 0 if network.machine[start] else reach.cases[start] & ~tied.get(start, 0)
            for back in trips.returns(department, inside, start, cases) if cases else ():
                end = back.walk.touchpoints[-1]
                excluded = together.cases(start, end) if ends[end] else -1
                if not back.cases & excluded:
                    found.append(back)
                elif back.cases & ~excluded:
                    found.extend(trips.returns(department, inside, start, cases & ~excluded, only=end))
    return tuple(sorted(found, key=_order))


def channel_bounces(reach: Reach) -> tuple[Return, ...]:
    """Per pair of touchpoints of a channel a shortest walk that leaves it and comes back within one contact."""
    network = reach.network
    open_to_customers = [mode != "internal" for mode in network.mode]
    passing = [
        is_open and not touchpoint.advances
        for is_open, touchpoint in zip(open_to_customers, network.touchpoints, strict=True)
    ]
    channels = [(touchpoint.channel,) for touchpoint in network.touchpoints]
    trips = _Trips(network, channels.__getitem__, passing, lambda edge: edge.kind in _ONE_CONTACT)
    found: list[Return] = []
    for channel, members in _members(network, channels.__getitem__).items():
        inside = set(members)
        for start in members:
            if open_to_customers[start] and reach.cases[start]:
                found.extend(trips.returns(channel, inside, start, reach.cases[start]))
    return tuple(sorted(found, key=_order))


def _order(back: Return) -> tuple[int, str, int]:
    return back.walk.touchpoints[0], back.group, back.walk.touchpoints[-1]


def _members(network: Network, groups_of: Callable[[int], tuple[str, ...]]) -> dict[str, list[int]]:
    members: dict[str, list[int]] = {}
    for number in range(len(network.ids)):
        for group in groups_of(number):
            members.setdefault(group, []).append(number)
    return members


class _Trips:
    """Walks that stay out of a group, on touchpoints that may be passed, until they come back elsewhere in it."""

    def __init__(
        self,
        network: Network,
        groups_of: Callable[[int], tuple[str, ...]],
        passing: list[bool],
        may_take: Callable[[Edge], bool],
    ) -> None:
        self._network = network
        self._passing = passing
        self._may_take = may_take
        self._after: list[dict[int, int]] = [{} for _ in network.ids]
        for number, edges in enumerate(network.out):
            after = self._after[number]
            for edge in edges:
                if edge.cases and edge.target != number and may_take(edge):
                    after[edge.target] = after.get(edge.target, 0) | edge.cases
        self._length = network.map.settings.boomerang_length
        groups = [groups_of(number) for number in range(len(network.ids))]
        self._groups_ahead = [{group for target in after for group in groups[target]} for after in self._after]

    def returns(
        self, group: str, inside: set[int], start: int, cases: int, only: int | None = None
    ) -> Iterator[Return]:
        """The returns of the walks from `start` by place of return (just `only`, where given)."""
        if self._after[start].keys() <= inside:
            return
        away, back = self._layers(group, inside, start, cases)
        first: dict[int, tuple[int, int]] = {}
        every: dict[int, int] = {}
        for length, arrivals in enumerate(back):
            for end, mask in arrivals.items():
                first.setdefault(end, (length, mask))
                every[end] = every.get(end, 0) | mask
        for end, (length, mask) in sorted(first.items()):
            if only is None or end == only:
                yield Return(group, self._walk(away, length, end, mask), every[end])

    def _layers(
        self, group: str, inside: set[int], start: int, cases: int
    ) -> tuple[list[dict[int, int]], list[dict[int, int]]]:
        """By number of transfers the touchpoints first met outside, and those at which the group is met again."""
        away: list[dict[int, int]] = [{start: cases}]
        back: list[dict[int, int]] = [{}]
        seen = {start: cases}
        for length in range(1, self._length + 1):
            outside: dict[int, int] = {}
            again: dict[int, int] = {}
            is_last = length == self._length
            for number, mask in away[-1].items():
                if is_last and group not in self._groups_ahead[number]:
                    continue
                for target, there in self._after[number].items():
                    if target in inside:
                        if length > 1 and target != start and (new := mask & there):
                            again[target] = again.get(target, 0) | new
                    elif not is_last and self._passing[target] and (new := mask & there & ~seen.get(target, 0)):
                        outside[target] = outside.get(target, 0) | new
            for number, mask in outside.items():
                seen[number] = seen.get(number, 0) | mask
            away.append(outside)
            back.append(again)
        return away, back

    def _walk(self, away: list[dict[int, int]], length: int, end: int, cases: int) -> Walk:
        """The first of the walks of this length to `end`, over all the cases."""
        marks = [{end: cases}]
        for layer in reversed(away[:length]):
            marks.append(
                {number: good for number, mask in layer.items() if (good := mask & self._on(number, marks[-1]))}
            )
        marks.reverse()
        walk = [next(iter(marks[0]))]
        left = marks[0][walk[0]]
        for layer in marks[1:]:
            here = self._after[walk[-1]]
            target = min(number for number, mask in layer.items() if here.get(number, 0) & mask & left)
            left &= here[target] & layer[target]
            walk.append(target)
        return self._with_edges(tuple(walk), left)

    def _on(self, number: int, following: dict[int, int]) -> int:
        after, good = self._after[number], 0
        for target in following.keys() & after.keys():
            good |= after[target] & following[target]
        return good

    def _with_edges(self, walk: tuple[int, ...], cases: int) -> Walk:
        edges = []
        for source, target in pairwise(walk):
            edge = next(
                edge
                for edge in self._network.out[source]
                if edge.target == target and edge.cases & cases and self._may_take(edge)
            )
            cases &= edge.cases
            edges.append(edge)
        return Walk(walk, tuple(edges), (cases & -cases).bit_length() - 1)


class _Together:
    """In which cases touchpoints are in one component of the pointless graph."""

    def __init__(self, tangled: list[Gathering]) -> None:
        self._of: dict[int, list[Gathering]] = {}
        for gathering in tangled:
            for number in gathering.members:
                self._of.setdefault(number, []).append(gathering)

    def cases(self, one: int, other: int) -> int:
        """The cases in which two touchpoints are in one component."""
        mask = 0
        for gathering in self._of.get(one, ()):
            mask |= gathering.members[one] & gathering.members.get(other, 0)
        return mask

    def all_of(self, members: list[int]) -> dict[int, int]:
        """For each of `members` the cases in which all of them are in its component; empty where none are."""
        tied: dict[int, int] = {}
        for gathering in self._of.get(members[0], ()):
            mask = -1
            for number in members:
                mask &= gathering.members.get(number, 0)
                if not mask:
                    break
            for number in members if mask else ():
                tied[number] = tied.get(number, 0) | mask
        return tied

"""Strongly connected components in every case at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeymap.analysis.search import spread

__all__ = [
    "Component",
    "Gathering",
    "Pairs",
    "components",
    "gatherings",
    "more_than",
    "restrict",
    "split",
    "union_components",
]

Pairs = dict[int, dict[int, int]]
"""From touchpoint to successor to the cases in which a transfer leads there; parallel transfers count once."""


@dataclass(frozen=True, slots=True)
class Component:
    """Touchpoints (sorted) that all reach one another in exactly these cases, and reach nothing else back."""

    touchpoints: tuple[int, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class Gathering:
    """The component of one touchpoint in each of `cases`: `members` says in which cases each touchpoint belongs to it.

    `pairs` are the pairs inside it, in the cases in which both ends belong.
    """

    members: dict[int, int]
    cases: int
    pairs: Pairs

    def components(self, cases: int) -> Iterator[Component]:
        """The component in each of the cases: as many as there are different memberships."""
        for part in split(self.cases & cases, self.members.values()):
            inside = tuple(number for number, mask in self.members.items() if mask & part)
            if len(inside) > 1:
                yield Component(inside, part)


def union_components(pairs: Pairs) -> list[list[int]]:
    """The strongly connected components of two or more touchpoints over all cases together, by smallest member.

    Every cycle of every case lies inside one of them. O(touchpoints + pairs): the algorithm of Tarjan (1972) without
    recursion, and not networkx's, whose import alone would double the start-up of a command.
    """
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    open_path: list[int] = []
    found: list[list[int]] = []
    for root in pairs:
        if root in index:
            continue
        walk = [(root, iter(pairs[root]))]
        index[root] = low[root] = len(index)
        open_path.append(root)
        while walk:
            number, targets = walk[-1]
            following = next(
                (target for target in targets if target in pairs and _is_news(target, number, index, low)), None
            )
            if following is not None:
                index[following] = low[following] = len(index)
                open_path.append(following)
                walk.append((following, iter(pairs[following])))
                continue
            walk.pop()
            if walk:
                low[walk[-1][0]] = min(low[walk[-1][0]], low[number])
            if low[number] == index[number]:
                found.append(_close(number, open_path, low))
    return sorted(sorted(members) for members in found if len(members) > 1)


_CLOSED = sys.maxsize


def _is_news(target: int, number: int, index: dict[int, int], low: dict[int, int]) -> bool:
    """Whether a successor was never visited; if it was and is still open, it pulls `number` down to it."""
    if target not in index:
        return True
    if low[target] != _CLOSED:
        low[number] = min(low[number], index[target])
    return False


def _close(number: int, open_path: list[int], low: dict[int, int]) -> list[int]:
    """Take the component whose first touchpoint is `number` off the open path."""
    place = len(open_path) - 1
    while open_path[place] != number:
        place -= 1
    members = open_path[place:]
    del open_path[place:]
    for member in members:
        low[member] = _CLOSED
    return members


def restrict(pairs: Pairs, members: Iterable[int]) -> Pairs:
    """The pairs inside a set of touchpoints."""
    inside = set(members)
    return {
        source: {target: mask for target, mask in pairs.get(source, {}).items() if target in inside}
        for source in sorted(inside)
    }


def gatherings(pairs: Pairs) -> Iterator[Gathering]:
    """The components inside one union component, in every case.

    `pairs` holds only the pairs inside that union component. Forward and backward reach from pivots (Fleischer,
    Hendrickson and Pinar 2000), all cases at once: O(pairs) where the cases agree, at worst times the number of
    different components.
    """
    members = sorted(pairs)
    place = {number: index for index, number in enumerate(members)}
    after = [[(place[target], mask) for target, mask in pairs[number].items()] for number in members]
    before: list[list[tuple[int, int]]] = [[] for _ in members]
    for index, followers in enumerate(after):
        for target, mask in followers:
            before[target].append((index, mask))
    alive = [_any(followers) & _any(leaders) for followers, leaders in zip(after, before, strict=True)]
    for pivot, number in enumerate(members):
        if alive[pivot]:
            forwards = spread({pivot: alive[pivot]}, after, alive)
            backwards = spread({pivot: alive[pivot]}, before, alive)
            both = {index: mask for index in range(len(members)) if (mask := forwards[index] & backwards[index])}
            for index, mask in both.items():
                alive[index] &= ~mask
            belonging = {members[index]: mask for index, mask in both.items()}
            yield Gathering(belonging, belonging[number], _inside(pairs, belonging))


def components(pairs: Pairs) -> Iterator[Component]:
    """The components of two or more touchpoints inside one union component (see `gatherings`)."""
    for gathering in gatherings(pairs):
        yield from gathering.components(gathering.cases)


def _inside(pairs: Pairs, belonging: dict[int, int]) -> Pairs:
    return {
        source: {
            target: both
            for target, mask in pairs[source].items()
            if target in belonging and (both := mask & here & belonging[target])
        }
        for source, here in belonging.items()
    }


def _any(neighbours: list[tuple[int, int]]) -> int:
    mask = 0
    for _, cases in neighbours:
        mask |= cases
    return mask


def split(cases: int, masks: Iterable[int]) -> list[int]:
    """`cases` divided into the parts that every one of `masks` treats alike, by lowest bit."""
    parts = [cases] if cases else []
    for mask in masks:
        if len(parts) == 1 and parts[0] & mask in (0, parts[0]):
            continue
        parts = [piece for part in parts for piece in (part & mask, part & ~mask) if piece]
    return sorted(parts, key=lambda part: part & -part)


def more_than(limit: int, masks: Iterable[int]) -> int:
    """The cases that are in more than `limit` of the sets: a binary counter per case, all counted at once."""
    digits: list[int] = []
    for mask in masks:
        carry = mask
        for place, digit in enumerate(digits):
            if not carry:
                break
            digits[place], carry = digit ^ carry, digit & carry
        if carry:
            digits.append(carry)
    more, equal = 0, -1
    for place in range(max(len(digits), limit.bit_length()) - 1, -1, -1):
        digit = digits[place] if place < len(digits) else 0
        if limit >> place & 1:
            equal &= digit
        else:
            more |= equal & digit
            equal &= ~digit
    return more

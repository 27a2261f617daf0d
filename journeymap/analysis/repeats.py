"""Where customers are asked again for what they already gave, and where items are asked although known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from journeymap.analysis.follow import Visit, carries, follow
from journeymap.analysis.knowledge import KNOWN, MAX_KEYS, NOT_GIVEN, SELF, Knowledge
from journeymap.analysis.reach import Reach
from journeymap.analysis.search import Layer, States, Walk, explore, shortest_walk
from journeymap.graph import Edge, Network

__all__ = ["AskedAlthoughKnown", "Repeat", "Repeats", "known_when_sent", "repeats", "surely_known"]

_BitsOf = Callable[[Knowledge, int, int, int], int]

BITS_AT_ONCE = 1 << 15
"""So many pairs of item and class of cases are followed in one search, to bound memory."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Some walk arrives at a touchpoint with the item given and not known, and it is asked.

    `walk` is a shortest walk from an entry over all the cases, cut to begin at the last earlier visit at which the
    item was given; `lost_on` are the edges of it, from the last visit at which it was known on, that do not carry it.
    """

    touchpoint: int
    item: str
    cases: int
    walk: Walk
    lost_on: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class AskedAlthoughKnown:
    """The item is always asked here, some walk arrives with it known, and here it is not repeated in the case.

    `walk` is a shortest such walk from an entry, `visits` what happens to the item on it.
    """

    touchpoint: int
    item: str
    cases: int
    walk: Walk
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True)
class Repeats:
    """All repeats and all items asked although known, by touchpoint and item; `cut` names items not followed fully."""

    repeated: tuple[Repeat, ...]
    although_known: tuple[AskedAlthoughKnown, ...]
    cut: tuple[str, ...]


@dataclass(slots=True)
class _Seen:
    """Where a pair of touchpoint and item was first seen, and all the cases in which it is."""

    length: int
    first: int
    cases: int


def repeats(network: Network) -> Repeats:
    """All repeats and all items asked although known, exact, with a witness for each.

    One search per bundle of items: O((touchpoints + transfers) x keys x lengths at which something new arrives),
    near linear for a bounded number of systems per item. The number of keys can grow exponentially with the systems
    that are both read and written; beyond `knowledge.MAX_KEYS` per touchpoint less is followed and `cut` says so.
    """
    repeated: list[Repeat] = []
    although_known: list[AskedAlthoughKnown] = []
    cut: set[str] = set()
    for items in _bundles(network, _asked_items(network)):
        least = Knowledge(network, items, "least")
        layers = explore(least)
        seen = _first_seen(least, layers, _repeated_bits)
        repeated.extend(_repeat(least, layers, number, item, at) for (number, item), at in seen.items())
        cut.update(item for item, _ in least.by_item(least.cut))
    in_cases = {(repeat.touchpoint, repeat.item): repeat.cases for repeat in repeated}
    for items in _bundles(network, _always_asked_items(network)):
        most = Knowledge(network, items, "most")
        layers = explore(most)
        seen = _first_seen(most, layers, _known_bits, in_cases)
        although_known.extend(_known(most, layers, number, item, at) for (number, item), at in seen.items())
        cut.update(item for item, _ in most.by_item(most.cut))
    repeated.sort(key=lambda repeat: (repeat.touchpoint, repeat.item))
    although_known.sort(key=lambda known: (known.touchpoint, known.item))
    return Repeats(tuple(repeated), tuple(although_known), tuple(sorted(cut)))


def surely_known(reach: Reach, items: tuple[str, ...]) -> dict[tuple[int, str], int]:
    """As `known_when_sent`, but only what is known because it was asked and carried, not because it was looked up.

    A least fixed point, O(transfers) for all items together: what it names is known, what it does not may be all the
    same.
    """
    knowledge = Knowledge(reach.network, items, "most")
    known = knowledge.asked_and_carried(reach.cases)
    return {
        (number, item): cases for number, mask in enumerate(known) if mask for item, cases in knowledge.by_item(mask)
    }


def known_when_sent(network: Network, items: tuple[str, ...]) -> tuple[dict[tuple[int, str], int], tuple[str, ...]]:
    """For touchpoint and item the cases in which some walk has the item known after the touchpoint's visit.

    The second value names items that were not followed fully: of them more may be known.
    """
    known: dict[tuple[int, str], int] = {}
    cut: set[str] = set()
    for bundle in _bundles(network, items):
        most = Knowledge(network, bundle, "most", max_keys=MAX_KEYS // 4)
        for number, states in _reached_states(most).items():
            after = most.after_visit(number, states)
            for mask in (mask for key, mask in after.items() if key & KNOWN):
                for item, cases in most.by_item(mask):
                    known[number, item] = known.get((number, item), 0) | cases
        cut.update(item for item, _ in most.by_item(most.cut))
    return known, tuple(sorted(cut))


def _reached_states(most: Knowledge) -> dict[int, States]:
    """The best states in which walks arrive, for those who need no shortest walk.

    The states with most known and stored are followed first, so that what they contain need not be followed at all.
    """
    seen: dict[int, States] = {}
    waiting = [
        (-key.bit_count(), number, key, mask)
        for number, states in most.starts().items()
        for key, mask in states.items()
    ]
    heapify(waiting)
    while waiting:
        _, number, key, mask = heappop(waiting)
        states = seen.setdefault(number, {})
        new = most.fresh(key, mask, states)
        if new:
            states[key] = states.get(key, 0) | new
            for edge, arriving, bits in most.moves(number, {key: new}):
                if more := most.fresh(arriving, bits, seen.get(edge.target, {})):
                    heappush(waiting, (-arriving.bit_count(), edge.target, arriving, more))
    return seen


def _bundles(network: Network, items: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    size = max(1, BITS_AT_ONCE // network.cases.class_count)
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _asked_items(network: Network) -> tuple[str, ...]:
    asked = {item for touchpoint in network.touchpoints for item in (*touchpoint.needs, *touchpoint.always_asks)}
    return tuple(sorted(asked))


def _always_asked_items(network: Network) -> tuple[str, ...]:
    return tuple(sorted({item for touchpoint in network.touchpoints for item in touchpoint.always_asks}))


def _repeated_bits(knowledge: Knowledge, number: int, key: int, mask: int) -> int:
    """The bits given before, not known now, and asked."""
    if key & (NOT_GIVEN | SELF):
        return 0
    questions = knowledge.asked(number) | knowledge.wanted(number)
    return mask & questions & ~knowledge.known_on_arrival(number, key, mask)


def _known_bits(knowledge: Knowledge, number: int, key: int, mask: int) -> int:
    """The bits known on arrival and asked all the same."""
    return knowledge.known_on_arrival(number, key, mask) & knowledge.asked(number)


def _first_seen(
    knowledge: Knowledge,
    layers: list[Layer],
    bits_of: _BitsOf,
    excluded: dict[tuple[int, str], int] | None = None,
) -> dict[tuple[int, str], _Seen]:
    """For touchpoint and item the shortest length at which `bits_of` holds, the cases there, and all cases."""
    found: dict[tuple[int, str], _Seen] = {}
    for length, layer in enumerate(layers):
        for number, states in layer.items():
            mask = 0
            for key, bits in states.items():
                mask |= bits_of(knowledge, number, key, bits)
            for item, some in knowledge.by_item(mask) if mask else ():
                cases = some & ~excluded.get((number, item), 0) if excluded else some
                seen = found.get((number, item))
                if seen is not None:
                    seen.cases |= cases
                elif cases:
                    found[number, item] = _Seen(length, cases, cases)
    return found


def _arriving(knowledge: Knowledge, layer: Layer, number: int, item: str, first: int, bits_of: _BitsOf) -> States:
    """The states of a layer in which `bits_of` holds for one item in the cases `first`."""
    wanted = knowledge.bits_for(item, first)
    states = layer[number].items()
    return {key: good for key, mask in states if (good := bits_of(knowledge, number, key, mask) & wanted)}


def _walk(
    knowledge: Knowledge,
    layers: list[Layer],
    length: int,
    number: int,
    arriving: States,
    far_enough: Callable[[int, int, int], bool] = lambda number, key, mask: False,
) -> Walk:
    walk = shortest_walk(knowledge, layers, length, number, arriving, far_enough)
    return replace(walk, bit=walk.bit % knowledge.network.cases.class_count)


def _repeat(least: Knowledge, layers: list[Layer], number: int, item: str, seen: _Seen) -> Repeat:
    arriving = _arriving(least, layers[seen.length], number, item, seen.first, _repeated_bits)
    walk = _walk(least, layers, seen.length, number, arriving, least.is_asked)
    visits = follow(least.network, walk, item)
    given = max(place for place, visit in enumerate(visits[:-1]) if visit.asked)
    known = max(place for place, visit in enumerate(visits[:-1]) if visit.known_after)
    lost_on = tuple(edge for edge in walk.edges[known:] if not carries(edge, item))
    cut = Walk(walk.touchpoints[given:], walk.edges[given:], walk.bit)
    return Repeat(number, item, seen.cases, cut, lost_on)


def _known(most: Knowledge, layers: list[Layer], number: int, item: str, seen: _Seen) -> AskedAlthoughKnown:
    arriving = _arriving(most, layers[seen.length], number, item, seen.first, _known_bits)
    walk = _walk(most, layers, seen.length, number, arriving)
    return AskedAlthoughKnown(number, item, seen.cases, walk, follow(most.network, walk, item))

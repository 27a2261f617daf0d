"""Shortest cycles through transfers, in all cases at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from journeymap.analysis.components import Pairs

__all__ = ["WORK_LIMIT", "Cycle", "chosen_cycles", "girth_cycles", "there_and_back"]

WORK_LIMIT = 20_000_000
"""So many steps are spent on one large component before what was found so far is taken."""

_Layers = list[dict[int, int]]


@dataclass(frozen=True, slots=True)
class Cycle:
    """A shortest cycle through some transfer, written from its smallest touchpoint, and the cases it was chosen in."""

    touchpoints: tuple[int, ...]
    cases: int


def chosen_cycles(pairs: Pairs, depth: int | None = None) -> Iterator[Cycle]:
    """For every pair and case on a cycle the shortest cycle through it whose sequence is smallest.

    With a `depth`, only those of at most so many transfers. The same cycle comes once per pair it was chosen for.
    One breadth-first search per touchpoint: O(n x m) for n touchpoints and m pairs, times the number of different
    answers where the cases disagree.
    """
    before = _turned(pairs)
    for start, sources in before.items():
        layers = _layers_until(pairs, start, sources, depth)
        for source, mask in sources.items():
            left = mask
            for length, layer in enumerate(layers):
                here = layer.get(source, 0) & left
                if here:
                    left &= ~here
                    yield from _smallest(pairs, before, layers, length, source, here)


def _turned(pairs: Pairs) -> dict[int, dict[int, int]]:
    """The pairs by target."""
    before: dict[int, dict[int, int]] = {number: {} for number in pairs}
    for source, targets in pairs.items():
        for target, mask in targets.items():
            before[target][source] = mask
    return before


def _layers_until(pairs: Pairs, start: int, sources: dict[int, int], depth: int | None = None) -> _Layers:
    """Distances from `start` in every case, until every one of `sources` is reached, or for `depth` layers."""
    everything = 0
    for mask in sources.values():
        everything |= mask
    layers: _Layers = [{start: everything}]
    seen = {start: everything}
    missing = dict(sources)
    while layers[-1] and missing and len(layers) != depth:
        following: dict[int, int] = {}
        for number, mask in layers[-1].items():
            for target, cases in pairs[number].items():
                new = mask & cases & ~seen.get(target, 0)
                if new:
                    following[target] = following.get(target, 0) | new
        for number, mask in following.items():
            seen[number] = seen.get(number, 0) | mask
            if number in missing and not missing[number] & ~seen[number]:
                del missing[number]
        layers.append(following)
    return layers


def _smallest(
    pairs: Pairs, before: dict[int, dict[int, int]], layers: _Layers, length: int, source: int, cases: int
) -> Iterator[Cycle]:
    """The smallest of the cycles of `length` + 1 transfers that close from `source` back to the start of `layers`."""
    on_the_way = _on_shortest_paths(before, layers, length, source, cases)
    places = [(number, place) for place, layer in enumerate(on_the_way) for number in layer]
    left = cases
    for first, place in sorted(places):
        here = on_the_way[place][first] & left
        if not here:
            continue
        left &= ~here
        for onward, some in _paths(pairs, before, on_the_way, place, length, first, source, here):
            for back, few in _paths(pairs, before, on_the_way, 0, place, next(iter(layers[0])), first, some):
                yield Cycle(onward + back[:-1], few)
        if not left:
            return


def _on_shortest_paths(
    before: dict[int, dict[int, int]], layers: _Layers, length: int, source: int, cases: int
) -> _Layers:
    """The touchpoints of each layer that lie on a shortest path to `source`, with the cases in which they do."""
    marks: _Layers = [{source: cases}]
    for layer in reversed(layers[:length]):
        earlier: dict[int, int] = {}
        for number, mask in marks[-1].items():
            for leader, there in before[number].items():
                good = mask & there & layer.get(leader, 0)
                if good:
                    earlier[leader] = earlier.get(leader, 0) | good
        marks.append(earlier)
    marks.reverse()
    return marks


def _paths(
    pairs: Pairs,
    before: dict[int, dict[int, int]],
    on_the_way: _Layers,
    begin: int,
    end: int,
    first: int,
    last: int,
    cases: int,
) -> Iterator[tuple[tuple[int, ...], int]]:
    """The smallest path from `first` in layer `begin` to `last` in layer `end`, for each of the cases."""
    marks = _on_shortest_paths(before, on_the_way[begin : end + 1], end - begin, last, cases)
    waiting: list[tuple[tuple[int, ...], int]] = [((first,), cases)]
    while waiting:
        path, left = waiting.pop()
        if len(path) > end - begin:
            yield path, left
            continue
        for target in sorted(pairs[path[-1]]):
            good = pairs[path[-1]][target] & marks[len(path)].get(target, 0) & left
            if good:
                waiting.append(((*path, target), good))
                left &= ~good
            if not left:
                break


def girth_cycles(
    after: Mapping[int, Iterable[int]], count: int, is_wanted: Callable[[tuple[int, ...]], bool]
) -> tuple[list[tuple[int, ...]], bool]:
    """The `count` smallest of the cycles chosen for the transfers of one component in one case, shortest first.

    `after` gives the successors of each touchpoint. Cycles for which `is_wanted` is false are passed over. Searches
    to growing depths and ends as soon as enough are found; the second value is False if `WORK_LIMIT` ended it
    before, so that shorter ones may exist.
    """
    pairs: Pairs = {number: dict.fromkeys(sorted(targets), 1) for number, targets in after.items()}
    if all(len(targets) == 1 for targets in pairs.values()):
        only = _round(pairs)
        return ([only] if is_wanted(only) else []), True
    twos = (loop for loop, _ in there_and_back(pairs))
    found = list(islice(filter(is_wanted, twos), count))
    if len(found) == count:
        return found, True
    return _search_deeper(pairs, count, is_wanted)


def _round(pairs: Pairs) -> tuple[int, ...]:
    start = min(pairs)
    cycle = [start]
    while (number := next(iter(pairs[cycle[-1]]))) != start:
        cycle.append(number)
    return tuple(cycle)


def there_and_back(pairs: Pairs) -> Iterator[tuple[tuple[int, ...], int]]:
    """The cycles of two with their cases, smallest first: each is the only shortest one through its transfers."""
    for one in sorted(pairs):
        for other in sorted(pairs[one]):
            mask = pairs[one][other] & pairs[other].get(one, 0) if one < other else 0
            if mask:
                yield (one, other), mask


def _search_deeper(
    pairs: Pairs, count: int, is_wanted: Callable[[tuple[int, ...]], bool]
) -> tuple[list[tuple[int, ...]], bool]:
    before = _turned(pairs)
    depth, complete = 3, True
    while True:
        by_length, complete = _closed_within(pairs, before, depth)
        wanted: set[tuple[int, ...]] = set()
        for length in sorted(by_length):
            for source, start in by_length[length]:
                layers = _layers_until(pairs, start, {source: 1})
                cycles = _smallest(pairs, before, layers, length - 1, source, 1)
                wanted.update(cycle.touchpoints for cycle in cycles if is_wanted(cycle.touchpoints))
            if len(wanted) >= count:
                break
        if not (wanted or complete):
            wanted = _any_wanted(pairs, before, is_wanted)
        if len(wanted) >= count or depth >= len(pairs) or not complete:
            return sorted(wanted, key=lambda cycle: (len(cycle), cycle))[:count], complete
        depth *= 2


def _any_wanted(
    pairs: Pairs, before: dict[int, dict[int, int]], is_wanted: Callable[[tuple[int, ...]], bool]
) -> set[tuple[int, ...]]:
    """The cycles chosen for the transfers into the first touchpoint that has a wanted one."""
    for start, sources in sorted(before.items()):
        layers = _layers_until(pairs, start, sources)
        for source in sources:
            length = next(length for length, layer in enumerate(layers) if source in layer)
            found = {cycle.touchpoints for cycle in _smallest(pairs, before, layers, length, source, 1)}
            if wanted := set(filter(is_wanted, found)):
                return wanted
    return set()


def _closed_within(
    pairs: Pairs, before: dict[int, dict[int, int]], depth: int
) -> tuple[dict[int, list[tuple[int, int]]], bool]:
    """The transfers ``(source, target)`` by the length of their shortest cycle, where that is at most `depth`.

    The second value is False if the work limit was reached.
    """
    by_length: dict[int, list[tuple[int, int]]] = {}
    work = 0
    for start, sources in before.items():
        layers = _layers_until(pairs, start, sources, depth)
        for length, layer in enumerate(layers):
            work += len(layer)
            for source in sources.keys() & layer.keys():
                by_length.setdefault(length + 1, []).append((source, start))
        if work > WORK_LIMIT:
            return by_length, False
    return by_length, True

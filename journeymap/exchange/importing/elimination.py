"""Taking technical blocks out of a graph of routes, one by one: whatever led to one leads on to its followers.

A block whose removal would make far more routes than it has (many ways in, many ways out) stays: it is a crossroads,
and a map with all its routes drawn one by one could not be read. So the work is bounded, too: each removal adds at
most `_GROWTH` pairs of neighbours, O((blocks + ways) log blocks) removals and joins in all.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

from journeymap.exchange.importing.routes import Route, Routes, joined, merged

__all__ = ["RouteGraph"]

_GROWTH = 64


class RouteGraph:
    """Places and the routes between them, both ways round."""

    def __init__(self) -> None:
        self.out: dict[str, dict[str, Routes]] = {}
        self._into: dict[str, dict[str, None]] = {}

    def add(self, source: str, routes: Iterable[tuple[str, Route]]) -> None:
        """Adds a place and the routes that leave it."""
        leaving: dict[str, list[Route]] = {}
        for target, route in routes:
            leaving.setdefault(target, []).append(route)
        self.out[source] = {target: merged(several) for target, several in leaving.items()}
        for target in leaving:
            self._into.setdefault(target, {})[source] = None

    def eliminate(self, keys: Sequence[str]) -> list[str]:
        """Takes places out, those first that have the fewest neighbours; gives the crossroads that had to stay."""
        waiting = [(self._size(key), number, key) for number, key in enumerate(keys)]
        heapq.heapify(waiting)
        crossroads = []
        while waiting:
            size, number, key = heapq.heappop(waiting)
            now = self._size(key)
            if now > size:
                heapq.heappush(waiting, (now, number, key))
            elif self._grows(key):
                crossroads.append((number, key))
            else:
                self._take_out(key)
        return [key for _, key in sorted(crossroads)]

    def _size(self, key: str) -> int:
        return len(self._into.get(key, ())) * len(self.out[key])

    def _grows(self, key: str) -> bool:
        ways_in, ways_out = len(self._into.get(key, ())), len(self.out[key])
        return ways_in * ways_out > ways_in + ways_out + _GROWTH

    def _take_out(self, key: str) -> None:
        following = self.out.pop(key)
        following.pop(key, None)  # going round in technical blocks changes nothing
        leading = self._into.pop(key, {})
        leading.pop(key, None)
        for target in following:
            self._into[target].pop(key)
        for source in leading:
            first = self.out[source].pop(key)
            for target, second in following.items():
                self._connect(source, target, first, second)

    def _connect(self, source: str, target: str, first: Routes, second: Routes) -> None:
        known = self.out[source].get(target, ())
        self.out[source][target] = merged([*known, *(joined(one, other) for one in first for other in second)])
        self._into[target][source] = None

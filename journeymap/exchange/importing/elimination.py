"""Taking technical blocks out of a graph of routes, one by one: whatever led to one leads on to its followers.

A block whose removal would make far more routes than it has (many ways in, many ways out) stays: it is a crossroads,
and a map with all its routes drawn one by one could not be read. So the work is bounded, too: each removal adds at
most `_GROWTH` pairs of neighbours and joins at most `_MOST_JOINED` pairs of routes, O((blocks + ways) log blocks) in
all.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

from journeymap.exchange.importing.routes import Route, Routes, chained, merged

__all__ = ["RouteGraph"]

_GROWTH = 64
_MOST_JOINED = 256
"""So many pairs of routes are joined when one block is taken out."""


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
        leading, following = self._into.get(key, {}), self.out[key]
        if len(leading) * len(following) > len(leading) + len(following) + _GROWTH:
            return True
        routes_in = sum(len(self.out[source][key]) for source in leading)
        return routes_in * sum(map(len, following.values())) > _MOST_JOINED

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
        self.out[source][target] = merged([*known, *chained(first, second)])
        self._into[target][source] = None

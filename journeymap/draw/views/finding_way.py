"""Ways that show what a finding without a witness is about."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping

from journeymap.draw.spots import spot_of
from journeymap.findings import Diagnostic
from journeymap.graph import Edge, Network

__all__ = ["telling_way"]

_FREE_KINDS = frozenset({"next", "step"})


def telling_way(network: Network, diagnostic: Diagnostic, cases: int) -> list[Edge]:
    """A way with the fewest transfers that shows the finding; none where it is about no way. O(transfers)."""
    find = _WAYS.get(diagnostic.code)
    return find(network, diagnostic, cases) if find is not None else []


def _from_entry_to_resolution(network: Network, diagnostic: Diagnostic, cases: int) -> list[Edge]:
    return _shortest(network, _entry(network, diagnostic), _resolves(network, cases), cases, free=_FREE_KINDS)


def _from_entry_to_person(network: Network, diagnostic: Diagnostic, cases: int) -> list[Edge]:
    return _shortest(network, _entry(network, diagnostic), _person(network, cases), cases, never="ticket")


def _to_person(network: Network, _: Diagnostic, cases: int) -> list[Edge]:
    return _shortest(network, _entries(network, cases), _person(network, cases), cases, never="ticket")


def _to_resolution(network: Network, _: Diagnostic, cases: int) -> list[Edge]:
    return _shortest(network, _entries(network, cases), _resolves(network, cases), cases)


def _between_two(network: Network, diagnostic: Diagnostic, cases: int) -> list[Edge]:
    """From either of two touchpoints to the other, whichever is nearer."""
    pair = [network.number[key] for key in spot_of(diagnostic).touchpoints if key in network.number]
    ways = [_shortest(network, [one], {other}, cases) for one, other in zip(pair, pair[::-1], strict=True)]
    return min(filter(None, ways), key=len, default=[])


_WAYS: Mapping[str, Callable[[Network, Diagnostic, int], list[Edge]]] = {
    "JM106": _to_resolution,
    "JM207": _from_entry_to_resolution,
    "JM209": _from_entry_to_person,
    "JM401": _to_person,
    "JM403": _to_resolution,
    "JM502": _between_two,
}


def _entry(network: Network, diagnostic: Diagnostic) -> list[int]:
    key = str(diagnostic.subject.get("entry"))
    return [network.number[key]] if key in network.number else []


def _entries(network: Network, cases: int) -> list[int]:
    return [number for number, mask in network.entries.items() if mask & cases]


def _resolves(network: Network, cases: int) -> set[int]:
    return {number for number, mask in enumerate(network.resolving) if mask & cases}


def _person(network: Network, cases: int) -> set[int]:
    return {
        number
        for number, mask in enumerate(network.visible)
        if mask & cases and not network.machine[number] and network.mode[number] != "internal"
    }


def _shortest(
    network: Network,
    starts: Iterable[int],
    goals: set[int],
    cases: int,
    *,
    free: frozenset[str] = frozenset(),
    never: str = "",
) -> list[Edge]:
    """A way with the fewest transfers (`free` kinds count nothing, `never` is not taken); empty where there is none."""
    come: dict[int, Edge | None] = dict.fromkeys(sorted(starts))
    waiting, done = deque(come), set[int]()
    while waiting:
        number = waiting.popleft()
        if number in done:
            continue
        done.add(number)
        if number in goals:
            return _back(come, number)
        for edge in network.out[number]:
            if edge.target not in done and edge.cases & cases and edge.kind != never:
                is_free = edge.kind in free
                if is_free or edge.target not in come:
                    come[edge.target] = edge
                (waiting.appendleft if is_free else waiting.append)(edge.target)
    return []


def _back(come: Mapping[int, Edge | None], number: int) -> list[Edge]:
    edges: list[Edge] = []
    edge = come[number]
    while edge is not None:
        edges.append(edge)
        edge = come[edge.source]
    return edges[::-1]

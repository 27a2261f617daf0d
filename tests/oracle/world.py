"""The graph of each case, with its parallel transfers, and what is reachable in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import networkx as nx

from .reading import (
    Case,
    Data,
    Declared,
    carried,
    cases,
    declared_transfers,
    if_closed,
    is_entry,
    kind,
    kind_if_closed,
    matches,
    resolution,
    touchpoints,
)


class Way(NamedTuple):
    """A transfer that can be walked: declared, or what an `if_closed` adds.

    `choice` orders parallel ways: declared before `if_closed`, then declared target, then place in the list.
    `wait` is the declared one; an `if_closed` has none.
    """

    sender: str
    receiver: str
    kind: str
    carries: frozenset[str]
    limited: bool
    choice: tuple[bool, str, int]
    wait: str | None


class World:
    """One case of a map."""

    def __init__(self, map_data: Data, case: Case) -> None:
        self.map, self.case = map_data, case
        every = touchpoints(map_data)
        self.visible = {each for each, data in every.items() if matches(data.get("for"), case)}
        self.declared = [each for each in declared_transfers(map_data) if self._exists(each)]
        self.ways = [way for each in self.declared for way in self._ways(each)]
        self.entries = {each for each in self.visible if is_entry(every[each])}
        self.resolvers = {each for each in self.visible if self._resolves(every[each])}
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(self.visible)
        self.graph.add_edges_from((way.sender, way.receiver) for way in self.ways)
        self.reachable = self.reached_from(self.entries)
        self.has_way_in = bool(self.reachable & self.resolvers)

    def _exists(self, transfer: Declared) -> bool:
        return {transfer.sender, transfer.receiver} <= self.visible and matches(transfer.data.get("for"), self.case)

    def _resolves(self, data: Data) -> bool:
        named, declared_share = resolution(data, self.case)
        return named and (declared_share is None or declared_share > 0)

    def _ways(self, transfer: Declared) -> Iterable[Way]:
        limited, place = "limit" in transfer.data, transfer.place or 0
        of_kind = kind(self.map, transfer)
        carries = carried(self.map, transfer.data, of_kind)
        choice = (False, transfer.receiver, place)
        yield Way(transfer.sender, transfer.receiver, of_kind, carries, limited, choice, transfer.data.get("wait"))
        closed = if_closed(transfer)
        if closed and closed["to"] in self.visible:
            of_kind = kind_if_closed(self.map, transfer, closed)
            carries = carried(self.map, closed, of_kind)
            choice = (True, transfer.receiver, place)
            yield Way(transfer.sender, closed["to"], of_kind, carries, limited, choice, None)

    def reached_from(self, starts: Iterable[str]) -> set[str]:
        starts = set(starts)
        return starts.union(*(nx.descendants(self.graph, each) for each in starts))

    def ways_from(self, touchpoint: str) -> list[Way]:
        return [way for way in self.ways if way.sender == touchpoint]


def worlds(map_data: Data) -> list[World]:
    return [World(map_data, case) for case in cases(map_data)]

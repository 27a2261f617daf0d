"""Who answers for the steps: lanes, or pools and processes without lanes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from journeymap.exchange.importing.bpmn.parties import Parties
from journeymap.exchange.importing.bpmn.process import Node, Process
from journeymap.exchange.importing.bpmn.scopes import Scopes
from journeymap.exchange.importing.draft import Place

__all__ = ["Department", "Departments"]


@dataclass(frozen=True, slots=True)
class Department:
    """`pool` is the name of the pool, process or file around it."""

    key: str
    name: str
    pool: str
    place: Place


class Departments:
    """Departments by key, in the order of the file, and the one of each step."""

    def __init__(self, parties: Parties, scopes: Scopes) -> None:
        self.file = parties.definitions.file
        self.all: dict[str, Department] = {}
        self.of: dict[str, Department] = {}
        self._scopes = scopes
        pools = {pool.process: pool for pool in parties.definitions.pools if pool.process}
        for process in parties.definitions.processes.values():
            own = process.id in pools or process.lanes or process.id not in scopes.outer
            if process.id not in parties.customers and own:
                pool = pools.get(process.id)
                name = (pool.name if pool is not None else "") or process.name or _stem(self.file)
                self._add_process(process, name)
        for node in parties.definitions.nodes.values():
            if parties.is_ours(node):
                self.of[node.id] = self._department(node)
        used = {department.key for department in self.of.values()}
        self.all = {key: department for key, department in self.all.items() if department.key in used}

    def _add_process(self, process: Process, name: str) -> None:
        names = Counter(lane.name for lane in process.lanes)
        for lane in process.lanes:
            told = lane.name if names[lane.name] == 1 else f"{name}: {lane.name or lane.id}"
            own = self._add(lane.id, told if lane.name else name, name, lane.place)
            for ref in lane.nodes:
                self.of.setdefault(ref, own)
        self._add(process.id, name, name, process.place)

    def _add(self, key: str, name: str, pool: str, place: Place) -> Department:
        return self.all.setdefault(key, Department(f"{self.file}#{key}", name, pool, place))

    def _department(self, node: Node) -> Department:
        """Its lane, or that of the activity it lies in or is called by, or its process."""
        inner = node
        while inner.id not in self.of:
            around = self._scopes.outer.get(inner.scope)
            if around is None or inner.scope in self.all:
                return self.all[inner.scope]
            inner = self._scopes.nodes[around]
        return self.of[inner.id]


def _stem(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0] or file

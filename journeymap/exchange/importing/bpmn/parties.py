"""Who takes part: the customer's own pool, the company's, and others of which only the name is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from journeymap.exchange.importing.bpmn.process import Definitions, Link, Node, Pool
from journeymap.exchange.importing.bpmn.wording import is_customer, is_machine
from journeymap.exchange.importing.draft import Remark
from journeymap.findings import Message

__all__ = ["Parties", "parties_of"]

_NAMED = 'the pool "{pool}" is taken for the customer: its own steps are not in the map'
_ONLY_BOX = 'the pool "{pool}", of which only the name is known, is taken for the customer'
_AS_A_WHOLE = 'a message from the pool "{pool}" as a whole: no step sends it, it is not in the map'


@dataclass(frozen=True)
class Parties:
    """`customers` are ids of pools and processes; `told` are steps that send messages to customers, `heard` those to
    which customers send. `between` are messages between steps of the company, `outside` those between a step and a
    pool of which nothing but the name is known.
    """

    definitions: Definitions
    customers: frozenset[str]
    told: frozenset[str]
    heard: frozenset[str]
    between: tuple[Link, ...]
    outside: tuple[Link, ...]
    pools: dict[str, Pool] = field(default_factory=dict)

    def is_ours(self, node: Node) -> bool:
        """Whether a step is the company's, and not the customer's."""
        return node.process not in self.customers


def parties_of(definitions: Definitions, remarks: list[Remark]) -> Parties:
    """Finds the customer by the names of pools, else takes the black box that may be one. Linear."""
    customers = _customers(definitions, remarks)
    return _Sorting(definitions, customers, remarks).parties()


def _customers(definitions: Definitions, remarks: list[Remark]) -> frozenset[str]:
    boxes = [pool for pool in definitions.pools if not pool.process]
    found = [pool for pool in definitions.pools if is_customer(pool.name)]
    if len(found) == len(definitions.pools):
        found = [pool for pool in found if not pool.process]
    template = _NAMED
    if not found and len(definitions.pools) > 1:
        found, template = _likely(boxes, definitions), _ONLY_BOX
    remarks += [Remark("assumed", pool.place, Message(template, {"pool": pool.name or pool.id})) for pool in found]
    return frozenset(key for pool in found for key in (pool.id, pool.process) if key)


def _likely(boxes: list[Pool], definitions: Definitions) -> list[Pool]:
    """The only black box that is no machine; of several the one that begins a process."""
    persons = [pool for pool in boxes if not is_machine(pool.name)]
    nodes = definitions.nodes
    starting = {link.source for link in definitions.messages if link.target in nodes and nodes[link.target].is_start}
    beginning = [pool for pool in persons if pool.id in starting]
    return next((found for found in (persons, beginning) if len(found) == 1), [])


class _Sorting:
    def __init__(self, definitions: Definitions, customers: frozenset[str], remarks: list[Remark]) -> None:
        self.definitions = definitions
        self.customers = customers
        self.remarks = remarks
        self.pools = {pool.id: pool for pool in definitions.pools}
        self.told: set[str] = set()
        self.heard: set[str] = set()
        self.between: list[Link] = []
        self.outside: list[Link] = []

    def parties(self) -> Parties:
        for link in self.definitions.messages:
            self._sort(link)
        told, heard = frozenset(self.told), frozenset(self.heard)
        between, outside = tuple(self.between), tuple(self.outside)
        return Parties(self.definitions, self.customers, told, heard, between, outside, self.pools)

    def _sort(self, link: Link) -> None:
        if self._is_customer(link.source):
            self.heard.update(self._steps(link.target))
        elif self._is_customer(link.target):
            self.told.update(self._steps(link.source) if link.source in self.definitions.nodes else ())
        elif self._is_box(link.source) or self._is_box(link.target):
            if {link.source, link.target} & self.definitions.nodes.keys():
                self.outside.append(link)
        elif link.source not in self.definitions.nodes:
            pool = self.pools.get(link.source)
            values = {"pool": pool.name or pool.id if pool is not None else link.source}
            self.remarks.append(Remark("dropped", link.place, Message(_AS_A_WHOLE, values)))
        else:
            self.between += [
                Link(link.id, link.name, link.source, step, "", link.place) for step in self._steps(link.target)
            ]

    def _is_customer(self, key: str) -> bool:
        node = self.definitions.nodes.get(key)
        return key in self.customers or (node is not None and node.process in self.customers)

    def _is_box(self, key: str) -> bool:
        return key in self.pools and not self.pools[key].process

    def _steps(self, key: str) -> Iterable[str]:
        """A step itself; the start events of a pool or process."""
        if key in self.definitions.nodes:
            return [key]
        process = self.pools[key].process if key in self.pools else key
        return [node.id for node in self.definitions.nodes.values() if node.is_start and node.scope == process]

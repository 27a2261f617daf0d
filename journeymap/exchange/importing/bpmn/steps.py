"""What the steps of a file become: touchpoints or technical blocks, who handles them, on which channel."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.exchange.importing.bpmn.departments import Department
from journeymap.exchange.importing.bpmn.process import Node
from journeymap.exchange.importing.bpmn.wording import is_machine
from journeymap.exchange.importing.draft import Place
from journeymap.model.values import Handler

__all__ = ["Step", "handler_of", "handler_of_pool", "is_plain"]

_PERSONS = frozenset({"userTask", "manualTask"})
_MACHINES = frozenset({"serviceTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask"})


@dataclass(frozen=True, slots=True)
class Step:
    """A block to be."""

    id: str
    name: str
    department: Department
    place: Place
    is_touchpoint: bool = False
    handled_by: Handler | None = None


def handler_of(node: Node, department: Department) -> Handler:
    """Person or machine, by the kind of task; a plain task is done by whoever the lane is named after."""
    if node.tag in _PERSONS or node.tag in _MACHINES:
        return "person" if node.tag in _PERSONS else "machine"
    return handler_of_pool(department)


def handler_of_pool(department: Department) -> Handler:
    """Person or machine, by the name of a pool or lane."""
    return "machine" if is_machine(department.name) or is_machine(department.pool) else "person"


def is_plain(node: Node) -> bool:
    """Whether the source does not say who does it."""
    return node.is_activity and node.tag not in _PERSONS | _MACHINES

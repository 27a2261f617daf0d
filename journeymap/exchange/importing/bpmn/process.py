"""A BPMN file as data: pools, lanes, the steps of processes and the flows between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.exchange.importing.bpmn.wording import name_of
from journeymap.exchange.importing.draft import Place
from journeymap.exchange.importing.xml_text import XmlElement

__all__ = ["ACTIVITIES", "SUBPROCESSES", "Definitions", "Lane", "Link", "Node", "Pool", "Process"]

SUBPROCESSES = frozenset({"subProcess", "transaction", "adHocSubProcess"})
ACTIVITIES = SUBPROCESSES | frozenset(
    {
        "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
        "callActivity",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """A step: activity, event or gateway; `tag` is its element's name. `scope` is the id of the process or subprocess
    it lies in; `triggers` are the kinds of an event's definitions (``timer``, ``error``, ``message``, ...).
    """

    id: str
    tag: str
    label: str
    scope: str
    process: str
    place: Place
    element: XmlElement
    triggers: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name for people: never empty."""
        return name_of(self.label, self.tag)

    @property
    def is_activity(self) -> bool:
        """Whether work is done here."""
        return self.tag in ACTIVITIES

    @property
    def is_subprocess(self) -> bool:
        """Whether it may hold steps of its own."""
        return self.tag in SUBPROCESSES

    @property
    def is_start(self) -> bool:
        """Whether it is a start event."""
        return self.tag == "startEvent"

    @property
    def is_event_subprocess(self) -> bool:
        """Whether it is begun by an event, and by no flow."""
        return self.is_subprocess and self.element.attributes.get("triggeredByEvent") == "true"

    @property
    def is_boundary(self) -> bool:
        """Whether it is an event at the edge of an activity."""
        return self.tag == "boundaryEvent"


@dataclass(frozen=True, slots=True)
class Link:
    """A sequence flow or a message flow between two ids."""

    id: str
    name: str
    source: str
    target: str
    condition: str
    place: Place


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane that holds no other: its nodes are those of its lanes outside as well."""

    id: str
    name: str
    nodes: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Process:
    """A process: the id is also that of its outermost scope."""

    id: str
    name: str
    lanes: tuple[Lane, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Pool:
    """A participant; `process` is empty for a black box."""

    id: str
    name: str
    process: str
    place: Place


@dataclass(frozen=True, slots=True)
class Definitions:
    """Everything of one file. `nodes` and both kinds of flows are in the order of the file; `left_out` counts by tag
    what no map can hold; `words` are the names of messages, errors, signals and escalations by their id.
    """

    file: str
    name: str
    nodes: Mapping[str, Node]
    sequence: tuple[Link, ...]
    messages: tuple[Link, ...]
    processes: Mapping[str, Process]
    pools: tuple[Pool, ...]
    left_out: Mapping[str, int]
    words: Mapping[str, str]

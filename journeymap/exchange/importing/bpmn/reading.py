"""From the elements of a BPMN file to its pools, processes and flows; faults in them are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from journeymap.errors import CannotRun
from journeymap.exchange.importing.bpmn.process import ACTIVITIES, Definitions, Lane, Link, Node, Pool, Process
from journeymap.exchange.importing.bpmn.wording import words
from journeymap.exchange.importing.draft import Place, Remark, SourceText
from journeymap.exchange.importing.xml_text import XmlElement, read_xml
from journeymap.findings import Message

__all__ = ["NAMESPACES", "definitions_of"]

NAMESPACES = frozenset({"http://www.omg.org/spec/BPMN/20100524/MODEL", "http://schema.omg.org/spec/BPMN/2.0"})
"""The namespace of BPMN 2.0, and that of its drafts."""

_EVENTS = ("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "event")
_GATEWAYS = ("exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway")
_STEPS = ACTIVITIES | frozenset((*_EVENTS, *_GATEWAYS))
_LEFT_OUT = {
    "textAnnotation": "text annotations",
    "dataObject": "data objects",
    "dataObjectReference": "references to data objects",
    "dataStoreReference": "data stores",
    "standardLoopCharacteristics": "loop markers",
    "multiInstanceLoopCharacteristics": "multi-instance markers",
    "choreography": "choreographies",
    "globalChoreographyTask": "choreographies",
    "conversation": "conversations",
    "subConversation": "conversations",
    "callConversation": "conversations",
    "group": "groups",
}
_NAMED = ("message", "error", "signal", "escalation")

_WRONG_ROOT = '"{file}" is not a BPMN 2.0 file: its root is <{root}>'
_TWICE = 'the id "{id}" stands twice; the first one counts'
_NO_SUCH = 'the {flow} "{id}" leads {end} "{ref}", which does not exist'
_NO_END = 'the {flow} "{id}" does not say where it {end}'
_NO_NODE = 'the lane "{lane}" names "{ref}", which does not exist'
_NO_PROCESS = 'the pool "{pool}" is about the process "{ref}", which does not exist'
_NO_HOST = 'the boundary event "{name}" is at no activity'
_LEFT = "{what}, not in the map: {count}"


def definitions_of(source: SourceText, remarks: list[Remark]) -> Definitions:
    """What a file says; faults are added to `remarks`. Raises CannotRun for a file that is no BPMN. Linear."""
    root = read_xml(source)
    if root.name != "definitions" or root.space not in NAMESPACES:
        message = _WRONG_ROOT.format(file=source.name, root=root.name)
        raise CannotRun(message, help="save the model as BPMN 2.0 (XML) in its own tool")
    return _Reading(source.name, root, remarks).definitions()


class _Reading:
    def __init__(self, file: str, root: XmlElement, remarks: list[Remark]) -> None:
        self.file = file
        self.root = root
        self.remarks = remarks
        self.nodes: dict[str, Node] = {}
        self.sequence: list[Link] = []
        self.left_out: Counter[str] = Counter()

    def definitions(self) -> Definitions:
        processes: dict[str, Process] = {}
        for element in self.root.named("process"):
            key = self._id(element)
            self._steps(element, key, key)
            name = words(element.attributes.get("name"))
            processes.setdefault(key, Process(key, name, tuple(self._lanes(element)), self._place(element)))
        collaborations = list(
            self.root.named("collaboration", "choreography", "globalChoreographyTask", "conversation")
        )
        for element in (self.root, *collaborations):
            self._count(element)
        pools = tuple(self._pools(collaborations, processes))
        known = {*self.nodes, *processes, *(pool.id for pool in pools)}
        messages = [link for one in collaborations for link in self._links(one, "messageFlow")]
        for node in self.nodes.values():
            if node.is_boundary and _local(node.element.attributes.get("attachedToRef", "")) not in self.nodes:
                self._error(node.element, _NO_HOST, name=node.name)
        left = Counter[str]()
        for tag, count in self.left_out.items():
            left[_LEFT_OUT[tag]] += count
        for what, count in left.items():
            self._remark("dropped", Place(self.file), _LEFT, what=what, count=count)
        return Definitions(
            self.file,
            words(self.root.attributes.get("name")),
            self.nodes,
            tuple(self._sound(self.sequence, set(self.nodes), "sequence flow")),
            tuple(self._sound(messages, known, "message flow")),
            processes,
            pools,
            dict(left),
            {self._id(one): words(one.attributes.get("name")) for one in self.root.named(*_NAMED)},
        )

    def _steps(self, parent: XmlElement, scope: str, process: str) -> None:
        """The steps in a process or subprocess, and in those inside it; as deep as the file."""
        self._count(parent)
        self.sequence += self._links(parent, "sequenceFlow")
        for element in parent.named(*_STEPS):
            node = self._node(element, scope, process)
            if node.id in self.nodes:
                self._error(element, _TWICE, id=node.id)
                continue
            self.nodes[node.id] = node
            self._count(element)
            if node.is_subprocess:
                self._steps(element, node.id, process)

    def _node(self, element: XmlElement, scope: str, process: str) -> Node:
        triggers = tuple(
            child.name.removesuffix("EventDefinition")
            for child in element.children
            if child.name.endswith("EventDefinition")
        )
        name = words(element.attributes.get("name"))
        return Node(self._id(element), element.name, name, scope, process, self._place(element), element, triggers)

    def _lanes(self, process: XmlElement) -> Iterator[Lane]:
        waiting = [lane for lane_set in process.named("laneSet") for lane in lane_set.named("lane")]
        while waiting:
            element = waiting.pop(0)
            inner = [lane for lane_set in element.named("childLaneSet") for lane in lane_set.named("lane")]
            waiting = inner + waiting
            name = words(element.attributes.get("name"))
            refs = [_local(ref.text) for ref in element.named("flowNodeRef")]
            for ref in refs:
                if ref not in self.nodes:
                    self._error(element, _NO_NODE, lane=name or self._id(element), ref=ref)
            if not inner or refs:
                yield Lane(
                    self._id(element), name, tuple(ref for ref in refs if ref in self.nodes), self._place(element)
                )

    def _pools(self, collaborations: list[XmlElement], processes: dict[str, Process]) -> Iterator[Pool]:
        for element in (one for collaboration in collaborations for one in collaboration.named("participant")):
            process = _local(element.attributes.get("processRef", ""))
            name = words(element.attributes.get("name"))
            if process and process not in processes:
                self._error(element, _NO_PROCESS, pool=name or self._id(element), ref=process)
                process = ""
            yield Pool(self._id(element), name, process, self._place(element))

    def _links(self, parent: XmlElement, tag: str) -> Iterator[Link]:
        for element in parent.named(tag):
            ends = [_local(element.attributes.get(end, "")) for end in ("sourceRef", "targetRef")]
            condition = element.first("conditionExpression")
            written = words(condition.text) if condition is not None else ""
            name = words(element.attributes.get("name"))
            yield Link(self._id(element), name, ends[0], ends[1], written, self._place(element))

    def _sound(self, links: list[Link], known: set[str], flow: str) -> Iterator[Link]:
        """The flows both ends of which exist."""
        for link in links:
            ends = (("from", "begins", link.source), ("to", "ends", link.target))
            for preposition, verb, ref in ends:
                if not ref:
                    self._tell(link.place, _NO_END, flow=flow, id=link.id, end=verb)
                elif ref not in known:
                    self._tell(link.place, _NO_SUCH, flow=flow, id=link.id, end=preposition, ref=ref)
            if link.source in known and link.target in known:
                yield link

    def _count(self, element: XmlElement) -> None:
        self.left_out.update(child.name for child in element.children if child.name in _LEFT_OUT)

    def _id(self, element: XmlElement) -> str:
        """The id; a step without one is known by its place."""
        return words(element.attributes.get("id")) or f"{element.name} at line {element.line}"

    def _place(self, element: XmlElement) -> Place:
        return Place(self.file, element.line, words(element.attributes.get("id")))

    def _error(self, element: XmlElement, template: str, **values: str) -> None:
        self._tell(self._place(element), template, **values)

    def _tell(self, place: Place, template: str, **values: str) -> None:
        self.remarks.append(Remark("error", place, Message(template, values)))

    def _remark(self, kind: Literal["dropped"], place: Place, template: str, **values: str | int) -> None:
        self.remarks.append(Remark(kind, place, Message(template, values)))


def _local(reference: str) -> str:
    """An id, without the prefix of a qualified name."""
    return words(reference).rpartition(":")[2]

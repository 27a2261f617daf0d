"""BPMN 2.0 XML from an outline and the places of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from journeymap.exchange.exporting.bpmn.attaching import Bounds, Diagram, attached
from journeymap.exchange.exporting.bpmn.namespaces import HELD_MAP, NAMESPACES, TOUCHPOINT
from journeymap.exchange.exporting.bpmn.outline import Outline, SequenceFlow, Shape
from journeymap.exchange.exporting.characters import held_by_xml
from journeymap.model import ContactMap
from journeymap.source import dump

__all__ = ["bpmn"]

_PROCESS, _POOL = "process", "pool"
_HEADER = 30
"""Width of the strip with the name of the pool."""
_EMPTY = (0.0, 0.0, 600.0, 250.0)


def bpmn(contact_map: ContactMap, outline: Outline, diagram: Diagram) -> str:
    """The XML text, the same for equal maps and equal places. Linear."""
    writing = _Writing(contact_map, outline, diagram)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(f"{line}\n" for line in writing.lines())


class _Writing:
    def __init__(self, contact_map: ContactMap, outline: Outline, diagram: Diagram) -> None:
        self.map = contact_map
        self.outline = outline
        self.diagram = attached(outline, diagram)
        self.incoming: dict[str, list[SequenceFlow]] = {}
        self.outgoing: dict[str, list[SequenceFlow]] = {}
        for flow in outline.flows:
            self.outgoing.setdefault(flow.source, []).append(flow)
            self.incoming.setdefault(flow.target, []).append(flow)

        self.members: dict[str, list[Shape]] = {}
        for shape in outline.shapes:
            self.members.setdefault(shape.lane, []).append(shape)

    def lines(self) -> Iterator[str]:
        spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES)
        yield f'<bpmn:definitions {spaces} id="definitions" targetNamespace="{dict(NAMESPACES)["journeymap"]}">'
        yield '  <bpmn:collaboration id="collaboration">'
        name = _attributes(id=_POOL, name=self.outline.name, processRef=_PROCESS)
        yield f"    <bpmn:participant {name}/>"
        yield "  </bpmn:collaboration>"
        yield from self._process()
        yield '  <bpmndi:BPMNDiagram id="diagram">'
        yield '    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">'
        yield from self._shapes()
        yield from self._edges()
        yield "    </bpmndi:BPMNPlane>"
        yield "  </bpmndi:BPMNDiagram>"
        yield "</bpmn:definitions>"

    def _process(self) -> Iterator[str]:
        yield f'  <bpmn:process id="{_PROCESS}" isExecutable="false">'
        if self.map.description:
            yield f"    <bpmn:documentation>{_text(self.map.description)}</bpmn:documentation>"
        yield "    <bpmn:extensionElements>"
        yield f"      <journeymap:{HELD_MAP}>{_text(dump(self.map))}</journeymap:{HELD_MAP}>"
        yield "    </bpmn:extensionElements>"
        if self.outline.lanes:
            yield '    <bpmn:laneSet id="lanes">'
            for lane, name in self.outline.lanes.items():
                yield f"      <bpmn:lane {_attributes(id=lane, name=name)}>"
                for shape in self.members[lane]:
                    yield f"        <bpmn:flowNodeRef>{shape.id}</bpmn:flowNodeRef>"
                yield "      </bpmn:lane>"
            yield "    </bpmn:laneSet>"
        for shape in self.outline.shapes:
            yield from self._step(shape)
        for flow in self.outline.flows:
            said = _attributes(id=flow.id, name=flow.name, sourceRef=flow.source, targetRef=flow.target)
            yield f"    <bpmn:sequenceFlow {said}/>"
        yield "  </bpmn:process>"

    def _step(self, shape: Shape) -> Iterator[str]:
        said = _attributes(id=shape.id, name=shape.name)
        own = f" journeymap:{TOUCHPOINT}={quoteattr(shape.touchpoint)}" if shape.is_task else ""
        yield f"    <bpmn:{shape.tag} {said}{own}>"
        if shape.note:
            yield f"      <bpmn:documentation>{_text(shape.note)}</bpmn:documentation>"
        for flow in self.incoming.get(shape.id, ()):
            yield f"      <bpmn:incoming>{flow.id}</bpmn:incoming>"
        for flow in self.outgoing.get(shape.id, ()):
            yield f"      <bpmn:outgoing>{flow.id}</bpmn:outgoing>"
        yield f"    </bpmn:{shape.tag}>"

    def _shapes(self) -> Iterator[str]:
        lanes = _without_gaps(self.diagram.lanes)
        yield from _shape(_POOL, _around(lanes.values()), ' isHorizontal="true"')
        for key in self.outline.lanes:
            yield from _shape(key, lanes[key], ' isHorizontal="true"')
        for shape in self.outline.shapes:
            marker = ' isMarkerVisible="true"' if shape.tag == "exclusiveGateway" else ""
            yield from _shape(shape.id, self.diagram.shapes[shape.id], marker)

    def _edges(self) -> Iterator[str]:
        for flow in self.outline.flows:
            yield f'      <bpmndi:BPMNEdge id="edge..{flow.id}" bpmnElement="{flow.id}">'
            for x, y in self.diagram.flows[flow.id]:
                yield f'        <di:waypoint x="{x:g}" y="{y:g}"/>'
            if flow.name and flow.id in self.diagram.labels:
                yield "        <bpmndi:BPMNLabel>"
                yield f"          {_bounds(self.diagram.labels[flow.id])}"
                yield "        </bpmndi:BPMNLabel>"
            yield "      </bpmndi:BPMNEdge>"


def _shape(key: str, bounds: Bounds, further: str) -> Iterator[str]:
    yield f'      <bpmndi:BPMNShape id="shape..{key}" bpmnElement="{key}"{further}>'
    yield f"        {_bounds(bounds)}"
    yield "      </bpmndi:BPMNShape>"


def _bounds(bounds: Bounds) -> str:
    x, y, width, height = bounds
    return f'<dc:Bounds x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'


def _without_gaps(lanes: Mapping[str, Bounds]) -> dict[str, Bounds]:
    """Lanes that touch: each reaches down to the next, as pools want it."""
    ordered = sorted(lanes, key=lambda key: lanes[key][1])
    found = dict(lanes)
    for upper, lower in pairwise(ordered):
        x, y, width, _ = lanes[upper]
        found[upper] = (x, y, width, lanes[lower][1] - y)
    return found


def _around(lanes: Iterable[Bounds]) -> Bounds:
    found = list(lanes)
    if not found:
        return _EMPTY
    top, bottom = min(lane[1] for lane in found), max(lane[1] + lane[3] for lane in found)
    return found[0][0] - _HEADER, top, found[0][2] + _HEADER, bottom - top


def _attributes(**values: str) -> str:
    """Attributes in the order given; an empty one is left out."""
    return " ".join(f"{key}={quoteattr(_one_line(value))}" for key, value in values.items() if value)


def _one_line(text: str) -> str:
    return " ".join(held_by_xml(text).split())


def _text(text: str) -> str:
    return escape(held_by_xml(text))

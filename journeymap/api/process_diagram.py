"""A map as a BPMN diagram: outlined by the exchange room, laid out by the drawing room."""

from __future__ import annotations

from journeymap.draw.layout.lanes import lanes_placement
from journeymap.draw.placement import Size
from journeymap.draw.scene import Arrow, Box, Column, Group, Heading, Scene
from journeymap.exchange.exporting.bpmn import Diagram, Outline, bpmn, outline_of
from journeymap.model import ContactMap

__all__ = ["process_diagram"]


def process_diagram(contact_map: ContactMap) -> str:
    """BPMN 2.0 XML of a map, with the places of everything. Deterministic."""
    outline = outline_of(contact_map)
    if not outline.shapes:
        return bpmn(contact_map, outline, Diagram({}, {}, {}, {}))
    sizes = {shape.id: Size(*shape.size) for shape in outline.shapes}
    placement = lanes_placement(_scene(outline), sizes)
    flows = {key: route.points for key, route in placement.routes.items()}
    labels = {key: route.label for key, route in placement.routes.items() if route.label is not None}
    return bpmn(contact_map, outline, Diagram(placement.boxes, placement.groups, flows, labels))


def _scene(outline: Outline) -> Scene:
    columns = sorted({shape.column for shape in outline.shapes})
    return Scene(
        heading=Heading("lanes", outline.name, "", ""),
        boxes=tuple(Box(shape.id, shape.name, group=shape.lane, column=str(shape.column)) for shape in outline.shapes),
        arrows=tuple(
            Arrow(flow.id, flow.source, flow.target, "step", (flow.name,) if flow.name.strip() else ())
            for flow in outline.flows
        ),
        groups=tuple(Group(key, name) for key, name in outline.lanes.items()),
        columns=tuple(Column(str(column), "") for column in columns),
    )

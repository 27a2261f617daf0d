"""Flows that touch their shapes: events and gateways keep the size that modelling tools give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.exchange.exporting.bpmn.outline import Outline, Shape

__all__ = ["Bounds", "Corner", "Diagram", "attached"]

Bounds = tuple[float, float, float, float]
"""x and y of the upper left corner, width, height."""
Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Diagram:
    """Where everything lies, by the ids of the outline; flows by their corners, and what is kept free for
    their names. Pixels, y downwards.
    """

    shapes: Mapping[str, Bounds]
    lanes: Mapping[str, Bounds]
    flows: Mapping[str, Sequence[Corner]]
    labels: Mapping[str, Bounds]


def attached(outline: Outline, diagram: Diagram) -> Diagram:
    """The diagram with events and gateways at their own size, level with the flow that comes to them, so that it comes
    straight; flows are drawn on to the borders of their shapes. Linear.
    """
    levels = {flow.target: diagram.flows[flow.id][-1][1] for flow in outline.flows}
    shapes = {shape.id: _own_size(shape, diagram.shapes[shape.id], levels.get(shape.id)) for shape in outline.shapes}
    tasks = {shape.id for shape in outline.shapes if shape.is_task}
    flows = {}
    for flow in outline.flows:
        corners = list(diagram.flows[flow.id])
        x, y, width, height = shapes[flow.source]
        start = list(_joint((x + width, y + height / 2), corners[0], straight=flow.source in tasks, onward=True))
        left, top, _, tall = shapes[flow.target]
        end = list(_joint((left, top + tall / 2), corners[-1], straight=flow.target in tasks, onward=False))
        flows[flow.id] = list(_different([*start, *corners, *reversed(end)]))
    return Diagram(shapes, diagram.lanes, flows, diagram.labels)


def _own_size(shape: Shape, room: Bounds, level: float | None) -> Bounds:
    """The room itself for a task; else a shape in the middle of it, or on the level wanted."""
    if shape.is_task:
        return room
    width, height = shape.size
    x, y, wide, tall = room
    middle = y + tall / 2 if level is None else level
    return x + (wide - width) / 2, middle - height / 2, width, height


def _joint(border: Corner, corner: Corner, *, straight: bool, onward: bool) -> Iterator[Corner]:
    """From the middle of a shape's side to the end of a flow beside it; straight to the side of a task."""
    beside = corner[0] >= border[0] if onward else corner[0] <= border[0]
    if straight:
        yield (border[0], corner[1]) if beside else corner
    elif beside:
        yield border
        yield corner[0], border[1]


def _different(corners: Sequence[Corner]) -> Iterator[Corner]:
    """Corners without those that repeat the one before."""
    last: Corner | None = None
    for corner in corners:
        if corner != last:
            yield corner
        last = corner

"""Namespaces of a BPMN file, and the names under which it holds what only a map can say."""

from __future__ import annotations

__all__ = ["HELD_MAP", "JOURNEYMAP", "NAMESPACES", "TOUCHPOINT"]

JOURNEYMAP = "urn:journeymap:bpmn:1"
"""The namespace of our own elements and attributes."""
HELD_MAP, TOUCHPOINT = "map", "touchpoint"
"""The element that holds the map as YAML; the attribute of a step that names its touchpoint."""

NAMESPACES = (
    ("bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
    ("bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("dc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("di", "http://www.omg.org/spec/DD/20100524/DI"),
    ("journeymap", JOURNEYMAP),
)

"""Files of `journeymap export --to bpmn`: the map that goes along in them, and what was changed in other tools."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.exchange.exporting.bpmn import HELD_MAP, JOURNEYMAP, TOUCHPOINT, outline_of
from journeymap.exchange.importing.bpmn.process import Definitions
from journeymap.exchange.importing.bpmn.reading import definitions_of
from journeymap.exchange.importing.draft import Place, Remark, SourceText
from journeymap.exchange.importing.xml_text import XmlElement, read_xml
from journeymap.findings import Message
from journeymap.model import ContactMap
from journeymap.source import SourceFile
from journeymap.source import read_map as read_map_text

__all__ = ["carried_map"]

_BROKEN = "the map that goes along in the file cannot be read ({why}); the process is imported as it is drawn"
_RENAMED = '"{before}" was renamed to "{name}" in another tool'
_ADDED = '"{name}" was added in another tool; it is not in the map'
_REMOVED = '"{name}" was removed in another tool; it is still in the map'
_REROUTED = 'the flow "{name}" was added or changed in another tool; the map keeps what it says'
_CUT = "flows that were removed in another tool, and are still in the map: {count}"


def carried_map(source: SourceText) -> tuple[ContactMap | None, tuple[Remark, ...]]:
    """The map in a file that journeymap wrote; None where there is none, or where it cannot be read.

    New names are taken over; steps and flows that were added, moved or removed elsewhere are told. Linear.
    """
    text = _held(read_xml(source))
    if text is None:
        return None, ()
    found = read_map_text(source.name, [SourceFile(source.name, text.encode())])
    if found.map is None:
        why = str(found.findings[0].message) if found.findings else ""
        return None, (Remark("error", Place(source.name), Message(_BROKEN, {"why": why})),)
    faults: list[Remark] = []
    drawn = definitions_of(source, faults)
    renamed = dict(_renamed(found.map, drawn))
    touchpoints = {
        key: one.model_copy(update={"name": renamed[key]}) if key in renamed else one
        for key, one in found.map.touchpoints.items()
    }
    remarks = (*faults, *_told(found.map, drawn, renamed))
    return found.map.model_copy(update={"touchpoints": touchpoints}), remarks


def _held(root: XmlElement) -> str | None:
    for process in root.named("process"):
        extensions = process.first("extensionElements")
        for element in extensions.children if extensions is not None else ():
            if (element.space, element.name) == (JOURNEYMAP, HELD_MAP):
                return "".join(element.parts)
    return None


def _renamed(contact_map: ContactMap, drawn: Definitions) -> Iterator[tuple[str, str]]:
    for shape in outline_of(contact_map).shapes:
        node = drawn.nodes.get(shape.id)
        said = node.element.attributes.get(f"{JOURNEYMAP} {TOUCHPOINT}") if node is not None else None
        if shape.is_task and node is not None and said and node.label and node.label != " ".join(shape.name.split()):
            yield shape.touchpoint, node.label


def _told(contact_map: ContactMap, drawn: Definitions, renamed: dict[str, str]) -> Iterator[Remark]:
    outline = outline_of(contact_map)
    shapes = {shape.id: shape for shape in outline.shapes}
    for shape in outline.shapes:
        if shape.is_task and shape.touchpoint in renamed:
            values = {"before": shape.name, "name": renamed[shape.touchpoint]}
            yield Remark("assumed", drawn.nodes[shape.id].place, Message(_RENAMED, values))
        elif shape.id not in drawn.nodes:
            yield Remark("dropped", Place(drawn.file), Message(_REMOVED, {"name": shape.name or shape.id}))
    for key, node in drawn.nodes.items():
        if key not in shapes:
            yield Remark("dropped", node.place, Message(_ADDED, {"name": node.name}))
    flows = {(flow.id, flow.source, flow.target) for flow in outline.flows}
    links = {(link.id, link.source, link.target): link for link in drawn.sequence}
    for ends in sorted(links.keys() - flows):
        yield Remark("dropped", links[ends].place, Message(_REROUTED, {"name": links[ends].name or ends[0]}))
    removed = len({flow[0] for flow in flows} - {link.id for link in drawn.sequence})
    if removed:
        yield Remark("dropped", Place(drawn.file), Message(_CUT, {"count": removed}))

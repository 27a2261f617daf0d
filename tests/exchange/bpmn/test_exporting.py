"""Maps as BPMN: they come back the same, and other tools can read them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import contact_maps, to_yaml

from exchange.bpmn.processes import imported, remarks
from journeymap.api.process_diagram import process_diagram
from journeymap.exchange.exporting.bpmn import outline_of
from journeymap.exchange.exporting.bpmn.outline import bpmn_id
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.xml_text import XmlElement, read_xml
from journeymap.model import ContactMap
from journeymap.source import SourceFile, read_map

MAP = """\
journeymap: 1
name: "A <bank> & \\"co\\""
language: zh
channels: {phone: {name: Phone}, web: {mode: self}}
departments: {calls: {name: 客服}, cards: }
touchpoints:
  menu: {channel: web, department: calls, entry: true, transfers: {坐席: {when: "1"}, "9": {if_closed: 坐席}}}
  坐席: {name: Agent, channel: phone, department: [cards, calls], resolves: 60%, transfers: {menu: {limit: 2}}}
  "9": {channel: phone, department: cards}
"""
MODDLE = """
import BpmnModdle from 'bpmn-moddle';
import fs from 'fs';
const model = await new BpmnModdle().fromXML(fs.readFileSync(process.argv[2], 'utf8'));
console.log(JSON.stringify(model.warnings.map(warning => warning.message)));
"""


def model(text: str) -> ContactMap:
    read = read_map("m.yaml", [SourceFile("m.yaml", text.encode())])
    assert read.map is not None, read.findings
    return read.map


def elements(root: XmlElement) -> list[XmlElement]:
    found = [root]
    for element in found:
        found.extend(element.children)
    return found


@settings(deadline=None, max_examples=60)
@given(contact_maps())
def test_every_map_comes_back_the_same(data: object) -> None:
    contact_map = model(to_yaml(data))
    result = imported(process_diagram(contact_map).encode())
    assert result.map == contact_map
    assert result.remarks == ()


@settings(deadline=None, max_examples=60)
@given(contact_maps())
def test_every_reference_leads_somewhere_and_everything_is_drawn(data: object) -> None:
    contact_map = model(to_yaml(data))
    everything = elements(read_xml(SourceText("m.bpmn", process_diagram(contact_map).encode())))
    ids = [element.attributes["id"] for element in everything if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", key, re.ASCII) for key in ids)
    for element in everything:
        refs = [value for key, value in element.attributes.items() if key in ("sourceRef", "targetRef", "bpmnElement")]
        refs += [element.text] if element.name in ("incoming", "outgoing", "flowNodeRef") else []
        assert set(refs) <= set(ids)
    drawn = {element.attributes["bpmnElement"] for element in everything if element.name in ("BPMNShape", "BPMNEdge")}
    outline = outline_of(contact_map)
    assert drawn >= {shape.id for shape in outline.shapes} | {flow.id for flow in outline.flows} | set(outline.lanes)
    assert all(len(element.children) >= 2 for element in everything if element.name == "BPMNEdge")


def test_what_bpmn_can_say_is_said() -> None:
    text = process_diagram(model(MAP))
    assert 'name="A &lt;bank&gt; &amp; &quot;co&quot;"' in text or "name='A &lt;bank&gt; &amp; \"co\"'" in text
    everything = elements(read_xml(SourceText("m.bpmn", text.encode())))
    tags = [element.name for element in everything]
    assert (tags.count("userTask"), tags.count("serviceTask"), tags.count("lane")) == (2, 1, 2)
    assert (tags.count("startEvent"), tags.count("endEvent"), tags.count("exclusiveGateway")) == (1, 1, 2)
    names = {element.attributes.get("name") for element in everything if element.name == "sequenceFlow"}
    assert {"1", "下班时", "已解决"} <= names


def test_flows_come_straight_to_gateways_and_events() -> None:
    text = Path(__file__).resolve().parents[3].joinpath("maps/harbour-bank.yaml").read_text(encoding="utf-8")
    everything = elements(read_xml(SourceText("m.bpmn", process_diagram(model(text)).encode())))
    small = {element.attributes["id"] for element in everything if element.name in ("exclusiveGateway", "endEvent")}
    targets = {e.attributes["id"]: e.attributes["targetRef"] for e in everything if e.name == "sequenceFlow"}
    edges = [element for element in everything if element.name == "BPMNEdge"]
    coming = [edge for edge in edges if targets[edge.attributes["bpmnElement"]] in small]
    assert coming
    for edge in coming:
        before, last = [point.attributes for point in edge.children if point.name == "waypoint"][-2:]
        assert before["y"] == last["y"]
        assert float(before["x"]) < float(last["x"])


def test_ids_are_different_for_different_ids() -> None:
    keys = ["a", "A", "a_b", "a-b", "坐", "席", "1", "_", "é"]
    assert (
        len({bpmn_id("touchpoint", *pair) for pair in [(one, two) for one in keys for two in keys]}) == len(keys) ** 2
    )


def test_new_names_are_taken_over_and_other_changes_are_told() -> None:
    text = process_diagram(model(MAP))
    ways = bpmn_id("transfer", "坐席", "menu", "0")
    changed = text.replace('name="Agent"', 'name="First line"').replace(
        "  </bpmn:process>", '<bpmn:task id="new" name="Review"/>\n  </bpmn:process>'
    )
    changed = re.sub(rf'    <bpmn:sequenceFlow id="{ways}"[^>]*/>\n', "", changed)
    result = imported(changed.encode())
    assert result.map.touchpoints["坐席"].name == "First line"
    assert result.map.touchpoints["坐席"].transfers
    assert remarks(result, "assumed") == ['"Agent" was renamed to "First line" in another tool']
    assert set(remarks(result, "dropped")) == {
        '"Review" was added in another tool; it is not in the map',
        "flows that were removed in another tool, and are still in the map: 1",
    }


def test_a_broken_map_inside_is_told_and_the_drawing_is_imported() -> None:
    text = process_diagram(model(MAP)).replace("journeymap: 1", "journeymap: 7")
    result = imported(text.encode())
    assert remarks(result, "error")[0].startswith("the map that goes along in the file cannot be read")
    assert [one.name for one in result.map.touchpoints.values()][:1] == ["menu"] or len(result.map.touchpoints) == 3


def _moddle() -> Path | None:
    """A folder with the parser of bpmn.io, installed once; None where there is no Node or no registry."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "journeymap-tests" / "bpmn-moddle-9"
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    if not (folder / "node_modules" / "bpmn-moddle").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), "bpmn-moddle@9"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=120)
        except (subprocess.SubprocessError, OSError):
            return None
    return folder


@pytest.mark.parametrize("text", [MAP, "journeymap: 1\n"])
def test_the_parser_of_bpmn_io_has_nothing_to_complain_of(text: str) -> None:
    folder = _moddle()
    if folder is None:
        pytest.skip("no Node, or no registry")
    (folder / "parse.mjs").write_text(MODDLE, encoding="utf-8")
    file = folder / f"map-{os.getpid()}.bpmn"
    file.write_text(process_diagram(model(text)), encoding="utf-8")
    try:
        done = subprocess.run(
            ["node", "parse.mjs", file.name], cwd=folder, capture_output=True, timeout=60, check=False
        )
    finally:
        file.unlink()
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b"[]\n"

"""PlantUML: what stands in a name is shown, and never acted on."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings

import journeymap
from exchange.hostile import SNIPPETS, hostile_maps
from journeymap.exchange.exporting.plantuml import plantuml
from journeymap.graph import Network
from journeymap.model import ContactMap

MAPS = Path(__file__).parents[3] / "maps"
TEXT = r"(?:[^\W_]| |<U\+[0-9A-F]{4,5}>|\ufffd)*"
LINE = re.compile(
    rf'@startuml|@enduml|left to right direction|title {TEXT}|circle "customer" as start'
    rf'|package "{TEXT}" as d\d+ \{{|\}}'
    rf'|  (?:rectangle|person) "{TEXT}" as t\d+|start --> t\d+|t\d+ (?:-->|\.\.>) t\d+ : {TEXT}'
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(hostile_maps())
def test_every_line_is_one_that_we_wrote(contact_map: ContactMap) -> None:
    lines = plantuml(contact_map).split("\n")
    assert [line for line in lines[:-1] if not LINE.fullmatch(line)] == []
    assert (lines[0], lines[-2], lines[-1]) == ("@startuml", "@enduml", "")
    network = Network(contact_map)
    assert sum(" : " in line for line in lines) == sum(map(len, network.out))
    assert sum(line.startswith("  ") for line in lines) == len(network.ids)


def test_what_a_name_says_can_be_read_again() -> None:
    for snippet in SNIPPETS:
        touchpoints = {"a": {"channel": "x", "department": "d", "name": snippet}}
        data = {"journeymap": "1", "channels": ["x"], "departments": ["d"], "touchpoints": touchpoints}
        shown = re.findall(r'"(.*) <U\+0028>x<U\+0029>" as t0', plantuml(ContactMap.model_validate(data)))
        if snippet:
            decoded = re.sub(r"<U\+(\w+)>", lambda match: chr(int(match[1], 16)), (shown or [""])[0])
            printable = "".join(each if each.isprintable() else " " for each in unicodedata.normalize("NFC", snippet))
            assert decoded.split() == printable.split()


def test_departments_are_packages() -> None:
    text = plantuml(journeymap.load(MAPS / "银行客服中心.yaml").map)
    assert 'package "客服中心" as d' in text
    assert "title " in text


def test_the_same_map_gives_the_same_text() -> None:
    contact_map = journeymap.load(MAPS / "insurer").map
    shuffled = contact_map.model_copy(update={"touchpoints": dict(reversed(contact_map.touchpoints.items()))})
    assert plantuml(contact_map) == plantuml(shuffled)

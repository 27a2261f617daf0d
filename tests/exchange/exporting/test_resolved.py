"""The resolved map: every default worked out, and changed by hand without loss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from source.strategies import contact_maps

import journeymap
from exchange.hostile import hostile_maps
from journeymap.errors import CannotRun
from journeymap.exchange.exporting.resolved_json import resolved_json
from journeymap.exchange.importing import json as importer
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.resolved import FORMAT
from journeymap.model import ContactMap

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs/schema/journeymap-map-1.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SMALL = {
    "journeymap": "1",
    "channels": {"phone": {}, "web": {"mode": "self"}},
    "departments": {"desk": {"hours": "Mo 09:00-10:00"}},
    "touchpoints": {
        "menu": {
            "channel": "web",
            "department": "desk",
            "entry": True,
            "transfers": {"agent": {"if_closed": "box", "share": "40%"}, "menu": {}},
        },
        "agent": {"channel": "phone", "department": "desk", "cost": "1.25", "transfers": {"box": {"kind": "warm"}}},
        "box": {"channel": "phone", "department": "desk", "hours": "24/7"},
    },
}


def data_of(contact_map: ContactMap) -> Any:
    return json.loads(resolved_json(contact_map))


def read(data: object) -> ContactMap:
    return importer.read_map([SourceText("map.json", json.dumps(data).encode())])[0]


def test_defaults_are_worked_out() -> None:
    data = data_of(ContactMap.model_validate(SMALL))
    menu, agent = data["touchpoints"]["menu"], data["touchpoints"]["agent"]
    assert data["format"] == FORMAT
    assert (menu["name"], menu["handled_by"], menu["advances"]) == ("menu", "machine", False)
    assert {"name", "handled_by", "advances"} <= set(menu["defaults"])
    assert "entry" not in menu["defaults"]
    assert (agent["cost"], agent["open"], data["touchpoints"]["box"]["open"]) == (1.25, [[540, 600]], [[0, 10080]])
    assert data["channels"]["phone"]["mode"] == "live"
    assert menu["transfers"]["menu"]["kind"] == "step"
    transfer = menu["transfers"]["agent"]
    assert (transfer["kind"], transfer["carries"], transfer["share"]) == ("cold", "none", "40%")
    assert transfer["if_closed"]["kind"] == "cold"
    assert agent["transfers"]["box"] == {"kind": "warm", "carries": "all", "for": {}, "ignore": {}, "defaults": [
        "carries", "for", "ignore"]} | agent["transfers"]["box"]  # fmt: skip
    assert data["settings"]["loop_length"] == 6


def test_a_changed_default_is_kept() -> None:
    data = data_of(ContactMap.model_validate(SMALL))
    data["touchpoints"]["menu"]["handled_by"] = "person"
    data["touchpoints"]["menu"]["transfers"]["menu"]["kind"] = "next"
    data["settings"]["loop_length"] = 3
    contact_map = read(data)
    assert contact_map.touchpoints["menu"].handled_by == "person"
    assert contact_map.touchpoints["menu"].transfers["menu"].kind == "next"  # type: ignore[union-attr]
    assert contact_map.settings.loop_length == 3
    assert contact_map.touchpoints["agent"].handled_by is None


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(contact_maps | hostile_maps())
def test_every_map_is_as_the_schema_says(contact_map: ContactMap) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(data_of(contact_map))] == []


@pytest.mark.parametrize("name", ["harbour-bank.yaml", "insurer", "futel", "银行客服中心.yaml"])
def test_the_maps_of_the_project_are_as_the_schema_says(name: str) -> None:
    VALIDATOR.validate(data_of(journeymap.load(ROOT / "maps" / name).map))


def test_faults_are_told_with_their_lines() -> None:
    text = resolved_json(ContactMap.model_validate(SMALL)).replace('"self"', '"shelf"').replace('"40%"', '"40"')
    with pytest.raises(CannotRun) as error:
        importer.read_map([SourceText("map.json", text.encode())])
    lines = error.value.message.split("\n")
    numbers = [text[: text.index(word)].count("\n") + 1 for word in ('"shelf"', '"40"')]
    assert lines[0].startswith(f'"map.json", line {numbers[0]}: "shelf" is not a word that "mode" takes (did you mean')
    assert lines[1].startswith(f'"map.json", line {numbers[1]}: "40" is more than the whole')


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"format": "journeymap-map/2"}, "is of the format"),
        ({"format": "journeymap-lint/1"}, "is no resolved map"),
        ([], "is no resolved map"),
        ({"format": FORMAT, "touchpoints": 7}, "touchpoints"),
        ({"format": FORMAT, "touchpoints": {"a": 7}}, '"a" needs keys'),
        ({"format": FORMAT, "touchpoints": {"a": {"defaults": 3, "open": 3}}}, "lacks the key"),
        ({"format": FORMAT, "touchpoints": {"a": {"defaults": ["x", {}], "transfers": [1]}}}, "map.json"),
        ({"format": FORMAT, "settings": [], "stages": 1e300}, "map.json"),
        ({"format": FORMAT, "touchpoints": {"\n": {}}}, "cannot be an id"),
    ],
)
def test_what_is_no_resolved_map(data: object, said: str) -> None:
    with pytest.raises(CannotRun) as error:
        read(data)
    assert said in error.value.message
    assert error.value.help


def test_two_files_are_two_maps() -> None:
    source = SourceText("a.json", resolved_json(ContactMap.model_validate(SMALL)).encode())
    with pytest.raises(CannotRun, match="are two maps"):
        importer.read_map([source, source])

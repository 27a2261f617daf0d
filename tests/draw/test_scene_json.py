"""The neutral picture as JSON: everything is there, nothing hidden gets out, the schema says what it is."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from draw.scenes import JOURNEY, MATRIX, SCENE, SCENES
from journeymap.draw.render.scene_json import FORMAT, scene_json

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/journeymap-scene-1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("kind", SCENES)
def test_every_field_is_there(kind: str) -> None:
    picture = SCENES[kind]
    document = json.loads(scene_json(picture))
    VALIDATOR.validate(document)
    assert document.pop("format") == FORMAT == SCHEMA["title"]
    assert list(document) == [field.name for field in fields(picture)]
    written: dict[str, Any] = json.loads(json.dumps(asdict(picture)))
    if kind == "matrix":
        written["cells"][0]["week"][-1] = 0.3333
    assert document == written


def test_an_entry_a_line() -> None:
    lines = scene_json(SCENE).splitlines()
    assert sum(line.startswith('{"id": "touchpoint:') for line in lines) == 4


def test_hidden_characters_are_escapes() -> None:
    box = replace(SCENE.boxes[1], name="a\u202eb\x1b\u2028客\x00")
    document = scene_json(replace(SCENE, boxes=(box,), arrows=()))
    assert r"a\u202eb\u001b\u2028客\u0000" in document
    assert json.loads(document)["boxes"][0]["name"] == box.name


@pytest.mark.parametrize(
    "broken",
    [
        {"format": "journeymap-scene/2"},
        {"boxes": [{}]},
        {"direction": "left"},
    ],
)
def test_the_schema_is_strict(broken: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(json.loads(scene_json(SCENE)) | broken)


@pytest.mark.parametrize("picture", [MATRIX, JOURNEY])
def test_a_table_is_no_scene_of_boxes(picture: Any) -> None:
    document = json.loads(scene_json(picture))
    document["heading"]["view"] = "contact"
    assert not VALIDATOR.is_valid(document)

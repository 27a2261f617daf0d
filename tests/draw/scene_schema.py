"""The JSON Schema of `journeymap render --format json`, from the frozen types of the pictures."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from typing import Any

from journeymap.draw import scene, tables
from journeymap.draw.render.scene_json import FORMAT

__all__ = ["scene_schema"]

_PICTURES = {"flow": scene.Scene, "matrix": tables.MatrixScene, "journey": tables.JourneyScene}
_VIEWS = {"flow": ["contact", "lanes", "departments", "finding"], "matrix": ["matrix"], "journey": ["journey"]}
_DESCRIPTION = (
    "What `journeymap render --format json` writes: a picture without places and colours. Every field is always "
    "there, null or empty where it says nothing. Within version 1 keys may be added; none is renamed, removed or "
    "given another meaning."
)
_SIMPLE = {str: "string", bool: "boolean", int: "integer", float: "number"}
_WIDTH = 150


def scene_schema() -> str:
    """The schema as text, what fits on a line on one line."""
    definitions: dict[str, Any] = {}
    for kind, picture in _PICTURES.items():
        _define(picture, definitions, kind)
        definition = definitions[kind]
        definition["required"].insert(0, "format")
        view = {"properties": {"view": {"enum": _VIEWS[kind]}}}
        heading = {"heading": {"allOf": [definition["properties"]["heading"], view]}}
        definition["properties"] = {"format": {"const": FORMAT}, **definition["properties"], **heading}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": _DESCRIPTION,
        "type": "object",
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in _PICTURES],
        "$defs": dict(sorted(definitions.items())),
    }
    return _written(schema) + "\n"


def _define(kind: type[Any], definitions: dict[str, Any], name: str) -> None:
    hints = typing.get_type_hints(kind, vars(scene) | vars(tables))
    definitions[name] = {}
    properties = {field.name: _type(hints[field.name], definitions) for field in dataclasses.fields(kind)}
    definitions[name] |= {
        "description": _described(kind.__doc__ or ""),
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }


def _described(docstring: str) -> str:
    return " ".join(docstring.split()).replace("``", "`").replace("None", "null")


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin in (typing.Union, types.UnionType):
        (there,) = (_type(each, definitions) for each in arguments if each is not types.NoneType)
        return {"enum": [*there["enum"], None]} if "enum" in there else {"type": [there["type"], "null"]}
    if dataclasses.is_dataclass(hint):
        assert isinstance(hint, type)
        name = hint.__name__
        if name not in definitions:
            _define(hint, definitions, name)
        return {"$ref": f"#/$defs/{name}"}
    return {"type": _SIMPLE[hint]}


def _written(value: Any, indent: int = 0) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if indent + len(line) <= _WIDTH or not isinstance(value, dict | list):
        return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        entries = [f"{json.dumps(key)}: {_written(entry, indent + 2)}" for key, entry in value.items()]
        opening, closing = "{", "}"
    else:
        entries = [_written(entry, indent + 2) for entry in value]
        opening, closing = "[", "]"
    return f"{opening}\n{inner}" + f",\n{inner}".join(entries) + f"\n{' ' * indent}{closing}"

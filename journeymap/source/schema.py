"""The JSON Schema of the map language, derived from the models, so that editors complete and check."""

from __future__ import annotations

from typing import Any, cast

from pydantic.json_schema import models_json_schema

from journeymap import model
from journeymap.model import ContactMap
from journeymap.model.promises import Attributes

__all__ = ["SCHEMA_ID", "json_schema"]

SCHEMA_ID = "urn:journeymap:map-language:1"
"""Names the schema; there is nothing to fetch."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID_PATTERN = r"""^[^\s.,#"'\\\[\]{}]{1,200}$"""
_NULL = {"type": "null"}
_SHORT_FORMS = ("Choice", "Resolves", "Selector", "Volume")
"""Models that people never write: a hand-written schema stands for their short forms."""

Schema = dict[str, Any]


def json_schema() -> Schema:
    """JSON Schema (draft 2020-12) of a map file that has the `journeymap` key.

    Values are accepted as editors parse them: numbers, booleans and nothing, where the language takes text.
    Parts of a map folder are not meant: they lack the key.
    """
    models = [getattr(model, name) for name in model.__all__ if name not in _SHORT_FORMS] + [Attributes]
    _, generated = models_json_schema([(one, "validation") for one in models])
    definitions = {name: _tidy(schema) for name, schema in generated["$defs"].items() if name not in _SHORT_FORMS}
    top = definitions.pop(ContactMap.__name__)
    top["patternProperties"] = {"^x-": {"description": "free: a place for notes and for anchors; not read"}}
    for schema in top["properties"].values():
        _name_ids(schema)
    head = {"$schema": _DIALECT, "$id": SCHEMA_ID, "title": "journeymap: contact map, format 1"}
    return {**head, **{key: top[key] for key in top if key != "title"}, "$defs": definitions}


def _tidy(schema: Schema) -> Schema:
    """References in place of `$model`, no generated titles, and nothing allowed where a key may be absent."""
    tidy = cast("Schema", _references(schema))
    required = tidy.get("required", ())
    tidy["properties"] = {
        key: _untitled(value) if key in required else _or_nothing(_untitled(value))
        for key, value in tidy.get("properties", {}).items()
    }
    return tidy


def _references(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [_references(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$model" in value:
        return {"$ref": f"#/$defs/{value['$model']}"}
    return {key: _references(item) for key, item in value.items() if key != "discriminator"}


def _untitled(schema: Schema) -> Schema:
    untitled = {key: value for key, value in schema.items() if key not in ("title", "default")}
    entries = untitled.get("additionalProperties")
    if isinstance(entries, dict) and "$ref" not in entries:
        untitled["additionalProperties"] = {"anyOf": [entries, _NULL]}
    return untitled


def _or_nothing(schema: Schema) -> Schema:
    described = {key: value for key, value in schema.items() if key == "description"}
    rest = {key: value for key, value in schema.items() if key != "description"}
    alternatives = rest["anyOf"] if list(rest) == ["anyOf"] else [rest]
    if _NULL in alternatives:
        return schema
    return {**described, "anyOf": [*alternatives, _NULL]}


def _name_ids(schema: Schema) -> None:
    for alternative in schema.get("anyOf", ()):
        if alternative.get("type") == "object":
            alternative["propertyNames"] = {"pattern": _ID_PATTERN}

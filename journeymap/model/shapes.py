"""Shapes with a short and a long form, brought to the long one; and the common base of the models."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema, model_validator

from journeymap.model.problems import problem
from journeymap.model.values import Reference

__all__ = [
    "ID_LIST_SCHEMA",
    "ID_OR_LIST_SCHEMA",
    "Element",
    "Ids",
    "NonEmptyIds",
    "as_ids",
    "as_vocabulary",
    "schema_of",
]


class Element(BaseModel):
    """Base of every model: frozen, no unknown keys; a key without a value counts as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_absent(cls, data: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if data is None:
            return {}
        if isinstance(data, dict) and None in data.values():
            known = {field.alias or name for name, field in cls.model_fields.items()}
            return {key: value for key, value in data.items() if value is not None or key not in known}
        return data


def as_ids(value: object) -> list[Any] | tuple[Any, ...]:
    """One id or a list of ids, as a list; the same id twice is refused at the second place."""
    if isinstance(value, dict):
        raise problem("ids", got="a mapping")
    if not isinstance(value, list | tuple):
        return (value,)
    seen: set[object] = set()
    for position, item in enumerate(value):
        if isinstance(item, str):
            if item in seen:
                raise problem("duplicate_id", at=(position,), id=item)
            seen.add(item)
    return value


def _as_some_ids(value: object) -> list[Any] | tuple[Any, ...]:
    ids = as_ids(value)
    if not ids:
        raise problem("no_ids", got="an empty list")
    return ids


def as_vocabulary(value: object) -> object:
    """A mapping from id to attributes; a plain list of ids is short for ids without attributes."""
    if isinstance(value, list | tuple):
        for position, item in enumerate(value):
            if not isinstance(item, str):
                raise problem("vocabulary_item", at=(position,))
        return {item: {} for item in as_ids(value)}
    if not isinstance(value, dict):
        raise problem("vocabulary", got=str(value))
    return value


def schema_of(model: str) -> dict[str, Any]:
    """Stands for the JSON Schema of a model inside a hand-written one; `source.schema` puts a reference there."""
    return {"$model": model}


_ID_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
ID_LIST_SCHEMA: dict[str, Any] = {"type": "array", "items": _ID_SCHEMA, "uniqueItems": True}
ID_OR_LIST_SCHEMA: dict[str, Any] = {"anyOf": [_ID_SCHEMA, ID_LIST_SCHEMA]}
Ids = Annotated[tuple[Reference, ...], BeforeValidator(as_ids), WithJsonSchema(ID_OR_LIST_SCHEMA)]
NonEmptyIds = Annotated[tuple[Reference, ...], BeforeValidator(_as_some_ids), WithJsonSchema(ID_OR_LIST_SCHEMA)]

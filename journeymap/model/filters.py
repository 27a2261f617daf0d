"""Filters: which cases an element exists for."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from journeymap.model.problems import problem
from journeymap.model.shapes import ID_OR_LIST_SCHEMA, Element, NonEmptyIds

__all__ = ["DIMENSIONS", "Choice", "Filter"]

DIMENSIONS = ("segment", "reason", "product")
"""The dimensions of a case, in the order in which a case is written down."""


class Choice(Element):
    """Some ids of one dimension, or all declared ids but these."""

    ids: NonEmptyIds
    negated: bool = False


def _as_choice(value: object) -> object:
    if isinstance(value, Choice):
        return value
    if isinstance(value, dict):
        unknown = [key for key in value if key != "not"]
        if unknown:
            raise problem("unknown_key", at=(unknown[0],))
        if value.get("not") is None:
            raise problem("no_ids", got="nothing")
        return {"ids": value["not"], "negated": True}
    return {"ids": value}


_CHOICE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        *ID_OR_LIST_SCHEMA["anyOf"],
        {
            "type": "object",
            "properties": {"not": ID_OR_LIST_SCHEMA},
            "required": ["not"],
            "additionalProperties": False,
        },
    ]
}
OneChoice = Annotated[Choice, BeforeValidator(_as_choice), WithJsonSchema(_CHOICE_SCHEMA)]


class Filter(Element):
    """Which cases: every dimension that is named must match. Each is one id, a list, or `{not: id or list}`."""

    segment: OneChoice | None = Field(None, description="segments: one id, a list, or {not: ...}")
    product: OneChoice | None = Field(None, description="products: one id, a list, or {not: ...}")
    reason: OneChoice | None = Field(None, description="reasons for contact: one id, a list, or {not: ...}")

    @property
    def everyone(self) -> bool:
        """Whether the filter names no dimension, so that every case matches."""
        return self.segment is None and self.product is None and self.reason is None

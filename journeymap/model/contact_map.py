"""The whole model: one contact map."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from journeymap.model.problems import problem
from journeymap.model.promises import Promise, Scenario
from journeymap.model.settings import Settings
from journeymap.model.shapes import ID_LIST_SCHEMA, Element, as_vocabulary, schema_of
from journeymap.model.touchpoint import Touchpoint
from journeymap.model.transfer import Suppressions
from journeymap.model.values import Id, Text
from journeymap.model.vocabulary import Channel, Department, Information, Product, Reason, Segment, Stage, System

__all__ = ["FORMAT", "SECTIONS", "ContactMap"]

FORMAT = "1"
"""The version of the map language that this package reads."""

SECTIONS = ("stages", "segments", "products", "reasons", "channels", "departments", "systems", "information")
"""The sections of the vocabulary."""


def _as_format(value: object) -> object:
    if str(value) != FORMAT:
        raise problem("format_version", got=str(value))
    return FORMAT


def _vocabulary_schema(name: str) -> WithJsonSchema:
    entry: dict[str, Any] = {"anyOf": [{"type": "null"}, schema_of(name)]}
    return WithJsonSchema(
        {
            "anyOf": [
                {"type": "object", "additionalProperties": entry},
                ID_LIST_SCHEMA,
                {"type": "null"},
            ]
        }
    )


_LISTED = BeforeValidator(as_vocabulary)


class ContactMap(Element):
    """A contact map: every touchpoint, channel, department and transfer, seen from the customer's side."""

    journeymap: Annotated[Literal["1"], BeforeValidator(_as_format), WithJsonSchema({"enum": [1, "1"]})] = Field(
        description="version of the map language: 1; required, and how a map is recognised"
    )
    name: Text | None = Field(None, description="name of the map")
    description: Text | None = Field(None, description="what the map shows")
    owner: Text | None = Field(None, description="who keeps the map")
    language: Text | None = Field(None, description="language of the names: en, zh, ...")
    currency: Text | None = Field(None, description="currency of every amount: EUR, CNY, ...")
    country: Text | None = Field(None, description="ISO 3166 code, for public holidays: DE, CN, ...")
    timezone: Text | None = Field(None, description="IANA name, for opening hours: Europe/Berlin, Asia/Shanghai, ...")
    settings: Settings = Field(Settings(), description="thresholds of the analyses and rules")
    stages: Annotated[dict[Id, Stage], _LISTED, _vocabulary_schema("Stage")] = Field(
        default_factory=dict, description="phases of the journey, in order"
    )
    segments: Annotated[dict[Id, Segment], _LISTED, _vocabulary_schema("Segment")] = Field(
        default_factory=dict, description="groups of customers treated alike"
    )
    products: Annotated[dict[Id, Product], _LISTED, _vocabulary_schema("Product")] = Field(
        default_factory=dict, description="products and service lines"
    )
    reasons: Annotated[dict[Id, Reason], _LISTED, _vocabulary_schema("Reason")] = Field(
        default_factory=dict, description="reasons for contact"
    )
    channels: Annotated[dict[Id, Channel], _LISTED, _vocabulary_schema("Channel")] = Field(
        default_factory=dict, description="media by which customer and company meet"
    )
    departments: Annotated[dict[Id, Department], _LISTED, _vocabulary_schema("Department")] = Field(
        default_factory=dict, description="who answers for touchpoints"
    )
    systems: Annotated[dict[Id, System], _LISTED, _vocabulary_schema("System")] = Field(
        default_factory=dict, description="software that holds information"
    )
    information: Annotated[dict[Id, Information], _LISTED, _vocabulary_schema("Information")] = Field(
        default_factory=dict, description="items the customer may be asked for"
    )
    touchpoints: dict[Id, Touchpoint] = Field(default_factory=dict, description="the map itself, transfers inside")
    contracts: dict[Id, Promise] = Field(default_factory=dict, description="promises that must hold")
    scenarios: dict[Id, Scenario] = Field(default_factory=dict, description="what-if changes of volume and staffing")
    ignore: Suppressions = Field(default_factory=dict, description="{CODE: reason}: suppressions for the whole map")

    def name_of(self, section: str, key: str) -> str:
        """The name of an element for people: its `name`, or its id where none is given."""
        element = getattr(self, section).get(key)
        return (element.name if element is not None else None) or key

"""The vocabulary of a map: stages, segments, products, reasons, channels, departments, systems, information."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from journeymap.model.shapes import Element, Ids, NonEmptyIds
from journeymap.model.values import Duration, Flag, Hours, Mode, Money, Number, Priority, Share, Text, parse_number

__all__ = ["Channel", "Department", "Information", "Product", "Reason", "Segment", "Stage", "System", "Vocable"]


class Vocable(Element):
    """Anything declared by id that has a name for people."""

    name: Text | None = Field(None, description="shown to people; default: the id")


class Stage(Vocable):
    """A phase of the journey; the order of the stages is the order in which they are listed."""


class Segment(Vocable):
    """A group of customers treated alike."""

    share: Share | None = Field(None, description="share of customers")
    value: Money | None = Field(None, description="revenue per customer and year")
    priority: Priority | None = Field(None, description="how urgently these customers are served")


class Product(Vocable):
    """A product or service line."""


class Reason(Vocable):
    """A reason for contact (contact driver, intent)."""

    product: NonEmptyIds | None = Field(None, description="the products it is about; default: every product")
    segment: NonEmptyIds | None = Field(None, description="the segments that have it; default: every segment")
    complaint: Flag = Field(default=False, description="whether it is a complaint")
    share: Share | None = Field(None, description="share of contacts")
    stage: Ids = Field((), description="the stage or stages in which it comes up")


class Channel(Vocable):
    """The medium by which customer and company meet."""

    mode: Mode | None = Field(
        None,
        description="live: the customer waits; message: the answer comes later; self: self-service; "
        "internal: a back-office queue, no customer is there. Default: live",
    )
    hours: Hours | None = Field(None, description="opening hours in OpenStreetMap syntax")
    cost: Money | None = Field(None, description="cost to the company per contact")


def _as_staff(value: object) -> object:
    if isinstance(value, dict):
        return value
    return {"": value if not isinstance(value, list) else parse_number(value, "staff")}


_STAFF_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": ["number", "string"]},
        {"type": "object", "additionalProperties": {"type": ["number", "string"]}},
    ]
}
Staff = Annotated[dict[str, Number], BeforeValidator(_as_staff), WithJsonSchema(_STAFF_SCHEMA)]


class Department(Vocable):
    """Who answers for touchpoints."""

    hours: Hours | None = Field(None, description="opening hours in OpenStreetMap syntax")
    staff: Staff | None = Field(None, description="agents: a number, or a mapping from hours to a number")
    patience: Duration | None = Field(None, description="mean time a caller waits before giving up")
    contact: Text | None = Field(None, description="whom to ask about this department")


class System(Vocable):
    """Software that holds information (CRM, ticketing, ledger)."""

    holds: Ids = Field((), description="items known before the journey begins")


class Information(Vocable):
    """An item the customer may be asked for."""

    lasts: Literal["journey", "contact"] = Field(
        "journey", description="contact: a new contact legitimately asks again (an identity check)"
    )
    sensitive: Flag = Field(default=False, description="whether it needs special care")

"""Transfers: hand-overs of a contact from one touchpoint to another."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from journeymap.model.filters import Filter
from journeymap.model.problems import problem
from journeymap.model.shapes import ID_OR_LIST_SCHEMA, Element, as_ids, schema_of
from journeymap.model.values import Count, Duration, Kind, Reference, Share, Text

__all__ = ["Carries", "IfClosed", "Suppressions", "Transfer"]


def _as_carries(value: object) -> object:
    return value if value in ("all", "none") else as_ids(value)


Carries = Annotated[
    Literal["all", "none"] | tuple[Reference, ...], BeforeValidator(_as_carries), WithJsonSchema(ID_OR_LIST_SCHEMA)
]
"""``"all"``, ``"none"`` or the items carried."""


def _as_reason(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        raise problem("suppression_reason")
    return value


Suppressions = dict[str, Annotated[Text, BeforeValidator(_as_reason)]]
"""From the code of a rule to the reason why its findings are accepted here."""


def _as_if_closed(value: object) -> object:
    return value if isinstance(value, dict | IfClosed) else {"to": value}


class IfClosed(Element):
    """Where the contact goes instead when the target of a transfer is closed."""

    to: Reference = Field(description="the touchpoint that takes the contact")
    kind: Kind | None = Field(None, description="default: the transfer's own, or cold where that cannot be")
    carries: Carries | None = Field(None, description="default: by kind")


_IF_CLOSED_SCHEMA = {"anyOf": [{"type": ["string", "number"]}, schema_of("IfClosed")]}


class Transfer(Element):
    """A hand-over of the contact to another touchpoint."""

    kind: Kind | None = Field(
        None,
        description="step: goes on inside one menu, app or site; warm: connects with a briefing; cold: without; "
        "redirect: the customer is sent away to make contact again; callback: the company makes contact again; "
        "ticket: back-office hand-over; next: the customer goes on in the journey. "
        "Default: step between two machines on the same channel, else cold",
    )
    carries: Carries | None = Field(
        None,
        description="all, none or a list of items. Default: all for step, warm, callback, ticket; none for the others",
    )
    share: Share | None = Field(None, description="share of the contacts that leave the touchpoint by this transfer")
    when: Text | None = Field(None, description="free text, shown on the arrow")
    for_: Filter = Field(Filter(), alias="for", description="which customers this exists for; default: everyone")
    wait: Duration | None = Field(None, description="time until somebody takes over")
    if_closed: Annotated[IfClosed, BeforeValidator(_as_if_closed), WithJsonSchema(_IF_CLOSED_SCHEMA)] | None = Field(
        None,
        description="touchpoint that takes the contact when the target is closed, or {to, kind, carries}",
    )
    limit: Count | None = Field(None, description="how often one contact may take this transfer, from 1")
    ignore: Suppressions = Field(default_factory=dict, description="{CODE: reason why this is accepted}")

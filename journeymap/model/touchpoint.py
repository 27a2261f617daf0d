"""Touchpoints: places where customer and company meet, or where the company works on the contact."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from journeymap.model.filters import Filter
from journeymap.model.problems import problem
from journeymap.model.shapes import ID_OR_LIST_SCHEMA, Element, Ids, NonEmptyIds, as_ids, schema_of
from journeymap.model.transfer import Suppressions, Transfer
from journeymap.model.values import (
    Duration,
    Flag,
    Handler,
    Hours,
    Money,
    Number,
    Priority,
    Reference,
    Share,
    Text,
    fold,
    parse_flag,
)

__all__ = ["Asked", "Entry", "Records", "Reply", "Resolves", "Touchpoint", "Volume", "as_volume"]

TRANSFER_TAG, TRANSFERS_TAG = "tag.one", "tag.list"
"""Union tags that may stand in pydantic's error locations; no id can contain a dot."""

PERIODS = ("hour", "day", "week", "month", "year")


class Volume(Element):
    """Contacts per period."""

    amount: Number
    period: str


def as_volume(value: object) -> object:
    """``12000/month`` taken apart."""
    if isinstance(value, Volume):
        return value
    if isinstance(value, dict | list):
        raise problem("volume", got="a mapping" if isinstance(value, dict) else "a list")
    amount, slash, period = fold(str(value)).partition("/")
    if not slash or period.strip() not in PERIODS:
        raise problem("volume", got=str(value))
    return {"amount": amount.strip(), "period": period.strip()}


class EntryShares(Element):
    """How the volume divides among the ids of a dimension."""

    reason: dict[str, Share] = Field(default_factory=dict, description="share per reason")
    segment: dict[str, Share] = Field(default_factory=dict, description="share per segment")
    product: dict[str, Share] = Field(default_factory=dict, description="share per product")


class Entry(Element):
    """Customers begin here."""

    volume: Annotated[Volume, BeforeValidator(as_volume), WithJsonSchema({"type": "string"})] | None = Field(
        None, description="contacts per hour, day, week, month or year: 12000/month"
    )
    by: EntryShares = Field(EntryShares(), description="how the volume divides: {reason: {lost_card: 30%}}")


def _as_entry(value: object) -> object:
    if isinstance(value, dict | Entry) or value is None:
        return value
    return {} if parse_flag(value) else None


def _as_asked(value: object) -> object:
    if isinstance(value, dict):
        return {key: {} if item is None or item == "always" else item for key, item in value.items()}
    ids = as_ids(value)
    for position, item in enumerate(ids):
        if not isinstance(item, str) or not item:
            raise problem("ids", at=(position,), got="a mapping" if isinstance(item, dict) else "nothing")
    return {item: {} for item in ids}


_ASKED_SCHEMA: dict[str, Any] = {
    "anyOf": [
        *ID_OR_LIST_SCHEMA["anyOf"],
        {"type": "object", "additionalProperties": {"anyOf": [{"enum": ["always", None]}, schema_of("Filter")]}},
    ]
}
Asked = Annotated[dict[str, Filter], BeforeValidator(_as_asked), WithJsonSchema(_ASKED_SCHEMA)]
"""From item to the filter under which it is asked; the empty filter means always."""


def _as_records(value: object) -> object:
    if isinstance(value, dict):
        return value
    ids = as_ids(value)
    for position, item in enumerate(ids):
        if not isinstance(item, str) or not item:
            raise problem("ids", at=(position,), got="a mapping" if isinstance(item, dict) else "nothing")
    return dict.fromkeys(ids)


_RECORDS_SCHEMA: dict[str, Any] = {
    "anyOf": [
        *ID_OR_LIST_SCHEMA["anyOf"],
        {"type": "object", "additionalProperties": {"anyOf": [{"type": "null"}, *ID_OR_LIST_SCHEMA["anyOf"]]}},
    ]
}
Records = Annotated[dict[str, Ids | None], BeforeValidator(_as_records), WithJsonSchema(_RECORDS_SCHEMA)]
"""From system to the items saved there; None means everything known at the touchpoint."""


class Resolves(Element):
    """What is resolved: everything (`reasons` is None) with a share or without one, or some reasons, each likewise."""

    share: Share | None = None
    reasons: dict[Reference, Share | None] | None = None


def _as_resolves(value: object) -> object:
    if isinstance(value, Resolves) or value is None:
        return value
    if isinstance(value, dict):
        return {"reasons": {key: _without_flag(item) for key, item in value.items()}}
    if isinstance(value, list | tuple):
        return {"reasons": _as_records(value)}
    text = fold(str(value))
    try:
        return {} if parse_flag(text) else None
    except ValueError:
        pass
    if text[:1].isdigit() or text.endswith("%") or text[:1] in "+-.":
        return {"share": text}
    return {"reasons": {value: None}}


def _without_flag(value: object) -> object:
    return None if isinstance(value, str | bool) and fold(str(value)).lower() in ("true", "yes", "on", "是") else value


_RESOLVES_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": ["boolean", "number"]},
        *ID_OR_LIST_SCHEMA["anyOf"],
        {"type": "object", "additionalProperties": {"type": ["number", "string", "null", "boolean"]}},
    ]
}


def _as_tasks(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_TASKS_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "number"]}}]
}


class Reply(Element):
    """The promise of an answer to a message or a ticket."""

    within: Duration = Field(description="time until the customer has the answer")


def _transfer_shape(value: object) -> str:
    return TRANSFERS_TAG if isinstance(value, list | tuple) else TRANSFER_TAG


OneOrMoreTransfers = Annotated[
    Annotated[Transfer, Tag(TRANSFER_TAG)] | Annotated[tuple[Transfer, ...], Tag(TRANSFERS_TAG)],
    Discriminator(_transfer_shape),
]


class Touchpoint(Element):
    """A place where customer and company meet, or where the company works on the contact."""

    name: Text | None = Field(None, description="shown to people; default: the id")
    channel: Reference = Field(description="the channel; required")
    department: NonEmptyIds = Field(description="who answers for it; required; [a, b] means ownership is contested")
    stage: Ids = Field((), description="one stage or several")
    for_: Filter = Field(Filter(), alias="for", description="which customers this exists for; default: everyone")
    handled_by: Handler | None = Field(
        None, description="person or machine; default: machine on channels with mode self, else person"
    )
    entry: Annotated[
        Entry | None,
        BeforeValidator(_as_entry),
        WithJsonSchema({"anyOf": [{"type": ["boolean", "string", "null"]}, schema_of("Entry")]}),
    ] = Field(None, description="true, or {volume: 12000/month, by: ...}: customers begin here")
    needs: Asked = Field(
        default_factory=dict, description="items that must be known here; asked only when they are not"
    )
    always_asks: Asked = Field(default_factory=dict, description="items asked on every visit, known or not")
    reads: Ids = Field((), description="systems looked up here on arrival")
    records: Records = Field(
        default_factory=dict, description="{system: [items]} saved before the contact leaves; a list: everything known"
    )
    systems: Ids = Field((), description="further screens opened, in order of use")
    tasks: Annotated[tuple[Text, ...], BeforeValidator(_as_tasks), WithJsonSchema(_TASKS_SCHEMA)] = Field(
        (), description="names of the work done here"
    )
    resolves: Annotated[Resolves | None, BeforeValidator(_as_resolves), WithJsonSchema(_RESOLVES_SCHEMA)] = Field(
        None, description="true; a share; a list of reasons; or {reason: share}"
    )
    advances: Flag = Field(
        default=False, description="true: work done here changes the case, so passing through is progress"
    )
    reply: Reply | None = Field(None, description="the promise of an answer to a message or a ticket: {within: 2d}")
    follow_up: Flag = Field(default=False, description="true: asks the customer whether it was really solved")
    hours: Hours | None = Field(None, description="opening hours of this touchpoint, in place of the default")
    time: Duration | None = Field(None, description="handle time")
    wrap_up: Duration | None = Field(None, description="work after the contact")
    wait: Duration | None = Field(None, description="waiting time")
    cost: Money | None = Field(None, description="cost to the company per visit")
    fee: Money | None = Field(None, description="fee to the customer")
    abandons: Share | None = Field(None, description="share that gives up here")
    priority: Priority | None = Field(None, description="priority in a queue")
    transfers: dict[Reference, OneOrMoreTransfers] = Field(
        default_factory=dict, description="from target id to a transfer, or to a list of parallel transfers"
    )
    ignore: Suppressions = Field(default_factory=dict, description="{CODE: reason why this is accepted}")

    def each_transfer(self) -> Iterator[tuple[str, int | None, Transfer]]:
        """Every declared transfer as (target, place in the list or None, transfer), in the order of the file."""
        for target, one_or_more in self.transfers.items():
            if isinstance(one_or_more, Transfer):
                yield target, None, one_or_more
            else:
                for place, transfer in enumerate(one_or_more):
                    yield target, place, transfer

    def resolve_share(self, reason: str | None) -> Decimal | None:
        """The declared resolve share for a reason; None where none is declared or it is not resolved here."""
        if self.resolves is None:
            return None
        if self.resolves.reasons is None:
            return self.resolves.share
        return self.resolves.reasons.get(reason) if reason is not None else None

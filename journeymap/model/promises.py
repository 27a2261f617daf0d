"""Promises that must hold (`contracts`) and what-if changes (`scenarios`)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from journeymap.model.filters import Filter
from journeymap.model.problems import problem
from journeymap.model.shapes import ID_OR_LIST_SCHEMA, Element, Ids, NonEmptyIds, as_ids, schema_of
from journeymap.model.touchpoint import as_volume
from journeymap.model.values import (
    Duration,
    Flag,
    Handler,
    Hours,
    Priority,
    Reference,
    Text,
    fold,
    parse_duration,
    parse_number,
    parse_share,
)

__all__ = ["Attributes", "Change", "Limits", "Never", "NeverTransfer", "Promise", "Scenario", "Selector"]


class Attributes(Element):
    """Attributes of touchpoints that must all match."""

    channel: Ids = Field((), description="on one of these channels")
    department: Ids = Field((), description="answered for by one of these departments")
    stage: Ids = Field((), description="in one of these stages")
    handled_by: Handler | None = Field(None, description="person or machine")
    entry: Flag | None = Field(None, description="whether customers begin there")
    follow_up: Flag | None = Field(None, description="whether the outcome is checked there")
    advances: Flag | None = Field(None, description="whether work is done there")
    resolves: Ids = Field((), description="resolves one of these reasons")
    needs: Ids = Field((), description="needs one of these items")
    always_asks: Ids = Field((), description="always asks one of these items")
    reads: Ids = Field((), description="reads one of these systems")
    records: Ids = Field((), description="records in one of these systems")
    systems: Ids = Field((), description="opens one of these systems")
    tasks: Ids = Field((), description="does one of these tasks")
    priority: Priority | None = Field(None, description="priority in a queue")


class Selector(Element):
    """Touchpoints chosen by a word (`entry`, `resolved`), by id, or by attributes."""

    word: str | None = None
    ids: tuple[Reference, ...] = ()
    attributes: Attributes | None = None


def _as_selector(value: object) -> object:
    if isinstance(value, Selector) or value is None:
        return value
    if isinstance(value, dict):
        if not value:
            raise problem("selector", got="an empty mapping")
        return {"attributes": value}
    if value in ("entry", "resolved"):
        return {"word": value}
    ids = as_ids(value)
    if not ids:
        raise problem("selector", got="an empty list")
    return {"ids": ids}


_CHANGE_SCHEMA: dict[str, Any] = {"type": ["number", "string"]}
_SELECTOR_SCHEMA: dict[str, Any] = {"anyOf": [*ID_OR_LIST_SCHEMA["anyOf"], schema_of("Attributes")]}
OneSelector = Annotated[Selector, BeforeValidator(_as_selector), WithJsonSchema(_SELECTOR_SCHEMA)]


def _as_count_from_zero(value: object) -> int:
    text = fold(str(value))
    if not text.isdigit() or len(text) > 9:
        raise problem("count_from_zero", got=str(value))
    return int(text)


CountFromZero = Annotated[int, BeforeValidator(_as_count_from_zero), WithJsonSchema({"type": ["integer", "string"]})]


class Limits(Element):
    """How soon a promise must be kept."""

    transfers: CountFromZero | None = Field(
        None, description="at most so many transfers; next and step are not counted"
    )
    time: Duration | None = Field(None, description="at most so much time")


class NeverTransfer(Element):
    """A hand-over that must not exist."""

    from_: OneSelector = Field(alias="from", description="the sending touchpoints")
    to: OneSelector = Field(description="the receiving touchpoints")


class Never(Element):
    """What must never happen: a repeat of an item, a transfer, or a loop."""

    repeat: Reference | None = Field(None, description="an item that must never be repeated")
    transfer: NeverTransfer | None = Field(None, description="a transfer that must not exist")
    loop: OneSelector | None = Field(None, description="touchpoints that must not lie on a pointless loop")


class Promise(Element):
    """A contract: from every selected touchpoint some walk reaches another in time, or something never happens."""

    description: Text | None = Field(None, description="what is promised, in words")
    for_: Filter = Field(Filter(), alias="for", description="the cases for which it must hold")
    from_: OneSelector | None = Field(None, alias="from", description="where it must hold")
    reach: OneSelector | None = Field(None, description="what must be reached")
    within: Limits | None = Field(None, description="how soon")
    always: Flag = Field(default=False, description="wherever the walk goes, it can still be reached")
    never: Never | None = Field(None, description="what must never happen")


def _factor_or(parse: Callable[[object], object]) -> BeforeValidator:
    """Text that is a factor (``x1.2``) or that `parse` accepts; kept as folded text."""

    def check(value: object) -> str:
        text = fold(str(value)) if isinstance(value, str | int | float | Decimal) else ""
        if text[:1] in ("x", "X", "×"):
            parse_number(text[1:].strip(), "factor")
            return "x" + text[1:].strip()
        parse(value)
        return text

    return BeforeValidator(check)


ChangedVolume = Annotated[str, _factor_or(as_volume), WithJsonSchema(_CHANGE_SCHEMA)]
ChangedNumber = Annotated[str, _factor_or(parse_number), WithJsonSchema(_CHANGE_SCHEMA)]
ChangedDuration = Annotated[str, _factor_or(parse_duration), WithJsonSchema(_CHANGE_SCHEMA)]
ChangedShare = Annotated[str, _factor_or(parse_share), WithJsonSchema(_CHANGE_SCHEMA)]


class Change(Element):
    """One change of a scenario: where, and what is different."""

    for_: Filter = Field(Filter(), alias="for", description="the cases whose volume changes")
    department: NonEmptyIds | None = Field(None, description="the departments that change")
    channel: NonEmptyIds | None = Field(None, description="the channels that change")
    touchpoint: NonEmptyIds | None = Field(None, description="the touchpoints that change")
    volume: ChangedVolume | None = Field(None, description="x3 multiplies; 12000/month replaces")
    staff: ChangedNumber | None = Field(None, description="x0.8 multiplies; a number replaces")
    patience: ChangedDuration | None = Field(None, description="x0.8 multiplies; a duration replaces")
    time: ChangedDuration | None = Field(None, description="x1.2 multiplies; a duration replaces")
    wrap_up: ChangedDuration | None = Field(None, description="x1.2 multiplies; a duration replaces")
    wait: ChangedDuration | None = Field(None, description="x1.2 multiplies; a duration replaces")
    abandons: ChangedShare | None = Field(None, description="x1.2 multiplies; a share replaces")
    cost: ChangedNumber | None = Field(None, description="x1.2 multiplies; a number replaces")
    fee: ChangedNumber | None = Field(None, description="x1.2 multiplies; a number replaces")
    hours: Hours | None = Field(None, description="new opening hours")


class Scenario(Element):
    """A what-if: changes of volume, staffing or hours."""

    name: Text | None = Field(None, description="shown to people; default: the id")
    description: Text | None = Field(None, description="what happens")
    changes: tuple[Change, ...] = Field(description="the changes, in order")

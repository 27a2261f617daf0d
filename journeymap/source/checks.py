"""Contradictions and outside facts: what no single field of the model can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from journeymap.model import ContactMap, Promise, Touchpoint
from journeymap.source.countries import COUNTRIES
from journeymap.source.locations import Location

__all__ = ["CONTRADICTIONS", "Contradiction", "contradictions"]

_CHANGED = ("volume", "staff", "patience", "time", "wrap_up", "wait", "abandons", "cost", "fee", "hours")
_PLACE = re.compile(r"--> (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Something that does not fit: kind, location, named values, and words it may be mistaken for."""

    kind: str
    location: Location
    values: dict[str, str | int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


CONTRADICTIONS: dict[str, tuple[str, str]] = {
    "timezone": ('"{got}" is not a time zone', "write an IANA name such as Europe/Berlin or Asia/Shanghai"),
    "country": ('"{got}" is not a country', "write a code of two letters as in ISO 3166: DE, CN, GB"),
    "hours_text": (
        'the opening hours "{got}" cannot be read from "{rest}" on',
        'write for instance "Mo-Fr 09:00-17:00; Sa 10:00-14:00" or "24/7"; days are Mo Tu We Th Fr Sa Su PH',
    ),
    "segment_shares": (
        "the shares of the segments sum to {total}%, more than the whole",
        "lower them to 100% together",
    ),
    "entry_shares": ('the shares by "{key}" sum to {total}%, more than the whole', "lower them to 100% together"),
    "if_closed_sender": (
        '"if_closed" names "{got}", the touchpoint that the contact comes from',
        "name a touchpoint that is neither sender nor target",
    ),
    "if_closed_target": (
        '"if_closed" names "{got}", the touchpoint that is closed',
        "name a touchpoint that is neither sender nor target",
    ),
    "empty_promise": ('"{element}" promises nothing', 'add "reach: ..." or "never: ..." below it'),
    "two_promises": (
        '"{element}" promises two things',
        'keep "reach" or "never", and make a contract of its own for the other',
    ),
    "promise_without_from": ('"{element}" does not say from where', 'add "from: entry", or another selector'),
    "empty_never": ('"never" of "{element}" forbids nothing', 'add "repeat", "transfer" or "loop" below it'),
    "empty_change": ('a change of "{element}" changes nothing', "add a new value, such as volume: x3 or staff: x0.8"),
}
"""From kind to message and help."""


def contradictions(contact_map: ContactMap) -> Iterator[Contradiction]:
    """Everything that does not fit, in the order of the map; O(size of the map)."""
    yield from _outside(contact_map)
    yield from _segment_shares(contact_map)
    yield from _hours(contact_map)
    for key, touchpoint in contact_map.touchpoints.items():
        if touchpoint.entry is not None:
            yield from _entry_shares(key, touchpoint)
        yield from _if_closed(key, touchpoint)
    for key, promise in contact_map.contracts.items():
        yield from _promise(key, promise)
    for key, scenario in contact_map.scenarios.items():
        for place, change in enumerate(scenario.changes):
            if all(getattr(change, name) is None for name in _CHANGED):
                yield Contradiction("empty_change", ("scenarios", key, "changes", place), {"element": key})


def _outside(contact_map: ContactMap) -> Iterator[Contradiction]:
    if contact_map.country is not None and contact_map.country not in COUNTRIES:
        yield Contradiction("country", ("country",), {"got": contact_map.country}, COUNTRIES)
    if contact_map.timezone is not None:
        known = _other_time_zones(contact_map.timezone)
        if known:
            yield Contradiction("timezone", ("timezone",), {"got": contact_map.timezone}, known)


def _other_time_zones(name: str) -> frozenset[str]:
    """The names there are if this is none of them; empty if it is one, or if the machine knows no time zones."""
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return frozenset(zoneinfo.available_timezones())
    return frozenset()


def _percent(total: Decimal) -> str:
    return f"{(total * 100).normalize():f}"


def _segment_shares(contact_map: ContactMap) -> Iterator[Contradiction]:
    total = sum((segment.share or Decimal(0) for segment in contact_map.segments.values()), Decimal(0))
    if total > 1:
        yield Contradiction("segment_shares", ("segments",), {"total": _percent(total)})


def _entry_shares(key: str, touchpoint: Touchpoint) -> Iterator[Contradiction]:
    assert touchpoint.entry is not None  # noqa: S101 - checked by the caller
    for dimension in ("reason", "segment", "product"):
        total = sum(getattr(touchpoint.entry.by, dimension).values(), Decimal(0))
        if total > 1:
            values: dict[str, str | int] = {"key": dimension, "total": _percent(total)}
            yield Contradiction("entry_shares", ("touchpoints", key, "entry", "by", dimension), values)


def _if_closed(key: str, touchpoint: Touchpoint) -> Iterator[Contradiction]:
    for target, place, transfer in touchpoint.each_transfer():
        if transfer.if_closed is None or transfer.if_closed.to not in (key, target):
            continue
        at = ("touchpoints", key, "transfers", target, *(() if place is None else (place,)), "if_closed")
        kind = "if_closed_sender" if transfer.if_closed.to == key else "if_closed_target"
        yield Contradiction(kind, at, {"got": transfer.if_closed.to})


def _promise(key: str, promise: Promise) -> Iterator[Contradiction]:
    at, values = ("contracts", key), {"element": key}
    never = promise.never
    if promise.reach is None and never is None:
        yield Contradiction("empty_promise", at, dict(values))
    elif promise.reach is not None and never is not None:
        yield Contradiction("two_promises", at, dict(values))
    elif promise.reach is not None and promise.from_ is None:
        yield Contradiction("promise_without_from", at, dict(values))
    if never is not None and never.repeat is None and never.transfer is None and never.loop is None:
        yield Contradiction("empty_never", (*at, "never"), dict(values))


def _hours(contact_map: ContactMap) -> Iterator[Contradiction]:
    texts = list(_hours_texts(contact_map))
    if not texts:
        return
    import opening_hours

    unreadable: type[Exception] = getattr(opening_hours, "ParserError")  # noqa: B009 - its types forgot it
    known: dict[str, str | None] = {}
    for location, text in texts:
        if text not in known:
            try:
                opening_hours.OpeningHours(text)
                known[text] = None
            except unreadable as error:
                known[text] = _rest(text, str(error))
        rest = known[text]
        if rest is not None:
            yield Contradiction("hours_text", location, {"got": text, "rest": rest})


def _rest(text: str, error: str) -> str:
    """The part of the text that could not be read."""
    place = _PLACE.search(error)
    column = int(place[2]) - 1 if place is not None else 0
    return text[column:] or text[-1:]


def _hours_texts(contact_map: ContactMap) -> Iterator[tuple[Location, str]]:
    for section in ("channels", "departments", "touchpoints"):
        for key, element in getattr(contact_map, section).items():
            if element.hours is not None:
                yield (section, key, "hours"), element.hours
    for key, department in contact_map.departments.items():
        for hours in department.staff or ():
            if hours:
                yield ("departments", key, "staff", hours), hours
    for key, scenario in contact_map.scenarios.items():
        for place, change in enumerate(scenario.changes):
            if change.hours is not None:
                yield ("scenarios", key, "changes", place, "hours"), change.hours

"""Every id that is used anywhere, and whether it is declared."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeymap.model import ContactMap, Filter, Promise, Scenario, Touchpoint, Transfer
from journeymap.model.promises import Attributes, Selector

__all__ = ["UNKNOWN", "Use", "every_use", "undeclared"]

UNKNOWN = "\x00unknown"
"""Stands for an id that is missing in the file and was complained about already."""

Location = tuple[str | int, ...]
_DIMENSIONS = (("segment", "segments"), ("product", "products"), ("reason", "reasons"))
_SECTIONS = (
    "stages", "segments", "products", "reasons", "channels", "departments", "systems", "information", "touchpoints",
)  # fmt: skip
_ATTRIBUTES = (
    ("channel", "channels"),
    ("department", "departments"),
    ("stage", "stages"),
    ("resolves", "reasons"),
    ("needs", "information"),
    ("always_asks", "information"),
    ("reads", "systems"),
    ("records", "systems"),
    ("systems", "systems"),
)


@dataclass(frozen=True, slots=True)
class Use:
    """An id that is used at a location, and the section in which it should be declared."""

    location: Location
    id: str
    section: str


def undeclared(contact_map: ContactMap) -> Iterator[Use]:
    """Uses of ids that are not declared, in the order of the map; O(size of the map)."""
    yield from _uses(contact_map, {section: getattr(contact_map, section) for section in _SECTIONS})


def every_use(contact_map: ContactMap) -> Iterator[Use]:
    """Uses of ids, declared or not, in the order of the map; O(size of the map)."""
    yield from _uses(contact_map, dict.fromkeys(_SECTIONS, ()))


def _uses(contact_map: ContactMap, declared: Mapping[str, Container[str]]) -> Iterator[Use]:
    check = _Check(contact_map, declared)
    yield from check.vocabulary()
    for key, touchpoint in contact_map.touchpoints.items():
        yield from check.touchpoint(("touchpoints", key), touchpoint)
    for key, promise in contact_map.contracts.items():
        yield from check.promise(("contracts", key), promise)
    for key, scenario in contact_map.scenarios.items():
        yield from check.scenario(("scenarios", key), scenario)


class _Check:
    """The checks per kind of element."""

    def __init__(self, contact_map: ContactMap, declared: Mapping[str, Container[str]]) -> None:
        self.map = contact_map
        self.declared = declared

    def _ids(self, location: Location, ids: Iterable[str], section: str) -> Iterator[Use]:
        declared = self.declared[section]
        for used in ids:
            if used not in declared and used != UNKNOWN:
                yield Use((*location, used), used, section)

    def _id(self, location: Location, used: str | None, section: str) -> Iterator[Use]:
        if used is not None and used not in self.declared[section] and used != UNKNOWN:
            yield Use(location, used, section)

    def _filter(self, location: Location, choices: Filter) -> Iterator[Use]:
        for dimension, section in _DIMENSIONS:
            choice = getattr(choices, dimension)
            if choice is not None:
                yield from self._ids((*location, dimension, "ids"), choice.ids, section)

    def vocabulary(self) -> Iterator[Use]:
        """Uses inside the vocabulary itself."""
        for key, reason in self.map.reasons.items():
            yield from self._ids(("reasons", key, "product"), reason.product or (), "products")
            yield from self._ids(("reasons", key, "segment"), reason.segment or (), "segments")
            yield from self._ids(("reasons", key, "stage"), reason.stage, "stages")
        for key, system in self.map.systems.items():
            yield from self._ids(("systems", key, "holds"), system.holds, "information")

    def touchpoint(self, at: Location, touchpoint: Touchpoint) -> Iterator[Use]:
        """Uses at a touchpoint and its transfers."""
        if touchpoint.channel not in self.declared["channels"]:
            yield from self._id((*at, "channel"), touchpoint.channel, "channels")
        yield from self._ids((*at, "department"), touchpoint.department, "departments")
        if touchpoint.stage:
            yield from self._ids((*at, "stage"), touchpoint.stage, "stages")
        if not touchpoint.for_.everyone:
            yield from self._filter((*at, "for"), touchpoint.for_)
        if touchpoint.entry is not None:
            yield from self._entry((*at, "entry", "by"), touchpoint)
        yield from self._information(at, touchpoint)
        if touchpoint.resolves is not None and touchpoint.resolves.reasons:
            yield from self._ids((*at, "resolves", "reasons"), touchpoint.resolves.reasons, "reasons")
        declared = self.declared["touchpoints"]
        for target, one_or_more in touchpoint.transfers.items():
            here = (*at, "transfers", target)
            if target not in declared:
                yield Use(here, target, "touchpoints")
            if isinstance(one_or_more, Transfer):
                yield from self._transfer(here, one_or_more)
            else:
                for place, transfer in enumerate(one_or_more):
                    yield from self._transfer((*here, place), transfer)

    def _entry(self, at: Location, touchpoint: Touchpoint) -> Iterator[Use]:
        assert touchpoint.entry is not None  # noqa: S101 - checked by the caller
        for dimension, section in _DIMENSIONS:
            yield from self._ids((*at, dimension), getattr(touchpoint.entry.by, dimension), section)

    def _information(self, at: Location, touchpoint: Touchpoint) -> Iterator[Use]:
        for key, asked in (("needs", touchpoint.needs), ("always_asks", touchpoint.always_asks)):
            if asked:
                yield from self._ids((*at, key), asked, "information")
                for item, choices in asked.items():
                    if not choices.everyone:
                        yield from self._filter((*at, key, item), choices)
        yield from self._ids((*at, "reads"), touchpoint.reads, "systems")
        yield from self._ids((*at, "systems"), touchpoint.systems, "systems")
        if touchpoint.records:
            yield from self._ids((*at, "records"), touchpoint.records, "systems")
            for system, items in touchpoint.records.items():
                yield from self._ids((*at, "records", system), items or (), "information")

    def _transfer(self, at: Location, transfer: Transfer) -> Iterator[Use]:
        if not transfer.for_.everyone:
            yield from self._filter((*at, "for"), transfer.for_)
        if transfer.carries is not None and not isinstance(transfer.carries, str):
            yield from self._ids((*at, "carries"), transfer.carries, "information")
        closed = transfer.if_closed
        if closed is not None:
            yield from self._id((*at, "if_closed", "to"), closed.to, "touchpoints")
            if closed.carries is not None and not isinstance(closed.carries, str):
                yield from self._ids((*at, "if_closed", "carries"), closed.carries, "information")

    def promise(self, at: Location, promise: Promise) -> Iterator[Use]:
        """Uses in a contract."""
        yield from self._filter((*at, "for"), promise.for_)
        yield from self._selector((*at, "from"), promise.from_)
        yield from self._selector((*at, "reach"), promise.reach)
        never = promise.never
        if never is not None:
            yield from self._id((*at, "never", "repeat"), never.repeat, "information")
            yield from self._selector((*at, "never", "loop"), never.loop)
            if never.transfer is not None:
                yield from self._selector((*at, "never", "transfer", "from"), never.transfer.from_)
                yield from self._selector((*at, "never", "transfer", "to"), never.transfer.to)

    def _selector(self, at: Location, selector: Selector | None) -> Iterator[Use]:
        if selector is None:
            return
        yield from self._ids((*at, "ids"), selector.ids, "touchpoints")
        attributes: Attributes | None = selector.attributes
        if attributes is not None:
            for key, section in _ATTRIBUTES:
                yield from self._ids((*at, "attributes", key), getattr(attributes, key), section)

    def scenario(self, at: Location, scenario: Scenario) -> Iterator[Use]:
        """Uses in a scenario."""
        for place, change in enumerate(scenario.changes):
            here = (*at, "changes", place)
            yield from self._filter((*here, "for"), change.for_)
            yield from self._ids((*here, "department"), change.department or (), "departments")
            yield from self._ids((*here, "channel"), change.channel or (), "channels")
            yield from self._ids((*here, "touchpoint"), change.touchpoint or (), "touchpoints")

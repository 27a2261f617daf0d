"""Which declared elements nothing refers to, which transfers exist in no case, which carry what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.analysis.reach import Reach
from journeymap.analysis.repeats import known_when_sent, surely_known
from journeymap.graph import Edge, Network
from journeymap.model import Choice, ContactMap, Filter, Promise, Scenario, Touchpoint
from journeymap.model.promises import Selector

__all__ = [
    "EmptyCarries",
    "EmptyCarry",
    "SilentStage",
    "Unused",
    "impossible_carries",
    "never_taken",
    "silent_stages",
    "unused",
]

_REFERENCED = ("stages", "channels", "departments", "systems", "information")
"""Sections whose elements are used by being referred to."""


@dataclass(frozen=True, slots=True)
class Unused:
    """A declared element that nothing refers to, or a segment or product that no case contains."""

    section: str
    id: str


@dataclass(frozen=True, slots=True)
class SilentStage:
    """A stage in which a product has no touchpoint, and the cases of the product."""

    stage: str
    product: str
    cases: int


@dataclass(frozen=True, slots=True)
class EmptyCarry:
    """A transfer that lists an item its sender never knows."""

    edge: Edge
    item: str


@dataclass(frozen=True, slots=True)
class EmptyCarries:
    """All impossible carries, by sender and target; `cut` names items that could not be followed fully."""

    found: tuple[EmptyCarry, ...]
    cut: tuple[str, ...]


def unused(network: Network) -> tuple[Unused, ...]:
    """Every unused element, by section and id. O(size of the map)."""
    contact_map = network.map
    used = set(_references(contact_map))
    found = [
        Unused(section, key)
        for section in _REFERENCED
        for key in getattr(contact_map, section)
        if (section, key) not in used
    ]
    for section, dimension in (("segments", "segment"), ("products", "product")):
        occurring = network.cases.used_values(dimension)
        found.extend(Unused(section, key) for key in getattr(contact_map, section) if key not in occurring)
    return tuple(sorted(found, key=lambda element: (element.section, element.id)))


def silent_stages(network: Network) -> tuple[SilentStage, ...]:
    """The stages without a touchpoint for some product that cases contain. O(touchpoints + stages x products)."""
    visible: dict[str, int] = {}
    for number, touchpoint in enumerate(network.touchpoints):
        for stage in touchpoint.stage:
            visible[stage] = visible.get(stage, 0) | network.visible[number]
    found: list[SilentStage] = []
    for product in sorted(network.cases.used_values("product")):
        cases = network.cases.matching(Filter(product=Choice(ids=(product,))))
        found.extend(
            SilentStage(stage, product, cases) for stage in network.map.stages if not visible.get(stage, 0) & cases
        )
    return tuple(found)


def never_taken(network: Network) -> tuple[Edge, ...]:
    """The transfers that exist in no case, and the ``if_closed`` of those that do exist, where it never can."""
    return tuple(
        edge
        for edges in network.out
        for edge in edges
        if not edge.cases and not (edge.alternative and _never_declared(network, edge))
    )


def _never_declared(network: Network, alternative: Edge) -> bool:
    return not any(
        edge.cases and edge.transfer is alternative.transfer and not edge.alternative
        for edge in network.out[alternative.source]
    )


def impossible_carries(reach: Reach) -> EmptyCarries:
    """Transfers that list an item which no walk has known when it leaves the sender, in any case of the transfer.

    One search over the listed items (see `repeats.known_when_sent`).
    """
    network = reach.network
    listing = [
        edge
        for edges in network.out
        for edge in edges
        if not edge.alternative and isinstance(edge.carries, tuple) and edge.cases & reach.cases[edge.source]
    ]
    items = tuple(sorted({item for edge in listing for item in edge.carries}))
    surely = surely_known(reach, items)
    doubtful = [
        (edge, item)
        for edge in listing
        for item in sorted(edge.carries)
        if not surely.get((edge.source, item), 0) & edge.cases
    ]
    known, cut = known_when_sent(network, tuple(sorted({item for _, item in doubtful})))
    found = tuple(
        EmptyCarry(edge, item)
        for edge, item in doubtful
        if item not in cut and not known.get((edge.source, item), 0) & edge.cases
    )
    return EmptyCarries(found, cut)


def _references(contact_map: ContactMap) -> Iterator[tuple[str, str]]:
    for touchpoint in contact_map.touchpoints.values():
        yield from _of_touchpoint(touchpoint)
    for reason in contact_map.reasons.values():
        yield from (("stages", stage) for stage in reason.stage)
    for system in contact_map.systems.values():
        yield from (("information", item) for item in system.holds)
    for promise in contact_map.contracts.values():
        yield from _of_promise(promise)
    for scenario in contact_map.scenarios.values():
        yield from _of_scenario(scenario)


def _of_touchpoint(touchpoint: Touchpoint) -> Iterator[tuple[str, str]]:
    yield "channels", touchpoint.channel
    yield from (("departments", department) for department in touchpoint.department)
    yield from (("stages", stage) for stage in touchpoint.stage)
    for system in (*touchpoint.reads, *touchpoint.records, *touchpoint.systems):
        yield "systems", system
    for item in (*touchpoint.needs, *touchpoint.always_asks):
        yield "information", item
    for saved in touchpoint.records.values():
        yield from (("information", item) for item in saved or ())
    for _, _, transfer in touchpoint.each_transfer():
        closed = transfer.if_closed.carries if transfer.if_closed else None
        for carried in (transfer.carries, closed):
            if isinstance(carried, tuple):
                yield from (("information", item) for item in carried)


def _of_promise(promise: Promise) -> Iterator[tuple[str, str]]:
    never = promise.never
    if never is not None and never.repeat is not None:
        yield "information", never.repeat
    selectors = [promise.from_, promise.reach]
    if never is not None:
        selectors += [never.loop]
        if never.transfer is not None:
            selectors += [never.transfer.from_, never.transfer.to]
    for selector in selectors:
        yield from _of_selector(selector)


def _of_selector(selector: Selector | None) -> Iterator[tuple[str, str]]:
    attributes = selector.attributes if selector is not None else None
    if attributes is None:
        return
    named = {
        "channels": attributes.channel,
        "departments": attributes.department,
        "stages": attributes.stage,
        "systems": (*attributes.reads, *attributes.records, *attributes.systems),
        "information": (*attributes.needs, *attributes.always_asks),
    }
    for section, ids in named.items():
        yield from ((section, key) for key in ids)


def _of_scenario(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for change in scenario.changes:
        yield from (("departments", key) for key in change.department or ())
        yield from (("channels", key) for key in change.channel or ())

"""One item on one walk, step by step as `A contact, step by step` defines it: the story behind a witness."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.analysis.search import Walk
from journeymap.graph import Edge, Network
from journeymap.graph.network import NEW_CONTACT_KINDS
from journeymap.model import Touchpoint

__all__ = ["Visit", "carries", "follow"]


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit does to one item: asked here, known on arrival (looked up in `read_from`), known after."""

    asked: bool
    known_before: bool
    read_from: str | None
    known_after: bool


def carries(edge: Edge, item: str) -> bool:
    """Whether the edge carries the item."""
    return edge.carries == "all" or (edge.carries != "none" and item in edge.carries)


def follow(network: Network, walk: Walk, item: str) -> tuple[Visit, ...]:
    """What happens to the item at each visit of a walk that begins at an entry. O(length of the walk)."""
    holders = {key for key, system in network.map.systems.items() if item in system.holds}
    for_contact = network.map.information[item].lasts == "contact"
    visits: list[Visit] = []
    known = False
    for number, edge in zip(walk.touchpoints, (None, *walk.edges), strict=True):
        if edge is not None:
            known = known and (edge.source == edge.target or carries(edge, item))
            if for_contact and edge.kind in NEW_CONTACT_KINDS:
                known = False
                holders.clear()
        touchpoint = network.touchpoints[number]
        visit = _visit(network, touchpoint, item, walk.bit, known, holders)
        visits.append(visit)
        known = visit.known_after
    return tuple(visits)


def _visit(network: Network, touchpoint: Touchpoint, item: str, case: int, known: bool, holders: set[str]) -> Visit:
    read_from = next((system for system in touchpoint.reads if system in holders), None)
    known_before = known or read_from is not None
    always, needed = (
        item in questions and bool(network.cases.matching(questions[item]) >> case & 1)
        for questions in (touchpoint.always_asks, touchpoint.needs)
    )
    asked = always or (needed and not known_before)
    known_after = known_before or asked
    if known_after:
        holders.update(system for system, saved in touchpoint.records.items() if saved is None or item in saved)
    return Visit(asked, known_before, read_from, known_after)

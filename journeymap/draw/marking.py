"""Which findings a picture marks: those about what it shows, alike ones as one, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from journeymap.draw.choosing import Chosen
from journeymap.draw.finding_titles import category_of
from journeymap.draw.scene import Category, View
from journeymap.draw.spots import DeclaredTransfer, Spot, spot_of
from journeymap.findings import Diagnostic
from journeymap.graph import Edge

__all__ = ["MOST_MARKS", "Codes", "Group", "groups", "most_telling"]

Codes = Literal["all", "none"] | tuple[str, ...]
"""Which findings are wanted: the most telling, none, or every one whose code begins with one of these."""

MOST_MARKS = 20
"""So many numbers can be found again in a picture, and fit into its legend."""

_TROUBLES: frozenset[Category] = frozenset({"blind_spot", "closed", "loop", "repeat"})
"""What a contact map is drawn for."""

_VISIBLE: dict[View, frozenset[str]] = {
    "contact": frozenset({"touchpoints", "edges"}),
    "lanes": frozenset({"touchpoints", "edges"}),
    "departments": frozenset({"departments"}),
    "matrix": frozenset({"touchpoints", "reasons"}),
    "journey": frozenset({"touchpoints", "edges", "reasons"}),
    "finding": frozenset({"touchpoints", "edges"}),
}
"""What each view has, so that a number can stand on it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one rule at one spot, and what of the spot the picture shows; nothing where it has no place."""

    findings: tuple[Diagnostic, ...]
    spot: Spot
    touchpoints: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()
    departments: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def first(self) -> Diagnostic:
        """The finding that stands for all of them: the gravest, the same whatever the order of the file."""
        return min(self.findings, key=lambda each: (-each.severity.rank, each.fingerprint))

    @property
    def has_place(self) -> bool:
        """Whether the picture shows something that a number can stand on."""
        return bool(self.touchpoints or self.edges or self.departments or self.reasons)


def groups(diagnostics: Iterable[Diagnostic], chosen: Chosen, codes: Codes, view: View) -> list[Group]:
    """The findings that are wanted and concern what is shown, alike ones together, in the order of their numbers.

    Accepted findings are not shown. Linear in findings and their walks.
    """
    found: dict[tuple[str, Spot], list[Diagnostic]] = {}
    for each in diagnostics:
        if _is_wanted(each, codes) and each.suppressed is None and _concerns(each, chosen):
            found.setdefault((each.code, spot_of(each)), []).append(each)
    shown = _Shown(chosen, view)
    located = [shown.group(tuple(alike), spot) for (_, spot), alike in found.items()]
    return sorted((group for group in located if group is not None), key=_order)


def most_telling(found: list[Group], codes: Codes) -> list[Group]:
    """Those with a place that are marked: every one that was asked for by its code, else the first few."""
    placed = [group for group in found if group.has_place]
    return placed[:MOST_MARKS] if codes == "all" else placed


def _is_wanted(diagnostic: Diagnostic, codes: Codes) -> bool:
    return codes == "all" or (codes != "none" and diagnostic.code.startswith(codes))


def _concerns(diagnostic: Diagnostic, chosen: Chosen) -> bool:
    """Whether the finding holds in some case that is shown."""
    if diagnostic.cases == "all":
        return True
    shown = (case for case in diagnostic.cases if chosen.network.cases.find(dict(case)) & chosen.cases)
    choice = chosen.choice
    wanted = {"segment": choice.segments, "product": choice.products, "reason": choice.reasons}
    return any(all(not wanted[name] or value in wanted[name] for name, value in case) for case in shown)


def _order(group: Group) -> tuple[bool, int, str, str, str]:
    """Blind spots, loops and repeats that are errors, then those that are warnings, then whatever is as grave."""
    first = group.first
    minor = first.severity.rank == 1 or category_of(first.code) not in _TROUBLES
    return minor, -first.severity.rank, first.code, repr(group.spot), first.fingerprint


class _Shown:
    """What a picture shows, to find the places of findings on it."""

    def __init__(self, chosen: Chosen, view: View) -> None:
        network = chosen.network
        self._ids = network.ids
        self._visible = _VISIBLE[view]
        self._touchpoints = {network.ids[number] for number in chosen.touchpoints}
        self._reasons = set(chosen.choice.reasons or network.map.reasons)
        self._edges: dict[tuple[str, str], list[Edge]] = {}
        for edge in chosen.edges:
            self._edges.setdefault((network.ids[edge.source], network.ids[edge.target]), []).append(edge)
        self._owners = {network.ids[number]: _owner(chosen, number) for number in chosen.touchpoints}

    def group(self, alike: tuple[Diagnostic, ...], spot: Spot) -> Group | None:
        """The findings with their places; None where what they are about is not shown."""
        edges = self._walked(alike[0], spot)
        if edges is None:
            return None
        edges += [edge for transfer in spot.transfers for edge in self._declared(transfer)]
        touchpoints = [key for key in spot.touchpoints if key in self._touchpoints]
        if (spot.touchpoints and not touchpoints) or (spot.transfers and not edges):
            return None
        reasons = [key for key in spot.reasons if key in self._reasons]
        if spot.reasons and not reasons:
            return None
        departments = self._about(spot)
        places = {"touchpoints": touchpoints, "edges": edges, "departments": departments, "reasons": reasons}
        return Group(alike, spot, **{name: tuple(places[name]) for name in self._visible})  # type: ignore[arg-type]

    def _about(self, spot: Spot) -> list[str]:
        """The departments that answer for what a finding is about, as far as they are shown."""
        ends = {key for hop in spot.walk for key in hop}
        ends.update(key for transfer in spot.transfers for key in (transfer.sender, transfer.target))
        owners = {self._owners[key] for key in ends.union(spot.touchpoints) if key in self._owners}
        return sorted(owners.union(set(spot.departments).intersection(self._owners.values())))

    def _walked(self, diagnostic: Diagnostic, spot: Spot) -> list[Edge] | None:
        """The arrows of a walk; None where one of them is not shown."""
        kinds = {
            (step.facts["from"], step.facts["to"], step.facts["kind"])
            for step in diagnostic.witness
            if "kind" in step.facts
        }
        found: list[Edge] = []
        for hop in spot.walk:
            parallel = self._edges.get(hop)
            if not parallel:
                return None
            found += [edge for edge in parallel if (*hop, edge.kind) in kinds] or parallel[:1]
        return found

    def _declared(self, transfer: DeclaredTransfer) -> Iterator[Edge]:
        for edge in self._all_edges(transfer):
            is_there = transfer.place is None or edge.place == transfer.place
            if is_there and edge.alternative == transfer.alternative:
                yield edge

    def _all_edges(self, transfer: DeclaredTransfer) -> Iterator[Edge]:
        """The declared transfer and its ``if_closed``, wherever that leads."""
        for (sender, _), edges in self._edges.items():
            if sender == transfer.sender:
                yield from (edge for edge in edges if self._ids[edge.declared_target] == transfer.target)


def _owner(chosen: Chosen, number: int) -> str:
    """The department that a touchpoint counts for: the first that answers for it, and was chosen."""
    claiming = chosen.network.touchpoints[number].department
    return next((key for key in claiming if key in chosen.choice.departments), claiming[0])

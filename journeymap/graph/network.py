"""A contact map as a compact graph whose elements carry the set of cases in which they exist.

Touchpoints are numbered in the order of their ids, so that comparing numbers compares ids. An `Edge` is a declared
transfer, or what an ``if_closed`` adds beside one.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from journeymap.graph.cases import CaseSpace
from journeymap.model import ContactMap, Resolves, Touchpoint, Transfer
from journeymap.model.values import Kind

__all__ = ["NEW_CONTACT_KINDS", "Edge", "Network"]

NEW_CONTACT_KINDS = frozenset({"next", "callback", "redirect"})
"""Kinds of transfer that begin a new contact: items that last for a contact are forgotten."""

_CARRIES_ALL = frozenset({"step", "warm", "callback", "ticket"})

Carried = Literal["all", "none"] | tuple[str, ...]


class Edge(NamedTuple):
    """A way from one touchpoint to another, in the set of `cases` in which it exists."""

    source: int
    target: int
    kind: Kind
    carries: Carried
    cases: int
    declared_target: int
    alternative: bool
    """Whether it is the ``if_closed`` of a transfer to `declared_target`."""
    place: int | None
    """The place in the list where several transfers lead to the same target."""
    transfer: Transfer

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Order among parallel edges: declared before ``if_closed``, then by declared target, then by place."""
        return self.alternative, self.declared_target, self.place or 0


class Network:
    """The graph of a map: numbered touchpoints, edges, and for each the set of cases in which it exists.

    Built in O(touchpoints + transfers). `out[n]` and `into[n]` are the edges of touchpoint `n`; `out` is sorted by
    target, parallel edges by `Edge.rank`.
    """

    def __init__(self, contact_map: ContactMap) -> None:
        self.map = contact_map
        self.cases = CaseSpace(contact_map)
        self.ids: tuple[str, ...] = tuple(sorted(contact_map.touchpoints))
        self.number = {key: number for number, key in enumerate(self.ids)}
        self.touchpoints = [contact_map.touchpoints[key] for key in self.ids]
        self.visible = [self.cases.matching(touchpoint.for_) for touchpoint in self.touchpoints]
        modes = {key: channel.mode or "live" for key, channel in contact_map.channels.items()}
        self.mode = [modes[touchpoint.channel] for touchpoint in self.touchpoints]
        self.machine = [_is_machine(t, mode) for t, mode in zip(self.touchpoints, self.mode, strict=True)]
        self.out: list[list[Edge]] = [self._edges(number) for number in range(len(self.ids))]

    @cached_property
    def into(self) -> list[list[Edge]]:
        """The edges that lead to each touchpoint, by source."""
        into: list[list[Edge]] = [[] for _ in self.ids]
        for edges in self.out:
            for edge in edges:
                into[edge.target].append(edge)
        return into

    @cached_property
    def entries(self) -> dict[int, int]:
        """The touchpoints where customers begin, with the cases in which they do."""
        return {
            number: self.visible[number]
            for number, touchpoint in enumerate(self.touchpoints)
            if touchpoint.entry is not None and self.visible[number]
        }

    @cached_property
    def resolving(self) -> list[int]:
        """For each touchpoint the cases it resolves with a share above 0: where it is in R."""
        return [
            self.visible[number] & self._resolved(touchpoint.resolves) if touchpoint.resolves is not None else 0
            for number, touchpoint in enumerate(self.touchpoints)
        ]

    @cached_property
    def leaving(self) -> list[int]:
        """For each touchpoint the cases in which some edge leaves it (a self-transfer counts)."""
        masks = []
        for edges in self.out:
            mask = 0
            for edge in edges:
                mask |= edge.cases
            masks.append(mask)
        return masks

    def owners(self, number: int) -> frozenset[str]:
        """The department that answers for a touchpoint, or the set of those that claim it."""
        return frozenset(self.touchpoints[number].department)

    def _resolved(self, resolves: Resolves) -> int:
        if resolves.reasons is None:
            return 0 if resolves.share == 0 else self.cases.all
        mask = 0
        for reason, share in resolves.reasons.items():
            if share is None or share > 0:
                mask |= self.cases.with_reason(reason)
        return mask

    def _edges(self, source: int) -> list[Edge]:
        edges: list[Edge] = []
        for target_id, place, transfer in self.touchpoints[source].each_transfer():
            target = self.number[target_id]
            cases = self.visible[source] & self.visible[target]
            if not transfer.for_.everyone:
                cases &= self.cases.matching(transfer.for_)
            kind = transfer.kind or self._default_kind(source, target)
            carries = _default_carries(kind) if transfer.carries is None else transfer.carries
            edges.append(Edge(source, target, kind, carries, cases, target, False, place, transfer))  # noqa: FBT003
            if transfer.if_closed is not None:
                edges.append(self._alternative(edges[-1]))
        if len(edges) > 1:
            edges.sort(key=_order)
        return edges

    def _alternative(self, declared: Edge) -> Edge:
        """What an ``if_closed`` adds: it exists wherever the declared transfer does and its own target is visible."""
        closed = declared.transfer.if_closed
        assert closed is not None  # noqa: S101 - only called for transfers that have one
        target = self.number[closed.to]
        kind = closed.kind or self._diverted_kind(declared, target)
        return declared._replace(
            target=target,
            kind=kind,
            carries=_default_carries(kind) if closed.carries is None else closed.carries,
            cases=declared.cases & self.visible[target],
            alternative=True,
        )

    def _diverted_kind(self, declared: Edge, target: int) -> Kind:
        """The transfer's own kind; cold where nobody is there to be briefed, or a step would leave the machine."""
        if declared.kind == "warm":
            return "cold"
        if declared.kind == "step" and not self._same_machine_channel(declared.source, target):
            return "cold"
        return declared.kind

    def _default_kind(self, source: int, target: int) -> Kind:
        return "step" if self._same_machine_channel(source, target) else "cold"

    def _same_machine_channel(self, one: int, other: int) -> bool:
        return (
            self.machine[one]
            and self.machine[other]
            and self.touchpoints[one].channel == self.touchpoints[other].channel
        )


def _order(edge: Edge) -> tuple[int, bool, int, int]:
    return edge[1], edge[6], edge[5], edge[7] or 0


def _is_machine(touchpoint: Touchpoint, mode: str) -> bool:
    if touchpoint.handled_by is None:
        return mode == "self"
    return touchpoint.handled_by == "machine"


def _default_carries(kind: str) -> Carried:
    return "all" if kind in _CARRIES_ALL else "none"

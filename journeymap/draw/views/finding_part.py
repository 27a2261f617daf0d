"""Which part of a map a finding is about: its walk; else a way that shows it; else what it names, with neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journeymap.draw.spots import DeclaredTransfer, spot_of
from journeymap.draw.views.finding_way import telling_way
from journeymap.findings import ALL_CASES, Diagnostic
from journeymap.graph import Edge, Network

__all__ = ["Part", "part_of"]

_TIMES = frozenset({"JM105", "JM106"})
_MOST_BEFORE, _MOST_BEHIND = 3, 4


@dataclass(frozen=True, slots=True)
class Part:
    """Touchpoints in the order in which they stand, edges between them, and the cases of the finding.

    `walk` says whether the order is that of a walk; `left_out` counts neighbours that are not shown; `time` says
    whether opening hours matter.
    """

    touchpoints: tuple[int, ...]
    edges: tuple[Edge, ...]
    cases: int
    walk: bool = True
    left_out: int = 0
    time: bool = False


def part_of(network: Network, diagnostic: Diagnostic) -> Part:
    """The part of the map that shows a finding; without touchpoints where it is about the vocabulary only.

    O(touchpoints + transfers).
    """
    return replace(_part(network, diagnostic), time=diagnostic.code in _TIMES)


def _part(network: Network, diagnostic: Diagnostic) -> Part:
    cases, spot = _cases(network, diagnostic), spot_of(diagnostic)
    edges = _witnessed(network, diagnostic, cases) or telling_way(network, diagnostic, cases)
    about = [network.number[key] for key in spot.touchpoints if key in network.number]
    if edges:
        return _walk(network, edges, about, cases)
    declared = [edge for transfer in spot.transfers for edge in _declared(network, transfer)]
    if diagnostic.code == "JM007":
        declared += [edge for number in about for edge in network.out[number] if edge.target == number]
    declared += [edge for hop in spot.walk for edge in _between(network, *hop)[:1]]
    if declared:
        return Part(_in_order(declared), _once(declared), cases, walk=bool(spot.walk))
    return _around(network, about, cases)


def _cases(network: Network, diagnostic: Diagnostic) -> int:
    """The set of cases in which a finding holds."""
    if diagnostic.cases == ALL_CASES:
        return network.cases.all
    mask = 0
    for label in diagnostic.cases:
        mask |= network.cases.find(dict(label))
    return mask or network.cases.all


def _between(network: Network, source: str, target: str) -> list[Edge]:
    if source not in network.number or target not in network.number:
        return []
    return [edge for edge in network.out[network.number[source]] if edge.target == network.number[target]]


def _witnessed(network: Network, diagnostic: Diagnostic, cases: int) -> list[Edge]:
    """The transfers that the witness tells of, in order."""
    found = []
    for step in diagnostic.witness:
        if "from" in step.facts and "to" in step.facts:
            parallel = _between(network, step.facts["from"], step.facts["to"])
            of_kind = [edge for edge in parallel if edge.kind == step.facts.get("kind", edge.kind)]
            there = [edge for edge in of_kind if edge.cases & cases]
            found += (there or of_kind or parallel)[:1]
    return found


def _declared(network: Network, transfer: DeclaredTransfer) -> list[Edge]:
    """The edges of a transfer as a path names it; those of all parallel ones where it names no place in a list."""
    number = network.number.get(transfer.sender)
    if number is None:
        return []
    edges = [edge for edge in network.out[number] if network.ids[edge.declared_target] == transfer.target]
    placed = [edge for edge in edges if transfer.place in (None, edge.place)]
    return [edge for edge in placed if edge.alternative == transfer.alternative] or placed


def _walk(network: Network, edges: list[Edge], about: list[int], cases: int) -> Part:
    """The touchpoints in the order in which the walk meets them; the rest of a trap behind its end."""
    met = _in_order(edges)
    beside = [
        edge
        for number in about
        for edge in network.out[number]
        if edge.target in about and edge.cases & cases and not {edge.source, edge.target}.issubset(met)
    ]
    return Part(tuple(dict.fromkeys([*met, *_in_order(beside)])), _once([*edges, *beside]), cases)


def _once(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple({(edge.source, edge.target, edge.rank): edge for edge in edges}.values())


def _in_order(edges: Iterable[Edge]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for edge in edges for number in (edge.source, edge.target)))


def _around(network: Network, about: list[int], cases: int) -> Part:
    """Who hands over to the touchpoints, the touchpoints, and to whom they hand over."""
    into = [edge for number in about for edge in network.into[number] if edge.cases & cases]
    out = [edge for number in about for edge in network.out[number] if edge.cases & cases]
    behind = dict.fromkeys(edge.target for edge in out if edge.target not in about)
    before = dict.fromkeys(edge.source for edge in into if edge.source not in about and edge.source not in behind)
    first, last = tuple(before)[:_MOST_BEFORE], tuple(behind)[:_MOST_BEHIND]
    shown = (*first, *about, *last)
    edges = [edge for edge in (*into, *out) if edge.source in shown and edge.target in shown]
    left_out = len(before) + len(behind) - len(first) - len(last)
    return Part(shown, _once(edges), cases, walk=False, left_out=left_out)

"""Which touchpoints the customers of one case can come to, and in which order they are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.analysis.reach import Reach
from journeymap.draw.choosing import Chosen
from journeymap.findings import CaseLabel
from journeymap.graph import Edge, Network

__all__ = ["MOST_EDGES", "MOST_STOPS", "Itinerary", "itinerary"]

MOST_STOPS, MOST_EDGES = 40, 160
"""A longer row of stops nobody reads: the nearest to the entries are told, and what is between them."""


@dataclass(frozen=True, slots=True)
class Itinerary:
    """The way of one class of cases: its `stops` in order, what is between them, and the stage each is told in.

    `steps` is the least number of transfers from an entry, `first_ways` a transfer by which each stop is first met
    (entries have none); a stage is None where the map declares none. `left_out` stops are farther away, `more_edges`
    are not told beside so many others.
    """

    case: int
    stops: tuple[int, ...]
    edges: tuple[Edge, ...]
    stages: Mapping[int, str | None]
    steps: Mapping[int, int]
    first_ways: Mapping[int, Edge]
    left_out: int
    more_edges: int


def itinerary(chosen: Chosen, reach: Reach) -> Itinerary:
    """The stops of the first chosen class of cases, by stage, then by steps from the entries.

    Among stops as many steps away, those come first that are met from earlier ones; then ids decide.
    O(touchpoints log touchpoints + transfers).
    """
    network, case = chosen.network, chosen.cases & -chosen.cases
    shown = {number for number in chosen.touchpoints if reach.cases[number] & case}
    edges = [edge for edge in chosen.edges if edge.cases & case and edge.source in shown and edge.target in shown]
    met, steps, first_ways = _met_in_order(network, case, shown, edges)
    kept = met[:MOST_STOPS]
    stages = _stages(network, case, kept, first_ways)
    order = {stage: place for place, stage in enumerate(network.map.stages)}
    stops = sorted(kept, key=lambda number: order.get(stages[number] or "", -1))
    ways = tuple(edge for edge in edges if edge.source in stages and edge.target in stages)
    told = _first(ways, first_ways) if len(ways) > MOST_EDGES else ways
    return Itinerary(case, tuple(stops), told, stages, steps, first_ways, len(shown) - len(kept), len(ways) - len(told))


def _first(ways: tuple[Edge, ...], first_ways: Mapping[int, Edge]) -> tuple[Edge, ...]:
    """As many transfers as are told, those by which a stop is first met before all others."""
    ranked = sorted(range(len(ways)), key=lambda place: (first_ways.get(ways[place].target) != ways[place], place))
    return tuple(ways[place] for place in sorted(ranked[:MOST_EDGES]))


def _met_in_order(
    network: Network, case: int, shown: set[int], edges: list[Edge]
) -> tuple[list[int], dict[int, int], dict[int, Edge]]:
    """Breadth first from the entries; what only hidden touchpoints lead to comes last."""
    out: dict[int, list[Edge]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge)
    layer = sorted(number for number in shown if network.entries.get(number, 0) & case)
    met: list[int] = []
    steps: dict[int, int] = dict.fromkeys(layer, 0)
    first_ways: dict[int, Edge] = {}
    while len(met) < len(shown):
        layer = layer or [min(shown - steps.keys())]
        met.extend(layer)
        following: list[int] = []
        for number in layer:
            steps.setdefault(number, 0)
            for edge in out.get(number, ()):
                if edge.target not in steps:
                    steps[edge.target] = steps[number] + 1
                    first_ways[edge.target] = edge
                    following.append(edge.target)
        layer = following
    return met, steps, first_ways


def _stages(network: Network, case: int, met: list[int], first_ways: Mapping[int, Edge]) -> dict[int, str | None]:
    """For every stop one stage: of those it stands in (and the reason comes up in) the first not before its sender's.

    Whoever is sent back to a touchpoint of an earlier stage is still in the stage of the sender, and so is who comes
    to a touchpoint that names no stage.
    """
    order = {stage: place for place, stage in enumerate(network.map.stages)}
    concerned = _concerned(network, case)
    stages: dict[int, str | None] = {}
    for number in met:
        own = [stage for stage in order if stage in network.touchpoints[number].stage]
        own = [stage for stage in own if stage in concerned] or own
        sender = stages.get(first_ways[number].source) if number in first_ways else None
        later = [stage for stage in own if order[stage] >= order.get(sender or "", 0)]
        stages[number] = next(iter(later), sender or next(iter(order), None))
    return stages


def _concerned(network: Network, case: int) -> frozenset[str]:
    """The stages in which the reasons of the case come up."""
    labels: tuple[CaseLabel, ...] = network.cases.each(case)
    reasons = {dict(label).get("reason") for label in labels} - {None}
    return frozenset(stage for reason in reasons for stage in network.map.reasons[reason or ""].stage)

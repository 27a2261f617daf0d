"""Which reasons are served where: pairs of product and reason against pairs of stage and channel.

A touchpoint serves a pair of product and reason if it exists in some case with both. A place that nobody serves is a
gap where customers could expect somebody: another channel of the same stage serves this reason, or another reason of
the same product is served there. Back-office channels are no gaps (no customer is there), and neither are stages in
which the reason does not come up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.draw.choosing import Chosen
from journeymap.findings import CaseLabel
from journeymap.graph import Network

__all__ = ["MOST_PLACES", "MOST_TOPICS", "Coverage", "Place", "Topic", "comes_up", "coverage", "is_internal"]

MOST_TOPICS, MOST_PLACES = 80, 40
"""A larger table nobody reads; beyond them only what comes first is looked at."""


class Topic(NamedTuple):
    """A reason for contact with a product; None where the map declares none."""

    product: str | None
    reason: str | None


class Place(NamedTuple):
    """A channel in a stage; the stage is None for touchpoints that name none."""

    stage: str | None
    channel: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """`topics` with their sets of cases and `places`, both in order; `serving` names who is there, where anybody is.

    `more_topics` and `more_places` count what is left out.
    """

    topics: Mapping[Topic, int]
    places: tuple[Place, ...]
    serving: Mapping[tuple[Topic, Place], tuple[int, ...]]
    gaps: frozenset[tuple[Topic, Place]]
    more_topics: int
    more_places: int


def coverage(chosen: Chosen) -> Coverage:
    """Who serves what where, among the chosen cases and touchpoints. O(cases + topics x places x touchpoints)."""
    every_topic, by_place = _topics(chosen), _by_place(chosen)
    topics = dict(list(every_topic.items())[:MOST_TOPICS])
    places = tuple(by_place)[:MOST_PLACES]
    serving: dict[tuple[Topic, Place], tuple[int, ...]] = {}
    for topic, cases in topics.items():
        for place in places:
            there = tuple(number for number in by_place[place] if chosen.network.visible[number] & cases)
            if there:
                serving[topic, place] = there
    gaps = _gaps(chosen.network, topics, places, serving)
    return Coverage(topics, places, serving, gaps, len(every_topic) - len(topics), len(by_place) - len(places))


def comes_up(network: Network, topic: Topic, place: Place) -> bool:
    """Whether the reason comes up in the stage; it does everywhere unless the map says where."""
    stages = network.map.reasons[topic.reason].stage if topic.reason is not None else ()
    return not stages or place.stage is None or place.stage in stages


def is_internal(network: Network, channel: str) -> bool:
    """Whether a channel is back office: no customer is there."""
    return network.map.channels[channel].mode == "internal"


def _topics(chosen: Chosen) -> dict[Topic, int]:
    """The pairs that exist among the chosen cases, by product and reason; anonymous ones first."""
    topics: dict[Topic, int] = {}
    for label in chosen.network.cases.each(chosen.cases):
        values = dict(label)
        if _is_chosen(chosen, values):
            topic = Topic(values.get("product"), values.get("reason"))
            topics[topic] = topics.get(topic, 0) | _class_of(chosen.network, label)
    return dict(sorted(topics.items(), key=lambda pair: (pair[0].product or "", pair[0].reason or "")))


def _is_chosen(chosen: Chosen, values: dict[str, str]) -> bool:
    """A class of cases can hold some that were not asked for: they are alike on the map, and not told here."""
    choice = chosen.choice
    wanted = (("segment", choice.segments), ("product", choice.products), ("reason", choice.reasons))
    return all(not ids or values.get(dimension) in ids for dimension, ids in wanted)


def _class_of(network: Network, label: CaseLabel) -> int:
    return network.cases.find(dict(label))


def _by_place(chosen: Chosen) -> dict[Place, list[int]]:
    """The touchpoints of every place in use: by stage in the map's order, then by channel, the back office last."""
    network = chosen.network
    found: dict[Place, list[int]] = {}
    for number in chosen.touchpoints:
        for stage in _stages(chosen, number):
            found.setdefault(Place(stage, network.touchpoints[number].channel), []).append(number)
    rank: dict[str | None, int] = {stage: place for place, stage in enumerate(network.map.stages)}

    def order(place: Place) -> tuple[int, bool, str]:
        return rank.get(place.stage, len(rank)), is_internal(network, place.channel), place.channel

    return {place: found[place] for place in sorted(found, key=order)}


def _stages(chosen: Chosen, number: int) -> tuple[str | None, ...]:
    own = chosen.network.touchpoints[number].stage
    wanted = chosen.choice.stages
    return tuple(stage for stage in own if not wanted or stage in wanted) or (None,)


def _gaps(
    network: Network,
    topics: Mapping[Topic, int],
    places: tuple[Place, ...],
    serving: Mapping[tuple[Topic, Place], tuple[int, ...]],
) -> frozenset[tuple[Topic, Place]]:
    in_stage = {(topic, place.stage) for topic, place in serving}
    for_product = {(topic.product, place) for topic, place in serving}
    return frozenset(
        (topic, place)
        for topic in topics
        for place in places
        if (topic, place) not in serving
        and not is_internal(network, place.channel)
        and comes_up(network, topic, place)
        and ((topic, place.stage) in in_stage or (topic.product, place) in for_product)
    )

"""What becomes of complaints and tickets: is the outcome checked, does the back office know what it needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from journeymap.analysis.first_tickets import first_tickets, on_cycles
from journeymap.analysis.follow import carries
from journeymap.analysis.knowledge import NOT_GIVEN, Knowledge
from journeymap.analysis.reach import Reach
from journeymap.analysis.repeats import BITS_AT_ONCE, surely_known
from journeymap.analysis.search import explore
from journeymap.graph import Network

__all__ = ["LackingTicket", "LackingTickets", "NoFollowUp", "lacking_tickets", "without_follow_up"]


@dataclass(frozen=True, slots=True)
class NoFollowUp:
    """A complaint that is resolved here without anybody checking the outcome."""

    touchpoint: int
    reason: str
    cases: int


@dataclass(frozen=True, slots=True)
class LackingTicket:
    """Back-office work that needs an item nobody has collected when the ticket first comes."""

    touchpoint: int
    item: str
    cases: int


@dataclass(frozen=True, slots=True)
class LackingTickets:
    """All of them; `cut` names items that could not be followed fully, of which nothing is claimed."""

    found: tuple[LackingTicket, ...]
    cut: tuple[str, ...]


def without_follow_up(reach: Reach) -> tuple[NoFollowUp, ...]:
    """For each complaint reason the touchpoints of R from which no follow-up is met before the next of R."""
    network = reach.network
    complaints = [key for key, reason in network.map.reasons.items() if reason.complaint]
    followed = _followed(network) if complaints else []
    found = []
    for reason in sorted(complaints):
        cases = network.cases.with_reason(reason)
        for number, mask in enumerate(network.resolving):
            left = mask & cases & reach.cases[number] & ~followed[number]
            if left:
                found.append(NoFollowUp(number, reason, left))
    return tuple(found)


def _followed(network: Network) -> list[int]:
    """For each touchpoint the cases in which a follow-up is met, itself or later, with no touchpoint of R between."""
    followed = [
        visible if touchpoint.follow_up else 0
        for touchpoint, visible in zip(network.touchpoints, network.visible, strict=True)
    ]
    waiting = [number for number, mask in enumerate(followed) if mask]
    while waiting:
        gained, waiting = dict.fromkeys(waiting), []
        for number in gained:
            touchpoint = network.touchpoints[number]
            onward = followed[number] if touchpoint.follow_up else followed[number] & ~network.resolving[number]
            for edge in network.into[number]:
                new = onward & edge.cases & ~followed[edge.source]
                if new:
                    followed[edge.source] |= new
                    waiting.append(edge.source)
    return followed


def lacking_tickets(reach: Reach) -> LackingTickets:
    """Touchpoints and items they need that are neither given nor known on any walk that first comes by a ticket.

    Each pair of touchpoint and item is a search of its own that ends at the touchpoint; all of them advance together.
    What no system that is read holds beforehand is known only if it was given, so that being given is all there is to
    follow; the few other items are followed as `Knowledge` does.
    """
    network = reach.network
    pairs = [
        (number, item)
        for number, touchpoint in enumerate(network.touchpoints)
        if any(edge.kind == "ticket" and edge.source != number for edge in network.into[number])
        for item in sorted(touchpoint.needs)
    ]
    looping = on_cycles(network) if pairs else set()
    read = {system for touchpoint in network.touchpoints for system in touchpoint.reads}
    held = {item for key, system in network.map.systems.items() if key in read for item in system.holds}
    plain = [pair for pair in pairs if pair[1] not in held]
    arrivals, left_out = first_tickets(network, plain, looping) if plain else ([], set())
    found = [
        _lacking(network, pair, came & ~informed)
        for place, (pair, (came, informed)) in enumerate(zip(plain, arrivals, strict=True))
        if place not in left_out
    ]
    others, cut = _lacking_though_held(network, _doubtful(reach, looping, [pair for pair in pairs if pair[1] in held]))
    not_followed = {plain[place][1] for place in left_out} | set(cut)
    every = [lacking for lacking in (*found, *others) if lacking.cases]
    every.sort(key=lambda lacking: (lacking.touchpoint, lacking.item))
    return LackingTickets(tuple(every), tuple(sorted(not_followed)))


def _lacking(network: Network, pair: tuple[int, str], cases: int) -> LackingTicket:
    number, item = pair
    return LackingTicket(number, item, cases & network.cases.matching(network.touchpoints[number].needs[item]))


def _doubtful(reach: Reach, looping: set[int], pairs: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The pairs without those to which every ticket surely brings the item, and on no cycle: each visit is first."""
    network = reach.network
    surely = surely_known(reach, tuple(sorted({item for _, item in pairs}))) if pairs else {}
    left = []
    for number, item in pairs:
        coming = brought = 0
        for edge in network.into[number]:
            if edge.kind == "ticket":
                coming |= reach.cases[edge.source] & edge.cases
                brought |= surely.get((edge.source, item), 0) & edge.cases if carries(edge, item) else 0
        if number in looping or coming & ~brought:
            left.append((number, item))
    return left


def _lacking_though_held(network: Network, pairs: list[tuple[int, str]]) -> tuple[list[LackingTicket], tuple[str, ...]]:
    if not pairs:
        return [], ()
    came, given, _, cut = _arrivals(network, pairs, "least")
    lacking = [_lacking(network, pair, came[place] & ~given[place]) for place, pair in enumerate(pairs)]
    unsure = {pair[1] for place, pair in enumerate(pairs) if cut >> place & 1}
    left = [found for found in lacking if found.cases and found.item not in unsure]
    if left:
        pairs = [(found.touchpoint, found.item) for found in left]
        _, _, known, cut = _arrivals(network, pairs, "most")
        unsure |= {pair[1] for place, pair in enumerate(pairs) if cut >> place & 1}
        left = [replace(found, cases=found.cases & ~known[place]) for place, found in enumerate(left)]
    return [found for found in left if found.item not in unsure], tuple(sorted(unsure))


def _arrivals(
    network: Network, pairs: list[tuple[int, str]], direction: Literal["least", "most"]
) -> tuple[list[int], list[int], list[int], int]:
    """For each pair the cases that first come by a ticket, and of them those with the item given, and known.

    The last value has a bit per pair that could not be followed fully.
    """
    came, given, known = [0] * len(pairs), [0] * len(pairs), [0] * len(pairs)
    cut = 0
    size = max(1, BITS_AT_ONCE // network.cases.class_count)
    for start in range(0, len(pairs), size):
        bundle = pairs[start : start + size]
        knowledge = Knowledge(
            network, tuple(item for _, item in bundle), direction, until=tuple(number for number, _ in bundle)
        )
        by_ticket = _tickets(network, {number for number, _ in bundle})
        for layer in explore(knowledge):
            for source in by_ticket.keys() & layer.keys():
                for edge, key, mask in knowledge.moves(source, layer[source], by_ticket[source]):
                    if edge.kind == "ticket":
                        ending = mask & knowledge.ending_at(edge.target)
                        _collect(knowledge, came, start, ending)
                        _collect(knowledge, given, start, 0 if key & NOT_GIVEN else ending)
                        _collect(knowledge, known, start, knowledge.known_on_arrival(edge.target, key, ending))
        for place, _ in knowledge.by_place(knowledge.cut):
            cut |= 1 << start + place
    return came, given, known, cut


def _tickets(network: Network, targets: set[int]) -> dict[int, set[int]]:
    """From sender to those of the targets to which it sends tickets."""
    senders: dict[int, set[int]] = {}
    for target in targets:
        for edge in network.into[target]:
            if edge.kind == "ticket" and edge.source != target:
                senders.setdefault(edge.source, set()).add(target)
    return senders


def _collect(knowledge: Knowledge, cases: list[int], start: int, mask: int) -> None:
    for place, some in knowledge.by_place(mask):
        cases[start + place] |= some

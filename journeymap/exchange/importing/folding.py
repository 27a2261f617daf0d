"""Folding: a draft without its technical blocks; their conditions stand on the ways between the touchpoints.

* Several routes between the same two touchpoints become one way with all their conditions, unless their kind, limit
  or `if_closed` differ.
* An end on an ordinary way is no place; on a failure or closed way it is the touchpoint "Contact ends" of its flow.
* Customers enter a flow with `entry` at the touchpoints its beginnings lead to. Where technical blocks choose between
  several, the choice itself stays as a small touchpoint "FLOW: start" and is the entry.
* Technical blocks with so many ways in and out that nobody could read the map without them stay as crossroads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.exchange.importing.addressing import Addresses, end_of
from journeymap.exchange.importing.closing import Leg, common_hours, with_if_closed
from journeymap.exchange.importing.draft import END, Block, Draft, Flow, Place, Remark, Way
from journeymap.exchange.importing.elimination import RouteGraph
from journeymap.exchange.importing.routes import Route, worded
from journeymap.exchange.importing.unreached import unreached
from journeymap.findings import Message

__all__ = ["Folded", "fold"]

_LOST_AT_START = 'technical failures before "{name}" end the contact at once; this is not in the map'
_CROSSROADS = '"{name}" is technical, and a touchpoint in the map: too many ways lead to it and on'
_NOTHING_TO_MEET = 'the flow "{name}" holds nothing that customers meet; it is not in the map'
_NO_FIRST = 'the flow "{name}" begins at a block that does not exist'
_START = "{name}: start"


@dataclass(frozen=True, slots=True)
class Folded:
    """Touchpoints only, each with the ways to others; `entries` are the keys of those where customers begin,
    `count` says how many technical blocks were taken out.
    """

    blocks: tuple[Block, ...]
    entries: frozenset[str]
    remarks: tuple[Remark, ...]
    count: int


def fold(draft: Draft) -> Folded:
    """Takes the technical blocks out of a draft. About linear in blocks and ways, see `elimination`."""
    return _Folding(draft).folded()


class _Folding:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.remarks: list[Remark] = []
        self.names = {block.key: block.name for block in draft.blocks}
        self.graph = RouteGraph()
        addresses = Addresses(draft)
        for block in draft.blocks:
            self.graph.add(block.key, addresses.routes_from(block))
        self.remarks += addresses.remarks
        self.remarks += unreached(draft, self.graph.out)
        self.starts: list[Block] = []
        for flow in draft.flows:
            self._begin(flow)

    def _begin(self, flow: Flow) -> None:
        """A start for each way into a flow."""
        for number, first in enumerate(dict.fromkeys(key for key in (flow.first, *flow.others) if key is not None)):
            if first not in self.names:
                self._remark("error", flow.place, _NO_FIRST, flow.name)
            elif flow.entry:
                start = _start_of(flow, number)
                self.starts.append(start)
                self.graph.add(start.key, [(first, Route())])

    def folded(self) -> Folded:
        technical = [block.key for block in self.draft.blocks if block.role != "touchpoint"]
        crossroads = set(self.graph.eliminate(technical))
        stay = [self._staying(block, crossroads) for block in self.draft.blocks]
        places = [block for block in stay if block is not None]
        entries = frozenset(filter(None, [self._entry(start) for start in self.starts]))
        places += [start for start in self.starts if start.key in entries]
        blocks = self._in_reading_order(self._ended([self._with_ways(block) for block in places]))
        blocks = _with_channels(self._with_hours(blocks))
        self._tell_of_empty_flows({block.flow for block in blocks})
        return Folded(tuple(blocks), entries, tuple(self.remarks), len(technical) - len(crossroads))

    def _staying(self, block: Block, crossroads: set[str]) -> Block | None:
        if block.role == "touchpoint":
            return block
        if block.key not in crossroads:
            return None
        self._remark("assumed", block.place, _CROSSROADS, block.name)
        return replace(block, role="touchpoint", handled_by="machine")

    def _entry(self, start: Block) -> str | None:
        """The key of the touchpoint where customers enter: the start itself where it divides them."""
        routes = {target: routes for target, routes in self.graph.out[start.key].items() if _is_told(target, routes)}
        places = [target for target in routes if not target.startswith(END)]
        if len(places) > 1 or (places and all(route.mark for route in routes[places[0]])):
            return start.key
        if not places:
            return start.key if routes else None
        if len(routes) > 1:
            self._remark("dropped", start.place, _LOST_AT_START, self.names[places[0]])
        return places[0]

    def _with_ways(self, block: Block) -> Block:
        legs = [
            (target, route)
            for target, routes in self.graph.out[block.key].items()
            for route in routes
            if not target.startswith(END) or route.mark
        ]
        legs.sort(key=lambda leg: (bool(leg[1].mark), leg[1].order))
        return replace(block, ways=tuple(_ways(with_if_closed(block.key, legs))))

    def _ended(self, blocks: list[Block]) -> list[Block]:
        """The touchpoints, and one "Contact ends" for each flow in which a contact ends out of the ordinary."""
        used = {target for block in blocks for target in _targets(block)}
        return blocks + [_end_in(flow) for flow in self.draft.flows if end_of(flow.key) in used]

    def _in_reading_order(self, blocks: list[Block]) -> list[Block]:
        """Flow by flow: its start first, its end last."""
        flows = {flow.key: number for number, flow in enumerate(self.draft.flows)}
        starts = {start.key for start in self.starts}

        def rank(block: Block) -> tuple[int, bool, bool]:
            return flows.get(block.flow, len(flows)), block.key not in starts, block.key.startswith(END)

        return sorted(blocks, key=rank)

    def _with_hours(self, blocks: list[Block]) -> list[Block]:
        known = {block.key: block.hours for block in self.draft.blocks if block.role == "hours" and block.hours}
        if not known:
            return blocks
        into: dict[str, list[Route]] = {}
        for source in self.graph.out.values():
            for target, routes in source.items():
                into.setdefault(target, []).extend(routes)
        return [replace(block, hours=block.hours or common_hours(into.get(block.key, []), known)) for block in blocks]

    def _tell_of_empty_flows(self, drawn: set[str]) -> None:
        for flow in self.draft.flows:
            if flow.key not in drawn:
                self._remark("dropped", flow.place, _NOTHING_TO_MEET, flow.name)

    def _remark(self, kind: Literal["error", "dropped", "assumed"], place: Place, template: str, name: str) -> None:
        self.remarks.append(Remark(kind, place, Message(template, {"name": name})))


def _start_of(flow: Flow, number: int) -> Block:
    name = _START.format(name=flow.name)
    return Block(f"{flow.key}/\0start{number}", flow.key, name, flow.place, "touchpoint", handled_by="machine")


def _end_in(flow: Flow) -> Block:
    return Block(end_of(flow.key), flow.key, "Contact ends", flow.place, "touchpoint", handled_by="machine")


def _is_told(target: str, routes: Iterable[Route]) -> bool:
    return not target.startswith(END) or any(route.mark for route in routes)


def _targets(block: Block) -> Iterable[str]:
    for way in block.ways:
        yield way.target
        if way.if_closed is not None:
            yield way.if_closed.target


def _ways(legs: Iterable[Leg]) -> Iterable[Way]:
    """One way for all routes that differ in their conditions only."""
    alike: dict[tuple[object, ...], list[Leg]] = {}
    for target, route in legs:
        alike.setdefault((target, route.kind, route.limit, route.wait, route.if_closed), []).append((target, route))
    for group in alike.values():
        target, first = group[0]
        routes = [route for _, route in group]
        failure, closed = (all(route.mark == mark for route in routes) for mark in ("failure", "closed"))
        when = worded(routes)
        yield Way(target, when, first.kind, failure, closed, first.limit, first.place, first.wait, first.if_closed)


def _with_channels(blocks: list[Block]) -> list[Block]:
    """Places that folding made are on the channel of a neighbour."""
    channels = {block.key: block.channel for block in blocks if block.channel}
    for block in blocks:
        near = [channels[target] for target in _targets(block) if target in channels]
        if block.key not in channels and near:
            channels[block.key] = near[0]
    for block in blocks:
        for target in _targets(block):
            if block.key in channels:
                channels.setdefault(target, channels[block.key])
    return [replace(block, channel=channels.get(block.key, "")) for block in blocks]

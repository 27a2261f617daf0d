"""From spots to the blocks of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeymap.exchange.importing.amazon_connect.alike import MET_PARTS, keys_of
from journeymap.exchange.importing.amazon_connect.catalogue import Part, part_of
from journeymap.exchange.importing.amazon_connect.channels import Channels
from journeymap.exchange.importing.amazon_connect.items import form_items, input_items
from journeymap.exchange.importing.amazon_connect.linking import links_of
from journeymap.exchange.importing.amazon_connect.naming import (
    announcement_name,
    block_name,
    is_confirmation,
    technical_name,
)
from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.amazon_connect.places import Elsewhere, QueuePlace, TaskPlace
from journeymap.exchange.importing.amazon_connect.references import References
from journeymap.exchange.importing.amazon_connect.spots import Leg, Spot
from journeymap.exchange.importing.amazon_connect.travel import Travel
from journeymap.exchange.importing.draft import END, Block, Item, Place, Way
from journeymap.exchange.importing.endings import endings_of

__all__ = ["Drafting", "place_of"]


def place_of(flow: ParsedFlow, action: Action) -> Place:
    """Where a block stands: its line, and the names of the flow and of the block."""
    return Place(flow.file, action.line, f"{flow.name} / {action.identifier}")


class Drafting:
    """Makes blocks of everything a travel has come to. `first` gives the key of the block a flow begins with."""

    def __init__(self, travel: Travel, flows: Sequence[ParsedFlow], references: References, channels: Channels) -> None:
        self._travel = travel
        self._flows = {flow.key: flow for flow in flows}
        self._references = references
        self._channels = channels
        self._keys = keys_of(travel.legs)

    def key(self, target: Spot | str) -> str:
        """The key of the block at a spot; places have their own."""
        return self._keys[target] if isinstance(target, Spot) else target

    def blocks(self, firsts: Sequence[str]) -> list[Block]:
        """All blocks, places last, in the order they were come to; `firsts` are the keys flows begin with."""
        made: dict[str, Block] = {}
        spoken: dict[str, Action] = {}
        for spot, legs in self._travel.legs.items():
            action = spot.context.flow.actions[spot.identifier]
            key = self._keys[spot]
            made[key] = self._joined(made.get(key) or self._block(key, spot, action), self._ways(spot, legs))
            if part_of(action) is Part.PROMPT:
                spoken[key] = action
        for queue in self._travel.places.queues.values():
            made[queue.key] = self._queue(queue)
        for place in self._travel.places.others.values():
            made[place.key] = self._other(place)
        return self._ended(made, spoken, firsts)

    def _ended(self, made: Mapping[str, Block], spoken: Mapping[str, Action], firsts: Sequence[str]) -> list[Block]:
        endings = endings_of(made, spoken, firsts)
        done = []
        for key, block in made.items():
            changed = block
            if key in endings.announcements:
                name = announcement_name(spoken[key])
                ways = tuple(way for way in block.ways if way.target not in endings.closing) or (Way(END),)
                changed = replace(block, role="touchpoint", handled_by="machine", name=name, ways=ways)
            done.append(replace(changed, resolves=changed.resolves or key in endings.settling))
        return done

    def _joined(self, block: Block, ways: Sequence[Way]) -> Block:
        return replace(block, ways=tuple(dict.fromkeys([*block.ways, *ways])))

    def _ways(self, spot: Spot, legs: Sequence[Leg]) -> list[Way]:
        place = place_of(spot.context.flow, spot.context.flow.actions[spot.identifier])
        return [self._way(leg, place) for leg in legs]

    def _way(self, leg: Leg, place: Place) -> Way:
        kind = leg.kind or None
        way = leg.way
        return Way(self.key(leg.target), way.when, kind, way.failure, way.closed, way.limit, place)  # type: ignore[arg-type]

    def _block(self, key: str, spot: Spot, action: Action) -> Block:
        flow, part = spot.context.flow, part_of(action)
        block = Block(key, flow.key, technical_name(action), place_of(flow, action), channel=self._channel(spot))
        if part is Part.HOURS:
            return replace(block, role="hours")
        if part is Part.MODULE and next(links_of(flow, action, self._references)).called.flow is None:
            name = next(links_of(flow, action, self._references)).called.name
            return replace(block, role="touchpoint", name=f"Not imported: {name}", handled_by="machine")
        if part not in MET_PARTS:
            return block
        handled_by = "person" if part is Part.OUTSIDE else "machine"
        name = block_name(flow, action)
        asks = _asked(flow, action, part, name)
        settles = part is Part.OUTSIDE or is_confirmation(action)
        used = part is Part.INPUT and any(not item.always for item in asks)
        block = replace(block, role="touchpoint", name=name, asks=asks, resolves=settles, advances=used)
        return replace(block, handled_by=handled_by)  # type: ignore[arg-type]

    def _channel(self, spot: Spot) -> str:
        return self._channels.of(spot.context.root())

    def _queue(self, queue: QueuePlace) -> Block:
        place = place_of(queue.context.flow, queue.action)
        return Block(
            queue.key,
            queue.context.root().key,
            queue.name,
            place,
            role="touchpoint",
            channel=self._channels.of(queue.context.root()),
            handled_by="person",
            resolves=True,
            tasks=tuple(dict.fromkeys(task for key in sorted(queue.guides) for task in _tasks(self._flows[key]))),
            department=queue.name if queue.name != "Queue" else None,
            ways=tuple(self._way(leg, place) for leg in queue.legs),
        )

    def _other(self, place: Elsewhere | TaskPlace) -> Block:
        stands = place_of(place.context.flow, place.action)
        block = Block(place.key, place.context.flow.key, place.name, stands, role="touchpoint", resolves=True)
        if isinstance(place, TaskPlace):
            return replace(block, name=f"Task: {place.name}", channel=self._channels.task(), handled_by="person")
        channel = self._channels.of(place.context.root())
        return replace(block, name=f"Not imported: {place.name}", channel=channel, handled_by="machine")


def _asked(flow: ParsedFlow, action: Action, part: Part, name: str) -> tuple[Item, ...]:
    if part is Part.INPUT:
        return input_items(flow, action, name)
    return form_items(action) if part is Part.VIEW else ()


def _tasks(guide: ParsedFlow) -> list[str]:
    """The steps of a guide on the agent's screen."""
    return [block_name(guide, action) for action in guide.actions.values() if part_of(action) is Part.VIEW]

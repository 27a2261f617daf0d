"""Goes through the flows as contacts do: queues set on the way, modules and waiting flows entered and left again.

A block is visited once per setting, so that a transfer to "the queue" knows which one; modules are gone through once
per block that calls them, and bounded in depth and number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from journeymap.exchange.importing.amazon_connect.catalogue import MOST_ACTIONS, Part, part_of
from journeymap.exchange.importing.amazon_connect.channels import Channels
from journeymap.exchange.importing.amazon_connect.exits import Exit, exits_of
from journeymap.exchange.importing.amazon_connect.linking import GUIDE_ATTRIBUTES, GUIDE_HOOKS, links_of
from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.amazon_connect.places import Places, QueuePlace
from journeymap.exchange.importing.amazon_connect.references import References
from journeymap.exchange.importing.amazon_connect.spots import MANY_QUEUES, Context, Contexts, Leg, Setting, Spot
from journeymap.exchange.importing.draft import END

__all__ = ["Travel"]

_DEEPEST = 5
_MOST_CONTEXTS = 200
_MOST_SPOTS = 20_000
"""Beyond these no module is gone through; its block is passed as if it did nothing."""
_MOST_SETTINGS = 6
_MET = frozenset({Part.MENU, Part.INPUT, Part.BOT, Part.VIEW, Part.SIGN_IN, Part.OUTSIDE, Part.CALLBACK, Part.QUEUE,
                  Part.AGENT, Part.FLOW, Part.MODULE})  # fmt: skip
"""What makes a flow heard while waiting more than music."""


class Travel:
    """All spots a contact can be at, and the legs between them. Linear in blocks, settings and calls of modules."""

    def __init__(
        self, flows: Sequence[ParsedFlow], references: References, channels: Channels, guides: Iterable[str]
    ) -> None:
        self.legs: dict[Spot, list[Leg]] = {}
        self.places = Places(channels)
        self._channels = channels
        self._flows: Mapping[str, ParsedFlow] = {flow.key: flow for flow in flows}
        self._references = references
        self._guides = frozenset(guides)
        self._settings: dict[tuple[str, str], set[Setting]] = {}
        self._contexts = Contexts()
        self._exits: dict[tuple[str, str], list[Exit]] = {}
        self._met: dict[str, bool] = {}
        self._waiting: list[Spot] = []

    def begin(self, flow: ParsedFlow, identifier: str) -> Spot | str | None:
        """Goes on from a block of a flow into everything behind it; where the block is, if it is one."""
        first = self._at(
            self._alone(flow) if identifier == flow.start else self._contexts.of(flow), identifier, Setting()
        )
        while self._waiting:
            spot = self._waiting.pop()
            if spot not in self.legs:
                self.legs[spot] = []
                self.legs[spot] = list(self._legs(spot))
        return first

    def _alone(self, flow: ParsedFlow) -> Context:
        """A flow that nobody called; whoever hears a queue flow waits for a queue, though nobody says which."""
        if flow.kind != "CUSTOMER_QUEUE" or not flow.actions:
            return self._contexts.of(flow)
        queue = self.places.queue(self._contexts.of(flow), next(iter(flow.actions.values())), "")
        return self._contexts.waiting(flow, None, queue.key)

    def _at(self, context: Context, identifier: str, setting: Setting) -> Spot | str | None:
        """What stands under an identifier: a spot, the end, or a place; None where nothing does."""
        action = context.flow.actions.get(identifier)
        if action is None:
            return None
        part = part_of(action)
        if part is Part.HANG_UP:
            return END
        if part is Part.END_OF_FLOW:
            return context.waits_for or END
        if part is Part.END_OF_MODULE:
            return self._resumed(context, setting)
        return self._spot(context, identifier, setting)

    def _resumed(self, context: Context, setting: Setting) -> Spot | str | None:
        if context.caller is None or not context.resumes_at:
            return context.waits_for or END
        return self._at(context.caller, context.resumes_at, setting)

    def _spot(self, context: Context, identifier: str, setting: Setting) -> Spot:
        known = self._settings.setdefault((context.name, identifier), set())
        most = _MOST_SETTINGS if len(context.flow.actions) <= MOST_ACTIONS else 1
        if setting not in known and len(known) >= most:
            setting = Setting(queue=MANY_QUEUES)
        known.add(setting)
        spot = Spot(context, identifier, setting)
        self._waiting.append(spot)
        return spot

    def _legs(self, spot: Spot) -> Iterable[Leg]:
        action = spot.context.flow.actions[spot.identifier]
        ways = self._ways_out(spot.context.flow, action)
        match part_of(action):
            case Part.QUEUE | Part.AGENT:
                return self._into_queue(spot, action, ways)
            case Part.FLOW:
                return [*self._into_flow(spot, action), *self._to(spot, [way for way in ways if not way.ordinary])]
            case Part.MODULE:
                return self._through_module(spot, action, ways)
            case Part.CALLBACK:
                queue = self._queue_place(spot, action)
                return [Leg(queue.key, Exit("", ordinary=True), "callback"), *self._to(spot, ways)]
            case Part.TASK:
                return [*self._to(spot, ways), self._task(spot, action)]
            case _:
                return self._past(spot, action, ways)

    def _ways_out(self, flow: ParsedFlow, action: Action) -> list[Exit]:
        key = (flow.key, action.identifier)
        if key not in self._exits:
            self._exits[key] = exits_of(flow, action)
        return self._exits[key]

    def _past(self, spot: Spot, action: Action, ways: Sequence[Exit]) -> list[Leg]:
        """The legs from a block that is simply passed; what it sets counts on its ordinary way."""
        setting = self._set(spot, action)
        legs = [*self._to(spot, [way for way in ways if not way.ordinary])]
        legs += self._to(replace(spot, setting=setting), [way for way in ways if way.ordinary])
        waits = action.type == "MessageParticipantIteratively" and spot.context.waits_for
        if waits or (not legs and spot.context.waits_for):
            legs.insert(0, Leg(spot.context.waits_for, Exit("", ordinary=True)))
        return legs or [Leg(END, Exit("", ordinary=True))]

    def _to(self, spot: Spot, ways: Iterable[Exit]) -> Iterable[Leg]:
        for way in ways:
            target = self._at(spot.context, way.target, spot.setting)
            if target is not None:
                yield Leg(target, way)
            else:
                yield Leg(END, replace(way, failure=True))

    def _set(self, spot: Spot, action: Action) -> Setting:
        setting, part = spot.setting, part_of(action)
        if part is Part.TARGET:
            return replace(setting, queue=self._references.queue(spot.context.flow.key, action) or setting.queue)
        for link in links_of(spot.context.flow, action, self._references) if part is not Part.TASK else ():
            called = link.called.flow
            if called is None:
                continue
            if link.hook == "CustomerQueue":
                setting = replace(setting, waiting=called.key)
            elif link.hook == "CustomerRemaining":
                setting = replace(setting, afterwards=called.key)
            elif link.hook in GUIDE_HOOKS | GUIDE_ATTRIBUTES and called.key in self._guides:
                setting = replace(setting, guides=tuple(sorted({*setting.guides, called.key})))
        return setting

    def _into_queue(self, spot: Spot, action: Action, ways: Sequence[Exit]) -> list[Leg]:
        """The way into the queue, and those of contacts that cannot be queued: they never come to the agents."""
        place = self._queue_place(spot, action)
        place.guides.update(spot.setting.guides)
        afterwards = self._flows.get(spot.setting.afterwards)
        if afterwards is not None:
            after = self._at(self._contexts.of(afterwards), afterwards.start, replace(spot.setting, afterwards=""))
            if after is not None and after != END:
                place.legs.setdefault(Leg(after, Exit("", "the agent hangs up")))
        into = Leg(self._while_waiting(spot, place.key), Exit("", ordinary=True))
        return [into, *self._to(spot, [way for way in ways if not way.ordinary])]

    def _queue_place(self, spot: Spot, action: Action) -> QueuePlace:
        agent = part_of(action) is Part.AGENT
        name = self._references.queue(spot.context.flow.key, action) or spot.setting.queue
        return self.places.queue(spot.context, action, name or ("Agent" if agent else ""))

    def _while_waiting(self, spot: Spot, queue: str) -> Spot | str:
        """The first block of the flow heard in the queue, where customers meet anything in it; else the queue."""
        heard = self._flows.get(spot.setting.waiting)
        if heard is None or spot.context.waits_for or not self._is_met(heard):
            return queue
        root = spot.context.root()
        caller = None if self._channels.of(root) == self._channels.of(heard) else self._contexts.of(root)
        context = self._contexts.waiting(heard, caller, queue)
        return self._at(context, heard.start, replace(spot.setting, waiting="")) or queue

    def _is_met(self, flow: ParsedFlow) -> bool:
        if flow.key not in self._met:
            self._met[flow.key] = any(part_of(action) in _MET for action in flow.actions.values())
        return self._met[flow.key]

    def _into_flow(self, spot: Spot, action: Action) -> list[Leg]:
        link = next(links_of(spot.context.flow, action, self._references))
        if link.called.flow is None:
            return [Leg(self.places.elsewhere(spot.context, action, link.called.name), Exit("", ordinary=True))]
        target = self._at(self._contexts.of(link.called.flow), link.called.flow.start, spot.setting)
        return [Leg(target if target is not None else END, Exit("", ordinary=True))]

    def _through_module(self, spot: Spot, action: Action, ways: Sequence[Exit]) -> list[Leg]:
        called = next(links_of(spot.context.flow, action, self._references)).called.flow
        resumes = next((way.target for way in ways if way.ordinary), "")
        if called is not None:
            first = self._in_module(spot, called, resumes)
            if first is not None:
                return [Leg(first, Exit("", ordinary=True)), *self._to(spot, [way for way in ways if not way.ordinary])]
        return self._past(spot, action, ways)

    def _in_module(self, spot: Spot, called: ParsedFlow, resumes: str) -> Spot | str | None:
        """The first block of a module; None where modules are called too deep, too often, or by themselves."""
        crowded = len(self._contexts) >= _MOST_CONTEXTS + len(self._flows) or len(self.legs) >= _MOST_SPOTS
        if crowded or spot.context.depth >= _DEEPEST or spot.context.is_inside(called):
            return None
        context = self._contexts.module(called, spot.context, spot.identifier, resumes)
        return self._at(context, called.start, spot.setting)

    def _task(self, spot: Spot, action: Action) -> Leg:
        called = next(links_of(spot.context.flow, action, self._references)).called.flow
        target = self._at(self._contexts.of(called), called.start, Setting()) if called is not None else None
        if target is None or target == END:
            target = self.places.task(spot.context, action)
        return Leg(target, Exit("", ordinary=True), "ticket")

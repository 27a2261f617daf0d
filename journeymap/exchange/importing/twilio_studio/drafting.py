"""From widgets to the blocks of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from journeymap.exchange.importing.announcing import with_announcements
from journeymap.exchange.importing.draft import END, Block, Item, Place, Way
from journeymap.exchange.importing.needs import with_needs
from journeymap.exchange.importing.twilio_studio.answers import Answers
from journeymap.exchange.importing.twilio_studio.catalogue import MET, Part, part_of
from journeymap.exchange.importing.twilio_studio.channels import channels_of
from journeymap.exchange.importing.twilio_studio.contexts import Context, Contexts
from journeymap.exchange.importing.twilio_studio.hours import asks_whether_open
from journeymap.exchange.importing.twilio_studio.linking import Links
from journeymap.exchange.importing.twilio_studio.parsed import ParsedFlow, Widget
from journeymap.exchange.importing.twilio_studio.ways import Onward, onward_from
from journeymap.exchange.importing.twilio_studio.wording import announcement_name, queue_name, widget_name

__all__ = ["Drafting"]


class Drafting:
    """Makes blocks of widgets, gone through from the beginnings of flows into the subflows they run."""

    def __init__(self, flows: Sequence[ParsedFlow], links: Links) -> None:
        self._links = links
        self._answers = {flow.key: Answers(flow) for flow in flows}
        self._channels = {flow.key: channels_of(flow) for flow in flows}
        self._contexts = Contexts()
        self._made: dict[str, Block] = {}
        self._spoken: dict[str, Widget] = {}
        self._used: dict[str, tuple[Item, ...]] = {}
        self._waiting: list[tuple[Context, str]] = []

    def begin(self, flow: ParsedFlow, widget: str) -> str:
        """Goes on from a widget into everything behind it; gives the key of its block."""
        context = self._contexts.alone(flow)
        self._waiting.append((context, widget))
        while self._waiting:
            where, name = self._waiting.pop()
            if where.key(name) not in self._made:
                self._make(where, where.flow.widgets[name])
        return context.key(widget)

    def blocks(self, firsts: Iterable[str]) -> list[Block]:
        """All blocks in the order they were come to; `firsts` are the keys with which flows begin."""
        names = {key: announcement_name(widget) for key, widget in self._spoken.items()}
        return with_needs(with_announcements(self._made, names, firsts), self._used)

    def _make(self, context: Context, widget: Widget) -> None:
        flow, key, part = context.flow, context.key(widget.name), part_of(widget)
        block = Block(key, flow.key, widget_name(widget), flow.place(widget), channel=self._channel(context, widget))
        self._made[key] = block
        onward = onward_from(flow, widget, self._answers[flow.key])
        if part is Part.QUEUE:
            behind = self._queue(context, widget, block, [way for way in onward if way.beyond])
            ways = [Way(behind, place=block.place)]
            ways += self._ways(context, widget, [way for way in onward if not way.beyond])
        elif part is Part.SUBFLOW:
            ways = self._run(context, widget, block, onward)
        else:
            ways = self._ways(context, widget, onward)
        if part is Part.PROMPT:
            self._spoken[key] = widget
        self._used[key] = self._answers[flow.key].used_by(widget)
        self._made[key] = replace(self._described(block, flow, widget), ways=tuple(dict.fromkeys(ways)))

    def _described(self, block: Block, flow: ParsedFlow, widget: Widget) -> Block:
        part, answers = part_of(widget), self._answers[flow.key]
        if part is Part.SPLIT and not answers.looks_at_answer(widget) and asks_whether_open(widget):
            return replace(block, role="hours")
        if part not in MET:
            return block
        name = widget_name(widget, is_choice=answers.is_choice(widget))
        asks = answers.items(widget)
        settles = part in (Part.OUTSIDE, Part.APPLICATION, Part.VOICEMAIL)
        works = part is Part.PAYMENT or answers.is_used(widget)
        block = replace(block, role="touchpoint", name=name, asks=asks, resolves=settles, advances=works)
        return replace(block, handled_by="person" if part is Part.OUTSIDE else "machine")

    def _channel(self, context: Context, widget: Widget) -> str:
        return self._channels[context.flow.key][widget.name] or context.channel or "phone"

    def _ways(self, context: Context, widget: Widget, onward: Iterable[Onward]) -> list[Way]:
        """The ways of a widget; one without any ends the contact."""
        place = context.flow.place(widget)
        ways = [self._way(context, way, place) for way in onward]
        if not any(not way.failure and not way.closed for way in ways) and not widget.exits:
            ways.append(self._way(context, Onward(""), place))
        return ways

    def _way(self, context: Context, way: Onward, place: Place) -> Way:
        if way.target:
            self._waiting.append((context, way.target))
            return Way(context.key(way.target), way.when, failure=way.failure, closed=way.closed, place=place)
        return Way(context.returns or END, way.when, failure=way.failure, closed=way.closed, place=place)

    def _queue(self, context: Context, widget: Widget, block: Block, onward: Iterable[Onward]) -> str:
        """The place behind a widget where people answer: one for each queue and channel."""
        name, queue = queue_name(widget)
        key = f"{block.channel}/queue:{queue if queue != widget.name else block.key}"
        known = self._made.get(key) or replace(
            block, key=key, name=name, role="touchpoint", handled_by="person", resolves=True, department=name, ways=()
        )
        after = [self._way(context, way, block.place) for way in onward if way.target or context.returns]
        self._made[key] = replace(known, ways=tuple(dict.fromkeys([*known.ways, *after])))
        return key

    def _run(self, context: Context, widget: Widget, block: Block, onward: Sequence[Onward]) -> list[Way]:
        """The ways into a subflow, and those when it cannot be run; its end leads to what follows the widget."""
        called = self._links.called(widget)
        first = self._links.first(called) if called is not None else ""
        failing = self._ways(context, widget, [way for way in onward if way.failure])
        usual = self._ways(context, widget, [way for way in onward if not way.failure])
        if called is None or not first:
            missing = self._not_imported(block, widget, usual) if called is None else ""
            return [Way(missing, place=block.place), *failing] if missing else [*usual, *failing]
        returns = next((way.target for way in usual if way.target != END), "")
        run = self._contexts.run(called, context, returns, block.channel)
        self._waiting.append((run, first))
        return [Way(run.key(first), place=block.place), *failing]

    def _not_imported(self, block: Block, widget: Widget, ways: Sequence[Way]) -> str:
        key = f"{block.key}/elsewhere"
        name = f"Not imported: {self._links.name(widget)}"
        stands = replace(block, key=key, name=name, role="touchpoint", handled_by="machine", resolves=True)
        self._made[key] = replace(stands, ways=tuple(ways), asks=())
        return key

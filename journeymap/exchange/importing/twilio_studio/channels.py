"""The channel of each widget: by its type where that tells, else by how the flow was begun."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.exchange.importing.draft import Channel
from journeymap.exchange.importing.twilio_studio.catalogue import ENTRIES, VOICE, WRITTEN, Part, part_of
from journeymap.exchange.importing.twilio_studio.parsed import ParsedFlow, Widget

__all__ = ["CHANNELS", "beginnings", "channels_of"]

CHANNELS = (Channel("phone", "Telephone", "live"), Channel("messages", "Text messages", "live"))


def beginnings(flow: ParsedFlow) -> dict[str, str]:
    """The widgets with which a flow begins, by the event; the trigger itself is none."""
    first = flow.widgets.get(flow.start)
    if first is None or part_of(first) is not Part.TRIGGER:
        return {"": flow.start} if first is not None else {}
    return {exit_.event: exit_.target for exit_ in first.exits if exit_.target in flow.widgets}


def channels_of(flow: ParsedFlow) -> dict[str, str]:
    """The channel of each widget of a flow; empty where nothing tells. Linear."""
    found: dict[str, str] = {}
    begun = beginnings(flow)
    for event, channel in ENTRIES.items():
        if event in begun and channel:
            _spread(flow, begun[event], channel, found)
    default = _default(flow.widgets.values())
    return {name: _by_type(widget) or found.get(name) or default for name, widget in flow.widgets.items()}


def _spread(flow: ParsedFlow, start: str, channel: str, found: dict[str, str]) -> None:
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in flow.widgets and name not in found:
            found[name] = channel
            waiting += [exit_.target for exit_ in flow.widgets[name].exits]


def _by_type(widget: Widget) -> str:
    return "phone" if widget.type in VOICE else "messages" if widget.type in WRITTEN else ""


def _default(widgets: Iterable[Widget]) -> str:
    types = {widget.type for widget in widgets}
    if types & VOICE:
        return "phone"
    return "messages" if types & (WRITTEN | {"send-message"}) else ""

"""Which flow a widget runs: by its id, or by what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeymap.exchange.importing.loose import inner, text
from journeymap.exchange.importing.phrases import readable
from journeymap.exchange.importing.twilio_studio.catalogue import ENTRIES, Part, part_of, told_name
from journeymap.exchange.importing.twilio_studio.channels import beginnings
from journeymap.exchange.importing.twilio_studio.parsed import ParsedFlow, Widget

__all__ = ["Links"]


class Links:
    """The flows by all their names, and which of them are run by others."""

    def __init__(self, flows: Sequence[ParsedFlow]) -> None:
        self._by_name: dict[str, ParsedFlow] = {}
        for flow in flows:
            for alias in flow.aliases:
                self._by_name.setdefault(_plain(alias), flow)
        self.run = {
            called.key
            for flow in flows
            for widget in flow.widgets.values()
            if part_of(widget) is Part.SUBFLOW and (called := self.called(widget)) is not None and called is not flow
        }

    def called(self, widget: Widget) -> ParsedFlow | None:
        """The flow a widget runs, if it was imported."""
        return self._by_name.get(_plain(_reference(widget))) or self._by_name.get(_plain(told_name(widget)))

    def name(self, widget: Widget) -> str:
        """What the flow a widget runs is called, as far as the widget tells."""
        told = re.sub(r"^(?:run|call|start)\s+(?:subflow\s+)?", "", told_name(widget), flags=re.IGNORECASE)
        return told or readable(_reference(widget).strip("${}<>")) or readable(widget.name)

    def first(self, flow: ParsedFlow) -> str:
        """The widget with which a flow begins when it is run; empty where there is none."""
        begun = beginnings(flow)
        return begun.get("incomingParent") or next(iter(begun.values()), "")

    def firsts(self, flow: ParsedFlow) -> list[str]:
        """The widgets with which customers begin; none for a flow that is only run by others."""
        begun = beginnings(flow)
        own = [target for event, target in begun.items() if event in ENTRIES or event == ""]
        own = own or ([] if flow.key in self.run else list(begun.values()))
        return list(dict.fromkeys(own))


def _reference(widget: Widget) -> str:
    properties = widget.properties
    found = text(properties.get("flow_sid")) or text(properties.get("flow")) or text(inner(properties, "flow", "sid"))
    return re.sub(r"^\$\{(?:[\w-]+\.)*?([\w-]+?)(?:\.(?:sid|id))?\}$", r"\1", found)


def _plain(name: str) -> str:
    return readable(name).casefold()

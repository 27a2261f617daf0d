"""A flow as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journeymap.exchange.importing.draft import Place

__all__ = ["Condition", "Exit", "ParsedFlow", "Widget"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a way on asks: how it compares, with which value, and what its author called it."""

    type: str
    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Exit:
    """A transition: `target` is the name of a widget, empty where the flow ends."""

    event: str
    target: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Widget:
    """A state of a flow."""

    name: str
    type: str
    exits: tuple[Exit, ...]
    properties: Mapping[str, Any]
    line: int | None


@dataclass(frozen=True)
class ParsedFlow:
    """A flow; `widgets` by name, of two with one name the first, `repeated` are the names that stand twice.

    `aliases` are its names in other files: its id, and what it is called.
    """

    key: str
    name: str
    file: str
    line: int | None
    start: str
    widgets: Mapping[str, Widget]
    aliases: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()

    def place(self, widget: Widget | None = None) -> Place:
        """Where the flow, or a widget of it, stands."""
        if widget is None:
            return Place(self.file, self.line, self.name)
        return Place(self.file, widget.line, f"{self.name} / {widget.name}")

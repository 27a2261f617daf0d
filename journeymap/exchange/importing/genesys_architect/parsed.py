"""A flow as it was read: its sequences (menus, tasks, states, bots), still as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.exchange.importing.draft import Place
from journeymap.exchange.importing.yaml_text import YamlText

__all__ = ["FlowPart", "ParsedFlow", "Path", "value_at"]

Path = tuple[str, ...]
"""Keys and places in lists that lead to something in a file."""


@dataclass(frozen=True, slots=True)
class FlowPart:
    """A menu, task, state or bot of a flow; `path` leads to its attributes."""

    kind: str
    reference: str
    name: str
    path: Path


@dataclass(frozen=True)
class ParsedFlow:
    """A flow; `kind` is Archy's word for it (``inboundCall``), `start` the reference it begins at."""

    key: str
    name: str
    kind: str
    file: YamlText = field(repr=False)
    body: Mapping[str, object] = field(repr=False)
    sequences: tuple[FlowPart, ...] = ()
    start: str = ""

    def place(self, path: Path = (), within: str = "") -> Place:
        """Where the flow, or something in it, stands."""
        line = self.file.line(path or (self.kind,))
        return Place(self.file.name, line, f"{self.name} / {within}" if within else self.name)

    def value(self, path: Path) -> object:
        """What stands at a path of the file; None where nothing does."""
        return value_at(self.file.value, path)


def value_at(value: object, path: Sequence[str]) -> object:
    """What a path leads to inside a value; None where it leads nowhere."""
    for key in path:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value

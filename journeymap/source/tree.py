"""What the events of a file say: plain values, and where each of them stands.

Nodes are numbered in the order of their first character (a key is a node too). Per node only its value and
its first character are kept, per container also the first node behind it and its last character; children
are indexed when they are asked for, so that a clean map pays nothing for positions.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from journeymap.findings import Span
from journeymap.source.files import FileText

__all__ = ["Child", "Fault", "Tree", "Value"]

Value = None | str | list["Value"] | dict[str, "Value"]
"""What a file may hold: text, nothing, lists and mappings. Types are given by the models."""

_SCALAR = re.compile(
    r"""(?:[&!]\S*\s+)*+(?:(?P<quoted>"(?:[^"\\]++|\\.)*+"|'(?:[^']++|'')*+')|(?P<alias>\*[^\s,\[\]{}]++)|[|>][^\r\n]*+)""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Child:
    """An entry of a mapping or list: the node of its key (of the item itself in a list) and of its value."""

    key: int
    value: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the form of a file: what kind, at which stretch of text; `related` is another one.

    `node` is the node it concerns, where there is one; -1 otherwise.
    """

    kind: str
    start: int
    end: int
    node: int = -1
    values: dict[str, str | int] = field(default_factory=dict)
    related: tuple[int, int] | None = None


@dataclass
class Tree:
    """The nodes of one file. `containers` holds (node, node behind it, last character) one after the other."""

    file: FileText
    values: list[Value] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("I"))
    containers: array[int] = field(default_factory=lambda: array("I"))
    aliases: dict[int, int] = field(default_factory=dict)
    merged: dict[int, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    _children: dict[int, dict[str, Child]] = field(default_factory=dict)
    _entry_nodes: dict[int, list[int]] = field(default_factory=dict)

    @property
    def root(self) -> Value:
        """The value of the whole file; None for an empty one."""
        return self.values[0] if self.values else None

    @cached_property
    def _bounds(self) -> dict[int, tuple[int, int]]:
        flat = iter(self.containers)
        return {node: (after, end) for node, after, end in zip(flat, flat, flat, strict=True)}

    def children(self, node: int) -> dict[str, Child]:
        """The entries of a mapping by key, of a list by place; O(entries) once per node, then kept."""
        node = self.aliases.get(node, node)
        known = self._children.get(node)
        if known is None:
            known = self._children[node] = self._index(node)
        return known

    def forget_children(self) -> None:
        """Indexes made while the tree was not complete are thrown away."""
        self._children.clear()

    def _index(self, node: int) -> dict[str, Child]:
        value = self.values[node]
        found = self._items(node) if isinstance(value, list) else self._entries(node) if isinstance(value, dict) else {}
        for other in self.merged.get(node, ()):
            for key, child in self.children(other).items():
                found.setdefault(key, child)
        return found

    def _items(self, node: int) -> dict[str, Child]:
        return {str(place): Child(item, item) for place, item in enumerate(self._starts_of_entries(node))}

    def _entries(self, node: int) -> dict[str, Child]:
        entries: dict[str, Child] = {}
        for key in self._starts_of_entries(node):
            name = self.values[key]
            if isinstance(name, str):
                entries.setdefault(name, Child(key, self._behind(key)))
        return entries

    def _behind(self, node: int) -> int:
        bounds = self._bounds.get(node)
        return node + 1 if bounds is None else bounds[0]

    def is_inside(self, node: int, container: int) -> bool:
        """Whether a node is written inside a container, and not brought in by an alias or a merge key."""
        return container not in self.aliases and container < node < self._behind(container)

    def path_to(self, node: int) -> tuple[str, ...]:
        """The keys that lead to a node (the key of an entry leads to the entry); O(entries on the way)."""
        path: list[str] = []
        here = 0
        while here != node:
            step = self._step_towards(here, node)
            if step is None:
                break
            path.append(step[0])
            if node == step[1].key:
                break
            here = step[1].value
        return tuple(path)

    def _step_towards(self, here: int, node: int) -> tuple[str, Child] | None:
        if here in self.aliases or not here < node < self._behind(here):
            return None
        entries = self._starts_of_entries(here)
        place = bisect_right(entries, node) - 1
        entry = entries[place]
        if isinstance(self.values[here], dict):
            return str(self.values[entry]), Child(entry, self._behind(entry))
        return str(place), Child(entry, entry)

    def _starts_of_entries(self, node: int) -> list[int]:
        """The nodes of the keys of a mapping, or of the items of a list, in order; kept."""
        known = self._entry_nodes.get(node)
        if known is None:
            known = self._entry_nodes[node] = []
            entry, behind = node + 1, self._behind(node)
            while entry < behind:
                known.append(entry)
                entry = self._behind(self._behind(entry) if isinstance(self.values[node], dict) else entry)
        return known

    def span(self, node: int) -> Span:
        """Where a node stands in its file."""
        return self.file.span(*self.stretch(node))

    def stretch(self, node: int) -> tuple[int, int]:
        """The first character of a node and the one behind its last."""
        start = self.starts[node]
        bounds = self._bounds.get(node)
        if bounds is None or node in self.aliases:
            return start, self._scalar_end(node)
        return start, start + len(self.file.text[start : bounds[1]].rstrip())

    def _scalar_end(self, node: int) -> int:
        text, start, value = self.file.text, self.starts[node], self.values[node]
        match = _SCALAR.match(text, start)
        if match is not None:
            return match.end()
        if isinstance(value, str) and text.startswith(value, start):
            return start + len(value)
        return start if not isinstance(value, str) else self._end_of_lines(node, value)

    def _end_of_lines(self, node: int, value: str) -> int:
        """The end of plain text over several lines: of its last word before the next node."""
        start = self.starts[node]
        bound = self.starts[node + 1] if node + 1 < len(self.starts) else len(self.file.text)
        last = value.split()[-1:]
        place = self.file.text.rfind(last[0], start, bound) if last else -1
        return place + len(last[0]) if place >= 0 else start

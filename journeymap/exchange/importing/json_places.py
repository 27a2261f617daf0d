"""Where everything stands in a JSON text that is known to be one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["JsonNode", "Repeated", "places_in"]

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^\s\[\]{},:"]++')

Repeated = tuple[str, int]
"""A key that stands in its object already, and the character at which it stands again."""


@dataclass(slots=True)
class JsonNode:
    """Where a value begins (in an object: its key), and what is inside, by key or place."""

    start: int
    entries: dict[str | int, JsonNode] = field(default_factory=dict)


def places_in(text: str) -> tuple[JsonNode, list[Repeated]]:
    """The places of all values, and keys that stand twice; one pass over the tokens, as deep as the text is nested."""
    scan = _Scan(text)
    return scan.value(*next(scan.pieces)), scan.repeated


class _Scan:
    def __init__(self, text: str) -> None:
        self.pieces: Iterator[tuple[str, int]] = ((match[0], match.start()) for match in _TOKEN.finditer(text))
        self.repeated: list[Repeated] = []

    def value(self, piece: str, start: int) -> JsonNode:
        node = JsonNode(start)
        if piece == "[":
            self._items(node)
        elif piece == "{":
            self._entries(node)
        return node

    def _items(self, node: JsonNode) -> None:
        for piece, start in self.pieces:
            if piece == "]":
                return
            if piece != ",":
                node.entries[len(node.entries)] = self.value(piece, start)

    def _entries(self, node: JsonNode) -> None:
        for piece, start in self.pieces:
            if piece == "}":
                return
            if piece == ",":
                continue
            key = json.loads(piece)
            if key in node.entries:
                self.repeated.append((key, start))
            next(self.pieces)  # the colon
            node.entries[key] = self.value(*next(self.pieces))
            node.entries[key].start = start

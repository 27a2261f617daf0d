"""Anchors and aliases, and the limits that keep a small file from standing for a huge one."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["MAX_ALIAS_NODES", "MAX_DEPTH", "Anchor", "LimitReached", "Limits"]

MAX_DEPTH = 100
"""The deepest nesting that is read, aliases followed."""
MAX_ALIAS_NODES = 1_000_000
"""How many nodes aliases may add to a file."""


class LimitReached(Exception):
    """The rest of the file is not read."""

    def __init__(self, kind: str, limit: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.limit = limit


@dataclass
class Anchor:
    """An anchored node: how many nodes an alias to it adds, how deep it is, and whether it is still being read.

    While it is open, `size` and `height` keep what had been added and how deep the file was before it.
    """

    node: int
    size: int = 1
    height: int = 0
    open: bool = False


@dataclass
class Limits:
    """Anchors by name, and what counts towards the limits: O(1) per container and alias."""

    anchors: dict[str, Anchor] = field(default_factory=dict)
    added: int = 0
    deepest: int = 0

    def mark(self, name: str, node: int) -> None:
        """Notes an anchored scalar."""
        self.anchors[name] = Anchor(node)

    def enter(self, name: str | None, node: int, depth: int) -> Anchor | None:
        """Begins a container; raises `LimitReached` if it is too deep."""
        if depth > self.deepest:
            self._reach(depth)
        if name is None:
            return None
        anchor = self.anchors[name] = Anchor(node, self.added, self.deepest, open=True)
        self.deepest = depth
        return anchor

    def leave(self, anchor: Anchor, behind: int, depth: int) -> None:
        """Ends an anchored container; `behind` is the next node."""
        before = anchor.height
        anchor.size = behind - anchor.node + self.added - anchor.size
        anchor.height = self.deepest - depth + 1
        anchor.open = False
        self.deepest = max(self.deepest, before)

    def follow(self, name: str, depth: int) -> int | str:
        """The node that an alias stands for, or the kind of fault; raises `LimitReached`."""
        anchor = self.anchors.get(name)
        if anchor is None:
            return "unknown_anchor"
        if anchor.open:
            return "circular_alias"
        self.added += anchor.size
        if self.added > MAX_ALIAS_NODES:
            raise LimitReached("too_many_alias_nodes", f"{MAX_ALIAS_NODES:,}")  # noqa: EM101 - a kind, no text
        self._reach(depth + anchor.height - 1)
        return anchor.node

    def _reach(self, depth: int) -> None:
        self.deepest = max(self.deepest, depth)
        if depth > MAX_DEPTH:
            raise LimitReached("too_deep", str(MAX_DEPTH))  # noqa: EM101 - a kind, no text

"""Where a map path stands: file, line and column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from journeymap.findings import Span
from journeymap.source.files import FileText
from journeymap.source.tree import Child, Tree

__all__ = ["Part", "Places"]

Part = Literal["key", "value"]


@dataclass(frozen=True)
class Places:
    """The places of a map's elements. `texts` are its files, `trees` those that could be read; main file first."""

    texts: tuple[FileText, ...]
    trees: tuple[Tree, ...] = ()

    def span(self, path: str, part: Part = "key") -> Span:
        """The place of a map path: its key, or its value; the nearest existing ancestor if it is not there.

        What an alias or a merge key brings in stands where it is used, since that is where the element is: the
        alias itself, or the element that merges. O(length of the path) after each container on the way was indexed
        once.
        """
        return self._find(tuple(path.split(".")) if path else (), part, where_used=True)

    def find(self, path: Sequence[str], part: Part = "key") -> Span:
        """The place at which a path, taken apart, is written: behind an alias that of the anchor's content."""
        return self._find(path, part, where_used=False)

    def _find(self, path: Sequence[str], part: Part, *, where_used: bool) -> Span:
        found = self._deepest(path, where_used=where_used)
        if found is None:
            return Span(self.texts[0].name if self.texts else "", 1, 1, 1, 1)
        reached, tree, child = found
        return tree.span(child.value if part == "value" and reached == len(path) else child.key)

    def node(self, path: Sequence[str]) -> tuple[Tree, Child] | None:
        """The file and the nodes of a map path; None if it is not there."""
        found = self._deepest(path)
        return found[1:] if found is not None and found[0] == len(path) else None

    def _deepest(self, path: Sequence[str], *, where_used: bool = False) -> tuple[int, Tree, Child] | None:
        best: tuple[int, Tree, Child] | None = None
        for tree in self._candidates(path):
            found = _descend(tree, path, where_used=where_used)
            if found is not None and (best is None or found[0] > best[0]):
                best = found[0], tree, found[1]
        return best

    def line(self, file: str, number: int) -> str:
        """The text of a line without its end; empty where there is none."""
        text = self._texts.get(file)
        return text.line(number) if text is not None else ""

    @cached_property
    def _texts(self) -> dict[str, FileText]:
        return {text.name: text for text in self.texts}

    @cached_property
    def _owners(self) -> dict[tuple[str, ...], Tree]:
        """Which file defines a section, and which an id in it; the first one, should there be several."""
        owners: dict[tuple[str, ...], Tree] = {}
        for tree in self.trees:
            for section, child in tree.children(0).items() if tree.values else ():
                owners.setdefault((section,), tree)
                for key in _names(tree, child.value):
                    owners.setdefault((section, key), tree)
        return owners

    def _candidates(self, path: Sequence[str]) -> tuple[Tree, ...]:
        if len(self.trees) < 2 or not path:
            return self.trees[:1]
        owner = self._owners.get(tuple(path[:2])) or self._owners.get(tuple(path[:1]))
        return (owner,) if owner is not None else self.trees


def _names(tree: Tree, node: int) -> list[str]:
    value = tree.values[node]
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return list(tree.children(node))


def _descend(tree: Tree, path: Sequence[str], *, where_used: bool) -> tuple[int, Child] | None:
    """How many steps of the path there are in this file, and the entry reached; None if not even the first.

    With `where_used` the entry is the last one before an alias or a merge key leads elsewhere.
    """
    node, place, reached, used = 0, 0, None, None
    if not tree.values:
        return None
    while place < len(path):
        step = _step(tree, node, path, place)
        if step is None:
            break
        place, child = step
        if where_used and used is None and reached is not None and not tree.is_inside(child.key, node):
            used = Child(reached.value, reached.value) if node in tree.aliases else Child(reached.key, reached.key)
        reached, node = child, child.value
    return (place, used or reached) if reached is not None else None


def _step(tree: Tree, node: int, path: Sequence[str], place: int) -> tuple[int, Child] | None:
    """One step down; a key that holds dots (an error, but it has a place) is as many parts of the path."""
    children = tree.children(node)
    child = children.get(path[place]) or _item(tree, node, children, path[place])
    if child is not None:
        return place + 1, child
    for behind in range(place + 2, min(len(path), place + 8) + 1):
        child = children.get(".".join(path[place:behind]))
        if child is not None:
            return behind, child
    return None


def _item(tree: Tree, node: int, children: dict[str, Child], name: str) -> Child | None:
    """An item of a list by its text: in `segments: [retail]` the path `segments.retail`."""
    value = tree.values[node]
    if isinstance(value, list) and name in value:
        return children[str(value.index(name))]
    return None

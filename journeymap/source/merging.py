"""A map folder: its files put together key by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journeymap.source.tree import Child, Tree, Value

__all__ = ["Clash", "Merged", "merge_trees"]

SHARED_SECTIONS = frozenset(
    {
        "segments",
        "products",
        "reasons",
        "channels",
        "departments",
        "systems",
        "information",
        "touchpoints",
        "ignore",
    }
)
"""Sections whose ids may be spread over files; everything else stands in one file."""


@dataclass(frozen=True, slots=True)
class Clash:
    """The same key or id in two files: the second place, and the first."""

    path: tuple[str, ...]
    second: tuple[Tree, int]
    first: tuple[Tree, int]


@dataclass
class Merged:
    """The values of all files as one; `clashes` are definitions that stand in two of them."""

    root: dict[str, Value] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


def merge_trees(trees: Sequence[Tree]) -> Merged:
    """Puts files together; linear. Free keys (`x-...`) are left out. A section of one file alone is not copied."""
    if len(trees) == 1 and isinstance(trees[0].root, dict):
        return Merged({key: value for key, value in trees[0].root.items() if not key.startswith("x-")})
    merged = Merged()
    first: dict[str, tuple[Tree, Child]] = {}
    seen: dict[str, dict[str, tuple[Tree, int]]] = {}
    for tree in trees:
        for key, child in _sections(tree):
            value = tree.values[child.value]
            if key not in first:
                first[key] = (tree, child)
                merged.root[key] = value
            elif key in SHARED_SECTIONS and _can_join(value) and _can_join(merged.root[key]):
                if key not in seen:
                    merged.root[key], seen[key] = {}, {}
                    _join(merged, seen[key], key, *first[key])
                _join(merged, seen[key], key, tree, child)
            else:
                merged.clashes.append(Clash((key,), (tree, child.key), (first[key][0], first[key][1].key)))
    return merged


def _sections(tree: Tree) -> Iterator[tuple[str, Child]]:
    if isinstance(tree.root, dict):
        for key, child in tree.children(0).items():
            if key in tree.root and not key.startswith("x-"):
                yield key, child


def _join(merged: Merged, seen: dict[str, tuple[Tree, int]], key: str, tree: Tree, child: Child) -> None:
    together = merged.root[key]
    assert isinstance(together, dict)  # noqa: S101 - made one by the caller
    for name, value, node in _entries(tree, child.value):
        if name in seen:
            merged.clashes.append(Clash((key, name), (tree, node), seen[name]))
        else:
            seen[name] = (tree, node)
            together[name] = value


def _can_join(value: Value) -> bool:
    """Whether a section has the form of one; what has not is refused as it stands."""
    return (
        value is None
        or isinstance(value, dict)
        or (isinstance(value, list) and all(isinstance(item, str) for item in value))
    )


def _entries(tree: Tree, node: int) -> Iterator[tuple[str, Value, int]]:
    """Ids with their values and the nodes of their keys."""
    value = tree.values[node]
    for name, child in tree.children(node).items():
        if isinstance(value, list):
            yield str(value[int(name)]), None, child.key
        elif isinstance(value, dict) and name in value:
            yield name, value[name], child.key

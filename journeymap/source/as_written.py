"""How a key or a value is written in its file: in quotes, in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.source.places import Part, Places

__all__ = ["is_in_brackets", "is_in_quotes"]

_LOOKED_AT = 400


def is_in_quotes(places: Places, path: Sequence[str], part: Part) -> bool:
    """Whether the key or the value at a path is written in quotes: its writer means it as it stands."""
    text, start = _text_at(places, path, part)
    return text.startswith(('"', "'"), start)


def is_in_brackets(places: Places, path: Sequence[str], part: Part) -> bool:
    """Whether the key or the value at a path stands in brackets with others, directly behind a bracket or a comma."""
    text, start = _text_at(places, path, part)
    return text[max(0, start - _LOOKED_AT) : start].rstrip().endswith(("[", "{", ","))


def _text_at(places: Places, path: Sequence[str], part: Part) -> tuple[str, int]:
    found = places.node(path)
    if found is None:
        return "", 0
    tree, child = found
    return tree.file.text, tree.starts[child.value if part == "value" else child.key]

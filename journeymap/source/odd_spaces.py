"""Spaces that are no plain ones at the beginning of a line: YAML takes them for the first letters of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from journeymap.source.files import FileText
from journeymap.source.situation import Situation
from journeymap.source.slips import MAX_LINES
from journeymap.source.tree import Fault, Tree

__all__ = ["odd_indentation", "odd_space_faults"]

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_USUAL = ("\u3000", "\u00a0", "\u202f")
_LINE = re.compile(rf"^ *([{_SPACES}])[ {_SPACES}]*(?=- |[^\s#][^\n]*?:(?:\s|$))", re.MULTILINE)
_KINDS = {"\u3000": "full_width_space", "\u00a0": "no_break_space"}


def odd_indentation(situation: Situation) -> Iterator[Fault]:
    """A line with such an indentation where reading stopped, or in the lines that led there."""
    file, last = situation.file, situation.line
    end = file.index(last + 1) if last < file.line_count else len(file.text)
    for match in _LINE.finditer(file.text, file.index(max(1, last - MAX_LINES)), end):
        place = match.start(1)
        in_text = any(start < place < behind for start, behind in situation.scalars)
        if not in_text or file.position(place)[0] == last:
            yield _fault(file, place, len(_LINE.findall(file.text)))
            return


def odd_space_faults(tree: Tree) -> list[Fault]:
    """The first key or item of a file that begins with such a space at the beginning of its line.

    Text over several lines may be indented as its writer likes: it begins elsewhere. Nothing is searched for in
    a file without such spaces; otherwise linear in its size.
    """
    file = tree.file
    if file.text.isascii() or not any(space in file.text for space in _USUAL):
        return []
    places = [match.start(1) for match in _LINE.finditer(file.text)]
    wrong = [place for place in places if _begins_node(tree, place)]
    return [_fault(file, wrong[0], len(wrong))] if wrong else []


def _begins_node(tree: Tree, place: int) -> bool:
    node = bisect_left(tree.starts, place)
    return node < len(tree.starts) and tree.starts[node] == place


def _fault(file: FileText, place: int, lines: int) -> Fault:
    space = file.text[place]
    values: dict[str, str | int] = {"code": f"U+{ord(space):04X}", "lines": lines}
    return Fault(_KINDS.get(space, "odd_space"), place, place + 1, values=values)

"""Insertions into YAML text that leave every other character as it is: comments, order, quotes, line ends."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.source.layout import Written, flow, lay_out, scalar
from journeymap.source.tree import Child, Tree

__all__ = ["Insertions"]

_INDENT = 2
_FIRST, _LAST = 1000, -1
"""Changes of what is there come before additions at the same place, closing brackets after them."""
_ANCHORS = re.compile(r"(?:&\S+\s+)*")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    depth: int
    text: str


class Insertions:
    """Changes of one file, gathered and then made at once; `content` are its bytes."""

    def __init__(self, tree: Tree, content: bytes) -> None:
        self.tree = tree
        self._has_mark = content.startswith(codecs.BOM_UTF8)
        found = _LINE_END.search(tree.file.text)
        self._line_end = found[0] if found is not None else "\n"
        self._edits: list[_Edit] = []
        self._opened: set[int] = set()
        self._lists: dict[int, Child] = {}
        self._empty: dict[int, Child] = {}
        self._given: dict[int, list[str]] = {}
        """Lists of ids that become mappings, entries between braces without a value, and what those are given."""
        self._entries: dict[int, list[Child]] = {}

    def add(self, owner: Child | None, path: Sequence[str], value: Written) -> bool:
        """Adds the entry that a map path names to the mapping at `owner` (None: the whole file); False where it cannot
        be done, since the mapping is brought in from somewhere else.
        """
        key, depth = path[-1], len(path)
        node = owner.value if owner is not None else 0
        if node in self.tree.aliases:
            return False
        held = self.tree.values[node]
        if isinstance(held, list):
            return owner is not None and self._add_to_list(owner, key, value, depth)
        section = self.tree.children(0).get(path[0])
        if isinstance(held, str) and section is not None and self.tree.is_inside(node, section.value):
            self._lists[section.value] = section
            self._given.setdefault(node, []).append(_in_braces(key, value))
            return True
        entries = self._own_entries(node)
        if self._text.startswith("{", self._content(node)) and held is not None:
            self._add_in_braces(node, entries, key, value, depth)
        elif held is None and owner is not None and self._is_in_flow(path[:-1]):
            self._empty[owner.key] = owner
            self._given.setdefault(node, []).append(_in_braces(key, value))
        elif held is None and owner is not None:
            self._add_lines(self._behind(owner.key), self._column(owner.key) + _INDENT, key, value, depth)
        elif isinstance(held, dict) and entries:
            self._add_lines(self._end(entries[-1]), self._column(entries[0].key), key, value, depth)
        else:
            return False
        return True

    def result(self) -> bytes | None:
        """The file with everything added; None if there is nothing to add."""
        filled = [self._filled(owner) for owner in self._empty.values()]
        edits = [*self._edits, *filled, *(edit for owner in self._lists.values() for edit in self._as_mapping(owner))]
        if not edits:
            return None
        parts, place = [], 0
        for edit in sorted(edits, key=lambda edit: (edit.start, -edit.depth)):
            parts += [self._text[place : edit.start], edit.text]
            place = edit.end
        text = "".join([*parts, self._text[place:]])
        return (codecs.BOM_UTF8 if self._has_mark else b"") + text.encode()

    @property
    def _text(self) -> str:
        return self.tree.file.text

    def _content(self, node: int) -> int:
        """Where the content begins, behind an anchor."""
        match = _ANCHORS.match(self._text, self.tree.starts[node])
        return match.end() if match is not None else self.tree.starts[node]

    def _own_entries(self, node: int) -> list[Child]:
        """The entries that are written here, not those that a merge key brings in."""
        if node not in self._entries:
            own = [child for child in self.tree.children(node).values() if self.tree.is_inside(child.key, node)]
            self._entries[node] = sorted(own, key=lambda child: child.key)
        return self._entries[node]

    def _column(self, node: int) -> int:
        return self.tree.file.position(self.tree.starts[node])[1] - 1

    def _behind(self, node: int) -> int:
        """The end of the line in which a key stands."""
        return self._line_end_after(self.tree.stretch(node)[1])

    def _line_end_after(self, place: int) -> int:
        found = _LINE_END.search(self._text, place)
        return found.start() if found is not None else len(self._text)

    def _end(self, entry: Child) -> int:
        """The end of the last line of an entry, without comments on lines of their own behind it."""
        node, last = entry.value, entry
        while node not in self.tree.aliases and not self._is_flow(node):
            inner = self._own_entries(node)
            if not inner:
                break
            last = inner[-1]
            node = last.value
        if isinstance(self.tree.values[node], str | None) and node not in self.tree.aliases:
            return self._scalar_end(last)
        return self._line_end_after(self.tree.stretch(node)[1])

    def _is_flow(self, node: int) -> bool:
        return self._text[self._content(node) : self._content(node) + 1] in ("{", "[")

    def _scalar_end(self, entry: Child) -> int:
        place = self._content(entry.value)
        if self.tree.values[entry.value] is None and entry.key != entry.value:
            return self._behind(entry.key)
        end = self._line_end_after(self.tree.stretch(entry.value)[1])
        if self._text[place : place + 1] not in ("|", ">"):
            return end
        indent = self._column(entry.key)
        while True:
            start = _LINE_END.match(self._text, end)
            following = self._line_end_after(start.end()) if start is not None else end
            line = self._text[start.end() : following] if start is not None else ""
            if start is None or (line.strip() and len(line) - len(line.lstrip(" ")) <= indent):
                return len(self._text[:end].rstrip())
            end = following

    def _add_lines(self, place: int, column: int, key: str, value: Written, depth: int) -> None:
        """Whole lines behind the line that ends at `place`."""
        whole = lay_out({key: value} if not column else {"x": {key: value}}).strip("\n").split("\n")
        indented = [" " * column + line[_INDENT:] for line in whole[1:]] if column else whole
        text = "".join(f"{self._line_end}{line}" for line in indented)
        self._edits.append(_Edit(place, place, depth, text))

    def _add_in_braces(self, node: int, entries: list[Child], key: str, value: Written, depth: int) -> None:
        if not entries:
            place = self._content(node) + 1
            comma = ", " if node in self._opened else ""
            self._opened.add(node)
        else:
            last = entries[-1]
            place = max(self.tree.stretch(last.value)[1], self.tree.stretch(last.key)[1])
            if self.tree.values[last.value] is None and last.value not in self.tree.aliases:
                place = self._text.index(":", self.tree.stretch(last.key)[1]) + 1 if self._has_colon(last) else place
            comma = ", "
        self._edits.append(_Edit(place, place, depth, comma + _in_braces(key, value)))

    def _has_colon(self, entry: Child) -> bool:
        return self._text[self.tree.stretch(entry.key)[1] :].lstrip().startswith(":")

    def _add_to_list(self, owner: Child, key: str, value: Written, depth: int) -> bool:
        """A list of ids is short for ids without attributes: it becomes a mapping, line by line."""
        node, entries = owner.value, self._own_entries(owner.value)
        if not entries:
            return False
        self._lists[node] = owner
        if self._is_flow(node):
            end = self.tree.stretch(entries[-1].value)[1]
            self._edits.append(_Edit(end, end, 0, ", " + _in_braces(key, value)))
        else:
            self._add_lines(self._end(entries[-1]), self._list_column(owner), key, value, depth)
        return True

    def _filled(self, owner: Child) -> _Edit:
        """The value of an entry between braces that has none yet."""
        end = self.tree.stretch(owner.key)[1]
        has_colon = self._has_colon(owner)
        place = self._text.index(":", end) + 1 if has_colon else end
        colon = "" if has_colon else ":"
        return _Edit(place, place, _FIRST, f"{colon} {{{', '.join(self._given[owner.value])}}}")

    def _is_in_flow(self, path: Sequence[str]) -> bool:
        """Whether the entry of a path is written between braces."""
        node = 0
        for key in path:
            if self._is_flow(node):
                return True
            node = self.tree.children(node)[key].value
        return False

    def _as_mapping(self, owner: Child) -> Iterator[_Edit]:
        """A list written as a mapping; what its ids are given stands behind them in braces."""
        node, entries = owner.value, self._own_entries(owner.value)
        column, is_flow = self._list_column(owner), self._is_flow(node)
        for entry in entries:
            start, end = self.tree.stretch(entry.value)
            given = ", ".join(self._given.get(entry.value, ()))
            yield _Edit(end, end, _FIRST, f": {{{given}}}" if is_flow or given else ":")
            if not is_flow:
                dash, at = self._dash(entry)
                yield _Edit(dash, start, _FIRST, " " * (column - at))
        if is_flow:
            start, end = self._content(node), self.tree.stretch(node)[1]
            yield _Edit(start, start + 1, _FIRST, "{")
            yield _Edit(end - 1, end, _LAST, "}")

    def _list_column(self, owner: Child) -> int:
        """The column at which the ids of a list stand as keys."""
        if self._is_flow(owner.value):
            return 0
        return max(self._dash(self._own_entries(owner.value)[0])[1], self._column(owner.key) + _INDENT)

    def _dash(self, entry: Child) -> tuple[int, int]:
        """Where the dash before an item stands, and its column."""
        dash = self._text.rindex("-", 0, self.tree.starts[entry.value])
        return dash, self.tree.file.position(dash)[1] - 1


def _in_braces(key: str, value: Written) -> str:
    return f"{scalar(key)}: {flow(value)}".rstrip()

"""From the events of a YAML file to plain values with their places, in one pass.

Every scalar stays text (`None` for an empty plain one): its type is decided by the field it stands in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.scanner import ScannerError

from journeymap.source.anchors import Anchor, LimitReached, Limits
from journeymap.source.files import FileText
from journeymap.source.tree import Fault, Tree, Value

__all__ = ["NextEvent", "YamlEvent", "event_source", "read_events"]

MERGE_KEY = "<<"
"""The key whose mapping is merged into the one around it."""
YamlEvent = Any
"""An event of PyYAML: its published types do not know that events of a parser always have marks."""
NextEvent = Callable[[], YamlEvent]


_SURROGATE = re.compile("[\ud800-\udfff]")


def event_source(text: str) -> NextEvent:
    """The events of a text, from libyaml where PyYAML was built with it, else from its Python parser."""
    if yaml.__with_libyaml__:
        return yaml.cyaml.CParser(text).get_event  # type: ignore[attr-defined]
    next_event: NextEvent = yaml.Loader(text).get_event

    def careful() -> YamlEvent:
        try:
            return next_event()
        except (ValueError, OverflowError):
            raise ScannerError(problem="found unknown escape character") from None

    return careful


def read_events(file: FileText) -> Tree:
    """Values, places and faults of form of one file; linear in its size. Raises `yaml.YAMLError`."""
    reader = _Reader(file)
    reader.read_stream(event_source(file.text))
    return reader.tree


class _Reader:
    """Builds a tree from events. Containers are read by recursion, at most `MAX_DEPTH` deep."""

    def __init__(self, file: FileText) -> None:
        self.tree = Tree(file)
        self.limits = Limits()
        self.pending: list[tuple[int, list[tuple[YamlEvent, int, int]]]] = []

    def read_stream(self, next_event: NextEvent) -> None:
        """The first document; a second one is a fault."""
        next_event()
        start = next_event()
        if isinstance(start, StreamEndEvent):
            return
        try:
            self._read_document(next_event)
        except LimitReached as reached:
            self._give_up(reached)
            return
        self._finish()
        after = next_event()
        if not isinstance(after, StreamEndEvent):
            self._fault("second_document", after)

    def _give_up(self, reached: LimitReached) -> None:
        """Keeps nothing of a file that goes beyond a limit but the place where it does."""
        start = self.tree.starts[-1] if self.tree.starts else 0
        self.tree.faults.append(Fault(reached.kind, start, start + 1, values={"limit": reached.limit}))
        self.tree.values.clear()

    def set_aside(self, mapping: int, odd: list[tuple[YamlEvent, int, int]]) -> None:
        """Keeps entries that are no plain new ones: (event of the key, its node, node of the value)."""
        self.pending.append((mapping, odd))

    def _finish(self) -> None:
        """Duplicates and merges need the places of all nodes, so they come last; aliases see them all the same."""
        for mapping, odd in self.pending:
            merges = [value for event, key, value in odd if self._is_merge(event, key)]
            for event, key, value in odd:
                if not self._is_merge(event, key):
                    self._odd_entry(mapping, event, key, value)
            self._merge(mapping, merges)
        self.tree.forget_children()

    def _is_merge(self, event: YamlEvent, key: int) -> bool:
        return self.tree.values[key] == MERGE_KEY and not event.style

    def _odd_entry(self, mapping: int, event: YamlEvent, key: int, value: int) -> None:
        name, entries = self.tree.values[key], self.tree.values[mapping]
        if not isinstance(name, str):
            self._fault("empty_key" if name is None else "key_is_no_text", event, key)
        elif isinstance(entries, dict) and name not in entries:
            entries[name] = self.tree.values[value]
        else:
            self._duplicate(mapping, key, value)

    def _read_document(self, next_event: NextEvent) -> None:
        build = _builder(self, next_event)
        build(next_event(), 1)
        end = next_event()
        assert isinstance(end, DocumentEndEvent)  # noqa: S101 - the parser gives one node per document

    def _fault(self, kind: str, event: YamlEvent, node: int = -1, **values: str | int) -> None:
        mark, end = event.start_mark, event.end_mark
        self.tree.faults.append(Fault(kind, mark.index, max(end.index, mark.index + 1), node, values))

    def mend(self, event: YamlEvent, text: str) -> str:
        """Half characters, which only the Python parser lets through, are a fault and taken out."""
        self._fault("escape", event)
        return _SURROGATE.sub("\ufffd", text)

    def decorate(self, event: YamlEvent, node: int) -> None:
        """Notes the anchor of a scalar; a tag is a fault."""
        if event.tag is not None:
            self._fault("tag", event, node, tag=event.tag)
        if event.anchor is not None:
            self.limits.mark(event.anchor, node)

    def follow(self, event: YamlEvent, depth: int) -> Value:
        """The value an alias stands for: the same object, but counted."""
        tree = self.tree
        node = len(tree.values)
        tree.starts.append(event.start_mark.index)
        tree.values.append(None)
        target = self.limits.follow(event.anchor, depth)
        if isinstance(target, str):
            self._fault(target, event, node, anchor=event.anchor)
            return None
        tree.aliases[node] = tree.aliases.get(target, target)
        tree.values[node] = tree.values[target]
        return tree.values[node]

    def enter(self, event: YamlEvent, node: int, depth: int) -> Anchor | None:
        """Checks depth and tag of a container, and opens its anchor."""
        if event.tag is not None:
            self._fault("tag", event, node, tag=event.tag)
        return self.limits.enter(event.anchor, node, depth)

    def _duplicate(self, mapping: int, key: int, value: int) -> None:
        """The same key twice: the first definition stands; new keys of the second are added, so that they count."""
        tree = self.tree
        name = tree.values[key]
        assert isinstance(name, str)  # noqa: S101 - only text is compared
        first = tree.children(mapping)[name]
        start, end = tree.stretch(key)
        tree.faults.append(Fault("duplicate_key", start, end, key, {"key": name}, tree.stretch(first.key)))
        kept, further = tree.values[first.value], tree.values[value]
        if isinstance(kept, dict) and isinstance(further, dict) and first.value not in tree.aliases:
            tree.merged.setdefault(first.value, []).append(value)
            for inner, item in further.items():
                kept.setdefault(inner, item)

    def _merge(self, mapping: int, sources: Sequence[int]) -> None:
        """Adds the entries of merged mappings where there is no explicit one; earlier mappings win."""
        tree = self.tree
        result = tree.values[mapping]
        assert isinstance(result, dict)  # noqa: S101 - only mappings have merge keys
        for source in sources:
            for node in self._merge_sources(source):
                value = tree.values[node]
                if not isinstance(value, dict):
                    start, end = tree.stretch(node)
                    tree.faults.append(Fault("merge_of_no_mapping", start, end, node))
                    continue
                tree.merged.setdefault(mapping, []).append(node)
                for key, item in value.items():
                    result.setdefault(key, item)

    def _merge_sources(self, node: int) -> list[int]:
        if isinstance(self.tree.values[node], list):
            return [child.value for child in self.tree.children(node).values()]
        return [node]


def _builder(reader: _Reader, next_event: NextEvent) -> Callable[[YamlEvent, int], Value]:  # noqa: C901 - see below
    """The mutually recursive functions that read a node. Closures, because they run once per event of a file."""
    tree = reader.tree
    values = tree.values
    keep, place, close = values.append, tree.starts.append, tree.containers.extend
    shared: dict[str, str] = {}
    leave = reader.limits.leave
    share, normalize = shared.setdefault, unicodedata.normalize
    scalar_kind: Any = ScalarEvent
    mapping_end: Any = MappingEndEvent
    sequence_end: Any = SequenceEndEvent
    has_libyaml = yaml.__with_libyaml__
    decorated = "!" in tree.file.text or "&" in tree.file.text

    def scalar(event: YamlEvent) -> str | None:
        if decorated and (event.tag is not None or event.anchor is not None):
            reader.decorate(event, len(values))
        text: str | None = event.value
        if not text:
            text = "" if event.style else None
        elif text.isascii():
            text = share(text, text)
        else:
            text = normalize("NFC", text)
            if not has_libyaml and _SURROGATE.search(text):
                text = reader.mend(event, text)
            text = share(text, text)
        place(event.start_mark.index)
        keep(text)
        return text

    def node(event: YamlEvent, depth: int) -> Value:
        kind = type(event)
        if kind is ScalarEvent:
            return scalar(event)
        if kind is MappingStartEvent:
            return mapping(event, depth)
        if kind is SequenceStartEvent:
            return sequence(event, depth)
        return reader.follow(event, depth)

    def sequence(start: YamlEvent, depth: int) -> list[Value]:
        result: list[Value] = []
        number = len(values)
        place(start.start_mark.index)
        anchor = reader.enter(start, number, depth)
        keep(result)
        while type(event := next_event()) is not sequence_end:
            result.append(scalar(event) if type(event) is scalar_kind else node(event, depth + 1))
        close((number, len(values), event.end_mark.index))
        if anchor is not None:
            leave(anchor, len(values), depth)
        return result

    def mapping(start: YamlEvent, depth: int) -> dict[str, Value]:
        result: dict[str, Value] = {}
        odd: list[tuple[YamlEvent, int, int]] = []
        number = len(values)
        place(start.start_mark.index)
        anchor = reader.enter(start, number, depth)
        keep(result)
        while type(event := next_event()) is not mapping_end:
            key_node = len(values)
            key = scalar(event) if type(event) is scalar_kind else node(event, depth + 1)
            value_event = next_event()
            value_node = len(values)
            value = scalar(value_event) if type(value_event) is scalar_kind else node(value_event, depth + 1)
            if type(key) is str and key not in result and key != MERGE_KEY:
                result[key] = value
            else:
                odd.append((event, key_node, value_node))
        close((number, len(values), event.end_mark.index))
        if odd:
            reader.set_aside(number, odd)
        if anchor is not None:
            leave(anchor, len(values), depth)
        return result

    return node

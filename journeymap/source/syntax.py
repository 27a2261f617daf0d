"""What is wrong with a file that is no YAML: the slips people make, seen in the text where reading stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from journeymap.source.events import YamlEvent, event_source
from journeymap.source.files import FileText
from journeymap.source.locations import all_keys
from journeymap.source.slips import MAX_LINES, slip_in_line, slips_in
from journeymap.source.tree import Fault, Tree

__all__ = ["diagnose", "wrong_top_level"]

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INDENTATION = re.compile(r"[ \t]*")
_TAB_LINE = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_ANCHOR = re.compile(r"[&*]([\w-]*[^\s,\[\]{}A-Za-z0-9_-][^\s,\[\]{}]*)")
_SHOWN = 60


@dataclass
class _Situation:
    """Where reading stopped, and what had been read: open brackets, and the last quoted text over several lines."""

    file: FileText
    problem: str
    context: str
    index: int
    context_index: int
    open_brackets: list[int] = field(default_factory=list)
    long_quote: tuple[int, int] | None = None

    @property
    def line(self) -> int:
        """The line at which reading stopped."""
        return self.file.position(self.index)[0]

    @property
    def character(self) -> str:
        """The character at which reading stopped; empty at the end."""
        return self.file.text[self.index : self.index + 1]

    @property
    def at_line_start(self) -> bool:
        """Whether only white space is before it in its line."""
        return not self.file.text[self.file.index(self.line) : self.index].strip()


def diagnose(file: FileText, error: yaml.YAMLError) -> list[Fault]:
    """The faults that explain why a text could not be read as YAML; never none."""
    unprintable = _UNPRINTABLE.search(file.text)
    if unprintable is not None:
        start = unprintable.start()
        return [Fault("control_character", start, start + 1, values={"code": f"U+{ord(unprintable[0]):04X}"})]
    situation = _situation(file, error)
    for look in (_tabs, _quotes, _slips, _brackets, _characters, _colons, _structure):
        faults = list(look(situation))
        if faults:
            return faults
    return [Fault("not_yaml", situation.index, situation.index + 1)]


def _situation(file: FileText, error: yaml.YAMLError) -> _Situation:
    last = max(len(file.text.rstrip()) - 1, 0)
    problem_mark, context_mark = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    index = min(problem_mark.index, last) if problem_mark is not None else 0
    context_index = min(context_mark.index, last) if context_mark is not None else index
    problem, context = str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or "")
    situation = _Situation(file, problem, context, index, context_index)
    for event in _events_before_the_end(file):
        _note(situation, event)
    return situation


def _events_before_the_end(file: FileText) -> Iterator[YamlEvent]:
    try:
        next_event = event_source(file.text)
        while (event := next_event()) is not None:
            yield event
    except yaml.YAMLError:
        return


def _note(situation: _Situation, event: YamlEvent) -> None:
    start, end = event.start_mark, event.end_mark
    if isinstance(event, CollectionStartEvent):
        situation.open_brackets.append(start.index if event.flow_style else -1)
    elif isinstance(event, CollectionEndEvent):
        situation.open_brackets.pop()
    elif isinstance(event, ScalarEvent) and event.style in ("'", '"') and start.line < end.line:
        situation.long_quote = (start.index, end.index)


def _tabs(situation: _Situation) -> Iterator[Fault]:
    """A tab as indentation, in the line where reading stopped."""
    file, line = situation.file, situation.line
    indentation = _INDENTATION.match(file.line(line))
    tab = indentation[0].find("\t") if indentation else -1
    if tab >= 0:
        start = file.index(line) + tab
        yield Fault("tab", start, start + 1, values={"lines": len(_TAB_LINE.findall(file.text))})


def _quotes(situation: _Situation) -> Iterator[Fault]:
    """A quote that is never closed, or was closed by the next quote lines below; an unknown escape."""
    start = situation.context_index
    if "quoted scalar" in situation.context:
        if "escape" in situation.problem:
            yield Fault("escape", situation.index, situation.index + 1)
        else:
            yield Fault("unclosed_quote", start, start + 1, values={"quote": situation.file.text[start]})
    elif situation.long_quote is not None:
        start, end = situation.long_quote
        if situation.file.position(end)[0] in (situation.line, situation.line - 1):
            yield Fault("unclosed_quote", start, start + 1, values={"quote": situation.file.text[start]})


def _slips(situation: _Situation) -> Iterator[Fault]:
    """A full-width colon, or no space behind a colon: in the lines reading stopped at, and like ones elsewhere."""
    file = situation.file
    first, last = file.position(situation.context_index)[0], situation.line
    if "flow" in situation.context:
        yield from _commas(situation)
        return
    if "block" in situation.context or _goes_on(situation):
        first = max(1, last - 1)
    near = [fault for line in range(first, min(last, first + MAX_LINES) + 1) for fault in slip_in_line(file, line)]
    if not near:
        return
    known = all_keys()
    for line in range(1, file.line_count + 1):
        for fault in slip_in_line(file, line):
            if first <= line <= last or fault.values["before"] in known:
                yield fault


def _goes_on(situation: _Situation) -> bool:
    """Whether YAML took the line for the continuation of the one before, and stumbled over its colon."""
    before = situation.file.text[situation.file.index(situation.line) : situation.index]
    return "mapping values" in situation.problem and ": " not in before


def _commas(situation: _Situation) -> Iterator[Fault]:
    start = next((place for place in reversed(situation.open_brackets) if place >= 0), situation.context_index)
    text = situation.file.text[start : situation.index + 1]
    for kind, sign in (("full_width_comma", "，"), ("full_width_colon", "：")):
        place = text.find(sign)
        if place >= 0 and "\n" not in text:
            yield Fault(kind, start + place, start + place + 1, values={"got": text[:_SHOWN]})
            return


def _brackets(situation: _Situation) -> Iterator[Fault]:
    """A bracket that is never closed, or a comma that is missing inside."""
    file, index = situation.file, situation.index
    if "flow" not in situation.context:
        if situation.character in ("]", "}") and "expected" in situation.problem:
            yield Fault("unopened_bracket", index, index + 1, values={"bracket": situation.character})
        return
    opened = next((place for place in reversed(situation.open_brackets) if place >= 0), situation.context_index)
    values: dict[str, str | int] = {"bracket": file.text[opened], "closing": "]" if file.text[opened] == "[" else "}"}
    if _left_behind(situation, opened):
        yield Fault("unclosed_bracket", opened, opened + 1, values=values)
    else:
        yield Fault("comma_expected", index, index + 1, values=values, related=(opened, opened + 1))


def _left_behind(situation: _Situation, opened: int) -> bool:
    """Whether reading went on into lines that do not belong to the bracket any more."""
    file = situation.file
    line = file.position(opened)[0]
    if situation.index >= len(file.text.rstrip()) - 1:
        return True
    return situation.line > line and _indent(file, situation.line) <= _indent(file, line)


def _indent(file: FileText, line: int) -> int:
    match = _INDENTATION.match(file.line(line))
    return len(match[0]) if match else 0


def _characters(situation: _Situation) -> Iterator[Fault]:
    """A character that means something to YAML at the beginning of a value."""
    index = (
        situation.context_index if "alias" in situation.context or "anchor" in situation.context else situation.index
    )
    character = situation.file.text[index : index + 1]
    anchor = _ANCHOR.match(situation.file.text, index)
    if "directive" in situation.context or "document" in situation.problem:
        directive = situation.file.text.startswith("%")
        place = 0 if directive else index
        yield Fault("directive" if directive else "second_document", place, place + 1)
    elif "tag" in situation.problem or "tag" in situation.context:
        yield Fault("tag", index, index + 1, values={"tag": character})
    elif anchor is not None:
        yield Fault("anchor_name", *anchor.span(), values={"sign": character, "name": anchor[1]})
    elif character and character in "@`%*&!" and ("start any token" in situation.problem or situation.context):
        yield Fault("reserved_character", index, index + 1, values={"character": character})


def _colons(situation: _Situation) -> Iterator[Fault]:
    """A second colon in a line, or none at all."""
    file, index = situation.file, situation.index
    if "mapping values" in situation.problem:
        before = file.text[file.index(situation.line) : index]
        if ": " in before:
            yield Fault("second_colon", index, index + 1)
        else:
            start = file.index(situation.line) + _indent(file, situation.line)
            yield Fault("indentation", start, start + 1)
    elif "simple key" in situation.context:
        start = situation.context_index
        line = file.line(file.position(start)[0]).strip()
        yield Fault("no_colon", start, start + len(line), values={"got": line[:_SHOWN]})


def _structure(situation: _Situation) -> Iterator[Fault]:
    """Indentation that fits nothing, and text behind the end of a value."""
    index = situation.index
    if "sequence entries" in situation.problem:
        yield Fault("hyphen", index, index + 1)
    elif "block" in situation.context:
        kind = "indentation" if situation.at_line_start else "text_behind_value"
        yield Fault(kind, index, index + 1)


def wrong_top_level(tree: Tree) -> list[Fault]:
    """The faults of a file that holds no keys and values; none if others were found already."""
    if tree.faults:
        return []
    if tree.root is None or tree.root == "":
        return [Fault("empty_file", 0, 0)]
    start, end = tree.stretch(0)
    slips = slips_in(tree.file, start, end) if isinstance(tree.root, str) else []
    return slips or [Fault("top_level_list" if isinstance(tree.root, list) else "top_level_text", start, end)]

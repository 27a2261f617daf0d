"""What is wrong with a file that is no YAML: the slips people make, seen in the text where reading stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from journeymap.source.brackets import bracket_faults, full_width_signs
from journeymap.source.files import FileText
from journeymap.source.locations import all_keys
from journeymap.source.odd_spaces import odd_indentation
from journeymap.source.situation import INDENTATION, Situation, indent, situation_of
from journeymap.source.slips import MAX_LINES, missing_colon, slip_in_line, slips_in
from journeymap.source.tree import Fault, Tree

__all__ = ["diagnose", "wrong_top_level"]

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_LINE = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_ANCHOR = re.compile(r"[&*]([\w-]*[^\s,\[\]{}A-Za-z0-9_-][^\s,\[\]{}]*)")
_SHOWN = 60


def diagnose(file: FileText, error: yaml.YAMLError) -> list[Fault]:
    """The faults that explain why a text could not be read as YAML; never none."""
    unprintable = _UNPRINTABLE.search(file.text)
    if unprintable is not None:
        start = unprintable.start()
        return [Fault("control_character", start, start + 1, values={"code": f"U+{ord(unprintable[0]):04X}"})]
    situation = situation_of(file, error)
    for look in (
        _tabs,
        odd_indentation,
        _quotes,
        _missing_colon,
        _slips,
        bracket_faults,
        _characters,
        _colons,
        _structure,
    ):
        faults = list(look(situation))
        if faults:
            return faults
    return [Fault("not_yaml", situation.index, situation.index + 1)]


def _tabs(situation: Situation) -> Iterator[Fault]:
    """A tab as indentation, in the line where reading stopped."""
    file, line = situation.file, situation.line
    indentation = INDENTATION.match(file.line(line))
    tab = indentation[0].find("\t") if indentation else -1
    if tab >= 0:
        start = file.index(line) + tab
        yield Fault("tab", start, start + 1, values={"lines": len(_TAB_LINE.findall(file.text))})


def _quotes(situation: Situation) -> Iterator[Fault]:
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


def _missing_colon(situation: Situation) -> Iterator[Fault]:
    """A bracket that follows a key at once, in the line of the key or in the one at which reading stopped."""
    if "flow" in situation.context:
        return
    file = situation.file
    for line in sorted({file.position(situation.context_index)[0], situation.line}):
        fault = missing_colon(file, line)
        if fault is not None:
            yield fault
            return


def _slips(situation: Situation) -> Iterator[Fault]:
    """A full-width colon, or no space behind a colon: in the lines reading stopped at, and like ones elsewhere."""
    file = situation.file
    first, last = file.position(situation.context_index)[0], situation.line
    if "flow" in situation.context:
        yield from full_width_signs(situation)
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


def _goes_on(situation: Situation) -> bool:
    """Whether YAML took the line for the continuation of the one before, and stumbled over its colon."""
    before = situation.file.text[situation.file.index(situation.line) : situation.index]
    return "mapping values" in situation.problem and ": " not in before


def _characters(situation: Situation) -> Iterator[Fault]:
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


def _colons(situation: Situation) -> Iterator[Fault]:
    """A second colon in a line, or none at all."""
    file, index = situation.file, situation.index
    if "mapping values" in situation.problem:
        before = file.text[file.index(situation.line) : index]
        if ": " in before:
            yield Fault("second_colon", index, index + 1)
        else:
            start = file.index(situation.line) + indent(file, situation.line)
            yield Fault("indentation", start, start + 1)
    elif "simple key" in situation.context:
        start = situation.context_index
        line = file.line(file.position(start)[0]).strip()
        yield Fault("no_colon", start, start + len(line), values={"got": line[:_SHOWN]})


def _structure(situation: Situation) -> Iterator[Fault]:
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

"""Findings about slips of the hand that YAML took for text, and the model for something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeymap.findings import Finding, Message
from journeymap.source.places import Places
from journeymap.source.refusals import Refusal
from journeymap.source.shortening import shortened
from journeymap.source.slips import missing_colon, slips_in
from journeymap.source.tree import Fault, Tree
from journeymap.source.wording import KINDS

__all__ = ["comma_in_text", "keys_without_colon", "slips_in_value"]

_TEXT_BEFORE = re.compile(r"""([^\s:,"'\[\]{}]++)\s*+:\s++([^\s,"'\[\]{}][^,\[\]{}]*+,\s*+)\Z""")
_LOOKED_AT = 240
_COMMA_IN_TEXT = 'put a text with a comma in it in quotes: {key}: "{text}"'


def comma_in_text(places: Places, path: Sequence[str]) -> Message | None:
    """What to do about a key that is the rest of a text with a comma, in brackets: `{name: Fees, charges}`."""
    place = places.node(path)
    if place is None:
        return None
    tree, child = place
    start = tree.starts[child.key]
    match = _TEXT_BEFORE.search(tree.file.text[max(0, start - _LOOKED_AT) : start])
    return None if match is None else Message(_COMMA_IN_TEXT, shortened({"key": match[1], "text": match[2] + path[-1]}))


def slips_in_value(places: Places, refusal: Refusal) -> list[Finding]:
    """Colons that YAML did not take for one in a value that should be a mapping."""
    place = places.node(refusal.path)
    if not isinstance(refusal.got, str) or place is None:
        return []
    tree, child = place
    return [_told(tree, refusal.path, fault) for fault in slips_in(tree.file, *tree.stretch(child.value))]


def keys_without_colon(places: Places, path: Sequence[str]) -> list[Finding]:
    """The first key on a path that took up the bracket behind it, since its colon is missing: `desk {kind: cold}`."""
    for depth, step in enumerate(path, 1):
        place = places.node(path[:depth]) if " {" in step or " [" in step else None
        if place is not None:
            tree, child = place
            line, _ = tree.file.position(tree.starts[child.key])
            fault = missing_colon(tree.file, line)
            return [_told(tree, path[:depth], fault)] if fault is not None else []
    return []


def _told(tree: Tree, path: Sequence[str], fault: Fault) -> Finding:
    wording, values = KINDS[fault.kind], shortened(fault.values)
    joined = ".".join(path)
    message, help_ = Message(wording.message, values), Message(wording.help, values)
    span = tree.file.span(fault.start, fault.end)
    return Finding("JM002", joined, {"path": joined}, message, help_, part="value", span=span)

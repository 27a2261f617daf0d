"""YAML that is no map: plain values with their lines, under the same limits as maps."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from journeymap.errors import CannotRun
from journeymap.source.encoding import decode
from journeymap.source.events import read_events
from journeymap.source.files import FileText, SourceFile
from journeymap.source.tree import Fault, Tree

__all__ = ["read_plain_yaml"]

_BEARABLE = frozenset({"tag", "duplicate_key"})
"""What is wrong in a map, but other tools write: tags are passed over, of two equal keys the first counts."""
_HELP = "take the file as its own tool writes it"


def read_plain_yaml(file: SourceFile) -> Tree:
    """The values of a YAML file and their places; every scalar is text, None for an empty one.

    Raises CannotRun, with line and column, if it cannot be read or goes beyond a limit. Linear.
    """
    text, fault = decode(file)
    if fault is not None:
        raise _unreadable(text, [fault])
    try:
        tree = read_events(text)
    except yaml.YAMLError as error:
        from journeymap.source.syntax import diagnose

        raise _unreadable(text, diagnose(text, error)) from None
    faults = [fault for fault in tree.faults if fault.kind not in _BEARABLE]
    if faults:
        raise _unreadable(text, faults)
    return tree


def _unreadable(text: FileText, faults: Sequence[Fault]) -> CannotRun:
    from journeymap.source.complaints import about_form

    line, column = text.position(faults[0].start)
    said = about_form(text, faults[0]).message
    message = f'"{text.name}" cannot be read as YAML at line {line}, column {column}: {said}'
    return CannotRun(message, help=_HELP)

"""JSON of other tools: read under limits, with the line of everything in it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NoReturn

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Place, Remark, SourceText
from journeymap.exchange.importing.json_places import JsonNode, Repeated, places_in
from journeymap.findings import Json, Message
from journeymap.source.encoding import decode
from journeymap.source.files import FileText, SourceFile

__all__ = ["JsonText", "read_json"]

_MOST_BYTES = 64 * 1024 * 1024
_MOST_DEPTH = 200
_HELP = "take the file as its own tool writes it, whole"
_TWICE = 'the key "{key}" stands twice in one object; the last one counts'
_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"|([\[{])|([\]}])')


@dataclass(frozen=True)
class JsonText:
    """A JSON file that was read: its value; places are worked out when first asked for."""

    name: str
    value: Json
    text: FileText = field(repr=False)
    has_duplicates: bool = False

    def line(self, path: Sequence[str | int]) -> int | None:
        """The line, from 1, of what a path of keys and places in lists leads to; None where it leads nowhere."""
        node = self._places[0]
        for key in path:
            found = node.entries.get(key)
            if found is None:
                return None
            node = found
        return self.text.position(node.start)[0]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Keys that stand twice in one object."""
        repeated = self._places[1] if self.has_duplicates else []
        return tuple(Remark("error", self._place(start), Message(_TWICE, {"key": key})) for key, start in repeated)

    def _place(self, start: int) -> Place:
        return Place(self.name, self.text.position(start)[0])

    @cached_property
    def _places(self) -> tuple[JsonNode, list[Repeated]]:
        return places_in(self.text.text)


def read_json(source: SourceText) -> JsonText:
    """Reads a JSON file (UTF-8, with a byte order mark or without, or UTF-16) of at most 64 MiB and 200 levels.

    Raises CannotRun, with line and column, where it is no JSON or goes beyond a limit. Linear.
    """
    if len(source.content) > _MOST_BYTES:
        raise CannotRun(f'"{source.name}" is larger than 64 MiB', help="import its parts one by one")  # noqa: EM102
    text, fault = decode(SourceFile(source.name, source.content))
    if fault is not None and fault.kind != "utf_16":
        _refuse(text, fault.start, "it is not UTF-8")
    if not text.text.strip():
        raise CannotRun(f'"{source.name}" is empty', help=_HELP)  # noqa: EM102
    _check_depth(text)
    return _parsed(text)


def _parsed(text: FileText) -> JsonText:
    duplicates: list[bool] = []

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            duplicates.append(True)
        return found

    try:
        value = json.loads(text.text, object_pairs_hook=as_object, parse_constant=_no_constant, parse_int=_as_number)
    except json.JSONDecodeError as error:
        _refuse(text, error.pos, _words(text, error))
    except ValueError as error:
        _refuse(text, 0, str(error))
    return JsonText(text.name, value, text, bool(duplicates))


def _as_number(digits: str) -> int | float:
    return int(digits) if len(digits) < 30 else float(digits)


def _no_constant(word: str) -> NoReturn:
    message = f"{word} is no number in JSON"
    raise ValueError(message)


def _words(text: FileText, error: json.JSONDecodeError) -> str:
    if not text.text[error.pos :].strip() or error.msg.startswith("Unterminated"):
        return "it ends too early, as if part of it were missing"
    return error.msg[:1].lower() + error.msg[1:]


def _check_depth(text: FileText) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text.text):
        if match[1]:
            depth += 1
            if depth > _MOST_DEPTH:
                _refuse(text, match.start(), f"it is nested deeper than {_MOST_DEPTH} levels")
        elif match[2]:
            depth -= 1


def _refuse(text: FileText, index: int, why: str) -> NoReturn:
    line, column = text.position(min(index, len(text.text)))
    raise CannotRun(f'"{text.name}" cannot be read as JSON at line {line}, column {column}: {why}', help=_HELP)  # noqa: EM102

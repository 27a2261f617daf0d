"""Importer of resolved maps (``journeymap-map/1``), as `journeymap export --to json` writes them.

Keys that are listed in `defaults` are left out, so that the map says what it said; where somebody changed their values,
they stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from decimal import Decimal
from typing import Any, NoReturn

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Remark, SourceText
from journeymap.exchange.importing.json_text import JsonText, read_json
from journeymap.exchange.resolved import DEFAULTS, FORMAT, OPEN, elements_of, resolved
from journeymap.findings import Finding
from journeymap.model import ContactMap
from journeymap.source import SourceFile
from journeymap.source import read_map as read_map_text
from journeymap.source.layout import Plain, Written, lay_out

__all__ = ["matches", "read_map"]

_SHOWN = 30
_ANY_VERSION = "journeymap-map/"
_ONE = '"{first}" and "{second}" are two maps: import one at a time'
_NOT_OURS = '"{file}" is no resolved map: it does not say "format": "{format}"'
_NEWER = '"{file}" is of the format "{got}", which is not known here'
_PLACE = '"{file}", line {line}: {message} ({help})'


def matches(content: Any) -> bool:  # noqa: ANN401 - anything JSON can say
    """Whether it is a resolved map, of whatever version."""
    return isinstance(content, dict) and str(content.get("format", "")).startswith(_ANY_VERSION)


def read_map(files: Sequence[SourceText]) -> tuple[ContactMap, tuple[Remark, ...]]:
    """The map; raises CannotRun, with file and line, for everything that is wrong. Linear."""
    if len(files) > 1:
        raise CannotRun(_ONE.format(first=files[0].name, second=files[1].name), help="name one of them")
    text = read_json(files[0])
    given = _checked(text)
    said = _without_defaults(given)
    contact_map = _read(text, said)
    if _keep_what_was_changed(said, given, resolved(contact_map)):
        contact_map = _read(text, said)
    return contact_map, ()


def _checked(text: JsonText) -> dict[str, Any]:
    if not isinstance(text.value, dict) or not matches(text.value):
        _refuse(_NOT_OURS.format(file=text.name, format=FORMAT))
    if text.value["format"] != FORMAT:
        _refuse(_NEWER.format(file=text.name, got=str(text.value["format"])[:40]))
    return text.value


def _refuse(message: str) -> NoReturn:
    raise CannotRun(message, help="take a file that `journeymap export --to json` wrote, of this version")


def _without_defaults(given: dict[str, Any]) -> dict[str, Any]:
    said = deepcopy(given)
    del said["format"]
    for way, element in elements_of(said):
        for key in _names(element.pop(DEFAULTS, ())):
            element.pop(key, None)
        if way[0] == "touchpoints" and len(way) == 2:
            element.pop(OPEN, None)
    return said


def _names(names: object) -> Iterable[str]:
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _keep_what_was_changed(said: dict[str, Any], given: dict[str, Any], again: dict[str, Any]) -> bool:
    """Puts in again what is not what the language would have said of itself; whether there is any."""
    worked_out, kept = dict(elements_of(again)), dict(elements_of(said))
    changed = False
    for way, element in elements_of(given):
        for key in _names(element.get(DEFAULTS)):
            if key in element and element[key] != worked_out.get(way, {}).get(key):
                kept[way][key] = element[key]
                changed = True
    return changed


def _read(text: JsonText, said: dict[str, Any]) -> ContactMap:
    sections = {"journeymap": Plain("1"), **{key: _written(value) for key, value in said.items()}}
    read = read_map_text(text.name, [SourceFile(text.name, lay_out(sections).encode("utf-8", "replace"))])
    if read.map is None:
        told = list(dict.fromkeys(_told(text, finding) for finding in read.findings))
        more = [f"and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
        raise CannotRun("\n".join([*told[:_SHOWN], *more]), help="mend the file, or export the map again")
    return read.map


def _written(value: object) -> Written:
    match value:
        case bool():
            return Plain(str(value).lower())
        case int():
            return Plain(str(value))
        case float():
            return Plain(f"{Decimal(repr(value)):f}")
        case dict():
            return {key: _written(item) for key, item in value.items()}
        case list():
            return [_written(item) for item in value]
    return None if value is None else str(value)


def _told(text: JsonText, finding: Finding) -> str:
    line = _line(text, finding.path.split("."))
    return _PLACE.format(file=text.name, line=line, message=finding.message, help=finding.help)


def _line(text: JsonText, path: Sequence[str]) -> int:
    """The line of the deepest part of a map path that the file has."""
    way: list[str | int] = []
    line = 1
    for step in path:
        for key in (step, int(step)) if step.isdecimal() else (step,):
            found = text.line([*way, key])
            if found is not None:
                line, way = found, [*way, key]
                break
    return line

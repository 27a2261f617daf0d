"""Finds the flows in a JSON file: a definition alone, in lists, under keys of a deployment file, or as text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.json_text import JsonText, read_json
from journeymap.exchange.importing.loose import mapping, mappings, text
from journeymap.exchange.importing.twilio_studio.parsed import Condition, Exit, ParsedFlow, Widget

__all__ = ["contains_flow", "flows_of"]

_MOST_VALUES = 500_000
_MOST_LEVELS = 60
_NAMES = ("friendly_name", "friendlyName", "unique_name", "uniqueName", "name", "title")
_IDS = ("sid", "flow_sid", "flowSid", "FlowSid", *_NAMES)
_SAMPLE_NAMES = frozenset({"", "a new flow", "new flow", "studio flow", "flow"})
_HELP = "take the JSON that Studio shows under the trigger, or that its API gives"


def contains_flow(value: object) -> bool:
    """Whether a JSON value is a flow, or holds one."""
    return next(_found(value), None) is not None


def flows_of(files: Sequence[SourceText]) -> list[ParsedFlow]:
    """All flows of some files. Raises CannotRun for a file that holds none. Linear."""
    return [flow for file in files for flow in _flows_in(read_json(file))]


@dataclass(frozen=True, slots=True)
class _Found:
    """A definition: the keys that lead to it, what it stands in, and whether its own lines are known."""

    path: tuple[str | int, ...]
    definition: Mapping[str, Any]
    around: tuple[Mapping[str, Any], ...]
    located: bool


def _found(value: object) -> Iterator[_Found]:
    """Every definition in a value, in reading order; not inside of one."""
    waiting: list[tuple[object, tuple[str | int, ...], tuple[Mapping[str, Any], ...], bool]] = [(value, (), (), True)]
    seen = 0
    while waiting and seen < _MOST_VALUES:
        part, path, around, located = waiting.pop()
        seen += 1
        if len(path) > _MOST_LEVELS:
            continue
        if isinstance(part, str):
            inside = _as_definition(part)
            if inside is not None:
                waiting.append((inside, path, around, False))
        elif isinstance(part, list):
            waiting += [(item, (*path, place), around, located) for place, item in reversed(list(enumerate(part)))]
        elif isinstance(part, dict):
            if _is_definition(part):
                yield _Found(path, part, around, located)
                continue
            below = (*around[-2:], part)
            waiting += [(item, (*path, key), below, located) for key, item in reversed(list(part.items()))]


def _is_definition(part: Mapping[str, Any]) -> bool:
    states = part.get("states")
    if not isinstance(states, list):
        return False
    widgets = [state for state in states if isinstance(state, dict)]
    return any("name" in state and "type" in state for state in widgets) and (
        "initial_state" in part or any("transitions" in state for state in widgets)
    )


def _as_definition(words: str) -> object:
    """The value of a text that is a definition; None for other text."""
    if '"states"' not in words or words.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        return None


def _flows_in(file: JsonText) -> list[ParsedFlow]:
    found = list(_found(file.value))
    if not found:
        message = f'"{file.name}" holds no Twilio Studio flow: no "states" with a name and a type'
        raise CannotRun(message, help=_HELP)
    return [_parsed(file, one, number if len(found) > 1 else 0) for number, one in enumerate(found, start=1)]


def _parsed(file: JsonText, found: _Found, number: int) -> ParsedFlow:
    widgets: dict[str, Widget] = {}
    repeated: dict[str, None] = {}
    for place, state in enumerate(found.definition["states"]):
        if not isinstance(state, dict):
            continue
        name = text(state.get("name")) or f"widget {place + 1}"
        line = file.line((*found.path, "states", place) if found.located else found.path)
        if name in widgets:
            repeated[name] = None
        widgets.setdefault(name, _widget(name, state, line))
    stem = file.name.rsplit("/", 1)[-1].split(".")[0] or file.name
    name = _name(found, stem) + (f" {number}" if number and not _given_name(found) else "")
    start = text(found.definition.get("initial_state"))
    key = f"{file.name}#{number}" if number else file.name
    aliases = tuple(dict.fromkeys([*_aliases(found), name, stem]))
    return ParsedFlow(key, name, file.name, file.line(found.path), start, widgets, aliases, tuple(repeated))


def _given_name(found: _Found) -> str:
    """What it is called where it stands; empty where it is not."""
    for part in (found.definition, *reversed(found.around)):
        for key in _NAMES:
            if text(part.get(key)):
                return text(part.get(key))
    description = text(found.definition.get("description"))
    return description if len(description) <= 60 and description.casefold() not in _SAMPLE_NAMES else ""


def _name(found: _Found, stem: str) -> str:
    return _given_name(found) or stem


def _aliases(found: _Found) -> Iterator[str]:
    for part in (found.definition, *found.around[-1:]):
        yield from (text(part.get(key)) for key in _IDS if text(part.get(key)))


def _widget(name: str, state: Mapping[str, Any], line: int | None) -> Widget:
    exits = tuple(_leaving(transition) for transition in mappings(state.get("transitions")))
    return Widget(name, text(state.get("type")), exits, mapping(state.get("properties")), line)


def _leaving(transition: Mapping[str, Any]) -> Exit:
    conditions = tuple(
        Condition(text(one.get("type")), text(one.get("value")), text(one.get("friendly_name")))
        for one in mappings(transition.get("conditions"))
    )
    return Exit(text(transition.get("event")), text(transition.get("next")), conditions)

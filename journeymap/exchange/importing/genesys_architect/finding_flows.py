"""Finds the flows in a file of Archy, and their sequences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.genesys_architect.parsed import FlowPart, ParsedFlow, Path
from journeymap.exchange.importing.loose import mapping, text
from journeymap.exchange.importing.phrases import readable
from journeymap.exchange.importing.yaml_text import YamlText, read_yaml

__all__ = ["contains_flow", "flows_of", "reference_of"]

_KIND = re.compile(
    r"^(?:inbound|outbound|inqueue|inQueue|secure|digital|voice)?"
    r"(?:Call|Chat|Email|Message|ShortMessage|Bot|bot|botFlow|BotFlow|DigitalBot|workflow|workitem|Workflow|Workitem|"
    r"voicemail|voiceSurvey|surveyInvite|commonModule|commonModuleFlow|call|Voicemail)$"
)
_LISTS = {"menus": "menu", "tasks": "task", "states": "state", "bots": "bot"}
_DIRECT = ("startUpTaskActions", "startUpActions", "actions")
_REFERENCE = re.compile(r"(?:^|/)(menu|task|state|bot)s?\[(.*)\]$")
_HELP = "take the YAML that Archy exports, with the kind of the flow (such as inboundCall) on top"


def contains_flow(value: object) -> bool:
    """Whether a YAML value is a flow."""
    return next(_found(value), None) is not None


def _found(value: object) -> Iterator[str]:
    for kind, body in mapping(value).items():
        inside = mapping(body)
        begins = {"startUpRef", "startUpTaskActions"} & inside.keys() or any(_holds(inside, one) for one in _LISTS)
        if _KIND.match(kind) and begins and ("name" in inside or "defaultLanguage" in inside):
            yield kind


def _holds(body: Mapping[str, object], section: str) -> bool:
    """Whether a section lists sequences as Archy does, each under the word for it."""
    found = body.get(section)
    entries = found if isinstance(found, list) else [found]
    return any(key.split("[")[0] == _LISTS[section] for entry in entries for key in mapping(entry))


def flows_of(files: Sequence[SourceText]) -> list[ParsedFlow]:
    """All flows of some files. Raises CannotRun for a file that holds none. Linear."""
    return [flow for file in files for flow in _flows_in(read_yaml(file))]


def _flows_in(file: YamlText) -> Iterator[ParsedFlow]:
    kinds = list(_found(file.value))
    if not kinds:
        message = f'"{file.name}" holds no flow of Genesys Cloud Architect'
        raise CannotRun(message, help=_HELP)
    for kind in kinds:
        body = mapping(mapping(file.value)[kind])
        stem = file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        name = _plain(text(body.get("name"))) or readable(stem)
        key = file.name if len(kinds) == 1 else f"{file.name}#{kind}"
        sequences = tuple(_sequences(kind, body))
        yield ParsedFlow(key, name, kind, file, body, sequences, text(body.get("startUpRef")))


def _plain(name: str) -> str:
    """A name without the marks of placeholders; empty where it is nothing but one."""
    return "" if re.fullmatch(r"<<[^<>]+>>", name) else re.sub(r"<<(.+?)>>", r"\1", name)


def _sequences(kind: str, body: Mapping[str, object]) -> Iterator[FlowPart]:
    for direct in _DIRECT:
        if isinstance(body.get(direct), list):
            yield FlowPart("actions", "", "Start", (kind, direct))
    for section, one in _LISTS.items():
        found = body.get(section)
        entries = found if isinstance(found, list) else [found] if isinstance(found, dict) else []
        for place, entry in enumerate(entries):
            where: Path = (kind, section, str(place)) if isinstance(found, list) else (kind, section)
            for key, attributes in mapping(entry).items():
                if isinstance(attributes, dict):
                    inside = re.search(r"\[(.*)\]$", key)
                    reference = text(attributes.get("refId")) or (inside.group(1) if inside else "")
                    name = text(attributes.get("name"))
                    yield FlowPart(one, reference or name, name or reference or one, (*where, key))


def reference_of(words: str) -> tuple[str, str]:
    """The kind of sequence and its id in a reference such as ``/inboundCall/menus/menu[Main Menu_10]``."""
    match = _REFERENCE.search(words)
    return (match.group(1), match.group(2)) if match else ("", words.rsplit("/", 1)[-1])

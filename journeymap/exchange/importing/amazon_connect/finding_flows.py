"""Flows wherever they stand in a file: bare, described by the API, in lists, or as text inside a template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from journeymap.errors import CannotRun
from journeymap.exchange.importing.amazon_connect.console_export import is_console_export, modules_of
from journeymap.exchange.importing.amazon_connect.flow_language import actions_of, is_flow_language
from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.json_text import read_json
from journeymap.exchange.importing.loose import inner, mapping, text

__all__ = ["contains_flow", "flows_of"]

_IDENTIFIER = re.compile(r'\\?"(?:Identifier|id)\\?"\s*:\s*\\?"([^"\\]{1,200})')
_DEEPEST = 40
"""Flows are looked for this many levels down."""
_KINDS = {
    "contactflow": "CONTACT_FLOW",
    "customerqueue": "CUSTOMER_QUEUE",
    "customerhold": "CUSTOMER_HOLD",
    "customerwhisper": "CUSTOMER_WHISPER",
    "agenthold": "AGENT_HOLD",
    "agentwhisper": "AGENT_WHISPER",
    "outboundwhisper": "OUTBOUND_WHISPER",
    "agenttransfer": "AGENT_TRANSFER",
    "queuetransfer": "QUEUE_TRANSFER",
    "flowmodule": "MODULE",
    "contactflowmodule": "MODULE",
    "module": "MODULE",
    "campaign": "CAMPAIGN",
}
_OWN_NAMES = ("Name", "name", "ContactFlowName", "logical_name")
_IDENTITIES = ("Id", "Arn", "Name", "id", "arn", "name", "ContactFlowId", "ContactFlowArn")


@dataclass(frozen=True, slots=True)
class _Found:
    """The content of a flow, and the mappings around it, the nearest first, each with the key it stands under."""

    content: Mapping[str, Any]
    around: tuple[tuple[str, Mapping[str, Any]], ...]


def flows_of(files: Sequence[SourceText]) -> list[ParsedFlow]:
    """The flows of all files, in the order of the files' names. Raises `CannotRun` for a file without any."""
    flows: list[ParsedFlow] = []
    for file in sorted(files, key=lambda file: (file.name, file.content)):
        lines = _lines(file.content)
        before = len(flows)
        for found in _search(read_json(file).value):
            flows.append(_flow(found, file.name, lines, len(flows)))
        if len(flows) == before:
            message = f"{file.name}: there is no Amazon Connect flow in this file"
            raise CannotRun(message, help=_WAY_OUT)
    if not flows:
        message = "there is no file to import"
        raise CannotRun(message, help=_WAY_OUT)
    return flows


_WAY_OUT = (
    "give flows exported from the console, or what `aws connect describe-contact-flow` prints "
    "(JSON with StartAction and Actions, or start and modules)"
)


def contains_flow(content: object) -> bool:
    """Whether parsed JSON holds a flow of Amazon Connect."""
    return next(_search(content), None) is not None


def _lines(content: bytes) -> dict[str, int]:
    """The line at which each identifier stands first. Linear."""
    written = content.decode("utf-8", "replace")
    lines: dict[str, int] = {}
    line, last = 1, 0
    for match in _IDENTIFIER.finditer(written):
        line += written.count("\n", last, match.start())
        last = match.start()
        lines.setdefault(match.group(1), line)
    return lines


def _search(content: object) -> Iterator[_Found]:
    """Every flow in parsed JSON, in the order of the file; flows written as text inside it too."""
    waiting: list[tuple[object, tuple[tuple[str, Mapping[str, Any]], ...]]] = [(content, ())]
    while waiting:
        value, around = waiting.pop()
        if len(around) > _DEEPEST:
            continue
        if isinstance(value, str):
            value = _written_inside(value)
        if isinstance(value, dict):
            if is_flow_language(value) or is_console_export(value):
                yield _Found(value, around)
            else:
                below = [(part, ((str(key), value), *around)) for key, part in value.items()]
                waiting.extend(reversed(below))
        elif isinstance(value, list):
            waiting.extend((part, around) for part in reversed(value))


def _written_inside(value: str) -> object:
    start = value.find("{")
    if start < 0 or not ("StartAction" in value or "modules" in value):
        return None
    try:
        return json.loads(value[start : value.rfind("}") + 1])
    except (ValueError, RecursionError):
        return None


def _flow(found: _Found, file: str, lines: Mapping[str, int], number: int) -> ParsedFlow:
    old = is_console_export(found.content) and not is_flow_language(found.content)
    read = modules_of if old else actions_of
    actions, repeated = _by_identifier(read(found.content, lines))
    owner = next((owner for _, owner in found.around if any(text(owner.get(key)) for key in _OWN_NAMES)), {})
    label = next((key for key, below in found.around if below is not owner and not _is_wrapper(key)), "")
    metadata = mapping(found.content.get("metadata" if old else "Metadata"))
    name = _first(owner, _OWN_NAMES) or text(metadata.get("name")) or label or PurePosixPath(file).stem
    aliases = [text(owner.get(key)) for key in _IDENTITIES] + [text(metadata.get("name")), label, name]
    return ParsedFlow(
        key=f"{number}:{name}",
        name=name,
        kind=_kind(found, owner, metadata),
        start=text(found.content.get("start" if old else "StartAction")),
        actions=actions,
        file=file,
        line=next((action.line for action in actions.values() if action.line is not None), None),
        aliases=tuple(dict.fromkeys(alias for alias in [*aliases, PurePosixPath(file).stem] if alias)),
        repeated=repeated,
    )


def _is_wrapper(key: str) -> bool:
    return key in ("Content", "content", "Properties", "ContactFlow", "ContactFlowModule", "Fn::Sub", "Flow")


def _by_identifier(actions: Iterable[Action]) -> tuple[dict[str, Action], tuple[str, ...]]:
    found: dict[str, Action] = {}
    repeated = []
    for action in actions:
        if action.identifier in found:
            repeated.append(action.identifier)
        elif action.identifier:
            found[action.identifier] = action
    return found, tuple(dict.fromkeys(repeated))


def _first(owner: Mapping[str, Any], keys: Iterable[str]) -> str:
    return next((text(owner.get(key)) for key in keys if text(owner.get(key))), "")


def _kind(found: _Found, owner: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    declared = _first(owner, ("Type", "type")) or text(metadata.get("type")) or text(mapping(found.content).get("type"))
    known = _KINDS.get(declared.replace("_", "").casefold())
    in_module = any("module" in key.casefold() for key, _ in found.around)
    ends = any(text(inner(part, "Type")) == "EndFlowModuleExecution" for part in found.content.get("Actions") or [])
    if known is None and (in_module or ends):
        return "MODULE"
    return known or "CONTACT_FLOW"

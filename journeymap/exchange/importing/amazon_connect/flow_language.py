"""The flow language, version 2019-10-30."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.exchange.importing.amazon_connect.parsed import Action, Branch
from journeymap.exchange.importing.loose import inner, mapping, mappings, text

__all__ = ["actions_of", "is_flow_language"]

_RESOURCES = ("queue", "ContactFlow", "contactFlow", "Hours", "hours", "FlowModule", "lexV2BotName", "View")
"""Where older versions of the editor keep the name of the resource a block uses."""


def is_flow_language(value: Mapping[str, Any]) -> bool:
    """Whether a mapping is the content of a flow."""
    return isinstance(value.get("Actions"), list) and ("StartAction" in value or "Version" in value)


def actions_of(content: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Action]:
    """The actions of a flow in the order of the file; `lines` says where identifiers stand."""
    metadata = mapping(inner(content, "Metadata", "ActionMetadata"))
    for raw in mappings(content.get("Actions")):
        identifier = text(raw.get("Identifier"))
        shown = _shown(mapping(metadata.get(identifier)))
        branches = tuple(_branches(mapping(raw.get("Transitions"))))
        parameters = mapping(raw.get("Parameters"))
        yield Action(identifier, text(raw.get("Type")), parameters, branches, shown, lines.get(identifier))


def _branches(transitions: Mapping[str, Any]) -> Iterator[Branch]:
    following = text(transitions.get("NextAction"))
    if following:
        yield Branch(following)
    for raw in mappings(transitions.get("Conditions")):
        operands = inner(raw, "Condition", "Operands")
        operand = text(operands[0]) if isinstance(operands, list) and operands else text(operands)
        yield Branch(text(raw.get("NextAction")), "condition", text(inner(raw, "Condition", "Operator")), operand)
    for raw in mappings(transitions.get("Errors")):
        yield Branch(text(raw.get("NextAction")), "error", operand=text(raw.get("ErrorType")))


def _shown(metadata: Mapping[str, Any]) -> dict[str, str]:
    """The names the editor keeps for people, by parameter; under "" a name whose parameter is not told."""
    names = {}
    for key, value in mapping(metadata.get("parameters")).items():
        names[key] = text(inner(value, "displayName"))
        for name, below in mapping(value).items():
            names[f"{key}.{name}"] = text(inner(below, "displayName"))
    for key in _RESOURCES:
        value = metadata.get(key)
        names.setdefault("", "")
        names[""] = names[""] or text(inner(value, "text")) or (text(value) if key == "lexV2BotName" else "")
    return {key: name for key, name in names.items() if name}

"""Exports of the old console: modules with branches and parameters, read into the words of the flow language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.exchange.importing.amazon_connect.parsed import Action, Branch
from journeymap.exchange.importing.loose import inner, mapping, mappings, text

__all__ = ["is_console_export", "modules_of"]

_TYPES = {
    "AssociateCustomerProfile": "AssociateContactToCustomerProfile",
    "CheckAttribute": "Compare",
    "CheckCallProgress": "CheckOutboundCallStatus",
    "CheckQueueStatus": "CheckMetricData",
    "CheckStaffing": "CheckMetricData",
    "CreateCallback": "CreateCallbackContact",
    "Disconnect": "DisconnectParticipant",
    "EndFlow": "EndFlowExecution",
    "GetQueueMetrics": "GetMetricData",
    "GetUserInput": "GetParticipantInput",
    "HoldCustomerOrAgent": "UpdatePreviousContactParticipantState",
    "InvokeExternalResource": "InvokeLambdaFunction",
    "InvokeModule": "InvokeFlowModule",
    "LoopPrompts": "MessageParticipantIteratively",
    "Play": "MessageParticipant",
    "PlayPrompt": "MessageParticipant",
    "Resume": "EndFlowExecution",
    "ReturnFromModule": "EndFlowModuleExecution",
    "SetAttributes": "UpdateContactAttributes",
    "SetCallBackNumber": "UpdateContactCallbackNumber",
    "SetCallbackNumber": "UpdateContactCallbackNumber",
    "SetContactData": "UpdateContactData",
    "SetContactFlow": "UpdateContactEventHooks",
    "SetCustomerQueueFlow": "UpdateContactEventHooks",
    "SetEventHook": "UpdateContactEventHooks",
    "SetHoldFlow": "UpdateContactEventHooks",
    "SetLoggingBehavior": "UpdateFlowLoggingBehavior",
    "SetQueue": "UpdateContactTargetQueue",
    "SetRecordingBehavior": "UpdateContactRecordingBehavior",
    "SetRoutingPriority": "UpdateContactRoutingBehavior",
    "SetVoice": "UpdateContactTextToSpeechVoice",
    "SetWhisperFlow": "UpdateContactEventHooks",
    "StoreUserInput": "GetParticipantInput",
    "UpdateCallbackNumber": "UpdateContactCallbackNumber",
    "UpdateRoutingPriority": "UpdateContactRoutingBehavior",
}
_TRANSFERS = {
    "flow": "TransferToFlow",
    "phonenumber": "TransferParticipantToThirdParty",
    "agent": "TransferContactToAgent",
    "queue": "TransferContactToQueue",
}
_NAMESPACES = {"User Defined": "$.Attributes.", "External": "$.External.", "Lex": "$.Lex.", "System": "$."}
_ERRORS = {
    "Error": "NoMatchingError",
    "NoMatch": "NoMatchingCondition",
    "AtCapacity": "QueueAtCapacity",
    "CallFailure": "CallFailed",
    "InvalidNumber": "InvalidPhoneNumber",
    "NoneFound": "NoneFound",
    "MultipleFound": "MultipleFound",
    "ContactNotLinked": "ContactNotLinked",
}
_TIMEOUTS = {
    "GetParticipantInput": "InputTimeLimitExceeded",
    "ConnectParticipantWithLexBot": "InputTimeLimitExceeded",
    "TransferParticipantToThirdParty": "ConnectionTimeLimitExceeded",
    "ShowView": "TimeLimitExceeded",
}
_RESULTS = {"Looping": "ContinueLooping", "Complete": "DoneLooping"}
_PARAMETERS = {
    "Queue": "QueueId",
    "Agent": "AgentId",
    "AudioPrompt": "PromptId",
    "FunctionArn": "LambdaFunctionARN",
    "HoursOfOperation": "HoursOfOperationId",
    "Hours": "HoursOfOperationId",
    "PhoneNumber": "ThirdPartyPhoneNumber",
    "ModuleId": "FlowModuleId",
}


def is_console_export(value: Mapping[str, Any]) -> bool:
    """Whether a mapping is an export of the old console."""
    modules = value.get("modules")
    return isinstance(modules, list) and ("start" in value or any("branches" in part for part in mappings(modules)))


def modules_of(content: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Action]:
    """The modules of an export as actions, in the order of the file; `lines` says where identifiers stand."""
    for raw in mappings(content.get("modules")):
        kind = _type_of(raw)
        parameters, shown = _parameters(raw)
        shown |= _shown(mapping(raw.get("metadata")), shown)
        branches = tuple(_branch(kind, text(raw.get("type")), branch) for branch in mappings(raw.get("branches")))
        identifier = text(raw.get("id"))
        yield Action(identifier, kind, parameters, branches, shown, lines.get(identifier))


def _type_of(raw: Mapping[str, Any]) -> str:
    kind, target = text(raw.get("type")), text(raw.get("target")).casefold()
    if kind == "GetUserInput" and target == "lex":
        return "ConnectParticipantWithLexBot"
    if kind == "Transfer":
        names = {text(parameter.get("name")) for parameter in mappings(raw.get("parameters"))}
        calls_back = any(name.startswith(("InitialDelay", "InitialCallDelay")) for name in names)
        return "CreateCallbackContact" if calls_back else _TRANSFERS.get(target, kind)
    return _TYPES.get(kind, kind)


def _branch(kind: str, old: str, raw: Mapping[str, Any]) -> Branch:
    target, condition = text(raw.get("transition")), text(raw.get("condition"))
    if condition == "Success":
        return Branch(target)
    if condition in _ERRORS:
        return Branch(target, "error", operand=_ERRORS[condition])
    if condition == "Timeout" and kind in _TIMEOUTS:
        return Branch(target, "error", operand=_TIMEOUTS[kind])
    if condition == "Timeout":
        return Branch(target, "condition", "Equals", "WaitCompleted" if kind == "Wait" else "MessagesInterrupted")
    if old == "CheckStaffing":
        staffed = condition == "True"
        return Branch(target, *(("condition", "NumberGreaterThan", "0") if staffed else _UNMATCHED))
    operand = text(raw.get("conditionValue")) or _RESULTS.get(condition, condition)
    return Branch(target, "condition", text(raw.get("conditionType")) or "Equals", operand)


_UNMATCHED = ("error", "", "NoMatchingCondition")


def _parameters(raw: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Parameters by the names of the flow language, and the names shown for their resources."""
    found: dict[str, Any] = {}
    attributes: dict[str, Any] = {}
    shown: dict[str, str] = {}
    for part in mappings(raw.get("parameters")):
        name = text(part.get("name"))
        name = _PARAMETERS.get(name, name)
        value = _valued(part)
        if part.get("key") is not None and name != "Text":
            attributes[text(part.get("key"))] = value
        else:
            found.setdefault(name, value)
        if text(part.get("resourceName")):
            shown[name] = text(part.get("resourceName"))
    return _completed(text(raw.get("type")), found, attributes), shown


def _valued(part: Mapping[str, Any]) -> object:
    prefix = _NAMESPACES.get(text(part.get("namespace")))
    return prefix + text(part.get("value")) if prefix else part.get("value")


def _completed(kind: str, found: dict[str, Any], attributes: Mapping[str, Any]) -> dict[str, Any]:
    if attributes:
        found["LambdaInvocationAttributes" if kind == "InvokeExternalResource" else "Attributes"] = attributes
    if kind == "StoreUserInput":
        found["StoreInput"] = "True"
    if kind == "CheckAttribute":
        prefix = _NAMESPACES.get(text(found.get("Namespace")), f"$.{text(found.get('Namespace'))}.")
        found["ComparisonValue"] = prefix + text(found.get("Attribute"))
    if kind == "CheckStaffing":
        found["MetricType"] = "NumberOfAgents" + text(found.get("Status"))
    if kind == "CheckQueueStatus":
        found["MetricType"] = "QueueStatus"
    if kind in ("SetContactFlow", "SetEventHook"):
        found["EventHooks"] = {text(found.get("Type")): found.get("ContactFlowId")}
    if "BlindTransfer" in found:
        found["ContinueFlowExecution"] = "False" if text(found["BlindTransfer"]) == "true" else "True"
    return found


def _shown(metadata: Mapping[str, Any], named: Mapping[str, str]) -> dict[str, str]:
    names = {
        "QueueId": text(inner(metadata, "queue", "text")),
        "ContactFlowId": text(inner(metadata, "ContactFlow", "text")) or text(inner(metadata, "contactFlow", "text")),
        "HoursOfOperationId": text(inner(metadata, "Hours", "text")),
    }
    return {key: name for key, name in names.items() if name and key not in named}

"""The types of actions the flow language documents: what each is for the customer, and which errors it must handle."""

from __future__ import annotations

from enum import StrEnum

from journeymap.exchange.importing.amazon_connect.parsed import Action
from journeymap.exchange.importing.loose import flag

__all__ = ["BRANCHING", "ENTERED", "MOST_ACTIONS", "QUICK_CONNECT", "REQUIRED_ERRORS", "TERMINAL", "Part", "part_of"]


class Part(StrEnum):
    """What an action is on the customer's way."""

    MENU = "menu"
    INPUT = "input"
    BOT = "bot"
    VIEW = "view"
    SIGN_IN = "sign_in"
    QUEUE = "queue"
    AGENT = "agent"
    OUTSIDE = "outside"
    CALLBACK = "callback"
    TASK = "task"
    FLOW = "flow"
    MODULE = "module"
    HOURS = "hours"
    PROMPT = "prompt"
    HOOKS = "hooks"
    TARGET = "target"
    LOOP = "loop"
    HANG_UP = "hang_up"
    END_OF_FLOW = "end_of_flow"
    END_OF_MODULE = "end_of_module"
    TECHNICAL = "technical"
    UNKNOWN = "unknown"


_PARTS = {
    "ConnectParticipantWithLexBot": Part.BOT,
    "ShowView": Part.VIEW,
    "AuthenticateParticipant": Part.SIGN_IN,
    "TransferContactToQueue": Part.QUEUE,
    "DequeueContactAndTransferToQueue": Part.QUEUE,
    "TransferContactToAgent": Part.AGENT,
    "TransferParticipantToThirdParty": Part.OUTSIDE,
    "TransferToThirdParty": Part.OUTSIDE,
    "CreateCallbackContact": Part.CALLBACK,
    "CreateTask": Part.TASK,
    "TransferToFlow": Part.FLOW,
    "TransferContactToFlow": Part.FLOW,
    "InvokeFlowModule": Part.MODULE,
    "CheckHoursOfOperation": Part.HOURS,
    "MessageParticipant": Part.PROMPT,
    "MessageParticipantIteratively": Part.PROMPT,
    "UpdateContactEventHooks": Part.HOOKS,
    "UpdateContactTargetQueue": Part.TARGET,
    "Loop": Part.LOOP,
    "DisconnectParticipant": Part.HANG_UP,
    "EndFlowExecution": Part.END_OF_FLOW,
    "ResumeContact": Part.END_OF_FLOW,
    "EndFlowModuleExecution": Part.END_OF_MODULE,
}

_TECHNICAL = frozenset(
    {
        "AssociateContactToCustomerProfile",
        "CheckMetricData",
        "CheckOutboundCallStatus",
        "CheckVoiceId",
        "Compare",
        "CompleteOutboundCall",
        "CreateCase",
        "CreateCustomerProfile",
        "CreatePersistentContactAssociation",
        "CreateWisdomSession",
        "DistributeByPercentage",
        "EvaluateDataTable",
        "GetCalculatedAttributesForCustomerProfile",
        "GetCase",
        "GetCustomerProfile",
        "GetCustomerProfileObject",
        "GetDataTableValues",
        "GetMetricData",
        "InvokeLambdaFunction",
        "LoadContactContent",
        "ManageDataTable",
        "ResumeContactRecording",
        "SendMessage",
        "SetDataTable",
        "StartMediaStreaming",
        "StartOutboundChatContact",
        "StartOutboundEmailContact",
        "StartScreenRecording",
        "StartVoiceIdStream",
        "StopMediaStreaming",
        "StoreInput",
        "TagContact",
        "UnTagContact",
        "UpdateCase",
        "UpdateContactAttributes",
        "UpdateContactCallbackNumber",
        "UpdateContactData",
        "UpdateContactEventHooks",
        "UpdateContactMediaProcessing",
        "UpdateContactMediaStreamingBehavior",
        "UpdateContactRecordingAndAnalyticsBehavior",
        "UpdateContactRecordingBehavior",
        "UpdateContactRoutingBehavior",
        "UpdateContactTextToSpeechVoice",
        "UpdateCustomerProfile",
        "UpdateFlowAttributes",
        "UpdateFlowLoggingBehavior",
        "UpdatePreviousContactParticipantState",
        "UpdateRoutingCriteria",
        "Wait",
    }
)

_FAILS = frozenset({"NoMatchingError"})
_UNMATCHED = frozenset({"NoMatchingCondition"})
REQUIRED_ERRORS = {
    "AssociateContactToCustomerProfile": _FAILS,
    "CheckHoursOfOperation": _FAILS,
    "CheckMetricData": _FAILS | _UNMATCHED,
    "Compare": _UNMATCHED,
    "ConnectParticipantWithLexBot": _FAILS | _UNMATCHED,
    "CreateCallbackContact": _FAILS,
    "CreateCase": _FAILS,
    "CreateTask": _FAILS,
    "DequeueContactAndTransferToQueue": _FAILS | {"QueueAtCapacity"},
    "DistributeByPercentage": _UNMATCHED,
    "GetCase": _FAILS,
    "InvokeFlowModule": _FAILS,
    "InvokeLambdaFunction": _FAILS,
    "ShowView": _FAILS | _UNMATCHED | {"TimeLimitExceeded"},
    "TransferContactToAgent": _FAILS,
    "TransferContactToQueue": _FAILS | {"QueueAtCapacity"},
    "TransferParticipantToThirdParty": _FAILS | {"CallFailed", "ConnectionTimeLimitExceeded"},
    "TransferToFlow": _FAILS,
    "UpdateContactAttributes": _FAILS,
    "UpdateContactEventHooks": _FAILS,
    "UpdateContactTargetQueue": _FAILS,
    "GetParticipantInput": _FAILS,
}
"""Errors whose branch the documentation asks for. A menu asks for two more, see `faults`."""

BRANCHING = frozenset(
    {
        "AuthenticateParticipant",
        "CheckHoursOfOperation",
        "CheckMetricData",
        "CheckOutboundCallStatus",
        "CheckVoiceId",
        "Compare",
        "ConnectParticipantWithLexBot",
        "DistributeByPercentage",
        "GetParticipantInput",
        "Loop",
        "MessageParticipantIteratively",
        "ShowView",
        "Wait",
    }
)
"""Types whose result chooses the branch: where one always fits, `NextAction` is never taken."""

TERMINAL = frozenset({Part.HANG_UP, Part.END_OF_FLOW, Part.END_OF_MODULE, Part.QUEUE, Part.FLOW, Part.AGENT})
"""Parts that need no way on."""

ENTERED = frozenset({"CONTACT_FLOW", "CAMPAIGN", ""})
"""Flows at which customers can arrive."""

QUICK_CONNECT = frozenset({"AGENT_TRANSFER", "QUEUE_TRANSFER"})
"""Flows into which agents hand customers on."""


MOST_ACTIONS = 250
"""The service allows no more blocks in a flow; larger ones are read in less detail."""


def part_of(action: Action) -> Part:
    """What an action is on the customer's way; `UNKNOWN` for a type the documentation does not have."""
    if action.type == "GetParticipantInput":
        return Part.INPUT if flag(action.parameters.get("StoreInput")) else Part.MENU
    known = _PARTS.get(action.type)
    return known or (Part.TECHNICAL if action.type in _TECHNICAL else Part.UNKNOWN)

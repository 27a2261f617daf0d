"""The types of widgets that Studio documents, and the events they go on with."""

from __future__ import annotations

import re
from enum import StrEnum

from journeymap.exchange.importing.phrases import readable
from journeymap.exchange.importing.twilio_studio.parsed import Widget

__all__ = ["ENTRIES", "FAILURES", "GONE", "MET", "VOICE", "WRITTEN", "Part", "part_of", "told_name"]


class Part(StrEnum):
    """What a widget is on the customer's way."""

    TRIGGER = "trigger"
    INPUT = "input"
    REPLY = "reply"
    PROMPT = "prompt"
    SPLIT = "split"
    QUEUE = "queue"
    OUTSIDE = "outside"
    VOICEMAIL = "voicemail"
    PAYMENT = "payment"
    BOT = "bot"
    APPLICATION = "application"
    SUBFLOW = "subflow"
    TECHNICAL = "technical"
    UNKNOWN = "unknown"


_PARTS = {
    "trigger": Part.TRIGGER,
    "gather-input-on-call": Part.INPUT,
    "send-and-wait-for-reply": Part.REPLY,
    "say-play": Part.PROMPT,
    "send-message": Part.PROMPT,
    "split-based-on": Part.SPLIT,
    "send-to-flex": Part.QUEUE,
    "enqueue-call": Part.QUEUE,
    "connect-call-to": Part.OUTSIDE,
    "record-voicemail": Part.VOICEMAIL,
    "capture-payments": Part.PAYMENT,
    "connect-virtual-agent": Part.BOT,
    "connect-virtual-agent-v2": Part.BOT,
    "send-to-auto-pilot": Part.BOT,
    "send-to-autopilot": Part.BOT,
    "send-to-ai-assistant": Part.BOT,
    "connect-to-ai-assistant": Part.BOT,
    "ai-assistant": Part.BOT,
    "add-twiml-redirect": Part.APPLICATION,
    "run-subflow": Part.SUBFLOW,
    "fork-stream": Part.TECHNICAL,
    "make-http-request": Part.TECHNICAL,
    "make-outgoing-call": Part.TECHNICAL,
    "make-outgoing-call-v2": Part.TECHNICAL,
    "record-call": Part.TECHNICAL,
    "call-recording": Part.TECHNICAL,
    "resolve-profile": Part.TECHNICAL,
    "resume-conversation": Part.TECHNICAL,
    "run-function": Part.TECHNICAL,
    "search-for-profile": Part.TECHNICAL,
    "search-for-a-profile": Part.TECHNICAL,
    "search-profile": Part.TECHNICAL,
    "lookup-profile": Part.TECHNICAL,
    "set-variables": Part.TECHNICAL,
    "start-conversation": Part.TECHNICAL,
    "update-profile": Part.TECHNICAL,
    "update-profile-traits": Part.TECHNICAL,
}

MET = frozenset({Part.INPUT, Part.REPLY, Part.OUTSIDE, Part.VOICEMAIL, Part.PAYMENT, Part.BOT, Part.APPLICATION})
"""Parts that are touchpoints; a queue is one, too, behind its widget."""

VOICE = frozenset(
    {
        "gather-input-on-call",
        "say-play",
        "enqueue-call",
        "connect-call-to",
        "record-voicemail",
        "capture-payments",
        "make-outgoing-call",
        "make-outgoing-call-v2",
        "record-call",
        "call-recording",
        "fork-stream",
        "add-twiml-redirect",
    }
)
"""Types that exist in calls only."""

WRITTEN = frozenset({"send-and-wait-for-reply", "start-conversation", "resume-conversation"})
"""Types that exist in written contacts only; messages are sent during calls as well."""

ENTRIES = {
    "incomingCall": "phone",
    "incomingMessage": "messages",
    "incomingConversationMessage": "messages",
    "incomingRequest": "",
}
"""Events of a trigger with which a contact begins, and its channel; empty where a program begins it."""

FAILURES = {
    "timeout": "",
    "failed": "",
    "fail": "",
    "failure": "",
    "error": "",
    "deliveryFailure": "message not delivered",
    "failedToEnqueue": "cannot be queued",
    "callFailure": "call fails",
    "noAudio": "nothing was said",
    "maxFailedAttempts": "too many failed attempts",
    "providerError": "payment provider fails",
    "payInterrupted": "payment interrupted",
    "validationError": "payment not valid",
    "busy": "busy",
    "noAnswer": "nobody answers",
}
"""Events off the ordinary way, and their words; without words the name of the widget says what failed."""

GONE = frozenset({"hangup", "hangUp", "customerHangup"})
"""Events after which the customer is not there any more."""

_OWN_NAME = re.compile(
    r"(?:gather|gather_input|gather_input_on_call|split|split_based_on|message|send_message|send_and_reply|"
    r"send_and_wait|send_and_wait_for_reply|say|say_play|http|http_request|make_http_request|function|run_function|"
    r"subflow|run_subflow|variables|set_variables|connect_call|connect_call_to|flex|send_to_flex|enqueue|"
    r"enqueue_call|voicemail|record_voicemail|record_call|pay|payment|capture_payments|outgoing_call|"
    r"make_outgoing_call|call_user|virtual_agent|connect_virtual_agent|autopilot|send_to_autopilot|twiml_redirect|"
    r"add_twiml_redirect|fork_stream|widget|state|trigger)?[_ -]?\d*",
    re.IGNORECASE,
)


def part_of(widget: Widget) -> Part:
    """What a widget is on the customer's way; `UNKNOWN` for a type the documentation does not have."""
    return _PARTS.get(widget.type.casefold(), Part.UNKNOWN)


def told_name(widget: Widget) -> str:
    """The name, where somebody chose it, as words; empty for one that Studio made up."""
    name = widget.name.replace("-", "_")
    if _OWN_NAME.fullmatch(name):
        return ""
    words = readable(name)
    return words[:1].upper() + words[1:]

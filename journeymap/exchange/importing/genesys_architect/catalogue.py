"""The actions that Architect documents: what each is for the customer, and the outputs it goes on with."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["EXPECTED", "FAILURES", "Part", "channel_of", "is_default_name", "is_entered", "part_of"]


class Part(StrEnum):
    """What an action is on the customer's way."""

    ASK = "ask"
    QUEUE = "queue"
    PERSON = "person"
    NUMBER = "number"
    VOICEMAIL = "voicemail"
    CALLBACK = "callback"
    FLOW = "flow"
    SECURE = "secure"
    BOT = "bot"
    MODULE = "module"
    CALL_TASK = "call_task"
    TASK = "task"
    JUMP = "jump"
    BACK = "back"
    AGAIN = "again"
    INLINE = "inline"
    MENU = "menu"
    PROMPT = "prompt"
    DECISION = "decision"
    SWITCH = "switch"
    LOOP = "loop"
    NEXT_LOOP = "next_loop"
    EXIT_LOOP = "exit_loop"
    HOURS = "hours"
    HANG_UP = "hang_up"
    END_OF_FLOW = "end_of_flow"
    END_OF_TASK = "end_of_task"
    TECHNICAL = "technical"
    UNKNOWN = "unknown"


_PARTS = {
    "transfertoacd": Part.QUEUE,
    "transfertouser": Part.PERSON,
    "transfertogroup": Part.PERSON,
    "transfertoagent": Part.PERSON,
    "transfertonumber": Part.NUMBER,
    "transfertoexternalnumber": Part.NUMBER,
    "transfertoexternal": Part.NUMBER,
    "transfertovoicemail": Part.VOICEMAIL,
    "recordvoicemail": Part.VOICEMAIL,
    "createcallback": Part.CALLBACK,
    "schedulecallback": Part.CALLBACK,
    "transfertoflow": Part.FLOW,
    "transfertoflowsecure": Part.SECURE,
    "transfertosecureflow": Part.SECURE,
    "callcommonmodule": Part.MODULE,
    "calltask": Part.CALL_TASK,
    "jumptotask": Part.TASK,
    "jumptomenu": Part.JUMP,
    "changestate": Part.JUMP,
    "jumptostate": Part.JUMP,
    "gotostate": Part.JUMP,
    "jumptobot": Part.JUMP,
    "previous": Part.BACK,
    "previousmenu": Part.BACK,
    "returntopreviousmenu": Part.BACK,
    "repeatmenu": Part.AGAIN,
    "replaymenu": Part.AGAIN,
    "repeat": Part.AGAIN,
    "replay": Part.AGAIN,
    "task": Part.INLINE,
    "menu": Part.MENU,
    "submenu": Part.MENU,
    "decision": Part.DECISION,
    "switch": Part.SWITCH,
    "loop": Part.LOOP,
    "loopuntil": Part.LOOP,
    "loopnext": Part.NEXT_LOOP,
    "nextloop": Part.NEXT_LOOP,
    "loopexit": Part.EXIT_LOOP,
    "exitloop": Part.EXIT_LOOP,
    "evaluateschedule": Part.HOURS,
    "evaluateschedulegroup": Part.HOURS,
    "disconnect": Part.HANG_UP,
    "endtask": Part.END_OF_TASK,
    "endstate": Part.END_OF_TASK,
}
_PROMPTS = re.compile(
    r"play(?!audioonsilence)\w*|communicate|send(?:response|autoreply|message|sms|email|reply|cannedresponse)|"
    r"announce\w*|streamaudio|holdmusic"
)
_ASKS = re.compile(
    r"askfor\w+|collect(?:input|response|\w*speech\w*)|digitalmenu|waitforinput|getresponse|receivemessage|"
    r"dialby\w+|getdigits|surveyquestion\w*|ask\w*question|recorduser\w*"
)
_BOTS = re.compile(r"call\w*bot\w*|\w*dialogflow\w*|\w*lex\w*|callaiagent\w*|callvirtualagent\w*|callguide\w*")
_ENDS = re.compile(r"(?:end|exit|return)\w*(?:flow|workflow|workitem|module|bot|conversation|survey|session)?")
_TECHNICAL = re.compile(
    r"(?:update|set|get|find|add|clear|remove|create|search|encrypt|decrypt|lookup|detect|enable|start|stop|initialize|"
    r"evaluate|measure|assign|associate|build|call|clone|delete|post|merge)\w+|"
    r"datatablelookup|flowoutcome\w*|wait|secure\w*data|externaltag|parse\w+|screenpop|playaudioonsilence|"
    r"decisiontable\w*|\w*milestone\w*|\w*language\w*|logic\w*|sendnotification|preferredagent\w*|\w*externalcontact\w*|"
    r"disconnectinteraction|terminate\w*|conversation\w*|park\w*|resume\w*|dataaction|bridgeaction|commonaction|"
    r"knowledge\w*|\w*utilization\w*|\w*whisper\w*|\w*skill\w*|\w*participant\w*|\w*wrapup\w*"
)

EXPECTED = {
    Part.DECISION: ("yes", "no"),
    Part.QUEUE: ("failure",),
    Part.PERSON: ("failure",),
    Part.NUMBER: ("failure",),
    Part.VOICEMAIL: ("failure",),
    Part.FLOW: ("failure",),
}
"""Outputs that always exist: those without actions of their own go on with the action that follows."""

FAILURES = {
    "failure": "",
    "timeout": "",
    "error": "",
    "noinput": "no input",
    "nomatch": "not understood",
    "maxnoinputs": "no input",
    "maxnomatches": "not understood",
    "nointent": "not understood",
    "invalid": "not valid",
    "maxattempts": "too many attempts",
}
"""Outputs off the ordinary way, in lower case; without words the name of the action says what failed."""

_DEFAULT_NAMES = frozenset(
    {"askforyesno", "calldataaction", "nextloop", "exitloop", "datatablelookup", "lookupdatatable"}
)


def part_of(kind: str) -> Part:
    """What an action is on the customer's way; `UNKNOWN` for one the documentation does not have."""
    folded = kind.casefold()
    if folded in _PARTS:
        return _PARTS[folded]
    for pattern, part in ((_ASKS, Part.ASK), (_PROMPTS, Part.PROMPT), (_BOTS, Part.BOT), (_ENDS, Part.END_OF_FLOW)):
        if pattern.fullmatch(folded):
            return part
    return Part.TECHNICAL if _TECHNICAL.fullmatch(folded) else Part.UNKNOWN


def is_default_name(kind: str, name: str) -> bool:
    """Whether Architect made a name up from the kind of an action: ``Collect Input``, ``Transfer to ACD 2``."""
    letters = re.sub(r"[\W_\d]+", "", name).casefold()
    return not letters or letters in (kind.casefold(), f"menu{kind}".casefold()) or letters in _DEFAULT_NAMES


def channel_of(kind: str) -> str:
    """The channel of a kind of flow."""
    folded = kind.casefold()
    for words, channel in (
        ("email", "email"),
        ("chat", "chat"),
        ("message", "messages"),
        ("bot", "messages"),
        ("work", "internal"),
        ("survey", "phone"),
        ("module", ""),
    ):
        if words in folded:
            return channel
    return "phone"


def is_entered(kind: str) -> bool:
    """Whether contacts begin in flows of a kind."""
    return kind.casefold().startswith(("inbound", "outbound"))

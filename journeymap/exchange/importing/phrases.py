"""What prompts say, in few words: names, choices offered, and what the customer is asked for."""

from __future__ import annotations

import re

__all__ = [
    "LEADING",
    "SENSITIVE",
    "WHAT",
    "after",
    "asked_for",
    "is_sensitive",
    "key_said",
    "options",
    "readable",
    "shortened",
]

_PRESS_TO = re.compile(
    r"(?:press|select|choose|enter|say|reply(?: with)?|text)\s+(\d|star|pound|\*|#)\s*,?\s+(?:to|for|if)\s+"
    r"(.+?)(?=[.,;!?]|\s+(?:(?:or|and)\s+)?(?:press|select|choose|reply|text)\b|$)",
    re.IGNORECASE,
)
_TO_PRESS = re.compile(
    r"(?:^|[.,;!?]\s*|\b(?:or|and)\s+)(?:to|for|if you(?:'d like to| would like to| want to)?)\s+([^.,;!?]{2,60}?),?\s+"
    r"(?:please\s+)?(?:press|select|choose|reply(?: with)?|text)\s+(\d|star|pound|\*|#)",
    re.IGNORECASE,
)
_TO_PRESS_ZH = re.compile(
    r"(?:^|[，。；、,.;!！?？\s])(?P<what>[^，。；、,.;!！?？\s\d]{1,30}?)，?请?(?:直接)?(?:按|拨|回复|选择)\s*"
    r"(?P<key>[0-9*#]|星号|井号)(?=键?(?:[，。；、,.;!！?？\s]|$))"
)
_PRESS_ZH = re.compile(
    r"(?:按|拨|回复|选择)\s*(?P<key>[0-9*#]|星号|井号)键?\s*(?P<what>[^，。；、,.;!！?？\s\d]{1,30})"
)
_IF_YOU_NEED_ZH = re.compile(r"^(?:如需要?|需要|如果您?需要|如要|要)(?=.)")
SENSITIVE = re.compile(
    r"\b(pin|ssn|social security|card|cvv|cvc|security code|pass ?word|pass ?code|expir\w+|routing number|"
    r"account number|iban|tax|date of birth|birth ?date|dob|identity)\b|密码|卡号|身份证",
    re.IGNORECASE,
)
"""What should not be told to everybody."""
_ASKED = re.compile(
    r"\b(?:re-?)?(?:enter|key in|type in|type|provide|tell (?:me|us)|give (?:me|us)|input|say|dial|reply with)\b\s+"
    r"(?:in\s+)?(?:the|your|a|an|us|me)?\s*(?P<asked>[^.,;:!?]+)",
    re.IGNORECASE,
)
WHAT = re.compile(r"\bwhat(?: is|'s) (?:the|your)?\s*(?P<asked>[^.,;:!?]+)", re.IGNORECASE)
"""A question for an item."""
_ASKED_ZH = re.compile(
    r"请(?:您|你)?(?:重新)?(?:输入|键入|提供|说出|告知|填写)(?:您|你)?的?(?P<asked>[^，。；：,.;:!！?？]+)"
)
LEADING = re.compile(
    r"^(?:(?:the|your|a|an|new|valid|complete|full|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"sixteen|last)[ -]+|(?:digits?|characters?)(?:[ -]+of)?[ -]+)+",
    re.IGNORECASE,
)
"""Words before what is asked for that do not belong to it."""
_TRAILING = re.compile(
    r"\s+(?:followed by|then|and|now|again|using|that|which|you would like|you want|when|so|after|in|as|on|to|from|"
    r"associated|we|please|here|if|or)\b.*$",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_MOST_SEARCHED = 600
"""So many characters of a prompt are searched."""


def shortened(words: str, most: int = 60) -> str:
    """Words cut at a space, with an ellipsis, if there are too many characters."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def readable(words: str) -> str:
    """A symbolic name as words: underscores and hyphens become spaces, ``SendFinalMessage`` is taken apart."""
    return " ".join(_HUMP.sub(" ", words.replace("_", " ").replace("-", " ")).split())


def after(kind: str, words: str) -> str:
    """What something is, and which one: ``Menu: pay a bill, hear the balance``."""
    return f"{kind}: {shortened(words)}" if words else kind


def options(said: str) -> dict[str, str]:
    """What a prompt says of its keys: ``press 1 to pay`` gives ``{"1": "pay"}``."""
    found: dict[str, str] = {}
    searched = said[:_MOST_SEARCHED]
    for match in _TO_PRESS.finditer(searched):
        found.setdefault(key_said(match.group(2)), shortened(match.group(1).strip(), 50))
    for match in _PRESS_TO.finditer(searched):
        found.setdefault(key_said(match.group(1)), shortened(match.group(2).strip(), 50))
    for match in list(_TO_PRESS_ZH.finditer(searched)) or list(_PRESS_ZH.finditer(searched)):
        found.setdefault(key_said(match["key"]), _IF_YOU_NEED_ZH.sub("", match["what"]))
    return found


def key_said(said: str) -> str:
    """The key on a telephone that a word or sign stands for."""
    return {"star": "*", "pound": "#", "星号": "*", "井号": "#"}.get(said.casefold(), said)


def asked_for(said: str) -> str:
    """What a prompt asks for: ``Please enter your account number`` gives ``account number``; empty if it is unclear."""
    searched = said[:_MOST_SEARCHED]
    match = _ASKED.search(searched) or WHAT.search(searched) or _ASKED_ZH.search(searched)
    if match is None:
        return ""
    words = LEADING.sub("", _TRAILING.sub("", match.group("asked").strip()).strip())
    return words if 1 < len(words) <= 40 and not re.search(r"[${}<>]", words) else ""


def is_sensitive(words: str) -> bool:
    """Whether what is asked for should not be told to everybody."""
    return bool(SENSITIVE.search(readable(words)))

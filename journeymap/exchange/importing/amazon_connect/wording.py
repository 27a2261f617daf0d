"""Words for people: what a prompt says, what a condition asks, what a block is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from journeymap.exchange.importing.amazon_connect.parsed import Action, Branch
from journeymap.exchange.importing.loose import inner, mappings, text
from journeymap.exchange.importing.phrases import key_said, shortened

__all__ = ["attribute", "bot", "compared", "options", "prompt", "readable", "resource"]

_OPAQUE = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9a-f]{24,}")
_TAG = re.compile(r"<[^<>]*>")
_PLACEHOLDER = re.compile(r"^(?:%+(.+?)%+|\$\{(?:\w:)?(.+?)(?::\w)?\}|\{\{(.+?)\}\}|\*\*(.+?)\*\*|<(.+?)>)$")
_PATH = re.compile(r"^\$\.(?:[\w$ -]+\.)*([^.\[\]]+)(?:\[.*\])?$")
_PRESS_TO = re.compile(
    r"(?:press|select|choose|enter|say)\s+(\d|star|pound|\*|#)\s*,?\s+(?:to|for|if)\s+(.+?)(?=[.,;!?]|\s+or\s+press|$)",
    re.IGNORECASE,
)
_TO_PRESS = re.compile(
    r"(?:^|[.,;!?]\s*|\b(?:or|and)\s+)(?:to|for|if you(?:'d like to| would like to| want to)?)\s+([^.,;!?]{2,60}?),?\s+"
    r"(?:please\s+)?(?:press|select|choose)\s+(\d|star|pound|\*|#)",
    re.IGNORECASE,
)
_OPERATORS = {
    "Equals": "=",
    "NumberGreaterThan": ">",
    "NumericGreaterThan": ">",
    "GreaterThan": ">",
    "NumberLessThan": "<",
    "NumericLessThan": "<",
    "LessThan": "<",
    "NumberGreaterOrEqualTo": "≥",
    "NumberGreaterThanOrEqualTo": "≥",
    "GreaterThanOrEqualTo": "≥",
    "NumberLessOrEqualTo": "≤",
    "NumberLessThanOrEqualTo": "≤",
    "LessThanOrEqualTo": "≤",
    "TextStartsWith": "starts with",
    "StartsWith": "starts with",
    "TextEndsWith": "ends with",
    "EndsWith": "ends with",
    "TextContains": "contains",
    "Contains": "contains",
}


def prompt(action: Action) -> str:
    """What a block says, as plain text; empty where it plays a recording without a name."""
    parameters = action.parameters
    said = [_said(parameters.get("Text")), _said(parameters.get("SSML"))]
    for message in mappings(parameters.get("Messages")):
        said += [_said(message.get("Text")), _said(message.get("SSML"))]
    spoken = next((words for words in said if any(character.isalnum() for character in words)), "")
    return spoken or _recording(action)


def _said(value: object) -> str:
    words = " ".join(_TAG.sub(" ", text(value)).split())
    path = _PATH.match(words)
    if path is None:
        return words
    parts = words.removeprefix("$.").split(".")
    return readable(" ".join(parts[-2:]).lower() if parts[-1] in ("Name", "Text", "Value") else path.group(1))


def _recording(action: Action) -> str:
    shown = action.shown.get("PromptId", "")
    return readable(re.sub(r"\.wav$", "", shown, flags=re.IGNORECASE))


def readable(words: str) -> str:
    """A symbolic name as words: underscores become spaces."""
    return " ".join(words.replace("_", " ").split())


def attribute(reference: str) -> str:
    """The last part of a path such as ``$.Attributes.language``; other text as it is."""
    path = _PATH.match(reference)
    return path.group(1) if path else reference


def resource(reference: object, shown: str = "") -> str:
    """The name of a queue, flow, bot or other resource; empty where nothing but an opaque id is known."""
    if shown and not _OPAQUE.fullmatch(shown):
        return _without_braces(shown)
    last = attribute(text(reference)).rsplit("/", 1)[-1]
    if last.startswith("arn:"):
        last = last.rsplit(":", 1)[-1]
    name = _without_braces(last)
    return "" if _OPAQUE.search(name) else name


def _without_braces(name: str) -> str:
    inside = _PLACEHOLDER.match(name)
    return next(filter(None, inside.groups()), name) if inside else name


def options(said: str) -> dict[str, str]:
    """What a prompt says of its keys: ``press 1 to pay`` gives ``{"1": "pay"}``."""
    found: dict[str, str] = {}
    for match in _TO_PRESS.finditer(said):
        found.setdefault(key_said(match.group(2)), shortened(match.group(1).strip(), 50))
    for match in _PRESS_TO.finditer(said):
        found.setdefault(key_said(match.group(1)), shortened(match.group(2).strip(), 50))
    return found


def compared(subject: str, branches: Iterable[Branch], branch: Branch) -> str:
    """The condition of a branch in words; for the one without a condition, what the others ask for is denied."""
    if branch.kind == "condition":
        operator = _OPERATORS.get(branch.operator, branch.operator or "=")
        return shortened(f"{subject} {operator} {branch.operand or '(empty)'}", 80)
    others = [
        f"{_OPERATORS.get(other.operator, '=')} {other.operand}" for other in branches if other.kind == "condition"
    ]
    if len(others) == 1:
        return shortened(f"{subject} not {others[0].removeprefix('= ')}", 80)
    return shortened(f"{subject}: otherwise", 80)


def bot(action: Action) -> str:
    """The name of the bot a block connects with; empty where only an opaque id is known."""
    named = action.shown.get("") or action.shown.get("LexV2Bot.AliasArn")
    reference = (
        inner(action.parameters, "LexBot", "Name")
        or action.parameters.get("BotName")
        or inner(action.parameters, "LexV2Bot", "AliasArn")
        or action.parameters.get("BotAliasArn")
    )
    return readable(resource(reference, named or ""))

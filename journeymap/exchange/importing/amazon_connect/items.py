"""What the customer is asked for: named from the words of the prompt, or from the attribute it is saved to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.amazon_connect.wording import prompt, readable
from journeymap.exchange.importing.draft import Item
from journeymap.exchange.importing.loose import flag, inner, mapping, mappings, text, texts
from journeymap.exchange.importing.phrases import LEADING, SENSITIVE, WHAT, shortened

__all__ = ["form_items", "input_items", "uses_input"]

_ASKED = re.compile(
    r"\b(?:re-?)?(?:enter|key in|type in|type|provide|tell (?:me|us)|give (?:me|us)|input|say|dial)\b\s+(?:in\s+)?"
    r"(?:the|your|a|an|us|me)?\s*(?P<asked>[^.,;:!?]+)",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\bre-?enter|\bagain\b|\bconfirm", re.IGNORECASE)
_TRAILING = re.compile(
    r"\s+(?:followed by|then|and|now|again|using|that|which|you would like|you want|when|so|after|in|as|on|to|from|"
    r"associated|we|please)\b.*$",
    re.IGNORECASE,
)
_STORED = ("StoredCustomerInput", "Stored customer input")
_FURTHEST = 25
"""So many blocks behind an input are searched for what becomes of it."""


def input_items(flow: ParsedFlow, action: Action, name: str) -> tuple[Item, ...]:
    """What a block that stores its input asks for. Where a later block uses it, it is needed; it is always asked."""
    said = prompt(action)
    saved = _saved_as(flow, action)
    asked = _asked(said) or readable(saved or "") or shortened(said, 40) or name
    again = " (again)" if _AGAIN.search(said) and _asked(said) else ""
    hidden = flag(action.parameters.get("EncryptEntry")) or flag(inner(action.parameters, "InputEncryption", "Enabled"))
    hidden = hidden or bool(mapping(action.parameters.get("InputEncryption"))) or bool(SENSITIVE.search(asked))
    item = Item((asked + again).casefold(), asked[:1].upper() + asked[1:] + again, sensitive=hidden, always=True)
    if saved is None:
        return (item,)
    return (item, Item(item.key, item.name, sensitive=hidden))


def _asked(said: str) -> str:
    match = _ASKED.search(said) or WHAT.search(said)
    if match is None:
        return ""
    words = LEADING.sub("", _TRAILING.sub("", match.group("asked").strip()).strip())
    return words if 1 < len(words) <= 40 and "$" not in words else ""


def uses_input(action: Action) -> bool:
    """Whether a block reads what was stored last."""
    return any(stored in value for value in texts(dict(action.parameters)) for stored in _STORED)


def _saved_as(flow: ParsedFlow, action: Action) -> str | None:
    """The name under which a later block of the flow uses the input; empty without a name, None if none uses it."""
    waiting = [branch.target for branch in action.branches if branch.kind != "error"]
    seen = {action.identifier}
    while waiting and len(seen) <= _FURTHEST:
        following = flow.actions.get(waiting.pop(0))
        if following is None or following.identifier in seen:
            continue
        seen.add(following.identifier)
        if uses_input(following):
            return next(_names(following), "")
        if not flag(following.parameters.get("StoreInput")):
            waiting += [branch.target for branch in following.branches]
    return None


def _names(action: Action) -> Iterator[str]:
    for key in ("Attributes", "FlowAttributes", "LambdaInvocationAttributes"):
        for name, value in mapping(action.parameters.get(key)).items():
            if any(stored in part for part in texts([value]) for stored in _STORED):
                yield text(name)


def form_items(action: Action) -> tuple[Item, ...]:
    """The fields of a view, by label."""
    found: dict[str, Item] = {}
    data = mapping(action.parameters.get("ViewData"))
    for section in [*mappings(data.get("Sections")), *mappings(data.get("Items"))]:
        for field in mappings(section.get("Items")):
            label = text(field.get("Label"))
            if label and "$" not in label and text(field.get("Name")) and text(field.get("Type")):
                hidden = bool(SENSITIVE.search(label))
                found.setdefault(label.casefold(), Item(label.casefold(), label.rstrip(":* "), sensitive=hidden))
    return tuple(found.values())

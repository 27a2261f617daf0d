"""Names of blocks for people."""

from __future__ import annotations

import re

from journeymap.exchange.importing.amazon_connect.catalogue import Part, part_of
from journeymap.exchange.importing.amazon_connect.items import form_items, input_items
from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.amazon_connect.wording import bot, options, prompt, readable, resource
from journeymap.exchange.importing.loose import inner, text
from journeymap.exchange.importing.phrases import shortened

__all__ = ["announcement_name", "block_name", "is_confirmation", "technical_name", "told_name"]

_NO_NAME = re.compile(
    r"(?:[0-9a-fA-F]{8}-[0-9a-fA-F-]{13,})|(?:action|block|node|step|module)?[-_ ]?\d*", re.IGNORECASE
)


def told_name(action: Action) -> str:
    """The identifier, where somebody chose it; empty for one that was generated."""
    return "" if _NO_NAME.fullmatch(action.identifier) else readable(action.identifier.replace("-", " "))


def block_name(flow: ParsedFlow, action: Action) -> str:
    """What a touchpoint is called: by its own name, or by what it says to the customer."""
    return told_name(action) or _by_words(flow, action)


def _by_words(flow: ParsedFlow, action: Action) -> str:
    part, said = part_of(action), prompt(action)
    if part is Part.INPUT:
        asked = input_items(flow, action, "input")[0].name
        return f"Question: {asked}" if asked.endswith(("?", "…", "？")) else f"Enter {asked.lower()}"
    if part is Part.MENU:
        choices = list(options(said).values())
        if not any(branch.kind == "condition" for branch in action.branches):
            return _after("Waits for a key", said)
        return _after("Menu", ", ".join(choices) if len(choices) > 1 else said)
    if part is Part.BOT:
        return f"Bot {bot(action)}" if bot(action) else _after("Bot", said)
    if part is Part.VIEW:
        return _view_name(action)
    if part is Part.OUTSIDE:
        return _after("Outside number", _number(action))
    if part is Part.CALLBACK:
        return "Callback request"
    return "Sign in" if part is Part.SIGN_IN else technical_name(action)


def _after(kind: str, words: str) -> str:
    return f"{kind}: {shortened(words)}" if words else kind


def _view_name(action: Action) -> str:
    heading = text(inner(action.parameters, "ViewData", "Heading")).strip('"')
    shown = action.shown.get("ViewResource.Id") or resource(inner(action.parameters, "ViewResource", "Id"))
    words = heading if heading and "$" not in heading else text(inner(action.parameters, "ViewData", "SubHeading"))
    words = words if words and "$" not in words else f"View {readable(shown)}".strip()
    fields = form_items(action)
    return shortened(f"{words}: {fields[0].name}" if fields else words)


def is_confirmation(action: Action) -> bool:
    """Whether a view says that something has been done."""
    shown = action.shown.get("ViewResource.Id") or resource(inner(action.parameters, "ViewResource", "Id"))
    return action.type == "ShowView" and shown.casefold().split(":")[0] == "confirmation"


def _number(action: Action) -> str:
    number = text(action.parameters.get("ThirdPartyPhoneNumber"))
    return readable(resource(number)) if number.startswith("$") else number


def announcement_name(action: Action) -> str:
    """What an announcement at the end of a contact is called."""
    return told_name(action) or _after("Announcement", prompt(action))


def technical_name(action: Action) -> str:
    """A block that customers do not meet, for remarks: its own name, or its type in words."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", action.type).capitalize() or "Block without a type"
    if action.type == "InvokeLambdaFunction":
        words = _after("Look-up", readable(resource(action.parameters.get("LambdaFunctionARN"))))
    if part_of(action) is Part.PROMPT:
        words = _after("Announcement", prompt(action))
    return told_name(action) or words

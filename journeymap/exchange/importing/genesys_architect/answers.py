"""What an action asks the customer: a choice, or information that is used later on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.exchange.importing.draft import Item
from journeymap.exchange.importing.genesys_architect.actions import actions_in
from journeymap.exchange.importing.genesys_architect.catalogue import Part, part_of
from journeymap.exchange.importing.genesys_architect.parsed import ParsedFlow
from journeymap.exchange.importing.genesys_architect.wording import said, told_name
from journeymap.exchange.importing.loose import inner, mapping, text, texts
from journeymap.exchange.importing.phrases import asked_for, is_sensitive, options, readable

__all__ = ["Answers"]

_VARIABLE = re.compile(r"\b(?:Task|Flow|State|Slot|Bot|Common|Session)\.[\w ]*\w", re.IGNORECASE)
_COMPARED = re.compile(r"\b((?:Task|Flow|State|Slot|Bot|Common|Session)\.\w+)\s*[!=]=\s*[\"\w]", re.IGNORECASE)
_VAGUE = frozenset(
    {"input", "choice", "digits", "digit", "selection", "answer", "response", "result", "option", "data"}
)
_OUTPUTS = ("intents", "paths", "yes", "no")
_STORED = ("inputData", "slot", "result", "selection", "input", "value", "response")


class Answers:
    """The answers of all flows: which only decide where to go on, and which are used."""

    def __init__(self, flows: Sequence[ParsedFlow]) -> None:
        self._mentioned: Counter[str] = Counter()
        self._compared: Counter[str] = Counter()
        for flow in flows:
            for words in texts(dict(flow.body)):
                self._mentioned.update(match.group().casefold() for match in _VARIABLE.finditer(words[:4000]))
                self._compared.update(match.group(1).casefold() for match in _COMPARED.finditer(words[:4000]))

        self._asked = {flow.key: frozenset(_asked_in(flow)) for flow in flows}
        self._stored = {flow.key: dict(_stored_in(flow)) for flow in flows}

    def variables(self, flow: ParsedFlow) -> frozenset[str]:
        """The variables in which a flow stores answers."""
        return self._asked[flow.key]

    def is_choice(self, action: Mapping[str, object]) -> bool:
        """Whether the answer only says where to go on."""
        outputs = mapping(action.get("outputs"))
        if any(key in outputs for key in _OUTPUTS) or len(options(said(action))) > 1:
            return True
        return any(self._compared[variable.casefold()] for variable in stored(action))

    def is_used(self, action: Mapping[str, object]) -> bool:
        """Whether something works with the answer."""
        times = [self._mentioned[variable.casefold()] for variable in stored(action)]
        least = 0 if mapping(action.get("slot")) else 1
        return not self.is_choice(action) and any(count > least for count in times)

    def items(self, kind: str, action: Mapping[str, object]) -> tuple[Item, ...]:
        """What an action asks for. Where something uses it, it is needed; it is always asked."""
        if self.is_choice(action):
            return ()
        name = self._name(kind, action)
        if not name:
            return ()
        name = name[:1].upper() + name[1:]
        item = Item(name.casefold(), name, is_sensitive(name))
        if mapping(action.get("slot")):
            return (item,)  # a slot that is filled is not asked for again
        always = replace(item, always=True)
        return (always, item) if self.is_used(action) else (always,)

    def used_by(self, flow: ParsedFlow, action: Mapping[str, object]) -> tuple[Item, ...]:
        """The answers an action itself works with, not those in its outputs."""
        own = {key: value for key, value in action.items() if key not in ("outputs", "inputData", "slot", "task")}
        mentioned = {match.group().casefold() for words in texts(own) for match in _VARIABLE.finditer(words[:4000])}
        stored_in = self._stored[flow.key]
        asking = [stored_in[variable] for variable in sorted(mentioned) if variable in stored_in]
        return tuple(dict.fromkeys(item for kind, asked in asking for item in self.items(kind, asked)))

    def _name(self, kind: str, action: Mapping[str, object]) -> str:
        slot = readable(text(inner(action, "slot", "name")))
        if slot:
            return re.sub(r" (?:type|slot)$", "", slot, flags=re.IGNORECASE).capitalize()
        asked = asked_for(said(action))
        if asked:
            return asked
        variable = next(stored(action), "").rsplit(".", 1)[-1]
        return readable(variable) if variable and variable.casefold() not in _VAGUE else told_name(kind, action)


def stored(action: Mapping[str, object]) -> Iterator[str]:
    """The variables an answer is stored in."""
    for key in _STORED:
        variable = text(inner(action, key, "var"))
        if variable:
            yield variable
    if text(inner(action, "slot", "name")):
        yield "Slot." + text(inner(action, "slot", "name"))


def _asked_in(flow: ParsedFlow) -> Iterator[str]:
    for found in actions_in(flow):
        if part_of(found.kind) is Part.ASK:
            yield from stored(found.action)


def _stored_in(flow: ParsedFlow) -> Iterator[tuple[str, tuple[str, Mapping[str, object]]]]:
    """Each variable in which an answer is stored, and the action that asks."""
    for found in actions_in(flow):
        if part_of(found.kind) is Part.ASK:
            for variable in stored(found.action):
                yield variable.casefold(), (found.kind, found.action)

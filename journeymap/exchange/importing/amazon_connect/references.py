"""Which flow, queue or module a block means: by id, ARN, name, symbolic name, or an attribute set in the same file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.amazon_connect.wording import attribute, readable, resource
from journeymap.exchange.importing.loose import mapping, text

__all__ = ["Called", "References"]

_WORD = re.compile(r"[^\W_]+")
_FILLING = frozenset(
    {"a", "an", "arn", "change", "contact", "enter", "flow", "here", "id", "insert", "module", "of", "replace",
     "select", "the", "to", "use", "your"}
)  # fmt: skip
"""Words of placeholders that name nothing."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a reference means: an imported flow, or the name of one that is not; `guessed` by the words of its name."""

    name: str
    flow: ParsedFlow | None = None
    guessed: bool = False


class References:
    """All names by which the imported flows are called. Looking one up takes constant time, guessing linear time."""

    def __init__(self, flows: Sequence[ParsedFlow]) -> None:
        self._flows = flows
        self._by_alias: dict[str, ParsedFlow] = {}
        for flow in flows:
            for alias in flow.aliases:
                self._by_alias.setdefault(_plain(alias), flow)
        self._values = {flow.key: _values_in(flow.actions.values()) for flow in flows}
        self._known: dict[tuple[str, str, str], Called] = {}

    def flow(self, caller: ParsedFlow, reference: object, shown: str = "") -> Called:
        """The flow that a parameter of the calling flow means."""
        key = (caller.key, text(reference), shown)
        if key not in self._known:
            self._known[key] = self._looked_up(*key)
        return self._known[key]

    def _looked_up(self, caller: str, reference: str, shown: str) -> Called:
        resolved = self.value(caller, reference)
        for name in (resolved, resource(resolved), shown, resource(reference)):
            found = self._by_alias.get(_plain(name)) if name else None
            if found is not None:
                return Called(found.name, found)
        name = readable(resource(resolved, shown)) or "an unnamed flow"
        guessed = self._guess(shown or resource(resolved))
        return Called(guessed.name, guessed, guessed=True) if guessed is not None else Called(name)

    def _guess(self, name: str) -> ParsedFlow | None:
        """The only flow whose name has all the words of a placeholder, one after the other."""
        words = [word for word in _words(name) if word not in _FILLING]
        fitting = [flow for flow in self._flows if words and _within(words, _words(flow.name))]
        return fitting[0] if len(fitting) == 1 else None

    def value(self, caller: str, reference: str) -> str:
        """A reference to an attribute that the flow sets to a fixed value is replaced by it."""
        seen: set[str] = set()
        while reference.startswith("$.") and reference not in seen:
            seen.add(reference)
            reference = self._values.get(caller, {}).get(attribute(reference)) or reference
        return reference

    def queue(self, caller: str, action: Action) -> str:
        """The name of the queue, or of the agent, that a block names; empty if it names none."""
        for key in ("QueueId", "AgentId", "Queue", "Agent"):
            reference = text(action.parameters.get(key))
            shown = action.shown.get(key) or (action.shown.get("", "") if key == "QueueId" else "")
            if reference or (key in action.parameters and shown):
                return self._queue_named(caller, reference, shown, agent=key.startswith("Agent"))
        return ""

    def _queue_named(self, caller: str, reference: str, shown: str, *, agent: bool) -> str:
        name = readable(resource(self.value(caller, reference), "" if attribute(shown) == shown[2:] else shown))
        if agent:
            return f"Agent ({name})" if name else "Agent"
        return name or f"Queue {text(reference).rsplit('/', 1)[-1][:8]}"


def _plain(name: str) -> str:
    """A name for comparison: an ARN by its last part, a placeholder by what it encloses, case and spaces ignored."""
    last = resource(name) or name.rsplit("/", 1)[-1]
    return " ".join(_words(last)) or last


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _within(words: list[str], name: list[str]) -> bool:
    width = len(words)
    return any(name[start : start + width] == words for start in range(len(name) - width + 1))


def _values_in(actions: Iterable[Action]) -> Mapping[str, str]:
    """Fixed values of attributes that a flow sets; an attribute with several values has none."""
    values: dict[str, set[str]] = {}
    for action in actions:
        for key in ("Attributes", "FlowAttributes"):
            for name, value in mapping(action.parameters.get(key)).items():
                given = text(mapping(value).get("Value")) if isinstance(value, dict) else text(value)
                if given.strip():
                    values.setdefault(text(name), set()).add(given)
    return {name: next(iter(given)) for name, given in values.items() if len(given) == 1}

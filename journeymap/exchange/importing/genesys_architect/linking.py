"""Which flows and sequences are meant by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeymap.exchange.importing.genesys_architect.catalogue import Part, is_entered, part_of
from journeymap.exchange.importing.genesys_architect.finding_flows import reference_of
from journeymap.exchange.importing.genesys_architect.parsed import FlowPart, ParsedFlow
from journeymap.exchange.importing.genesys_architect.wording import target_name
from journeymap.exchange.importing.loose import mapping, text
from journeymap.exchange.importing.phrases import readable

__all__ = ["Links", "called_name", "reference"]

_CALLED = ("botFlow", "digitalBotFlow", "commonModule", "flow", "targetFlow", "bot", "secureFlow", "targetSecureFlow")
_NAMED = ("targetFlow", "flow", "secureFlow", "targetSecureFlow", "botName", "bot", "agent", "name")
_REFERENCES = ("targetTaskRef", "targetMenuRef", "targetStateRef", "targetBotRef", "taskRef", "menuRef", "stateRef")
_LINKING = frozenset({Part.FLOW, Part.SECURE, Part.BOT, Part.MODULE})


def called_name(action: Mapping[str, object]) -> str:
    """The name of the flow, bot or module an action calls."""
    for key in _CALLED:
        inside = mapping(action.get(key))
        if inside and not {"lit", "exp", "var", "name"} & inside.keys():
            return readable(next(iter(inside)).strip("<>"))
    return readable(target_name(action, *_NAMED))


def reference(action: Mapping[str, object]) -> str:
    """The sequence an action leads to, as it is written."""
    found = (text(action.get(key)) for key in _REFERENCES)
    other = (text(value) for key, value in action.items() if key.endswith("Ref"))
    return next(filter(None, [*found, *other]), "")


class Links:
    """Flows by name, the sequences of each, and which flows are called by others."""

    def __init__(self, flows: Sequence[ParsedFlow]) -> None:
        self._by_name: dict[str, ParsedFlow] = {}
        for flow in flows:
            self._by_name.setdefault(_plain(flow.name), flow)
        self._sequences = {flow.key: list(flow.sequences) for flow in flows}
        called = (self.flow(name) for flow in flows for name in _called_in(dict(flow.body)))
        self.called = {flow.key for flow in called if flow is not None}

    def flow(self, name: str) -> ParsedFlow | None:
        """The flow of a name, if it was imported."""
        return self._by_name.get(_plain(name)) if name else None

    def sequence(self, flow: ParsedFlow, words: str) -> FlowPart | None:
        """The sequence a reference leads to; None where there is none."""
        kind, name = reference_of(words)
        candidates = [one for one in self._sequences[flow.key] if name in (one.reference, one.name)]
        return next((one for one in candidates if one.kind == kind), candidates[0] if candidates else None)

    def first(self, flow: ParsedFlow) -> FlowPart | None:
        """The sequence with which a flow begins; the first one where it does not say."""
        direct = next((one for one in flow.sequences if one.kind == "actions"), None)
        if flow.start:
            return self.sequence(flow, flow.start)
        return direct or next(iter(flow.sequences), None)

    def is_entry(self, flow: ParsedFlow) -> bool:
        """Whether contacts begin in a flow: its kind says so, or no other calls it."""
        return is_entered(flow.kind) or flow.key not in self.called


def _called_in(value: object) -> Iterator[str]:
    waiting: list[object] = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            for key, inside in part.items():
                if isinstance(inside, dict) and part_of(_unprefixed(key)) in _LINKING:
                    yield called_name(inside)
            waiting += part.values()


def _unprefixed(kind: str) -> str:
    return kind[4:5].lower() + kind[5:] if kind.startswith("menu") and kind[4:5].isupper() else kind


def _plain(name: str) -> str:
    return readable(name).casefold()

"""Where a contact is while it goes through flows: which flow, who ran it, and where it goes on afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.exchange.importing.twilio_studio.parsed import ParsedFlow

__all__ = ["Context", "Contexts"]

_DEEPEST = 5
_MOST = 400


@dataclass(frozen=True, slots=True)
class Context:
    """A run of a flow: `returns` is the key of the block that follows its end, empty where the contact ends;
    `channel` is that of the caller, `depth` counts callers.
    """

    flow: ParsedFlow
    name: str
    returns: str = ""
    channel: str = ""
    depth: int = 0

    def key(self, widget: str) -> str:
        """The key of the block a widget becomes."""
        return f"{self.name}/{widget}"


class Contexts:
    """All runs, each once; beyond some depth or number, subflows are run without a way back."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], Context] = {}

    def alone(self, flow: ParsedFlow) -> Context:
        """A flow that customers begin, or that nobody runs."""
        return self._known.setdefault((flow.key, "", ""), Context(flow, flow.key))

    def run(self, flow: ParsedFlow, caller: Context, returns: str, channel: str) -> Context:
        """A flow that a widget of another runs."""
        if caller.depth >= _DEEPEST or len(self._known) >= _MOST:
            return self.alone(flow)
        known = self._known.get((flow.key, returns, channel))
        if known is None:
            name = f"{flow.key}>{len(self._known)}"
            known = self._known[flow.key, returns, channel] = Context(flow, name, returns, channel, caller.depth + 1)
        return known

"""Where a contact is while it goes through flows: the flow, who called it, the block, and what was set on the way."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.exchange.importing.amazon_connect.exits import Exit
from journeymap.exchange.importing.amazon_connect.parsed import ParsedFlow

__all__ = ["MANY_QUEUES", "Context", "Leg", "Setting", "Spot"]

MANY_QUEUES = "One of several queues"
"""The queue of a contact, where more of them are possible than are told apart."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What blocks set for later: the queue by name; by key, the flow heard while waiting in it, the flow after the
    agent has hung up, and the guides on the agent's screen.
    """

    queue: str = ""
    waiting: str = ""
    afterwards: str = ""
    guides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """A flow, and how it was called: a module knows the block that called it and where that goes on; a flow heard
    while waiting knows the place the customer waits for. `depth` counts callers.
    """

    flow: ParsedFlow
    caller: Context | None = None
    called_at: str = ""
    resumes_at: str = ""
    waits_for: str = ""
    depth: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Context) and self.name() == other.name()

    def __hash__(self) -> int:
        return hash(self.name())

    def name(self) -> str:
        """A key that is unique among contexts."""
        before = f"{self.caller.name()}/{self.called_at}>" if self.caller is not None else ""
        return f"{before}{self.flow.key}{'~' + self.waits_for if self.waits_for else ''}"

    def root(self) -> ParsedFlow:
        """The flow whose channel the contact is on."""
        return self.caller.root() if self.caller is not None else self.flow


@dataclass(frozen=True, slots=True)
class Spot:
    """A block in a context and a setting."""

    context: Context
    identifier: str
    setting: Setting


@dataclass(frozen=True, slots=True)
class Leg:
    """A way from a spot to another, to the end, or to a place that is no block (a queue, a flow not imported)."""

    target: Spot | str
    way: Exit
    kind: str = ""

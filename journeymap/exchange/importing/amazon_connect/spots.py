"""Where a contact is while it goes through flows: the flow, who called it, the block, and what was set on the way."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.exchange.importing.amazon_connect.exits import Exit
from journeymap.exchange.importing.amazon_connect.parsed import ParsedFlow

__all__ = ["MANY_QUEUES", "Context", "Contexts", "Leg", "Setting", "Spot"]

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


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """A flow, and how it was called: a module knows the block that called it and where that goes on; a flow heard
    while waiting knows the place the customer waits for. `depth` counts callers. There is one per `name`, see
    `Contexts`.
    """

    name: str
    flow: ParsedFlow
    caller: Context | None = None
    resumes_at: str = ""
    waits_for: str = ""
    depth: int = 0

    def is_inside(self, flow: ParsedFlow) -> bool:
        """Whether this is the flow, or one that it called."""
        return self.flow is flow or (self.caller is not None and self.caller.is_inside(flow))

    def root(self) -> ParsedFlow:
        """The flow whose channel the contact is on."""
        return self.caller.root() if self.caller is not None else self.flow


class Contexts:
    """All contexts, each once."""

    def __init__(self) -> None:
        self._known: dict[str, Context] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, flow: ParsedFlow) -> Context:
        """A flow that nobody called, or that was gone on to for good."""
        return self._once(Context(flow.key, flow))

    def module(self, flow: ParsedFlow, caller: Context, called_at: str, resumes_at: str) -> Context:
        """A module that a block of the caller calls."""
        name = f"{caller.name}/{called_at}>{flow.key}"
        return self._once(Context(name, flow, caller, resumes_at, caller.waits_for, caller.depth + 1))

    def waiting(self, flow: ParsedFlow, caller: Context | None, waits_for: str) -> Context:
        """A flow heard while waiting; the caller tells its channel, where that is not the flow's own."""
        before = f"{caller.name}>" if caller is not None else ""
        return self._once(Context(f"{before}{flow.key}~{waits_for}", flow, caller, waits_for=waits_for, depth=1))

    def _once(self, context: Context) -> Context:
        return self._known.setdefault(context.name, context)


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

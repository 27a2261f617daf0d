"""Places on the customer's way that are no blocks of a flow: queues, flows that were not imported, tasks."""

from __future__ import annotations

from dataclasses import dataclass, field

from journeymap.exchange.importing.amazon_connect.channels import Channels
from journeymap.exchange.importing.amazon_connect.parsed import Action
from journeymap.exchange.importing.amazon_connect.spots import Context, Leg
from journeymap.exchange.importing.loose import text

__all__ = ["Elsewhere", "Places", "QueuePlace", "TaskPlace"]


@dataclass(slots=True)
class QueuePlace:
    """A queue: `legs` lead to what comes after the agent (in order), and `guides` are the keys of
    the flows on the agents' screens.
    """

    key: str
    name: str
    context: Context
    action: Action
    legs: dict[Leg, None] = field(default_factory=dict)
    guides: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A flow that is called and was not imported."""

    key: str
    name: str
    context: Context
    action: Action


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """A task that a flow creates for somebody behind the scenes."""

    key: str
    name: str
    context: Context
    action: Action


class Places:
    """One place per name (of a queue, per name and channel), in the order they are come to."""

    def __init__(self, channels: Channels) -> None:
        self._channels = channels
        self.queues: dict[str, QueuePlace] = {}
        self.others: dict[str, Elsewhere | TaskPlace] = {}

    def queue(self, context: Context, action: Action, name: str) -> QueuePlace:
        """The place of a queue; without a name it is one of the flow's own: what the contact was given elsewhere."""
        key = f"{'' if name else context.root().key}/queue:{self._channels.of(context.root())}:{name}"
        return self.queues.setdefault(key, QueuePlace(key, name or "Queue", context, action))

    def elsewhere(self, context: Context, action: Action, name: str) -> str:
        """The key of a flow that was not imported."""
        key = f"{context.flow.key}/elsewhere:{name}"
        self.others.setdefault(key, Elsewhere(key, name, context, action))
        return key

    def task(self, context: Context, action: Action) -> str:
        """The key of a task."""
        name = text(action.parameters.get("Name")) or "Task"
        key = f"{context.flow.key}/task:{name}"
        self.others.setdefault(key, TaskPlace(key, name, context, action))
        return key

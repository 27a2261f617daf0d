"""The channel of a flow: telephone, unless it shows views, says that it is a chat, or is begun by tasks only.

Views are pages on which people steer themselves: a flow that consists of them is self-service; where it hands over to
agents or talks as well, it is a chat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from journeymap.exchange.importing.amazon_connect.catalogue import Part, part_of
from journeymap.exchange.importing.amazon_connect.parsed import ParsedFlow
from journeymap.exchange.importing.draft import Channel

__all__ = ["Channels"]

_PHONE = Channel("phone", "Telephone", "live")
_CHAT = Channel("chat", "Chat", "live")
_GUIDE = Channel("guide", "Step-by-step guide", "self")
_TASK = Channel("task", "Tasks", "internal")
_LIVE = frozenset({Part.QUEUE, Part.AGENT, Part.MENU, Part.BOT})
_SAYS_CHAT = re.compile(r"(?<![A-Za-z])chat(?![a-z])|(?<=[a-z])Chat(?![a-z])", re.IGNORECASE)


class Channels:
    """Chooses channels; `used` are those that were chosen, in a fixed order."""

    def __init__(self, begun_by_tasks: Iterable[str]) -> None:
        self._tasks = frozenset(begun_by_tasks)
        self._used: set[str] = set()
        self._known: dict[str, str] = {}

    def of(self, flow: ParsedFlow) -> str:
        """The key of the channel a flow is on."""
        if flow.key not in self._known:
            self._known[flow.key] = self._chosen(flow).key
        self._used.add(self._known[flow.key])
        return self._known[flow.key]

    def task(self) -> str:
        """The key of the channel of tasks."""
        self._used.add(_TASK.key)
        return _TASK.key

    def used(self) -> tuple[Channel, ...]:
        """Every channel that was chosen."""
        return tuple(channel for channel in (_PHONE, _CHAT, _GUIDE, _TASK) if channel.key in self._used) or (_PHONE,)

    def _chosen(self, flow: ParsedFlow) -> Channel:
        if flow.key in self._tasks:
            return _TASK
        parts = {part_of(action) for action in flow.actions.values()}
        if Part.VIEW in parts and not parts & _LIVE:
            return _GUIDE
        return _CHAT if Part.VIEW in parts or _SAYS_CHAT.search(flow.name) else _PHONE

"""Places behind transfers: queues, persons, numbers, voicemail, and flows that were not imported."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.exchange.importing.draft import Block, Item, Place
from journeymap.exchange.importing.genesys_architect.catalogue import Part
from journeymap.exchange.importing.genesys_architect.scope import Scope
from journeymap.exchange.importing.genesys_architect.wording import target_name
from journeymap.exchange.importing.loose import inner, text
from journeymap.exchange.importing.phrases import after, readable

__all__ = ["Places"]

_QUEUES = ("targetQueue", "queue")


def _address(action: Mapping[str, object]) -> str:
    return text(inner(action, "targetUser", "lit", "email") or inner(action, "user", "lit", "email"))


class Places:
    """One place for each queue, person or number on a channel; in the order they are come to."""

    def __init__(self) -> None:
        self.blocks: dict[str, Block] = {}

    def behind(self, part: Part, scope: Scope, action: Mapping[str, object], place: Place) -> str:
        """The key of the place an action hands over to."""
        match part:
            case Part.QUEUE | Part.CALLBACK:
                return self.queue(scope, target_name(action, *_QUEUES), place)
            case Part.NUMBER:
                number = target_name(action, "targetNumber", "number", "targetExternal", "phoneNumber")
                return self._person(scope, after("Outside number", number), place)
            case _:
                target = target_name(action, "targetUser", "user", "targetGroup", "group", "targetAgent")
                kind = "Group" if "targetGroup" in action or "group" in action else "Person"
                return self._person(scope, after(kind, target or _address(action)), place)

    def queue(self, scope: Scope, name: str, place: Place) -> str:
        """The people who answer a queue; without a name those of the flow's own."""
        plain = readable(name)
        named = (
            plain[:1].upper() + plain[1:] if "queue" in plain.casefold() else f"Queue {plain}" if plain else "Agents"
        )
        return self._person(scope, named, place, own=not plain)

    def _person(self, scope: Scope, name: str, place: Place, *, own: bool = False) -> str:
        key = f"{scope.channel}/{scope.flow.key if own else ''}/person:{name}"
        self.blocks.setdefault(
            key,
            Block(
                key,
                scope.flow.key,
                name,
                place,
                role="touchpoint",
                channel=scope.channel,
                handled_by="person",
                resolves=True,
                department=name,
            ),
        )
        return key

    def voicemail(self, scope: Scope, action: Mapping[str, object], place: Place) -> str:
        """A box in which messages are left, for a queue or somebody."""
        box = inner(action, "destination", "queue") or inner(action, "destination", "user") or action
        name = target_name(box if isinstance(box, dict) else action, *_QUEUES, "targetUser", "targetGroup", "user")
        return self._machine(scope, after("Voicemail", readable(name)), place, (Item("message", "Message"),))

    def elsewhere(self, scope: Scope, name: str, place: Place) -> str:
        """A flow or bot that was not imported."""
        return self._machine(scope, f"Not imported: {name}", place)

    def _machine(self, scope: Scope, name: str, place: Place, asks: tuple[Item, ...] = ()) -> str:
        key = f"{scope.channel}/{scope.flow.key}/machine:{name}"
        block = Block(key, scope.flow.key, name, place, "touchpoint", scope.channel, "machine", asks, resolves=True)
        self.blocks.setdefault(key, block)
        return key

"""Building: folded blocks become a contact map of the model, with readable ids."""

from __future__ import annotations

from typing import Any

from journeymap.exchange.importing.draft import Block, Draft, Remark, Way
from journeymap.exchange.importing.folding import Folded
from journeymap.exchange.importing.identifying import harmless, identified
from journeymap.exchange.importing.vocabulary import named, vocabulary_of
from journeymap.findings import Message
from journeymap.model import ContactMap
from journeymap.model.values import Kind
from journeymap.source.checks import contradictions

__all__ = ["built"]

_BAD_HOURS = 'the opening hours "{hours}" of "{name}" cannot be read; they are not in the map'


def built(draft: Draft, folded: Folded, name: str | None = None) -> tuple[ContactMap, tuple[Remark, ...]]:
    """The map of a folded draft, and what had to be left out of it; `name` takes the place of the draft's own.

    Everything that is used is declared, so that the map is valid. Linear in blocks and ways.
    """
    building = _Building(draft, folded)
    contact_map = building.contact_map(name or draft.name)
    unreadable = {str(one.location[1]) for one in contradictions(contact_map) if one.kind == "hours_text"}
    if not unreadable:
        return contact_map, ()
    remarks = tuple(_bad_hours(block) for block in folded.blocks if building.ids[block.key] in unreadable)
    return building.contact_map(name or draft.name, without_hours=unreadable), remarks


def _bad_hours(block: Block) -> Remark:
    return Remark("dropped", block.place, Message(_BAD_HOURS, {"hours": block.hours or "", "name": block.name}))


class _Building:
    def __init__(self, draft: Draft, folded: Folded) -> None:
        self.draft = draft
        self.folded = folded
        self.words = vocabulary_of(draft, folded.blocks)
        flows = {flow.key: flow.name for flow in draft.flows}
        groups = [flows.get(block.flow, block.flow) for block in folded.blocks]
        names = identified([block.name for block in folded.blocks], "touchpoint", groups)
        self.ids = {block.key: key for block, key in zip(folded.blocks, names, strict=True)}
        self.flows = {block.key: block.flow for block in folded.blocks}
        self.channels = {block.key: self._channel(block) for block in folded.blocks}
        self.machines = {block.key for block in folded.blocks if self._is_machine(block)}

    def contact_map(self, name: str, without_hours: frozenset[str] | set[str] = frozenset()) -> ContactMap:
        touchpoints = {self.ids[block.key]: self._touchpoint(block) for block in self.folded.blocks}
        for key in without_hours:
            touchpoints[key].pop("hours", None)
        data = {"journeymap": "1", **named(name, ""), "language": self.draft.language}
        return ContactMap.model_validate({**data, **self.words.sections, "touchpoints": touchpoints})

    def _touchpoint(self, block: Block) -> dict[str, Any]:
        key = self.ids[block.key]
        return {
            **named(block.name, key),
            "channel": self._channel(block),
            "department": self.words.departments[block.department or block.flow],
            "stage": [self.words.stages[block.stage]] if block.stage else [],
            "handled_by": self._handled_by(block),
            "entry": block.key in self.folded.entries or None,
            "needs": self._asked(block, always=False),
            "always_asks": self._asked(block, always=True),
            "tasks": list(dict.fromkeys(harmless(task) for task in block.tasks)),
            "resolves": block.resolves or None,
            "advances": block.advances,
            "hours": block.hours or None,
            "transfers": self._transfers(block),
        }

    def _channel(self, block: Block) -> str:
        return self.words.channels.get(block.channel, self.words.default_channel)

    def _mode(self, block: Block) -> str:
        return str(self.words.sections["channels"][self._channel(block)]["mode"])

    def _is_machine(self, block: Block) -> bool:
        return (block.handled_by or ("machine" if self._mode(block) == "self" else "person")) == "machine"

    def _handled_by(self, block: Block) -> str | None:
        """Who handles it, unless the language says the same of itself."""
        default = "machine" if self._mode(block) == "self" else "person"
        return block.handled_by if block.handled_by != default else None

    def _asked(self, block: Block, *, always: bool) -> list[str]:
        return list(dict.fromkeys(self.words.items[item.key] for item in block.asks if item.always is always))

    def _transfers(self, block: Block) -> dict[str, Any]:
        """The ways by target, in order; several to the same target as a list."""
        found: dict[str, list[dict[str, Any]]] = {}
        for way in block.ways:
            transfer = self._transfer(block, way)
            known = found.setdefault(self.ids[way.target], [])
            if transfer not in known:
                known.append(transfer)
        return {target: several if len(several) > 1 else several[0] for target, several in found.items()}

    def _transfer(self, block: Block, way: Way) -> dict[str, Any]:
        return {
            "kind": self._kind(block, way),
            "when": harmless(way.when) or None,
            "limit": way.limit,
            "wait": way.wait,
            "if_closed": self._if_closed(block, way, way.if_closed) if way.if_closed is not None else None,
        }

    def _kind(self, block: Block, way: Way) -> Kind | None:
        meeting, target = self.draft.meeting, self.flows[way.target]
        if way.kind is not None or meeting is None:
            return way.kind
        if target == block.flow:
            return "step"
        return "callback" if target in meeting and block.flow not in meeting else "ticket"

    def _if_closed(self, block: Block, way: Way, closed: Way) -> dict[str, Any] | str | None:
        if closed.target in (block.key, way.target):
            return None
        kind = closed.kind or self._default_kind(block.key, closed.target)
        same = way.kind or self._default_kind(block.key, way.target)
        to = self.ids[closed.target]
        return to if kind == same else {"to": to, "kind": kind}

    def _default_kind(self, source: str, target: str) -> str:
        """What the language takes a transfer for that does not say its kind."""
        both = self.channels[source] == self.channels[target] and {source, target} <= self.machines
        return "step" if both else "cold"

"""Where the ways of a draft lead: keys of blocks, of flows and their aliases; what leads nowhere is told."""

from __future__ import annotations

from journeymap.exchange.importing.draft import END, Block, Draft, Flow, Place, Remark
from journeymap.exchange.importing.routes import Route, route_of
from journeymap.findings import Message

__all__ = ["Addresses", "end_of"]

_UNKNOWN = '"{from_}" leads to "{to}", which does not exist'
_NO_BEGINNING = '"{from_}" leads to "{to}", which has no beginning'
_TWICE = '"{name}" is the name of several flows: "{chosen}" is meant'


def end_of(flow: str) -> str:
    """The key of the place at which contacts of a flow end."""
    return f"{END}/{flow}"


class Addresses:
    """Keys and aliases of a draft; `remarks` grows with each way that leads nowhere."""

    def __init__(self, draft: Draft) -> None:
        self.remarks: list[Remark] = []
        self._blocks = {block.key: block for block in draft.blocks}
        self._flows: dict[str, Flow] = {flow.key: flow for flow in reversed(draft.flows)}
        for flow in draft.flows:
            for alias in flow.aliases:
                self._name(alias, flow)

    def _name(self, alias: str, flow: Flow) -> None:
        chosen = self._flows.setdefault(alias, flow)
        if chosen is not flow:
            self.remarks.append(Remark("assumed", flow.place, Message(_TWICE, {"name": alias, "chosen": chosen.name})))

    def routes_from(self, block: Block) -> list[tuple[str, Route]]:
        """The ways of a block as (key of the block or end they lead to, route)."""
        found = []
        for number, way in enumerate(block.ways):
            target = self.target(block.flow, way.target, block.name, way.place or block.place)
            if target is not None:
                found.append((target, route_of(block, way, number)))
        return found

    def target(self, flow: str, target: str, name: str, place: Place) -> str | None:
        """The key of the block or end that is meant; None, and a remark, where there is none."""
        if target == END:
            return end_of(flow)
        if target in self._blocks:
            return target
        called = self._flows.get(target)
        if called is not None and called.first in self._blocks:
            return called.first
        template, to = (_UNKNOWN, target) if called is None else (_NO_BEGINNING, called.name)
        self.remarks.append(
            Remark("error", place, Message(template, {"from_": name, "to": to.removeprefix(f"{flow}/")}))
        )
        return None

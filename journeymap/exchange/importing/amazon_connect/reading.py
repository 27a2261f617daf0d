"""Reads flows of Amazon Connect into a draft."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.errors import CannotRun
from journeymap.exchange.importing.amazon_connect.channels import Channels
from journeymap.exchange.importing.amazon_connect.drafting import Drafting
from journeymap.exchange.importing.amazon_connect.faults import remarks_of
from journeymap.exchange.importing.amazon_connect.finding_flows import contains_flow, flows_of
from journeymap.exchange.importing.amazon_connect.linking import Links, Roles, links_in, roles_of
from journeymap.exchange.importing.amazon_connect.parsed import ParsedFlow
from journeymap.exchange.importing.amazon_connect.references import References
from journeymap.exchange.importing.amazon_connect.spots import Spot
from journeymap.exchange.importing.amazon_connect.travel import Travel
from journeymap.exchange.importing.draft import Block, Draft, Flow, Place, Remark, SourceText
from journeymap.findings import Message

__all__ = ["matches", "read"]

_MOST_ACTIONS = 100_000
_EMPTY = 'customers meet nothing in "{name}"; it stands as one touchpoint'


def matches(content: object) -> bool:
    """Whether parsed JSON holds flows of Amazon Connect, in any of its dialects."""
    return contains_flow(content)


def read(files: Sequence[SourceText]) -> Draft:
    """The draft of some files with flows, whatever their order. Raises `CannotRun` for a file that holds none.

    About linear in blocks, settings (queues and the like, of which a few are told apart) and calls of modules.
    """
    flows = flows_of(files)
    if sum(len(flow.actions) for flow in flows) > _MOST_ACTIONS:
        message = f"these files have more than {_MOST_ACTIONS} blocks"
        raise CannotRun(message, help="import fewer flows at a time")
    references = References(flows)
    links = links_in(flows, references)
    roles = roles_of(flows, links)
    channels = Channels(_begun_by_tasks(flows, links, roles))
    travel = Travel(flows, references, channels, roles.guides)
    drawn = [flow for flow in flows if flow.key not in roles.left_out]
    firsts = _travelled(travel, drawn, roles)
    drafting = Drafting(travel, flows, references, channels)
    keys = {flow: drafting.key(first) for flow, first in firsts.items()}
    blocks = drafting.blocks([key for flow, key in keys.items() if flow in roles.entries])
    remarks = remarks_of(flows, references, roles)
    if not any(block.role == "touchpoint" for block in blocks):
        flow = next(flow for flow in drawn if flow.key in roles.entries)
        blocks, keys = [_stand_in(flow, channels)], {flow.key: _stand_in(flow, channels).key}
        remarks.append(Remark("assumed", Place(flow.file, flow.line, flow.name), Message(_EMPTY, {"name": flow.name})))
    return Draft(
        name=_name(drawn, roles),
        flows=tuple(_flow(flow, keys.get(flow.key), flow.key in roles.entries) for flow in drawn),
        blocks=tuple(blocks),
        channels=channels.used(),
        remarks=tuple(remarks),
    )


def _stand_in(flow: ParsedFlow, channels: Channels) -> Block:
    """A flow in which customers meet nothing, as one touchpoint: a map needs one."""
    place = Place(flow.file, flow.line, flow.name)
    channel = channels.of(flow)
    return Block(f"{flow.key}/", flow.key, flow.name, place, "touchpoint", channel, "machine", resolves=True)


def _travelled(travel: Travel, drawn: Sequence[ParsedFlow], roles: Roles) -> dict[str, Spot | str]:
    """Goes through all flows that are drawn; where each begins, by its key. Blocks nobody reaches come last."""
    firsts: dict[str, Spot | str] = {}
    for flow in sorted(drawn, key=lambda flow: flow.key not in roles.entries):
        if flow.key in roles.entries:
            first = travel.begin(flow, flow.start)
            if first is not None:
                firsts[flow.key] = first
    for flow in drawn:
        if _first_visit(travel, flow):
            _visit_rest(travel, flow)
        firsts.setdefault(flow.key, _first_visit(travel, flow))
    return {key: first for key, first in firsts.items() if isinstance(first, Spot)}


def _first_visit(travel: Travel, flow: ParsedFlow) -> Spot | str:
    return next((spot for spot in travel.legs if spot.context.flow is flow and spot.identifier == flow.start), "")


def _visit_rest(travel: Travel, flow: ParsedFlow) -> None:
    visited = {spot.identifier for spot in travel.legs if spot.context.flow is flow}
    rest = [identifier for identifier in flow.actions if identifier not in visited]
    entered = {branch.target for identifier in rest for branch in flow.actions[identifier].branches}
    for identifier in sorted(rest, key=lambda identifier: (identifier != flow.start, identifier in entered)):
        if identifier not in visited:
            before = len(travel.legs)
            travel.begin(flow, identifier)
            visited |= {spot.identifier for spot in list(travel.legs)[before:] if spot.context.flow is flow}


def _begun_by_tasks(flows: Sequence[ParsedFlow], links: Links, roles: Roles) -> set[str]:
    """The flows that only tasks lead to."""
    from_tasks: set[str] = set()
    otherwise = set(roles.entries)
    for flow in flows:
        for link in links[flow.key]:
            if link.called.flow is not None:
                (from_tasks if link.by_task else otherwise).add(link.called.flow.key)
    return from_tasks - otherwise


def _flow(flow: ParsedFlow, first: str | None, entry: bool) -> Flow:
    return Flow(flow.key, flow.name, Place(flow.file, flow.line, flow.name), first, entry, flow.aliases)


def _name(drawn: Sequence[ParsedFlow], roles: Roles) -> str:
    names = [flow.name for flow in drawn if flow.key in roles.entries]
    return ", ".join(names) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more flows"

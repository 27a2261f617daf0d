"""Reads flows of Genesys Cloud Architect into a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.exchange.importing.announcing import with_announcements
from journeymap.exchange.importing.draft import Block, Channel, Draft, Flow, Remark, SourceText
from journeymap.exchange.importing.genesys_architect.answers import Answers
from journeymap.exchange.importing.genesys_architect.faults import remarks_of
from journeymap.exchange.importing.genesys_architect.finding_flows import contains_flow, flows_of
from journeymap.exchange.importing.genesys_architect.linking import Links
from journeymap.exchange.importing.genesys_architect.parsed import ParsedFlow
from journeymap.exchange.importing.genesys_architect.travel import Travel
from journeymap.exchange.importing.genesys_architect.wording import said, told_name
from journeymap.exchange.importing.needs import with_needs
from journeymap.exchange.importing.phrases import after
from journeymap.findings import Message

__all__ = ["matches", "read"]

_CHANNELS = (
    Channel("phone", "Telephone", "live"),
    Channel("messages", "Messages", "live"),
    Channel("chat", "Chat", "live"),
    Channel("email", "E-mail", "message"),
    Channel("internal", "Workflow", "internal"),
)
_EMPTY = 'customers meet nothing in "{name}"; it stands as one touchpoint'


def matches(content: object) -> bool:
    """Whether a YAML value is a flow of Genesys Cloud Architect."""
    return contains_flow(content)


def read(files: Sequence[SourceText]) -> Draft:
    """The draft of some files with flows, whatever their order. Raises `CannotRun` for a file that holds none.

    About linear in actions and in calls of tasks, modules and bots.
    """
    flows = flows_of(files)
    links = Links(flows)
    travel = Travel(links, Answers(flows))
    firsts = {flow.key: _begun(travel, flow, links) for flow in flows if links.is_entry(flow)}
    for flow in flows:
        if flow.key in firsts:
            for sequence in flow.sequences:
                travel.begin(flow, sequence)
    blocks = _ended(travel, [first for first in firsts.values() if first])
    remarks = remarks_of(flows, links)
    if not any(block.role == "touchpoint" for block in blocks):
        blocks, firsts = [_stand_in(flows[0])], {flows[0].key: f"{flows[0].key}/"}
        remarks.append(Remark("assumed", flows[0].place(), Message(_EMPTY, {"name": flows[0].name})))
    return Draft(
        name=_name([flow for flow in flows if firsts.get(flow.key)] or flows),
        flows=tuple(_flow(flow, firsts.get(flow.key)) for flow in flows),
        blocks=tuple(blocks),
        channels=_CHANNELS,
        remarks=tuple(remarks),
    )


def _begun(travel: Travel, flow: ParsedFlow, links: Links) -> str | None:
    first = links.first(flow)
    found = travel.begin(flow, first) if first is not None else None
    return found if found in travel.made else None


def _ended(travel: Travel, firsts: Sequence[str]) -> list[Block]:
    """All blocks; announcements before the end are touchpoints, ends that nothing leads to are left out."""
    made = {**travel.made, **travel.places.blocks}
    led_to = {way.target for block in made.values() for way in block.ways}
    kept = {key: block for key, block in made.items() if key in led_to or key not in travel.endings or key in firsts}
    names = {key: _announcement(kind, action) for key, (kind, action) in travel.spoken.items() if key in kept}
    return with_needs(with_announcements(kept, names, firsts), travel.used)


def _announcement(kind: str, action: Mapping[str, object]) -> str:
    return told_name(kind, action) or after("Announcement", said(action))


def _stand_in(flow: ParsedFlow) -> Block:
    """A flow in which customers meet nothing, as one touchpoint: a map needs one."""
    place = flow.place()
    return Block(f"{flow.key}/", flow.key, flow.name, place, "touchpoint", "internal", "machine", resolves=True)


def _flow(flow: ParsedFlow, first: str | None) -> Flow:
    return Flow(flow.key, flow.name, flow.place(), first, first is not None, (flow.name,))


def _name(flows: Sequence[ParsedFlow]) -> str:
    names = [flow.name for flow in flows]
    return ", ".join(names) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more flows"

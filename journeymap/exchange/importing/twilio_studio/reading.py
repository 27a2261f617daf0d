"""Reads flows of Twilio Studio into a draft."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Block, Draft, Flow, Remark, SourceText
from journeymap.exchange.importing.twilio_studio.catalogue import Part, part_of
from journeymap.exchange.importing.twilio_studio.channels import CHANNELS
from journeymap.exchange.importing.twilio_studio.drafting import Drafting
from journeymap.exchange.importing.twilio_studio.faults import remarks_of
from journeymap.exchange.importing.twilio_studio.finding_flows import contains_flow, flows_of
from journeymap.exchange.importing.twilio_studio.linking import Links
from journeymap.exchange.importing.twilio_studio.parsed import ParsedFlow
from journeymap.findings import Message

__all__ = ["matches", "read"]

_MOST_WIDGETS = 100_000
_EMPTY = 'customers meet nothing in "{name}"; it stands as one touchpoint'


def matches(content: object) -> bool:
    """Whether parsed JSON holds flows of Twilio Studio, alone or wrapped."""
    return contains_flow(content)


def read(files: Sequence[SourceText]) -> Draft:
    """The draft of some files with flows, whatever their order. Raises `CannotRun` for a file that holds none.

    About linear in widgets and in runs of subflows.
    """
    flows = flows_of(files)
    if sum(len(flow.widgets) for flow in flows) > _MOST_WIDGETS:
        message = f"these files have more than {_MOST_WIDGETS} widgets"
        raise CannotRun(message, help="import fewer flows at a time")
    links = Links(flows)
    drafting = Drafting(flows, links)
    firsts = {flow.key: [drafting.begin(flow, first) for first in links.firsts(flow)] for flow in flows}
    for flow in flows:
        _visit_rest(drafting, flow, run_only=flow.key in links.run and not firsts[flow.key])
    blocks = drafting.blocks([key for keys in firsts.values() for key in keys])
    remarks = remarks_of(flows, links)
    if not any(block.role == "touchpoint" for block in blocks):
        blocks, firsts = [_stand_in(flows[0])], {flows[0].key: [_stand_in(flows[0]).key]}
        remarks.append(Remark("assumed", flows[0].place(), Message(_EMPTY, {"name": flows[0].name})))
    return Draft(
        name=_name([flow for flow in flows if firsts.get(flow.key)] or flows),
        flows=tuple(_flow(flow, firsts.get(flow.key, [])) for flow in flows),
        blocks=tuple(blocks),
        channels=CHANNELS,
        remarks=tuple(remarks),
    )


def _visit_rest(drafting: Drafting, flow: ParsedFlow, *, run_only: bool) -> None:
    """Widgets that nobody comes to, those first that nothing leads to; of a flow that others run they are not told."""
    if run_only:
        return
    entered = {exit_.target for widget in flow.widgets.values() for exit_ in widget.exits}
    for name, widget in sorted(flow.widgets.items(), key=lambda item: item[0] in entered):
        if part_of(widget) is not Part.TRIGGER:
            drafting.begin(flow, name)


def _stand_in(flow: ParsedFlow) -> Block:
    """A flow in which customers meet nothing, as one touchpoint: a map needs one."""
    key = f"{flow.key}/"
    return Block(key, flow.key, flow.name, flow.place(), "touchpoint", CHANNELS[0].key, "machine", resolves=True)


def _flow(flow: ParsedFlow, firsts: Sequence[str]) -> Flow:
    first = firsts[0] if firsts else None
    return Flow(flow.key, flow.name, flow.place(), first, bool(firsts), flow.aliases, tuple(firsts[1:]))


def _name(flows: Sequence[ParsedFlow]) -> str:
    names = [flow.name for flow in flows]
    return ", ".join(names) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more flows"

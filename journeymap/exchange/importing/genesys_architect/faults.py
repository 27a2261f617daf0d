"""Faults in the source, and what of it cannot be told in a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.exchange.importing.draft import Place, Remark
from journeymap.exchange.importing.genesys_architect.actions import Found, actions_in
from journeymap.exchange.importing.genesys_architect.catalogue import Part, part_of
from journeymap.exchange.importing.genesys_architect.linking import Links, called_name, reference
from journeymap.exchange.importing.genesys_architect.parsed import ParsedFlow
from journeymap.exchange.importing.genesys_architect.wording import action_name
from journeymap.findings import Message

__all__ = ["remarks_of"]

_NO_START = 'the flow "{name}" begins at "{target}", which does not exist'
_MISSING = '"{name}" leads to "{target}", and the flow has no such menu, task or state'
_UNKNOWN = 'actions of the kind "{type}" are not known; "{name}" is taken for a technical one'
_NOT_IMPORTED = '"{called}", which "{name}" hands over to, is not among the files; it is taken to settle the matter'
_NOT_CALLED = '"{called}", which "{name}" calls, is not among the files; what happens there is not in the map'
_SETTLES = (
    "queues, persons, outside numbers, voicemail, and announcements before the end are taken to settle every matter"
)
_NO_CHOICE = "customers who choose nothing in a menu without a default choice are taken to be disconnected"


def remarks_of(flows: Sequence[ParsedFlow], links: Links) -> list[Remark]:
    """Everything to be told of the flows, in their order; each unknown kind once a file."""
    told: dict[tuple[object, ...], Remark] = {}
    menus = False
    for flow in flows:
        menus = menus or any(sequence.kind == "menu" for sequence in flow.sequences)
        for remark in [*_of_flow(flow, links), *_of_actions(flow, links)]:
            unknown = remark.message.values.get("type")
            told.setdefault((remark.place.file, unknown) if unknown else (remark.place, str(remark.message)), remark)
    assumed = [_SETTLES, *([_NO_CHOICE] if menus else [])]
    return [*told.values(), *(Remark("assumed", Place(flows[0].file.name), Message(words)) for words in assumed)]


def _of_flow(flow: ParsedFlow, links: Links) -> Iterator[Remark]:
    if links.first(flow) is None:
        yield Remark("error", flow.place(), Message(_NO_START, {"name": flow.name, "target": flow.start or "nothing"}))


def _of_actions(flow: ParsedFlow, links: Links) -> Iterator[Remark]:
    for found in actions_in(flow):
        remark = _of_action(flow, found, links)
        if remark is not None:
            yield remark


def _of_action(flow: ParsedFlow, found: Found, links: Links) -> Remark | None:
    part, name = part_of(found.kind), action_name(found.kind, found.action)
    place = flow.place(found.path, name)
    match part:
        case Part.UNKNOWN:
            return Remark("dropped", place, Message(_UNKNOWN, {"type": found.kind, "name": name}))
        case Part.CALL_TASK | Part.TASK | Part.JUMP if links.sequence(flow, reference(found.action)) is None:
            target = reference(found.action) or "nothing"
            return Remark("error", place, Message(_MISSING, {"name": name, "target": target}))
        case Part.FLOW | Part.SECURE | Part.BOT | Part.MODULE:
            called = called_name(found.action) or "a flow"
            if links.flow(called) is None:
                words = _NOT_IMPORTED if part is Part.FLOW else _NOT_CALLED
                return Remark("dropped", place, Message(words, {"called": called, "name": name}))
    return None

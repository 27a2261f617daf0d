"""Faults in the source, and what of it cannot be told in a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.exchange.importing.amazon_connect.catalogue import REQUIRED_ERRORS, TERMINAL, Part, part_of
from journeymap.exchange.importing.amazon_connect.drafting import place_of
from journeymap.exchange.importing.amazon_connect.exits import is_idle_loop
from journeymap.exchange.importing.amazon_connect.linking import Link, Roles, links_of
from journeymap.exchange.importing.amazon_connect.naming import block_name
from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.amazon_connect.references import References
from journeymap.exchange.importing.draft import Place, Remark
from journeymap.findings import Message

__all__ = ["remarks_of"]

_MISSING = '"{name}" leads to "{target}", and the flow has no such block'
_NO_START = 'the flow "{name}" begins at "{target}", and has no such block'
_TWICE = 'several blocks have the identifier "{name}"; the first is meant'
_UNHANDLED = '"{name}" has no branch for {errors}: the contact ends there'
_ONE_SIDED = '"{name}" asks whether it is open, and has no branch for {errors}'
_IDLE = '"{name}" repeats nothing: going on and being done lead to the same block'
_NOWHERE = '"{name}" leads nowhere'
_UNKNOWN = 'blocks of the type "{type}" are not known; "{name}" is taken for a technical one'
_NOT_IMPORTED = '"{called}", which "{name}" calls, is not among the files; it is taken to settle the matter'
_NOT_HOOKED = '"{called}" ({hook}) is not among the files; what happens there is not in the map'
_GUESSED = '"{name}" calls a flow by a placeholder; by its words "{called}" is meant'
_UNUSED = 'no imported flow leads to "{name}"; it is not in the map'
_CHOSEN = 'customers are taken to begin in "{name}"'
_QUICK = 'agents hand customers on into "{name}", and the file does not say which; customers are taken to begin there'
_SETTLES = "queues, outside numbers, and announcements before the end are taken to settle every matter"
_OF_MENU = frozenset({"NoMatchingCondition", "InputTimeLimitExceeded"})


def remarks_of(flows: Sequence[ParsedFlow], references: References, roles: Roles) -> list[Remark]:
    """Everything to be told of the flows, in their order; each unknown type and each missing flow once."""
    told: dict[tuple[object, ...], Remark] = {}
    for flow in flows:
        for remark in [*_of_flow(flow, roles), *_of_actions(flow, references)]:
            told.setdefault(_once(remark), remark)
    told[()] = Remark("assumed", Place(flows[0].file), Message(_SETTLES))
    return list(told.values())


def _once(remark: Remark) -> tuple[object, ...]:
    values = remark.message.values
    if remark.message.template in (_UNKNOWN, _NOT_HOOKED):
        return remark.message.template, values.get("type"), values.get("called"), remark.place.file
    return remark.message.template, tuple(sorted(values.items())), remark.place


def _of_flow(flow: ParsedFlow, roles: Roles) -> Iterator[Remark]:
    place, named = Place(flow.file, flow.line, flow.name), {"name": flow.name}
    if flow.start not in flow.actions:
        yield Remark("error", place, Message(_NO_START, {**named, "target": flow.start}))
    for identifier in flow.repeated:
        yield Remark("error", place, Message(_TWICE, {"name": identifier}))
    if flow.key in roles.left_out and flow.key not in roles.guides:
        yield Remark("dropped", place, Message(_UNUSED, named))
    if flow.key in roles.chosen:
        quick = flow.kind in ("AGENT_TRANSFER", "QUEUE_TRANSFER")
        yield Remark("assumed", place, Message(_QUICK if quick else _CHOSEN, named))


def _of_actions(flow: ParsedFlow, references: References) -> Iterator[Remark]:
    for action in flow.actions.values():
        place, name = place_of(flow, action), block_name(flow, action)
        for branch in action.branches:
            if branch.target not in flow.actions:
                target = branch.target or "nothing"
                yield Remark("error", place, Message(_MISSING, {"name": name, "target": target}))
        yield from _of_branches(action, place, name)
        if part_of(action) is Part.UNKNOWN:
            yield Remark("dropped", place, Message(_UNKNOWN, {"type": action.type, "name": name}))
        for link in links_of(flow, action, references):
            yield from _of_link(action, link, place, name)


def _of_branches(action: Action, place: Place, name: str) -> Iterator[Remark]:
    part = part_of(action)
    required = REQUIRED_ERRORS.get(action.type, frozenset()) | (_OF_MENU if part is Part.MENU else frozenset())
    missing = sorted(required - action.errors())
    if missing:
        yield Remark("error", place, Message(_UNHANDLED, {"name": name, "errors": ", ".join(missing)}))
    if part is Part.HOURS:
        answers = {branch.operand.casefold() for branch in action.branches if branch.kind == "condition"}
        absent = sorted({"true", "false"} - answers)
        if absent:
            yield Remark("error", place, Message(_ONE_SIDED, {"name": name, "errors": ", ".join(absent)}))
    if is_idle_loop(action):
        yield Remark("error", place, Message(_IDLE, {"name": name}))
    repeats = action.type == "MessageParticipantIteratively"
    if not action.branches and part not in TERMINAL and not repeats:
        yield Remark("error", place, Message(_NOWHERE, {"name": name}))


def _of_link(action: Action, link: Link, place: Place, name: str) -> Iterator[Remark]:
    values = {"name": name, "called": link.called.name}
    if link.called.guessed:
        yield Remark("assumed", place, Message(_GUESSED, values))
    elif link.called.flow is None and link.hook:
        yield Remark("dropped", place, Message(_NOT_HOOKED, {**values, "hook": link.hook}))
    elif link.called.flow is None and part_of(action) is not Part.TASK:
        yield Remark("dropped", place, Message(_NOT_IMPORTED, values))

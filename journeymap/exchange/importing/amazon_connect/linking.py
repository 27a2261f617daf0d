"""How the imported flows lead to one another, and at which of them customers begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.exchange.importing.amazon_connect.catalogue import ENTERED, QUICK_CONNECT, Part, part_of
from journeymap.exchange.importing.amazon_connect.parsed import Action, ParsedFlow
from journeymap.exchange.importing.amazon_connect.references import Called, References
from journeymap.exchange.importing.loose import mapping, text

__all__ = ["GUIDE_ATTRIBUTES", "GUIDE_HOOKS", "Link", "Links", "Roles", "links_in", "links_of", "roles_of"]

GUIDE_HOOKS = frozenset({"DefaultAgentUI", "DisconnectAgentUI"})
GUIDE_ATTRIBUTES = frozenset({"DefaultFlowForAgentUI", "DisconnectFlowForAgentUI"})
_GUIDING = GUIDE_HOOKS | GUIDE_ATTRIBUTES
_SHOWN = ("ContactFlowId", "FlowModuleId", "")


@dataclass(frozen=True, slots=True)
class Link:
    """A block calls a flow; `hook` says at which event, and is empty where the block itself goes there."""

    called: Called
    hook: str = ""
    by_task: bool = False


Links = Mapping[str, Sequence[Link]]
"""By flow key, all links of a flow."""


def links_of(flow: ParsedFlow, action: Action, references: References) -> Iterator[Link]:
    """The flows a block calls, those that are not imported too."""
    part = part_of(action)
    shown = next((action.shown[key] for key in _SHOWN if action.shown.get(key)), "")
    if part in (Part.FLOW, Part.TASK):
        yield Link(references.flow(flow, action.parameters.get("ContactFlowId"), shown), by_task=part is Part.TASK)
    elif part is Part.MODULE:
        reference = action.parameters.get("FlowModuleId") or action.parameters.get("ContactFlowModuleId")
        yield Link(references.flow(flow, reference, shown))
    elif part is Part.HOOKS:
        for hook, reference in mapping(action.parameters.get("EventHooks")).items():
            named = action.shown.get(f"EventHooks.{hook}") or shown
            yield Link(references.flow(flow, reference, named), text(hook))
    elif action.type == "UpdateContactAttributes":
        for name, value in mapping(action.parameters.get("Attributes")).items():
            if name in GUIDE_ATTRIBUTES and text(value):
                yield Link(references.flow(flow, value), text(name))


def links_in(flows: Sequence[ParsedFlow], references: References) -> Links:
    """The links of all flows."""
    return {
        flow.key: [link for action in flow.actions.values() for link in links_of(flow, action, references)]
        for flow in flows
    }


@dataclass(frozen=True, slots=True)
class Roles:
    """Keys of flows: where customers begin, which of those are a choice of ours, and which are not drawn at all."""

    entries: frozenset[str]
    chosen: frozenset[str]
    left_out: frozenset[str]
    guides: frozenset[str]


def roles_of(flows: Sequence[ParsedFlow], links: Links) -> Roles:
    """Customers begin at inbound flows that no other flow leads to. Where flows lead to each other in a ring, at the
    one with the most links; where there is no inbound flow, at every flow nobody leads to.
    """
    called = [link.called.flow for found in links.values() for link in found if link.hook in _GUIDING]
    guides = frozenset(flow.key for flow in called if flow is not None)
    leads = _leads(flows, links)
    inbound = [flow for flow in flows if flow.kind in ENTERED | QUICK_CONNECT and flow.key not in guides]
    candidates = inbound or [flow for flow in flows if flow.key not in guides] or list(flows)
    entries, chosen = _sources(candidates, leads)
    if not inbound:
        chosen = entries
    reached = _reached(entries, leads)
    left_out = frozenset(flow.key for flow in flows if flow.key not in reached)
    quick = frozenset(flow.key for flow in flows if flow.kind in QUICK_CONNECT)
    return Roles(entries, chosen | (entries & quick), left_out, guides)


def _leads(flows: Sequence[ParsedFlow], links: Links) -> dict[str, list[str]]:
    """By flow, the flows customers come to from it."""
    leading = ("", "CustomerQueue", "CustomerRemaining")
    return {
        flow.key: [link.called.flow.key for link in links[flow.key] if link.called.flow and link.hook in leading]
        for flow in flows
    }


def _reached(keys: frozenset[str] | Sequence[str], leads: Mapping[str, Sequence[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += leads[key]
    return reached


def _sources(
    candidates: Sequence[ParsedFlow], leads: Mapping[str, Sequence[str]]
) -> tuple[frozenset[str], frozenset[str]]:
    """One candidate of each ring that nobody outside leads to; in the second set, those chosen from several."""
    reach = {flow.key: _reached(leads[flow.key], leads) for flow in candidates}
    entries, chosen, done = set(), set(), set()
    for flow in candidates:
        key = flow.key
        ring = {other for other in reach if other == key or (other in reach[key] and key in reach[other])}
        before = {other for other in reach if key in reach[other]} - ring
        if key in done or before:
            continue
        done |= ring
        first = max(sorted(ring, key=list(reach).index), key=lambda one: len(set(leads[one])))
        entries.add(first)
        if len(ring) > 1:
            chosen.add(first)
    return frozenset(entries), frozenset(chosen)

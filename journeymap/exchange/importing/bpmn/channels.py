"""Channels, guessed from words: of lanes and pools, of messages from customers, of the steps that meet them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.exchange.importing.bpmn.parties import Parties
from journeymap.exchange.importing.bpmn.process import Node
from journeymap.exchange.importing.bpmn.steps import Step
from journeymap.exchange.importing.bpmn.wording import CONTACT, channel_in
from journeymap.exchange.importing.draft import Channel

__all__ = ["channels_of"]


def channels_of(steps: Mapping[str, Step], parties: Parties, entries: Sequence[Node]) -> dict[str, Channel]:
    """The channel of each step, as if its department met customers: its own where customers send to it or where it
    speaks of a live one, else that of its department. Linear.

    What is sent out (a mail that confirms) does not move the contact to another channel.
    """
    heard: dict[str, list[str]] = {}
    for link in parties.definitions.messages:
        if link.target in parties.heard:
            heard.setdefault(link.target, []).append(link.name)
    met: dict[str, list[str]] = {}
    for key, names in heard.items():
        if key in steps:
            met.setdefault(steps[key].department.key, []).extend([*names, steps[key].name])
    for node in entries:
        met.setdefault(steps[node.id].department.key, []).append(node.label)
    found: dict[str, Channel] = {}
    for key, step in steps.items():
        department = channel_in([step.department.name, step.department.pool, *met.get(step.department.key, ())])
        own = channel_in([*heard.get(key, ()), step.name]) if key in parties.told or key in heard else CONTACT
        takes_own = own is not CONTACT and (key in heard or own.mode == "live")
        found[key] = own if takes_own else department
    return found

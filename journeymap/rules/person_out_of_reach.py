"""A machine answers, and no person can be reached.

What it finds
-------------
An entry handled by a machine from which, for some kind of contact, the nearest touchpoint handled by a
person is more than `max_menus` transfers away, or cannot be reached at all. Every transfer counts, a `step`
in a menu too; a `ticket` leads to no person, because the customer is not there, and nor does a person on a
channel with `mode: internal`. A person who answers letters is one.

An entry on a channel with `mode: self`, such as a web page, is not reported if these customers have another
entry from which a person can be reached: whoever opens an app has chosen it, and may call instead. Opening
hours do not matter.

Why it hurts the customer
-------------------------
The menu knows six matters, and the customer has a seventh. They press nought, say "agent", try every branch
and end where they began. A menu without a person behind it sorts customers by patience, and those whose
matter is worth a conversation go first.

A map it fires on
-----------------
The menu does what it can, and nothing else:

    journeymap: 1
    name: Meadow Savings Bank, telephone menu
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      main_menu:
        name: Main menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers: {balance: {when: "1"}, card_block: {when: "2"}}
      balance:
        name: Balance
        channel: phone
        department: contact_centre
        handled_by: machine
        resolves: true
      card_block:
        name: Block a card
        channel: phone
        department: contact_centre
        handled_by: machine
        resolves: true

The same map mended
-------------------
Nought connects to an agent:

    journeymap: 1
    name: Meadow Savings Bank, telephone menu
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      main_menu:
        name: Main menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers: {balance: {when: "1"}, card_block: {when: "2"}, agent: {when: "0"}}
      balance:
        name: Balance
        channel: phone
        department: contact_centre
        handled_by: machine
        resolves: true
      card_block:
        name: Block a card
        channel: phone
        department: contact_centre
        handled_by: machine
        resolves: true
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        resolves: true

Settings
--------
`max_menus: 3`: more transfers before a person are too many.

References
----------
* The service-centre articles this project started from, on menus that keep callers from a person
* Jakob Nielsen, 10 Usability Heuristics for User Interface Design: "User control and freedom"
* Directive (EU) 2023/2673, which lets buyers of financial services ask for a human being where a trader
  relies on online tools

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import each_case
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_FAR = 'from "{entry}" a person is reached only after {transfers} transfers, expected at most {most}'
_NEVER = 'from "{entry}" no person can be reached'
_HELP = "add a way to a person near the beginning, for instance a key that connects to an agent"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per entry and case."""
    network = answers.network
    for missing in answers.persons_out_of_reach:
        for label, cases in each_case(answers, missing.cases):
            values: dict[str, str | int] = {
                "entry": name(network, missing.entry),
                "transfers": missing.transfers or 0,
                "most": answers.map.settings.max_menus,
            }
            yield Finding(
                code="JM209",
                path=touchpoint_path(network, missing.entry),
                subject={"entry": network.ids[missing.entry], "case": dict(label)},
                message=Message(_NEVER if missing.transfers is None else _FAR, values),
                help=Message(_HELP),
                cases=cases,
            )


RULE = Rule("JM209", "person-out-of-reach", Severity.WARNING, check, __name__)

"""No customer ever comes to a touchpoint.

What it finds
-------------
A touchpoint that is no entry for anyone it exists for, and to which no way leads from any entry, in any
case. A whole island of touchpoints that only lead to each other is reported touchpoint by touchpoint.

Opening hours and shares do not matter: a transfer with share 0%, or one taken only when another desk is
closed (`if_closed`), is a way. A touchpoint reached in a single case is not reported. In a map without any
entry nothing is, because there the way in itself is missing (JM103).

Why it hurts the customer
-------------------------
The team that could help is there, trained and paid, and no customer finds the way to it. Or the way was cut
when the menu was rebuilt, and nobody noticed because the team only became a little quieter.

A map it fires on
-----------------
The contract team could keep leaving customers; nobody hands them over:

    journeymap: 1
    name: Beacon Telecom, cancellations
    channels: [phone]
    departments: [contact_centre, sales]
    touchpoints:
      agent:
        name: First-line agent
        channel: phone
        department: contact_centre
        entry: true
        resolves: true
      contract_team:
        name: Contract team
        channel: phone
        department: sales
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Beacon Telecom, cancellations
    channels: [phone]
    departments: [contact_centre, sales]
    touchpoints:
      agent:
        name: First-line agent
        channel: phone
        department: contact_centre
        entry: true
        resolves: true
        transfers:
          contract_team: {kind: warm, when: "the customer wants to leave"}
      contract_team:
        name: Contract team
        channel: phone
        department: sales
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: with the whole map in hand, the places where
  customer and company miss each other can be pointed at

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint that is reachable in no case; none in a map without any entry."""
    network = answers.network
    if not any(touchpoint.entry is not None for touchpoint in network.touchpoints):
        return
    for number, cases in enumerate(answers.reach.cases):
        if not cases:
            yield Finding(
                code="JM104",
                path=touchpoint_path(network, number),
                subject={"touchpoint": network.ids[number]},
                message=Message('no customer ever comes to "{touchpoint}"', {"touchpoint": name(network, number)}),
                help=Message("add a transfer that leads here, mark it as an entry (entry: true), or delete it"),
            )


RULE = Rule("JM104", "unreachable-touchpoint", Severity.WARNING, check, __name__)

"""Two departments own one touchpoint.

What it finds
-------------
A touchpoint that customers reach and that names more than one department (`department: [a, b]`). In the map
language that means: both claim it, or each says that it is the other's.

Touchpoints that nobody reaches are not reported here (JM104). In loops such a touchpoint counts as a
department of its own (JM201 to JM204); its opening hours are those of all its owners together.

Why it hurts the customer
-------------------------
Where two departments answer for something, neither does. The matter waits until they agree whose it is, the
customer is told "that is for the others to decide", and if something goes wrong there is nobody whose
mistake it was and nobody who mends it.

A map it fires on
-----------------
Cards and accounts both claim the fee desk:

    journeymap: 1
    name: Harbour Bank, fees
    channels: [phone]
    departments: {accounts: {name: Accounts}, cards: {name: Card operations}}
    touchpoints:
      fee_desk:
        name: Fee desk
        channel: phone
        department: [accounts, cards]
        entry: true
        resolves: true

The same map mended
-------------------
Accounts answers for the desk, and hands over what really is a matter of cards:

    journeymap: 1
    name: Harbour Bank, fees
    channels: [phone]
    departments: {accounts: {name: Accounts}, cards: {name: Card operations}}
    touchpoints:
      fee_desk:
        name: Fee desk
        channel: phone
        department: accounts
        entry: true
        resolves: true
        transfers:
          card_desk: {kind: warm, when: "a fee of the card"}
      card_desk:
        name: Card desk
        channel: phone
        department: cards
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: ownership is disputed, and the customer is in
  between
* M. Hammer, Reengineering Work: Don't Automate, Obliterate, Harvard Business Review, July-August 1990: one
  case manager is responsible from beginning to end

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per reachable touchpoint with several owners."""
    network = answers.network
    for number in range(len(network.ids)):
        owners = sorted(network.owners(number))
        if len(owners) > 1 and answers.reach.cases[number]:
            departments: list[Json] = list(owners)
            values = {
                "touchpoint": name(network, number),
                "departments": ", ".join(answers.map.name_of("departments", owner) for owner in owners),
            }
            yield Finding(
                code="JM109",
                path=f"{touchpoint_path(network, number)}.department",
                subject={"touchpoint": network.ids[number], "departments": departments},
                message=Message('"{touchpoint}" is claimed by {departments}: nobody answers for it alone', values),
                help=Message("name the one department that answers for it, and hand over to the others by transfers"),
                cases=answers.cases.labels(answers.reach.cases[number]),
                key={"touchpoint": network.ids[number]},
            )


RULE = Rule("JM109", "contested-ownership", Severity.WARNING, check, __name__)

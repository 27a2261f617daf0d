"""Back-office work needs what nobody has asked the customer for.

What it finds
-------------
A touchpoint that `needs` an item and to which a `ticket` brings the matter, while on every way that first
comes here by a ticket the customer has not given the item yet, and on arrival it is neither known nor held
by a system that is read here (`reads`). The finding stands at the item.

One way that brings the item is enough for silence. Nor is a ticket reported that loses an item on the way:
it was asked, and asking again is JM301. Ways that have been here before, and arrivals by other kinds of
transfer, are not looked at; nor are `always_asks`, which say that one wants to ask here. All of it is
looked at case by case. An item with `lasts: contact` counts as not given after a `callback`, `redirect` or
`next`.

Why it hurts the customer
-------------------------
The customer has hung up and believes that somebody is working on it. In the workshop the ticket lies on the
pile "query", because the serial number is missing; after days somebody calls, does not get through, and
closes it as "customer not available".

A map it fires on
-----------------
The workshop needs the serial number, and the shop writes the ticket without it:

    journeymap: 1
    name: Brightside Electric, repairs
    channels: {shop: {name: Shop}, work_orders: {name: Work orders, mode: internal}}
    departments: [shops, workshop]
    information:
      story: {name: What is broken}
      serial_number: {name: Serial number}
    touchpoints:
      repair_counter:
        name: Repair counter
        channel: shop
        department: shops
        entry: true
        needs: [story]
        transfers:
          repair_bench: {kind: ticket}
      repair_bench:
        name: Repair bench
        channel: work_orders
        department: workshop
        needs: [story, serial_number]
        resolves: true
        reply: {within: 5 d}

The same map mended
-------------------
The counter asks for it:

    journeymap: 1
    name: Brightside Electric, repairs
    channels: {shop: {name: Shop}, work_orders: {name: Work orders, mode: internal}}
    departments: [shops, workshop]
    information:
      story: {name: What is broken}
      serial_number: {name: Serial number}
    touchpoints:
      repair_counter:
        name: Repair counter
        channel: shop
        department: shops
        entry: true
        needs: [story, serial_number]
        transfers:
          repair_bench: {kind: ticket}
      repair_bench:
        name: Repair bench
        channel: work_orders
        department: workshop
        needs: [story, serial_number]
        resolves: true
        reply: {within: 5 d}

Settings
--------
None.

References
----------
* The service-centre articles this project started from: departments do not pass information on; a ticket
  process too long to help
* N. Bettenburg, S. Just, A. Schroeter, C. Weiss, R. Premraj, T. Zimmermann, What Makes a Good Bug Report?,
  FSE 2008: what those who work on a report need is often not what it contains

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_LACKS = 'the tickets that come to "{touchpoint}" lack "{information}": nobody has asked for it by then'
_HELP = 'ask for "{information}" before the ticket is written, or look it up at "{touchpoint}" (reads)'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and item."""
    network = answers.network
    for lacking in answers.lacking_tickets.found:
        values = {
            "touchpoint": name(network, lacking.touchpoint),
            "information": answers.map.name_of("information", lacking.item),
        }
        yield Finding(
            code="JM111",
            path=question_path(network, lacking.touchpoint, lacking.item, "needs"),
            subject={"touchpoint": network.ids[lacking.touchpoint], "information": lacking.item},
            message=Message(_LACKS, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(lacking.cases),
        )


RULE = Rule("JM111", "ticket-lacks-information", Severity.WARNING, check, __name__)

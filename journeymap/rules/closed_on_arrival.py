"""Customers are sent to a place that is closed.

What it finds
-------------
A transfer of kind `step`, `warm` or `cold`, by which the customer is there at once, to a touchpoint that is
closed at a time at which customers can come. The finding counts those minutes of a typical week, over all
cases and over parallel transfers, and tells when they are. Minutes in which an `if_closed` is open that
exists for these customers do not count.

When a touchpoint is open: its own `hours`; else the hours that channel and department share for a person,
and those of the channel alone for a machine or on a channel with `mode: message`; where nothing is
declared, always. Of two owners one open is enough. When customers can come: they enter while the entry is
open, and at once go on to what is open then; by `callback`, `redirect`, `next` and `ticket`, and to a
message or a back office, they come at whatever time that is open. Time spent on the way is not counted.

The week is the one that begins on `week`, without public holidays and clock changes. Not reported:
transfers after which nobody waits (the four kinds above, and any to a channel with `mode: message` or
`internal`), and transfers from a touchpoint at which, because of opening hours, no customer ever is.

Why it hurts the customer
-------------------------
The call was answered, the matter was understood, "I put you through", and then it rings, or a tape says
that the office is open from eight. The customer must begin again on another day, and whoever put them
through never hears of it.

A map it fires on
-----------------
The fault line answers day and night, the network engineers do not:

    journeymap: 1
    name: Cedar Broadband, faults
    channels: [phone]
    departments:
      fault_line: {name: Fault line, hours: "24/7"}
      network: {name: Network operations, hours: "Mo-Fr 08:00-18:00"}
    touchpoints:
      agent:
        name: Fault line
        channel: phone
        department: fault_line
        entry: true
        resolves: 70%
        transfers:
          engineer: {kind: warm, share: 30%, when: "a fault in the network"}
      engineer:
        name: Network engineer
        channel: phone
        department: network
        resolves: true

The same map mended
-------------------
At night and at weekends an engineer is on duty:

    journeymap: 1
    name: Cedar Broadband, faults
    channels: [phone]
    departments:
      fault_line: {name: Fault line, hours: "24/7"}
      network: {name: Network operations, hours: "Mo-Fr 08:00-18:00"}
    touchpoints:
      agent:
        name: Fault line
        channel: phone
        department: fault_line
        entry: true
        resolves: 70%
        transfers:
          engineer: {kind: warm, share: 30%, when: "a fault in the network", if_closed: duty_engineer}
      engineer:
        name: Network engineer
        channel: phone
        department: network
        resolves: true
      duty_engineer:
        name: Engineer on duty
        channel: phone
        department: network
        hours: "24/7"
        resolves: true

Settings
--------
`week: 2026-03-02`: the Monday of the typical week.

References
----------
* The service-centre articles this project started from: service is expected round the clock, and customers
  compare
* OpenStreetMap Wiki, Key:opening_hours/specification: how opening hours are written

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.clock import told_week
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, transfer_path

__all__ = ["RULE", "check"]

_CLOSED = '"{from}" hands customers over to "{to}" when it is closed: {minutes} minutes a week, {times}'
_HELP = (
    "say where they go instead (if_closed), take the request for later (kind: ticket or callback), "
    'or open "{to}" longer'
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per sender and target."""
    network = answers.network
    for closed in answers.presence.closed_on_arrival:
        values: dict[str, str | int] = {
            "from": name(network, closed.source),
            "to": name(network, closed.target),
            "minutes": closed.minutes.bit_count(),
            "times": told_week(closed.minutes),
        }
        yield Finding(
            code="JM105",
            path=transfer_path(network, closed.edges[0]),
            subject={
                "from": network.ids[closed.source],
                "to": network.ids[closed.target],
                "minutes_per_week": closed.minutes.bit_count(),
            },
            message=Message(_CLOSED, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(closed.cases),
            elements=tuple(transfer_path(network, edge) for edge in closed.edges),
            key={"from": network.ids[closed.source], "to": network.ids[closed.target]},
        )


RULE = Rule("JM105", "closed-on-arrival", Severity.WARNING, check, __name__)

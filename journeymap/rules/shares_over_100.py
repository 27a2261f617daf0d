"""More than all the contacts of a touchpoint are given away.

What it finds
-------------
At a touchpoint, what it resolves, who gives up there (`abandons`) and the shares of its transfers sum to
more than 100% in some case (a segment, a reason and a product together). Exactly 100% is right.

Only declared shares are added up: `resolves: true`, a plain list of reasons and transfers without a `share`
add nothing. Each case is added up on its own, so a transfer that exists for one reason is not added to the
share that is resolved for another. An `if_closed` takes over the share of its transfer and is not counted
again. A sum well below 100% is JM113.

Why it hurts the customer
-------------------------
Of a hundred callers a hundred and ten cannot be served. One of the figures is wrong, and whatever is
planned from it, from staff to waiting times, will be wrong on the day the flights are cancelled.

A map it fires on
-----------------
60% are rebooked at the desk, 45% are passed on, 5% give up, together 110%:

    journeymap: 1
    name: Northwind Airways, cancelled flights
    channels: [airport]
    departments: [ground_staff, ticketing]
    touchpoints:
      service_desk:
        name: Service desk at the gate
        channel: airport
        department: ground_staff
        entry: true
        resolves: 60%
        abandons: 5%
        transfers:
          ticket_office: {kind: warm, share: 45%}
      ticket_office:
        name: Ticket office
        channel: airport
        department: ticketing
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Northwind Airways, cancelled flights
    channels: [airport]
    departments: [ground_staff, ticketing]
    touchpoints:
      service_desk:
        name: Service desk at the gate
        channel: airport
        department: ground_staff
        entry: true
        resolves: 60%
        abandons: 5%
        transfers:
          ticket_office: {kind: warm, share: 35%}
      ticket_office:
        name: Ticket office
        channel: airport
        department: ticketing
        resolves: true

Settings
--------
None.

References
----------
* Kemeny and Snell, Finite Markov Chains, 1960: why the shares that leave a state sum to one

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, percent, touchpoint_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint whose shares exceed 100 % in some case."""
    network = answers.network
    for over in answers.shares_over_100:
        values = {"touchpoint": name(network, over.touchpoint), "total": percent(over.total)}
        yield Finding(
            code="JM005",
            path=touchpoint_path(network, over.touchpoint),
            subject={"touchpoint": network.ids[over.touchpoint]},
            message=Message('the shares at "{touchpoint}" sum to {total}, expected at most 100%', values),
            help=Message("lower the shares of its transfers, of what it resolves or of who gives up there"),
            cases=answers.cases.labels(over.cases),
        )


RULE = Rule("JM005", "shares-over-100", Severity.ERROR, check, __name__)

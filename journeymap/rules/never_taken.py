"""No customer can ever take a transfer.

What it finds
-------------
A transfer exists for a customer only if its own `for` matches and both its ends exist for that customer.
Here no segment, reason and product satisfies all three at once. The same is said of an `if_closed` whose
transfer can be taken while the touchpoint it diverts to never exists for those customers.

A share of 0% and opening hours do not matter: such a transfer exists all the same. A transfer from a
touchpoint that no customer comes to is JM104. Where the transfer itself can never be taken, its `if_closed`
is not reported a second time.

Why it hurts the customer
-------------------------
Someone meant to open a way, for business customers to the business desk for example, and the filter shuts
it. On the drawing it looks open. Those for whom it was meant take the long way, or none.

A map it fires on
-----------------
The transfer is for private customers, the desk it leads to is for business customers:

    journeymap: 1
    name: Alder Mutual, policy service
    channels: [phone]
    departments: [service]
    segments: [private, business]
    touchpoints:
      service_line:
        name: Service line
        channel: phone
        department: service
        entry: true
        resolves: true
        transfers:
          business_desk: {kind: warm, for: {segment: private}}
      business_desk:
        name: Business desk
        channel: phone
        department: service
        for: {segment: business}
        entry: true
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Alder Mutual, policy service
    channels: [phone]
    departments: [service]
    segments: [private, business]
    touchpoints:
      service_line:
        name: Service line
        channel: phone
        department: service
        entry: true
        resolves: true
        transfers:
          business_desk: {kind: warm, for: {segment: business}}
      business_desk:
        name: Business desk
        channel: phone
        department: service
        for: {segment: business}
        entry: true
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from, on serving segments of different value differently

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, transfer_path

__all__ = ["RULE", "check"]

_NEVER = 'the transfer from "{from}" to "{to}" exists for no customer: its filter and those of its two ends never agree'
_NEVER_DIVERTED = 'when "{closed}" is closed nobody can be sent to "{to}": the filters never agree'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per transfer, or `if_closed`, that exists in no case."""
    network = answers.network
    for edge in answers.never_taken:
        values = {
            "from": name(network, edge.source),
            "to": name(network, edge.target),
            "closed": name(network, edge.declared_target),
        }
        yield Finding(
            code="JM010",
            path=transfer_path(network, edge),
            subject={"path": transfer_path(network, edge)},
            message=Message(_NEVER_DIVERTED if edge.alternative else _NEVER, values),
            help=Message("widen one of the filters (for), or delete the transfer"),
        )


RULE = Rule("JM010", "never-taken", Severity.WARNING, check, __name__)

"""A message or a ticket is settled, and nobody tells the customer.

What it finds
-------------
A request is *taken in* at the first touchpoint on the customer's way that is on a channel with `mode:
message` (a letter, a form, an e-mail) or that is entered by a `ticket`. The rule finds a way from an entry
to a resolution that takes a request in, passes no touchpoint with a `reply`, and after the taking in uses
no `callback`, no `redirect` and no `next`: by none of them do company and customer speak again. The finding
stands at the place of taking in, with a shortest such way.

A `reply` anywhere on the way is enough, also before the request is taken in or at the very place of it. One
silent way is reported even if other ways from the same form are answered. Requests that are never settled
are not this rule's business (JM101 to JM103, JM112).

Why it hurts the customer
-------------------------
The pothole is filled, the fee is paid back, and the customer does not know. They write again, call, and in
the end believe that nobody cared, although the work was done and paid for. A second contact asking "what
became of it?" is the most avoidable of all contacts.

A map it fires on
-----------------
The road works settle the report and close the ticket:

    journeymap: 1
    name: Town hall of Lindenau, damaged roads
    channels:
      web_form: {name: Web form, mode: message}
      work_orders: {name: Work orders, mode: internal}
    departments: [citizens_office, road_works]
    touchpoints:
      report_form:
        name: Pothole form
        channel: web_form
        department: citizens_office
        entry: true
        transfers:
          road_crew: {kind: ticket}
      road_crew:
        name: Road crew
        channel: work_orders
        department: road_works
        resolves: true

The same map mended
-------------------
An answer within five days is promised:

    journeymap: 1
    name: Town hall of Lindenau, damaged roads
    channels:
      web_form: {name: Web form, mode: message}
      work_orders: {name: Work orders, mode: internal}
    departments: [citizens_office, road_works]
    touchpoints:
      report_form:
        name: Pothole form
        channel: web_form
        department: citizens_office
        entry: true
        transfers:
          road_crew: {kind: ticket}
      road_crew:
        name: Road crew
        channel: work_orders
        department: road_works
        resolves: true
        reply: {within: 5 d}

Settings
--------
None.

References
----------
* The service-centre articles this project started from: a ticket process that customers hear nothing of
* ISO 10002, Guidelines for complaints handling in organizations: complainants are told what becomes of
  their complaint

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.unheard import Unheard
from journeymap.findings import Finding, Message, Related, Severity, Step
from journeymap.graph import Network
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, touchpoint_path, walked

__all__ = ["RULE", "check"]

_UNHEARD = 'a request taken in at "{touchpoint}" is settled at "{settled}" and nobody tells the customer'
_HELP = (
    'promise an answer (reply: {{within: 2d}}) at "{settled}" or on the way there, '
    "or call the customer back (kind: callback)"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint at which a request is taken in that ends in silence."""
    network = answers.network
    for unheard in answers.unheard:
        settled = unheard.onward.touchpoints[-1]
        values = {"touchpoint": name(network, unheard.touchpoint), "settled": name(network, settled)}
        yield Finding(
            code="JM107",
            path=touchpoint_path(network, unheard.touchpoint),
            subject={"touchpoint": network.ids[unheard.touchpoint]},
            message=Message(_UNHEARD, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(unheard.cases),
            witness=tuple(_story(network, unheard)),
            related=(Related(touchpoint_path(network, settled), Message("settled here in silence")),),
        )


def _story(network: Network, unheard: Unheard) -> Iterator[Step]:
    yield from walked(network, unheard.walk)
    yield Step("taken_in", {"touchpoint": network.ids[unheard.touchpoint]})
    for edge in unheard.onward.edges:
        yield handed_over(network, edge)
    yield Step("settled", {"touchpoint": network.ids[unheard.onward.touchpoints[-1]]})


RULE = Rule("JM107", "unheard-request", Severity.WARNING, check, __name__)

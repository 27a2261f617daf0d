"""The customer comes back to a department that already had them.

What it finds
-------------
A person of a department hands the customer over to another department, and within `boomerang_length`
transfers the customer is at a different touchpoint of the first. In between they pass at least one
touchpoint of others, none of the first department and none with `advances: true`; none of the transfers is
`next` or `callback`, while a `ticket` and a `redirect` count. There is one finding per department and pair
of touchpoints, with a shortest such way.

Not reported: a way that begins at a machine, since sorting is what menus are for; coming back to a
`follow_up`; coming back to the same touchpoint, or to one that is woven into the same pointless loops
(JM201 to JM205 tell that). A touchpoint with two owners belongs to both departments. Opening hours do not
matter.

Why it hurts the customer
-------------------------
Somebody had the customer on the line and gave them away, and a colleague at the next desk gets them back:
two hand-overs and two queues, for something that the first department could have done at once.

A map it fires on
-----------------
The engineer finds that a new router is needed, and service sends those:

    journeymap: 1
    name: Cedar Broadband, routers
    channels: [phone]
    departments: {service: {name: Service}, network: {name: Network operations}}
    touchpoints:
      agent:
        name: First-line agent
        channel: phone
        department: service
        entry: true
        transfers:
          engineer: {kind: warm, when: "the router is offline"}
      engineer:
        name: Network engineer
        channel: phone
        department: network
        resolves: 80%
        transfers:
          order_desk: {kind: warm, share: 20%, when: "a new router is needed"}
      order_desk:
        name: Order desk
        channel: phone
        department: service
        resolves: true

The same map mended
-------------------
The engineer orders the router himself:

    journeymap: 1
    name: Cedar Broadband, routers
    channels: [phone]
    departments: {service: {name: Service}, network: {name: Network operations}}
    touchpoints:
      agent:
        name: First-line agent
        channel: phone
        department: service
        entry: true
        transfers:
          engineer: {kind: warm, when: "the router is offline"}
          order_desk: {kind: warm, when: "the router is broken"}
      engineer:
        name: Network engineer
        channel: phone
        department: network
        resolves: true
      order_desk:
        name: Order desk
        channel: phone
        department: service
        resolves: true

Settings
--------
`boomerang_length: 4`: a department met again within so many transfers is a boomerang.

References
----------
* The service-centre articles this project started from: pointless transfers, a loop that has nothing to do
  with the need
* BPI Challenge 2013 (Volvo IT incident management), which asks for "ping-pong behaviour" between support
  teams
* Q. Shao, Y. Chen, S. Tao, X. Yan, N. Anerousis, Efficient Ticket Routing by Resolution Sequence Mining,
  KDD 2008: what the way of a ticket through many groups costs

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import names, transfer_path, walked

__all__ = ["RULE", "check"]

_BACK = "the customer comes back to {department}, which already had them: {walk}"
_HELP = "let the department finish what it can before it hands over, or let the other side settle the matter"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per department and pair of touchpoints."""
    network = answers.network
    for back in answers.boomerangs:
        first, *_, last = back.walk.touchpoints
        walk: list[Json] = [network.ids[number] for number in back.walk.touchpoints]
        values = {
            "department": answers.map.name_of("departments", back.group),
            "walk": names(network, back.walk.touchpoints, " -> "),
        }
        yield Finding(
            code="JM206",
            path=transfer_path(network, back.walk.edges[0]),
            subject={
                "department": back.group,
                "from": network.ids[first],
                "to": network.ids[last],
                "walk": walk,
            },
            message=Message(_BACK, values),
            help=Message(_HELP),
            cases=answers.cases.labels(back.cases),
            witness=tuple(walked(network, back.walk)),
            elements=tuple(transfer_path(network, edge) for edge in back.walk.edges),
            key={"from": network.ids[first], "to": network.ids[last], "department": back.group},
        )


RULE = Rule("JM206", "boomerang", Severity.WARNING, check, __name__)

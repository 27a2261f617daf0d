"""Touchpoints are so interwoven that customers can go round in more ways than anyone can list.

What it finds
-------------
A group of touchpoints that customers reach, in which each leads to each of the others by pointless ways,
and which is one of two things:

* it has a transfer that lies on loops of more than `loop_length` transfers only: the circle is too long for
  anyone inside to see. The finding shows a shortest loop through such a transfer;
* it has more than `loop_component` transfers (parallel ones count once). Then this one finding stands for
  all loops inside, because nobody can act on hundreds; the ten shortest are told.

Short loops in a group of the first kind are reported besides (JM201 to JM204).

A way is pointless that changes nothing. Ways through a touchpoint with `advances: true`, transfers with a
`limit`, transfers of kind `next`, and transfers of a touchpoint to itself do not count. A transfer whose
shortest loop is on channels with `mode: self` only is left out, because there the customer steers; so a web
site on which every page leads to every other is no tangle.

Why it hurts the customer
-------------------------
Each hand-over is sensible, and together they are a maze. The customer of the seventh desk has forgotten
what the second one said, and so has the company. Such a group has no owner: it takes one person who answers
for the matter from end to end.

A map it fires on
-----------------
Whoever needs a building permit goes round seven desks and is back at the first:

    journeymap: 1
    name: Town hall of Lindenau, building permits
    channels: [counter]
    departments: [citizens_office, planning, land_registry, fire_safety, heritage, treasury, mayor]
    touchpoints:
      information_desk:
        name: Information desk
        channel: counter
        department: citizens_office
        entry: true
        resolves: 30%
        transfers: {planning_desk: {kind: redirect, when: "a permit is needed"}}
      planning_desk:
        name: Planning
        channel: counter
        department: planning
        transfers: {land_registry_desk: {kind: redirect}}
      land_registry_desk:
        name: Land registry
        channel: counter
        department: land_registry
        transfers: {fire_safety_desk: {kind: redirect}}
      fire_safety_desk:
        name: Fire safety
        channel: counter
        department: fire_safety
        transfers: {heritage_desk: {kind: redirect}}
      heritage_desk:
        name: Heritage
        channel: counter
        department: heritage
        transfers: {cashier: {kind: redirect}}
      cashier:
        name: Cashier
        channel: counter
        department: treasury
        transfers: {mayors_office: {kind: redirect}}
      mayors_office:
        name: Mayor's office
        channel: counter
        department: mayor
        resolves: true
        transfers: {information_desk: {kind: redirect, when: "a stamp is missing"}}

The same map mended
-------------------
Planning owns the permit, asks the other offices itself, and nobody is sent back:

    journeymap: 1
    name: Town hall of Lindenau, building permits
    channels: {counter: {mode: live}, files: {mode: internal}}
    departments: [citizens_office, planning, land_registry, fire_safety]
    touchpoints:
      information_desk:
        name: Information desk
        channel: counter
        department: citizens_office
        entry: true
        resolves: 30%
        transfers: {planning_desk: {kind: warm, when: "a permit is needed"}}
      planning_desk:
        name: Planning
        channel: counter
        department: planning
        advances: true
        resolves: true
        reply: {within: 3 w}
        transfers: {land_registry_desk: {kind: ticket}, fire_safety_desk: {kind: ticket}}
      land_registry_desk:
        name: Land registry
        channel: files
        department: land_registry
        transfers: {planning_desk: {kind: ticket}}
      fire_safety_desk:
        name: Fire safety
        channel: files
        department: fire_safety
        transfers: {planning_desk: {kind: ticket}}

Settings
--------
* `loop_length: 6`: loops of at most so many transfers are reported one by one
* `loop_component: 500`: touchpoints woven together by more transfers are reported as one tangle

References
----------
* The service-centre articles this project started from: a ticket process too long to help
* R. E. Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM Journal on Computing 1 (2), 1972: how
  such groups are found in linear time

"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from journeymap.analysis import Answers
from journeymap.analysis.tangles import Tangle
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.graph import Network
from journeymap.rules.looping import loop_edges, loop_ids, loop_story, with_ticket
from journeymap.rules.rule import Rule
from journeymap.rules.telling import names, touchpoint_path, transfer_path

__all__ = ["RULE", "check"]

_LONG = (
    "customers can go round between {touchpoints} touchpoints ({names}) in loops of more than {length} transfers, "
    "the shortest of {transfers}: {loop}"
)
_LARGE = (
    "{touchpoints} touchpoints ({names}) are tangled by {edges} transfers, too many to list their loops one by one; "
    "the shortest has {transfers}: {loop}"
)
_HELP = "give the matter an owner who settles it, take transfers back out, or bound them (limit)"
_HELP_TICKET = (
    "if the back office works on the case, say so there (advances: true); else give the matter an owner "
    "who settles it, or bound the ways back (limit)"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per tangle."""
    network = answers.network
    for tangle in answers.loops.tangles:
        edges = loop_edges(network, tangle.loop, tangle.cases)
        values: dict[str, str | int] = {
            "touchpoints": len(tangle.touchpoints),
            "names": names(network, tangle.touchpoints),
            "length": answers.map.settings.loop_length,
            "edges": tangle.transfers,
            "transfers": len(tangle.loop),
            "loop": names(network, (*tangle.loop, tangle.loop[0]), " -> "),
        }
        yield Finding(
            code="JM205",
            path=transfer_path(network, edges[0][0]),
            subject={
                "touchpoints": [network.ids[number] for number in tangle.touchpoints],
                "loop": loop_ids(network, tangle.loop),
            },
            message=Message(_LARGE if tangle.large else _LONG, values),
            help=Message(_HELP_TICKET if with_ticket(edges) else _HELP),
            cases=answers.cases.labels(tangle.cases),
            witness=tuple(_story(network, tangle)),
            elements=tuple(touchpoint_path(network, number) for number in tangle.touchpoints),
        )


def _story(network: Network, tangle: Tangle) -> Iterator[Step]:
    loops = tangle.shown or (tangle.loop,)
    return chain.from_iterable(
        loop_story(network, [parallel[0] for parallel in loop_edges(network, loop, tangle.cases)]) for loop in loops
    )


RULE = Rule("JM205", "tangle", Severity.WARNING, check, __name__)

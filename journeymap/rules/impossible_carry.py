"""A transfer promises to carry what the sender never knows.

What it finds
-------------
A transfer lists an item in `carries`, its sender is reached by customers for whom the transfer exists, and
in none of those cases does the sender ever know the item when the contact leaves: it was not asked there,
not carried there, and not read there from a system that may hold it by then.

One way on which the item is known is enough, and nothing is reported. Neither are `carries: all` and
`carries: none`, the `carries` of an `if_closed`, and transfers from touchpoints that no customer reaches
(JM104 says so).

Why it hurts the customer
-------------------------
On the drawing the hand-over looks complete. In truth the engineer arrives without the meter number and the
customer, who was promised that "it is all in the order", has to look for it once more.

A map it fires on
-----------------
The fault line asks what happened; it never asks for the meter number that it is to hand on:

    journeymap: 1
    name: Eastfield Power, outages
    channels: [phone]
    departments: [contact_centre, network]
    information:
      meter_number: {name: Meter number}
      story: {name: What happened}
    touchpoints:
      fault_line:
        name: Fault line
        channel: phone
        department: contact_centre
        entry: true
        needs: [story]
        transfers:
          control_room: {kind: warm, carries: [meter_number, story]}
      control_room:
        name: Control room
        channel: phone
        department: network
        needs: [meter_number, story]
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Eastfield Power, outages
    channels: [phone]
    departments: [contact_centre, network]
    information:
      meter_number: {name: Meter number}
      story: {name: What happened}
    touchpoints:
      fault_line:
        name: Fault line
        channel: phone
        department: contact_centre
        entry: true
        needs: [meter_number, story]
        transfers:
          control_room: {kind: warm, carries: [meter_number, story]}
      control_room:
        name: Control room
        channel: phone
        department: network
        needs: [meter_number, story]
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from, on departments that do not pass information on

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path, transfer_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per sender, target and item."""
    network = answers.network
    told: set[tuple[int, int, str]] = set()
    for empty in answers.impossible_carries.found:
        edge = empty.edge
        fact = edge.source, edge.target, empty.item
        if fact in told:
            continue
        told.add(fact)
        values = {
            "from": name(network, edge.source),
            "to": name(network, edge.target),
            "information": answers.map.name_of("information", empty.item),
        }
        yield Finding(
            code="JM009",
            path=f"{transfer_path(network, edge)}.carries.{empty.item}",
            subject={"from": network.ids[edge.source], "to": network.ids[edge.target], "information": empty.item},
            message=Message('the transfer to "{to}" carries "{information}", which "{from}" never knows', values),
            help=Message('let "{from}" ask for it or look it up, or take it out of carries', values),
            elements=(touchpoint_path(network, edge.source),),
        )


RULE = Rule("JM009", "impossible-carry", Severity.WARNING, check, __name__)

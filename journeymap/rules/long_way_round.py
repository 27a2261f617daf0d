"""Even the shortest way to a resolution is long.

What it finds
-------------
An entry and a kind of contact for which the way with the fewest transfers to a touchpoint that resolves it
(with a share above 0%) takes more than `max_transfers`. Transfers of kind `step`, inside one menu, app or
site, and `next`, by which the customer goes on in the journey, are not counted; all others are, a `ticket`
and an `if_closed` among them.

An entry that resolves the matter itself is no transfer away. An entry from which no resolution can be
reached is not reported here (JM101 to JM103, JM112). Each entry is looked at alone: that another door is
nearer helps only those who know it. Opening hours do not matter.

Why it hurts the customer
-------------------------
Here nobody makes a mistake: even if all goes well, the customer talks to four people about one thing. Each
hand-over costs a wait, some of the story, and some of those who hang up in the queue.

A map it fires on
-----------------
Three people know only who might know:

    journeymap: 1
    name: Town hall of Lindenau, parking permits
    channels: [phone]
    departments: [front_office, citizens_office, traffic, permits]
    touchpoints:
      switchboard:
        name: Switchboard
        channel: phone
        department: front_office
        entry: true
        transfers: {citizens_desk: {kind: warm}}
      citizens_desk:
        name: Citizens' desk
        channel: phone
        department: citizens_office
        transfers: {traffic_desk: {kind: warm}}
      traffic_desk:
        name: Traffic desk
        channel: phone
        department: traffic
        transfers: {permit_desk: {kind: warm}}
      permit_desk:
        name: Permit desk
        channel: phone
        department: permits
        resolves: true

The same map mended
-------------------
The switchboard knows who issues permits:

    journeymap: 1
    name: Town hall of Lindenau, parking permits
    channels: [phone]
    departments: [front_office, permits]
    touchpoints:
      switchboard:
        name: Switchboard
        channel: phone
        department: front_office
        entry: true
        transfers: {permit_desk: {kind: warm}}
      permit_desk:
        name: Permit desk
        channel: phone
        department: permits
        resolves: true

Settings
--------
`max_transfers: 2`: more transfers on the shortest way are a long way round.

References
----------
* The service-centre articles this project started from: a process too long to help
* M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review,
  July-August 2010: being transferred is among the efforts that cost loyalty

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import each_case
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_LONG = 'from "{entry}" the shortest way to a resolution takes {transfers} transfers, expected at most {most}'
_HELP = "lead customers with this matter straight to somebody who settles it"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case and entry."""
    network = answers.network
    for way in answers.long_ways:
        for label, cases in each_case(answers, way.cases):
            values: dict[str, str | int] = {
                "entry": name(network, way.entry),
                "transfers": way.transfers,
                "most": answers.map.settings.max_transfers,
            }
            entry = network.ids[way.entry]
            yield Finding(
                code="JM207",
                path=touchpoint_path(network, way.entry),
                subject={"case": dict(label), "entry": entry, "transfers": way.transfers},
                message=Message(_LONG, values),
                help=Message(_HELP),
                cases=cases,
                key={"case": dict(label), "entry": entry},
            )


RULE = Rule("JM207", "long-way-round", Severity.WARNING, check, __name__)

"""An item is asked on every visit, also when it is already known there.

What it finds
-------------
A touchpoint lists an item in `always_asks`, and there is a way on which that item is known on arrival: it
came with the contact, or it is read there from a system. The customer is asked for what lies on the desk.

Items in `needs` are asked only if they are missing, and never reported here. Where the customer can also
come to be asked again for what they gave and what was lost on the way, JM301 is reported for that
touchpoint and item, and this rule is silent. A retry, where a touchpoint hands over to itself, does not
count, and after `callback`, `redirect` or `next` an item with `lasts: contact` is no longer known, so
asking for it then is right.

Why it hurts the customer
-------------------------
"Why did I key in my number if you ask for it anyway?" The menu's question is a waste of the customer's
time, and so is the agent's. Often the item was carried along at some expense and nobody told the agents to
look.

A map it fires on
-----------------
The menu hands the customer number on, and the agent asks for it by habit:

    journeymap: 1
    name: Beacon Telecom, customer line
    channels: [phone]
    departments: [contact_centre]
    systems: {crm: {name: CRM}}
    information: {customer_number: {name: Customer number}}
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        needs: [customer_number]
        transfers:
          agent: {kind: cold, carries: [customer_number]}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        always_asks: [customer_number]
        records: {crm: [customer_number]}
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Beacon Telecom, customer line
    channels: [phone]
    departments: [contact_centre]
    systems: {crm: {name: CRM}}
    information: {customer_number: {name: Customer number}}
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        needs: [customer_number]
        transfers:
          agent: {kind: cold, carries: [customer_number]}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        needs: [customer_number]
        records: {crm: [customer_number]}
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: a bank's menu that demands the card number before
  anyone can speak to a person; long work after a call because of needless confirmation
* Regulation (EU) 2016/679 (GDPR), article 5 (1) (c): data minimisation

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.repeats import AskedAlthoughKnown
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.graph import Network
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, question_path

__all__ = ["RULE", "check"]

_KNOWN = '"{touchpoint}" asks for "{information}" although it is already known there'
_HELP = 'ask only when it is missing: move "{information}" from always_asks to needs'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and item."""
    network = answers.network
    for known in answers.repeats.although_known:
        values = {
            "touchpoint": name(network, known.touchpoint),
            "information": answers.map.name_of("information", known.item),
        }
        yield Finding(
            code="JM302",
            path=question_path(network, known.touchpoint, known.item),
            subject={"touchpoint": network.ids[known.touchpoint], "information": known.item},
            message=Message(_KNOWN, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(known.cases),
            witness=tuple(_story(network, known)),
        )


def _story(network: Network, known: AskedAlthoughKnown) -> Iterator[Step]:
    """From the entry on: where the item is given or looked up, and where it is asked all the same."""
    last = len(known.visits) - 1
    for place, (number, visit) in enumerate(zip(known.walk.touchpoints, known.visits, strict=True)):
        here = {"touchpoint": network.ids[number], "information": known.item}
        if place == 0:
            yield Step("enters", {"touchpoint": network.ids[number]})
        else:
            yield handed_over(network, known.walk.edges[place - 1])
        if visit.read_from is not None:
            yield Step("read", {**here, "system": visit.read_from})
        if place == last:
            yield Step("known", here)
        elif visit.asked:
            yield Step("gives", here)


RULE = Rule("JM302", "asked-although-known", Severity.WARNING, check, __name__)

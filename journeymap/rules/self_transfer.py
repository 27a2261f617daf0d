"""A touchpoint hands the customer over to itself, without end.

What it finds
-------------
A transfer whose target is the touchpoint it starts from, of any kind and for any customers, without a
`limit`. One finding is given per touchpoint, however many such transfers it has.

With a `limit` it is a bounded retry ("you may try your PIN three times") and is not reported. A
self-transfer is never part of a pointless loop (JM201 to JM205), and what a touchpoint asks in such a
second attempt is no repeat (JM301). If it is the only way out and nothing is resolved there, it is a trap
as well (JM102).

Why it hurts the customer
-------------------------
"Sorry, I did not understand you" is bearable once or twice. Without a bound there is no promise that it
ever ends, and the only way out is to hang up.

A map it fires on
-----------------
Whoever is not understood hears the same menu again, for ever:

    journeymap: 1
    name: Beacon Telecom, faults
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      voice_menu:
        name: Voice menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers:
          voice_menu: {when: "not understood"}
          agent: {kind: cold}
      agent:
        name: Fault desk
        channel: phone
        department: contact_centre
        resolves: true

The same map mended
-------------------
After two more attempts the caller speaks to a person:

    journeymap: 1
    name: Beacon Telecom, faults
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      voice_menu:
        name: Voice menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers:
          voice_menu: {when: "not understood", limit: 2}
          agent: {kind: cold}
      agent:
        name: Fault desk
        channel: phone
        department: contact_centre
        resolves: true

Settings
--------
None. `limit` on the transfer says how often one contact may take it.

References
----------
* The service-centre articles this project started from, on menus that keep callers from a person

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, transfer_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint with a transfer to itself that has no `limit`."""
    network = answers.network
    for number, edges in enumerate(network.out):
        circling = [edge for edge in edges if edge.target == number and edge.transfer.limit is None]
        if circling:
            values = {"touchpoint": name(network, number)}
            yield Finding(
                code="JM007",
                path=transfer_path(network, circling[0]),
                subject={"touchpoint": network.ids[number]},
                message=Message('"{touchpoint}" hands the customer over to itself, without end', values),
                help=Message("say how often one contact may try again (limit: 3), or name another target"),
                elements=tuple(transfer_path(network, edge) for edge in circling[1:]),
            )


RULE = Rule("JM007", "self-transfer", Severity.WARNING, check, __name__)

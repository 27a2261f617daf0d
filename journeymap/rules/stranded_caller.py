"""Customers come to a place that settles other matters than theirs, and no way leads on.

What it finds
-------------
A touchpoint that customers reach, that has no way out for them, and is no `follow_up`; it does resolve
something, but nothing of what these customers come for. The finding lists for whom it is so, with a
shortest way there and the **last exit**, the last touchpoint from which their resolution could still be
reached.

If it resolves nothing for anyone, it is a dead end (JM101). Not reported in a case that has no way in to a
resolution at all (JM103 says enough). A share of 0% is no resolution.

Why it hurts the customer
-------------------------
"You have come to the wrong desk." The desk is staffed and polite and good at something else; the customer
hangs up and begins again. Behind it stands a menu or a colleague who put the call through without asking
what it is about.

A map it fires on
-----------------
The switchboard puts everyone through to reservations, those who lost an umbrella too:

    journeymap: 1
    name: Harbour View Hotel, switchboard
    reasons: {booking: {name: Booking}, lost_property: {name: Lost property}}
    channels: [phone]
    departments: [front_office, reservations, housekeeping]
    touchpoints:
      switchboard:
        name: Switchboard
        channel: phone
        department: front_office
        entry: true
        transfers:
          reservation_desk: {kind: cold}
          housekeeping_desk: {kind: cold, for: {reason: lost_property}}
      reservation_desk:
        name: Reservations
        channel: phone
        department: reservations
        resolves: [booking]
      housekeeping_desk:
        name: Housekeeping
        channel: phone
        department: housekeeping
        resolves: [lost_property]

The same map mended
-------------------
Only those are put through who are served there:

    journeymap: 1
    name: Harbour View Hotel, switchboard
    reasons: {booking: {name: Booking}, lost_property: {name: Lost property}}
    channels: [phone]
    departments: [front_office, reservations, housekeeping]
    touchpoints:
      switchboard:
        name: Switchboard
        channel: phone
        department: front_office
        entry: true
        transfers:
          reservation_desk: {kind: cold, for: {reason: booking}}
          housekeeping_desk: {kind: cold, for: {reason: lost_property}}
      reservation_desk:
        name: Reservations
        channel: phone
        department: reservations
        resolves: [booking]
      housekeeping_desk:
        name: Housekeeping
        channel: phone
        department: housekeeping
        resolves: [lost_property]

Settings
--------
None.

References
----------
* The service-centre articles this project started from: ownership is disputed, and the customer is in
  between

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import last_exit_related, name, touchpoint_path, walked

__all__ = ["RULE", "check"]

_STRANDED = '"{touchpoint}" resolves other matters than what these customers come for, and has no way out for them'
_NEVER_A_CHANCE = (
    '"{touchpoint}" resolves other matters than what these customers come for, has no way out for them, '
    "and on the way here no resolution was ever in reach"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint at which some cases are stranded."""
    network = answers.network
    for end in answers.dead_ends:
        if not end.resolves_other_cases:
            continue
        key = network.ids[end.touchpoint]
        yield Finding(
            code="JM112",
            path=touchpoint_path(network, end.touchpoint),
            subject={"touchpoint": key},
            message=Message(
                _NEVER_A_CHANCE if end.last_exit is None else _STRANDED, {"touchpoint": name(network, end.touchpoint)}
            ),
            help=Message(
                "let the transfers that lead here exist only for those who are served here (for), or add a way back"
            ),
            cases=answers.cases.labels(end.cases),
            witness=(*walked(network, end.walk, end.last_exit), Step("ends", {"touchpoint": key})),
            related=last_exit_related(network, end.walk, end.last_exit),
        )


RULE = Rule("JM112", "stranded-caller", Severity.WARNING, check, __name__)

"""The customer comes to a place where nothing is resolved and no way leads on.

What it finds
-------------
A touchpoint that customers reach, that has no transfer out, resolves nothing for anyone, and is no
`follow_up` (a call that only asks whether all is well may end). The ways out are looked at case by case: a
transfer that exists for one segment only is no way out for the others.

The finding shows a shortest way there and the **last exit**: the last touchpoint on it from which a
resolution could still be reached. If there was none, the message says that no resolution was ever in reach.

Not reported: a touchpoint from which one gets on, but only to dead ends (the end itself is reported); a
place that resolves other matters than the customer's (JM112); a circle without a way out (JM102); and
anything in a case that has no way in to a resolution at all (JM103 says enough). Whether the touchpoint is
closed does not matter here.

Why it hurts the customer
-------------------------
The contact is lost, and with it the customer, who did everything right. Nobody in the company hears of it,
because there is nobody at that place. It is the plainest of all blind spots.

A map it fires on
-----------------
When all lines are busy, callers hear an announcement, and then nothing:

    journeymap: 1
    name: Eastfield Power, contact centre
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers:
          agent: {kind: cold}
          busy_announcement: {when: "all lines are busy"}
      busy_announcement:
        name: Busy announcement
        channel: phone
        department: contact_centre
        handled_by: machine
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        resolves: true

The same map mended
-------------------
The announcement offers to call back:

    journeymap: 1
    name: Eastfield Power, contact centre
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers:
          agent: {kind: cold}
          busy_announcement: {when: "all lines are busy"}
      busy_announcement:
        name: Busy announcement
        channel: phone
        department: contact_centre
        handled_by: machine
        transfers:
          agent: {kind: callback}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: blind spots, where the customer (and the revenue)
  loses contact with the company
* W. M. P. van der Aalst, The Application of Petri Nets to Workflow Management, Journal of Circuits, Systems
  and Computers 8 (1), 1998: a sound process can always be completed

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import last_exit_related, name, touchpoint_path, walked

__all__ = ["RULE", "check"]

_LOST = 'contact is lost at "{touchpoint}": no way out, and nothing is resolved here'
_NEVER_A_CHANCE = (
    'contact is lost at "{touchpoint}": no way out, nothing is resolved here, '
    "and on the way here no resolution was ever in reach"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per dead end."""
    network = answers.network
    for end in answers.dead_ends:
        if end.resolves_other_cases:
            continue
        values = {"touchpoint": name(network, end.touchpoint)}
        key = network.ids[end.touchpoint]
        yield Finding(
            code="JM101",
            path=touchpoint_path(network, end.touchpoint),
            subject={"touchpoint": key},
            message=Message(_NEVER_A_CHANCE if end.last_exit is None else _LOST, values),
            help=Message("add a transfer that leads on, or say what is resolved here (resolves)"),
            cases=answers.cases.labels(end.cases),
            witness=(*walked(network, end.walk, end.last_exit), Step("ends", {"touchpoint": key})),
            related=last_exit_related(network, end.walk, end.last_exit),
        )


RULE = Rule("JM101", "dead-end", Severity.ERROR, check, __name__)

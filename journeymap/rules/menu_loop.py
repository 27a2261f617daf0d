"""The menus of one department lead round in a circle.

What it finds
-------------
A loop that customers reach, of touchpoints that are all handled by machines and belong to one department,
with at least one of them on a channel where the customer does not steer, such as the telephone. All
transfers of the loop exist for the same customers.

What is no pointless loop: a way through a touchpoint with `advances: true`, where work is done that changes
the case; a way that takes a transfer with a `limit`, which is a bounded retry, or one of kind `next`, by
which the customer goes on in the journey; a transfer of a touchpoint to itself (JM007); and a loop on
channels with `mode: self` only, where the customer steers and going back is no fault. Loops that no
customer reaches are not reported. For every transfer that lies on a loop of at most `loop_length` transfers
a shortest one is reported; longer loops, and touchpoints woven together by more than `loop_component`
transfers, are a tangle (JM205). Shares and opening hours do not matter, and the way to an `if_closed`
counts like any other.

It is a hint, not a fault: "press 9 to go back" can be a courtesy. Say how often it may be used (`limit`),
and lead to a person after that.

Why it hurts the customer
-------------------------
Whoever does not find their matter in the menu goes back, listens to everything again, and goes back again.
On a telephone a menu cannot be skimmed, so every lap costs a minute of the customer's life, and the company
never learns that there was a question the menu does not know.

A map it fires on
-----------------
From the tariff menu one can only go back, as often as one likes:

    journeymap: 1
    name: Beacon Telecom, telephone menu
    channels: [phone]
    departments: {contact_centre: {name: Contact centre}}
    touchpoints:
      main_menu:
        name: Main menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers: {tariff_menu: {when: "1"}, agent: {when: "0"}}
      tariff_menu:
        name: Tariff menu
        channel: phone
        department: contact_centre
        handled_by: machine
        resolves: true
        transfers: {main_menu: {when: "9, back"}}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        resolves: true

The same map mended
-------------------
One may go back twice, and the tariff menu leads to a person too:

    journeymap: 1
    name: Beacon Telecom, telephone menu
    channels: [phone]
    departments: {contact_centre: {name: Contact centre}}
    touchpoints:
      main_menu:
        name: Main menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers: {tariff_menu: {when: "1"}, agent: {when: "0"}}
      tariff_menu:
        name: Tariff menu
        channel: phone
        department: contact_centre
        handled_by: machine
        resolves: true
        transfers: {main_menu: {when: "9, back", limit: 2}, agent: {when: "0"}}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        resolves: true

Settings
--------
* `loop_length: 6`: loops of at most so many transfers are reported one by one
* `loop_component: 500`: touchpoints woven together by more transfers are reported as one tangle

References
----------
* The service-centre articles this project started from, on menus that keep callers from a person
* Jakob Nielsen, 10 Usability Heuristics for User Interface Design: "User control and freedom"

"""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM203",
    Pattern.MENU_LOOP,
    "the menus of {departments} lead round in a circle: {loop}",
    "bound how often one contact may go back (limit: 2), and lead to a person after that",
)

RULE = Rule("JM203", "menu-loop", Severity.INFO, check, __name__)

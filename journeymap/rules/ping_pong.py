"""Two departments pass the customer to and fro.

What it finds
-------------
A loop that customers reach and that leads from one department into another and back, so that after one lap
they are where they were and nothing has changed. Going round it, the department changes exactly twice,
between two departments; inside each the customer may pass several colleagues. A touchpoint that two
departments own counts as a department of its own. All transfers of the loop exist for the same customers:
the finding says for whom.

What is no pointless loop: a way through a touchpoint with `advances: true`, where work is done that changes
the case; a way that takes a transfer with a `limit`, which is a bounded retry, or one of kind `next`, by
which the customer goes on in the journey; a transfer of a touchpoint to itself (JM007); and a loop on
channels with `mode: self` only, where the customer steers and going back is no fault. Loops that no
customer reaches are not reported. For every transfer that lies on a loop of at most `loop_length` transfers
a shortest one is reported; longer loops, and touchpoints woven together by more than `loop_component`
transfers, are a tangle (JM205). Shares and opening hours do not matter, and the way to an `if_closed`
counts like any other.

Why it hurts the customer
-------------------------
"That is a matter for billing." "Billing says it is yours." Each department is right by its own rules, and
the customer pays for both with time, and tells the story at every turn. It is the complaint that customers
remember longest, and each lap costs two departments the work of a whole contact.

A map it fires on
-----------------
Billing doubts the reading, metering doubts the bill:

    journeymap: 1
    name: River Valley Water, wrong bills
    channels: [phone]
    departments: {billing: {name: Billing}, metering: {name: Metering}}
    touchpoints:
      billing_desk:
        name: Billing desk
        channel: phone
        department: billing
        entry: true
        resolves: true
        transfers:
          meter_desk: {kind: cold, when: "the reading looks wrong"}
      meter_desk:
        name: Meter desk
        channel: phone
        department: metering
        transfers:
          billing_desk: {kind: cold, when: "the meter is in order"}

The same map mended
-------------------
The meter desk may correct the bill itself, and needs to send nobody back:

    journeymap: 1
    name: River Valley Water, wrong bills
    channels: [phone]
    departments: {billing: {name: Billing}, metering: {name: Metering}}
    touchpoints:
      billing_desk:
        name: Billing desk
        channel: phone
        department: billing
        entry: true
        resolves: true
        transfers:
          meter_desk: {kind: cold, when: "the reading looks wrong"}
      meter_desk:
        name: Meter desk
        channel: phone
        department: metering
        resolves: true

Settings
--------
* `loop_length: 6`: loops of at most so many transfers are reported one by one
* `loop_component: 500`: touchpoints woven together by more transfers are reported as one tangle

References
----------
* The service-centre articles this project started from: pointless transfers, a loop that has nothing to do
  with the need
* BPI Challenge 2013 (Volvo IT incident management), which asks for "ping-pong behaviour" between support
  teams
* M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review,
  July-August 2010: being transferred is among the efforts that cost loyalty

"""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM201",
    Pattern.PING_PONG,
    "the customer can be passed to and fro without getting anywhere ({departments}): {loop}",
    "let one side settle the matter, take one of the transfers out, or bound it (limit: 1)",
    "if the back office works on the case, say so there (advances: true); else let one side settle the matter, "
    "or bound the way back (limit: 1)",
)

RULE = Rule("JM201", "ping-pong", Severity.ERROR, check, __name__)

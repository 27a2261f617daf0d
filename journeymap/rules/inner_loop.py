"""Colleagues of one department pass the customer round.

What it finds
-------------
A loop that customers reach, inside one department, with at least one person in it, so that after one lap
they are where they were and nothing has changed. All transfers of the loop exist for the same customers:
the finding says for whom. If all are machines, it is a menu loop (JM203).

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
For the customer it makes no difference that the two desks share a manager. For the company it does: the
same team handles the same contact twice, both times "quickly", and its own figures look fine while the
matter stays open.

A map it fires on
-----------------
The specialists hand back what they think is too simple:

    journeymap: 1
    name: Beacon Telecom, broadband faults
    channels: [phone]
    departments: {support: {name: Technical support}}
    touchpoints:
      first_line:
        name: First line
        channel: phone
        department: support
        entry: true
        resolves: true
        transfers:
          specialists: {kind: warm, when: "the router is in order"}
      specialists:
        name: Specialists
        channel: phone
        department: support
        resolves: true
        transfers:
          first_line: {kind: warm, when: "no case for specialists"}

The same map mended
-------------------
Handing back is allowed once, then whoever has the customer settles the matter:

    journeymap: 1
    name: Beacon Telecom, broadband faults
    channels: [phone]
    departments: {support: {name: Technical support}}
    touchpoints:
      first_line:
        name: First line
        channel: phone
        department: support
        entry: true
        resolves: true
        transfers:
          specialists: {kind: warm, when: "the router is in order"}
      specialists:
        name: Specialists
        channel: phone
        department: support
        resolves: true
        transfers:
          first_line: {kind: warm, when: "no case for specialists", limit: 1}

Settings
--------
* `loop_length: 6`: loops of at most so many transfers are reported one by one
* `loop_component: 500`: touchpoints woven together by more transfers are reported as one tangle

References
----------
* The service-centre articles this project started from: quality brings quantity, and chasing short calls
  lowers first-contact resolution
* ITIL, where handing over to a group with more expertise is called functional escalation

"""

from __future__ import annotations

from journeymap.analysis.loops import Pattern
from journeymap.findings import Severity
from journeymap.rules.looping import pattern_check
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

check = pattern_check(
    "JM204",
    Pattern.INNER_LOOP,
    "inside {departments} the customer can be passed round and be back where they were: {loop}",
    "let one of them settle the matter, take one of the transfers out, or bound it (limit: 1)",
    "if the back office works on the case, say so there (advances: true); else let one of them settle the matter, "
    "or bound the way back (limit: 1)",
)

RULE = Rule("JM204", "inner-loop", Severity.WARNING, check, __name__)

"""A complaint is settled, and nobody asks whether it really was.

What it finds
-------------
A touchpoint that customers with a complaint (a reason with `complaint: true`) reach and that resolves it
with a share above 0%, but is no `follow_up` itself, and from which no way leads to one before the complaint
is settled a second time. There is one finding per touchpoint and reason.

It is enough that such a way exists, also after several transfers and through touchpoints that do not
resolve the complaint. A follow-up that comes only after another touchpoint has settled it checks that other
work, and does not count for this one. The follow-up may resolve the matter itself.

Why it hurts the customer
-------------------------
"Settled" is what the company thinks. The customer to whom the fee was paid back, or was not, is the only
one who knows, and those who are still angry do not call again. A short call shows that somebody cares, and
is the last chance to keep them.

A map it fires on
-----------------
The complaints desk decides, and that is that:

    journeymap: 1
    name: Harbour Bank, complaints
    reasons: {wrong_fee: {name: Complaint about a fee, complaint: true}}
    channels: [phone]
    departments: [complaints]
    touchpoints:
      complaints_desk:
        name: Complaints desk
        channel: phone
        department: complaints
        entry: true
        resolves: [wrong_fee]

The same map mended
-------------------
A week later somebody calls and asks:

    journeymap: 1
    name: Harbour Bank, complaints
    reasons: {wrong_fee: {name: Complaint about a fee, complaint: true}}
    channels: [phone]
    departments: [complaints]
    touchpoints:
      complaints_desk:
        name: Complaints desk
        channel: phone
        department: complaints
        entry: true
        resolves: [wrong_fee]
        transfers:
          outcome_call: {kind: callback, wait: 7 d}
      outcome_call:
        name: Call about the outcome
        channel: phone
        department: complaints
        follow_up: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: complaints need a follow-up contact that checks the
  outcome
* S. S. Tax, S. W. Brown, M. Chandrashekaran, Customer Evaluations of Service Complaint Experiences, Journal
  of Marketing 62 (2), 1998: how a complaint is handled decides about trust

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]


_SETTLED = '"{touchpoint}" settles the complaint "{reason}" and nobody asks the customer afterwards'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and complaint reason."""
    network = answers.network
    for missing in answers.without_follow_up:
        values = {
            "touchpoint": name(network, missing.touchpoint),
            "reason": answers.map.name_of("reasons", missing.reason),
        }
        yield Finding(
            code="JM110",
            path=touchpoint_path(network, missing.touchpoint),
            subject={"touchpoint": network.ids[missing.touchpoint], "reason": missing.reason},
            message=Message(_SETTLED, values),
            help=Message("lead on to a touchpoint that asks whether it was really solved (follow_up: true)"),
            cases=answers.cases.labels(missing.cases),
        )


RULE = Rule("JM110", "complaint-without-follow-up", Severity.WARNING, check, __name__)

"""Every way to a resolution costs the customer a fee.

What it finds
-------------
A case in which every way from an entry to a resolution passes a touchpoint with a `fee`; the entry and the
place of the resolution count as passed. One way without a fee is enough, however long it is. A fee of 0 is
none.

Not reported: a case in which no entry leads to a resolution at all (JM103 says enough).

Why it hurts the customer
-------------------------
The customer pays for the product, and pays again to have its fault mended. Whoever is charged for reporting
a lost card hears what the company thinks of them, tells everybody, and reports the next loss too late.

A map it fires on
-----------------
A lost card is reported to an agent, and talking to an agent costs two euros:

    journeymap: 1
    name: Harbour Bank, telephone
    currency: EUR
    reasons:
      balance: {name: Balance}
      lost_card: {name: Lost card}
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        resolves: [balance]
        transfers:
          agent: {kind: cold}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        fee: 2
        resolves: true

The same map mended
-------------------
A card can be blocked by keypad, at no charge:

    journeymap: 1
    name: Harbour Bank, telephone
    currency: EUR
    reasons:
      balance: {name: Balance}
      lost_card: {name: Lost card}
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        resolves: [balance]
        transfers:
          agent: {kind: cold}
          card_stop: {for: {reason: lost_card}}
      card_stop:
        name: Blocking of cards
        channel: phone
        department: contact_centre
        handled_by: machine
        resolves: [lost_card]
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        fee: 2
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: one bank charged for talking to a person and was
  mocked for it
* Directive 2011/83/EU on consumer rights, article 21: calling a trader about a contract costs no more than
  the basic rate

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import case_path, case_words, each_case
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case."""
    for label, cases in each_case(answers, answers.only_paid):
        yield Finding(
            code="JM403",
            path=case_path(label),
            subject={"case": dict(label)},
            message=Message("{case} can be settled only for a fee", {"case": case_words(answers, label)}),
            help=Message("offer at least one way without a fee"),
            cases=cases,
        )


RULE = Rule("JM403", "only-paid-way", Severity.WARNING, check, __name__)

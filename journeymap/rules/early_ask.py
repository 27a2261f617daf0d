"""A machine asks for what nobody on the way needs.

What it finds
-------------
A machine, such as a telephone menu, asks for an item (`needs` or `always_asks`) although no other touchpoint
on any way from there to a resolution asks or needs it. It is judged case by case: what one matter needs may
be idle for another, and the finding names the case. The machine can be reached from an entry without passing
a person, and a resolution can be reached from it.

Not reported: a machine on a channel with `mode: self`, where customers read and skip at their own pace; a
machine that itself resolves the matter, because it may need the item for that; and an item that somebody
needs anywhere further on, even if only on some of the ways.

Why it hurts the customer
-------------------------
"Please enter your sixteen-digit card number", and the caller only wants to know when the branch opens. The
question stands between the customer and the first person who could answer; whoever has not got the card at
hand, because it is lost, never comes through.

A map it fires on
-----------------
The menu demands the card number of everyone, and only lost cards are looked up by it:

    journeymap: 1
    name: Harbour Bank, telephone
    reasons:
      lost_card: {name: Lost card}
      opening_times: {name: Opening times of a branch}
    channels: [phone]
    departments: [contact_centre]
    information: {card_number: {name: Card number}}
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        needs: [card_number]
        transfers:
          agent: {kind: warm}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        needs: {card_number: {reason: lost_card}}
        resolves: true

The same map mended
-------------------
The menu asks first what the matter is, and only then, if it must be, for the card:

    journeymap: 1
    name: Harbour Bank, telephone
    reasons:
      lost_card: {name: Lost card}
      opening_times: {name: Opening times of a branch}
    channels: [phone]
    departments: [contact_centre]
    information: {card_number: {name: Card number}}
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        needs: {card_number: {reason: lost_card}}
        transfers:
          agent: {kind: warm}
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        needs: {card_number: {reason: lost_card}}
        resolves: true

Settings
--------
None. A filter on an item says for whom it is needed: `needs: {card_number: {reason: lost_card}}`.

References
----------
* The service-centre articles this project started from: a bank's menu that demands the card number before
  anyone can speak to a person, even for a simple question
* Regulation (EU) 2016/679 (GDPR), article 5 (1) (c): data minimisation

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import each_case
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_EARLY = '"{touchpoint}" asks for "{information}" before any person, and nobody on the way needs it'
_HELP = "do not ask these customers for it: take it out, or say who must be asked (a filter such as {{reason: ...}})"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint, item and case."""
    network = answers.network
    for early in answers.early_asks:
        for label, cases in each_case(answers, early.cases):
            values = {
                "touchpoint": name(network, early.touchpoint),
                "information": answers.map.name_of("information", early.item),
            }
            yield Finding(
                code="JM303",
                path=question_path(network, early.touchpoint, early.item),
                subject={
                    "touchpoint": network.ids[early.touchpoint],
                    "information": early.item,
                    "case": dict(label),
                },
                message=Message(_EARLY, values),
                help=Message(_HELP),
                cases=cases,
            )


RULE = Rule("JM303", "early-ask", Severity.WARNING, check, __name__)

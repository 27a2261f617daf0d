"""The customer is asked for something that nobody uses.

What it finds
-------------
A touchpoint that customers reach asks for an item on every visit (`always_asks`), and in some case nothing
becomes of the answer: the item is not in the `needs` of that touchpoint, no system records it there
(`records: [crm]` records everything), and no other touchpoint that can be reached from there asks or needs
it.

Not reported: an item in `needs`, because the touchpoint says that it is necessary for the work there; an
item that somebody further on asks or needs, even if it is lost on the way (JM301 tells that). That the same
touchpoint asks it again after a loop is no use of it.

Why it hurts the customer
-------------------------
Every question costs the customer time and a little trust, the more so if it is private. An answer that
nobody writes down and nobody needs has cost both for nothing. Such questions are usually left from a
campaign, or from a form that has long been abolished.

A map it fires on
-----------------
Reservations still asks how the guest heard of the hotel, for a campaign of last year:

    journeymap: 1
    name: Hotel Seeblick, reservations
    channels: [phone]
    departments: [reservations]
    information:
      dates: {name: Dates of the stay}
      heard_of_us: {name: How the guest heard of us}
    touchpoints:
      reservations_desk:
        name: Reservations
        channel: phone
        department: reservations
        entry: true
        needs: [dates]
        always_asks: [heard_of_us]
        resolves: true

The same map mended
-------------------
The question is gone:

    journeymap: 1
    name: Hotel Seeblick, reservations
    channels: [phone]
    departments: [reservations]
    information:
      dates: {name: Dates of the stay}
    touchpoints:
      reservations_desk:
        name: Reservations
        channel: phone
        department: reservations
        entry: true
        needs: [dates]
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: long work after a call because of needless
  confirmation and checking
* Regulation (EU) 2016/679 (GDPR), article 5 (1) (c): data minimisation

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_NOTHING = '"{touchpoint}" collects "{information}" for nothing: it is not recorded, and nobody needs it later'
_HELP = "stop asking for it, or record it where it is used (records)"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per item and touchpoint."""
    network = answers.network
    for useless in answers.collected_for_nothing:
        values = {
            "touchpoint": name(network, useless.touchpoint),
            "information": answers.map.name_of("information", useless.item),
        }
        yield Finding(
            code="JM305",
            path=question_path(network, useless.touchpoint, useless.item),
            subject={"information": useless.item, "touchpoint": network.ids[useless.touchpoint]},
            message=Message(_NOTHING, values),
            help=Message(_HELP),
            cases=answers.cases.labels(useless.cases),
        )


RULE = Rule("JM305", "collected-for-nothing", Severity.INFO, check, __name__)

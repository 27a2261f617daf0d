"""Customers go round in a circle that has no way out and no resolution.

What it finds
-------------
A group of touchpoints that customers reach, in which each leads to each of the others, and which no
transfer leaves; none of them resolves the matter of these customers, and none is a `follow_up`. A single
touchpoint whose only way out is a transfer to itself is a trap too, with or without a `limit`. All of this
is looked at case by case.

`advances` and `limit` make no difference here: however much work is done inside, or however often the way
may be taken, nobody gets out. The finding shows a shortest way in and the **last exit**, the last
touchpoint from which a resolution could still be reached.

Not reported: circles with a way out, even if it leads to a dead end (that end is JM101; the circle may be
JM201 to JM205); and anything in a case that has no way in to a resolution at all (JM103). On channels with
`mode: self`, going back and forth is no pointless loop, but being unable to leave is a trap.

Why it hurts the customer
-------------------------
"Have you tried our help pages?" The help pages say "contact us", and "contact us" leads to the help pages.
The customer is kept busy until they give up, and the statistics count page views.

A map it fires on
-----------------
There is a person to chat with, but help pages and contact page lead to each other only:

    journeymap: 1
    name: Northwind Airways, web site
    channels: {web: {name: Web site, mode: self}, chat: {name: Chat}}
    departments: [digital, service]
    touchpoints:
      home_page:
        name: Home page
        channel: web
        department: digital
        entry: true
        transfers:
          my_bookings:
          help_pages:
      my_bookings:
        name: My bookings
        channel: web
        department: digital
        resolves: true
        transfers:
          chat_agent: {kind: cold}
      help_pages:
        name: Help pages
        channel: web
        department: digital
        transfers:
          contact_page:
      contact_page:
        name: Contact page
        channel: web
        department: digital
        transfers:
          help_pages:
      chat_agent:
        name: Chat agent
        channel: chat
        department: service
        resolves: true

The same map mended
-------------------
The contact page leads to the person too:

    journeymap: 1
    name: Northwind Airways, web site
    channels: {web: {name: Web site, mode: self}, chat: {name: Chat}}
    departments: [digital, service]
    touchpoints:
      home_page:
        name: Home page
        channel: web
        department: digital
        entry: true
        transfers:
          my_bookings:
          help_pages:
      my_bookings:
        name: My bookings
        channel: web
        department: digital
        resolves: true
        transfers:
          chat_agent: {kind: cold}
      help_pages:
        name: Help pages
        channel: web
        department: digital
        transfers:
          contact_page:
      contact_page:
        name: Contact page
        channel: web
        department: digital
        transfers:
          help_pages:
          chat_agent: {kind: cold}
      chat_agent:
        name: Chat agent
        channel: chat
        department: service
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: blind spots
* Jakob Nielsen, 10 Usability Heuristics for User Interface Design: "User control and freedom" asks for a
  clearly marked emergency exit
* R. E. Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM Journal on Computing 1 (2), 1972: how
  such groups are found in linear time

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import last_exit_related, names, touchpoint_path, walked

__all__ = ["RULE", "check"]

_CAUGHT = "customers go round in a circle ({touchpoints}) without a way out or a resolution"
_NEVER_A_CHANCE = (
    "customers go round in a circle ({touchpoints}) without a way out or a resolution, "
    "and on the way here no resolution was ever in reach"
)
_AT_ONE = 'customers are kept at "{touchpoints}" without a way out or a resolution'
_AT_ONE_NEVER_A_CHANCE = (
    'customers are kept at "{touchpoints}" without a way out or a resolution, '
    "and on the way here no resolution was ever in reach"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per trap."""
    network = answers.network
    for trap in answers.traps:
        first, *others = trap.touchpoints
        templates = (_CAUGHT, _NEVER_A_CHANCE) if others else (_AT_ONE, _AT_ONE_NEVER_A_CHANCE)
        template = templates[trap.last_exit is None]
        yield Finding(
            code="JM102",
            path=touchpoint_path(network, first),
            subject={"touchpoints": [network.ids[number] for number in trap.touchpoints]},
            message=Message(template, {"touchpoints": names(network, trap.touchpoints)}),
            help=Message("add a transfer that leads out of the circle, or say what is resolved in it (resolves)"),
            cases=answers.cases.labels(trap.cases),
            witness=(
                *walked(network, trap.walk, trap.last_exit),
                Step("caught", {"touchpoint": network.ids[trap.walk.touchpoints[-1]]}),
            ),
            related=last_exit_related(network, trap.walk, trap.last_exit),
            elements=tuple(touchpoint_path(network, number) for number in others),
        )


RULE = Rule("JM102", "trap", Severity.ERROR, check, __name__)

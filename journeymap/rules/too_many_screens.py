"""Too many systems have to be opened at one touchpoint.

What it finds
-------------
A touchpoint that customers reach and at which more than `max_screens` different systems are opened: those it
`reads`, those it `records` in, and the further `systems` it names. A system that stands in several of these
lists counts once. Persons and machines are counted alike.

Why it hurts the customer
-------------------------
"One moment, the system is slow today." The customer waits while windows are searched, passwords typed and
numbers copied from one screen to the next. What was seen on the third screen is forgotten on the fifth, and
a digit copied wrongly brings the customer back next week.

A map it fires on
-----------------
For one fault report the agent goes through six programs:

    journeymap: 1
    name: Beacon Telecom, fault reports
    channels: [phone]
    departments: [contact_centre]
    systems:
      crm: {name: CRM}
      billing: {name: Billing}
      tickets: {name: Tickets}
      network_map: {name: Map of the network}
      line_test: {name: Line test}
      answers: {name: Collected answers}
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        reads: [crm, billing]
        records: [tickets]
        systems: [network_map, line_test, answers]
        resolves: true

The same map mended
-------------------
One screen gathers what a fault report needs, and the agent tests the line from there:

    journeymap: 1
    name: Beacon Telecom, fault reports
    channels: [phone]
    departments: [contact_centre]
    systems:
      agent_desktop: {name: Screen for agents}
      tickets: {name: Tickets}
      answers: {name: Collected answers}
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        reads: [agent_desktop]
        records: [tickets]
        systems: [answers]
        resolves: true

Settings
--------
* `max_screens: 4`: so many systems at one touchpoint are accepted

References
----------
* The service-centre articles this project started from: agents juggle many windows and programs for one
  contact
* J. S. Rubinstein, D. E. Meyer, J. E. Evans, Executive Control of Cognitive Processes in Task Switching,
  Journal of Experimental Psychology: Human Perception and Performance 27 (4), 2001: every switch costs time

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_MANY = '"{touchpoint}" opens {count} systems for one contact, expected at most {most}: {systems}'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint."""
    network = answers.network
    for screens in answers.too_many_screens:
        systems: list[Json] = list(screens.systems)
        values: dict[str, str | int] = {
            "touchpoint": name(network, screens.touchpoint),
            "count": len(screens.systems),
            "most": answers.map.settings.max_screens,
            "systems": ", ".join(answers.map.name_of("systems", system) for system in screens.systems),
        }
        yield Finding(
            code="JM501",
            path=touchpoint_path(network, screens.touchpoint),
            subject={"touchpoint": network.ids[screens.touchpoint], "systems": systems},
            message=Message(_MANY, values),
            help=Message("bring what is needed for one contact onto one screen"),
            cases=answers.cases.labels(screens.cases),
            key={"touchpoint": network.ids[screens.touchpoint]},
        )


RULE = Rule("JM501", "too-many-screens", Severity.INFO, check, __name__)

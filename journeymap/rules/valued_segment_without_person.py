"""Customers who matter most cannot reach a person.

What it finds
-------------
A segment with `priority: high` has a case in which no entry leads to a person within `max_menus` transfers.
A person is a touchpoint that is `handled_by: person` on a channel that is not `internal`. Every transfer
counts, also a `step` inside one menu, but a `ticket` leads to nobody, because the customer does not come
along. An entry that is itself handled by a person counts with no transfer at all.

One entry that leads to a person is enough, whatever the others do (JM209 looks at each entry, and at every
segment). A case without any entry is reported too, for nobody is reached there.

Why it hurts the customer
-------------------------
The customers a company lives on are handled like everybody else, or worse: their matter is rarer, so no menu
knows it. They do not complain about the menu. They take their business to the house where somebody answers.

A map it fires on
-----------------
Web site and app lead through the same three pages before anybody calls back, private clients too:

    journeymap: 1
    name: Harbour Bank, web site and app
    segments:
      retail: {name: Retail, share: 90%}
      private: {name: Private banking, share: 10%, priority: high}
    channels:
      web: {name: Web site, mode: self}
      app: {name: App, mode: self}
      phone: {name: Phone, mode: live}
    departments: [digital, advisers]
    touchpoints:
      home_page:
        name: Home page
        channel: web
        department: digital
        entry: true
        transfers: {help_page: {kind: step}}
      app_start:
        name: Start of the app
        channel: app
        department: digital
        entry: true
        transfers: {help_page: {kind: step}}
      help_page:
        name: Help
        channel: web
        department: digital
        transfers: {topics_page: {kind: step}}
      topics_page:
        name: Topics
        channel: web
        department: digital
        transfers: {contact_page: {kind: step}}
      contact_page:
        name: Contact
        channel: web
        department: digital
        transfers: {adviser: {kind: callback}}
      adviser:
        name: Adviser
        channel: phone
        department: advisers
        resolves: true

The same map mended
-------------------
The first page offers private clients a call from their adviser:

    journeymap: 1
    name: Harbour Bank, web site and app
    segments:
      retail: {name: Retail, share: 90%}
      private: {name: Private banking, share: 10%, priority: high}
    channels:
      web: {name: Web site, mode: self}
      app: {name: App, mode: self}
      phone: {name: Phone, mode: live}
    departments: [digital, advisers]
    touchpoints:
      home_page:
        name: Home page
        channel: web
        department: digital
        entry: true
        transfers:
          help_page: {kind: step}
          adviser: {kind: callback, for: {segment: private}}
      app_start:
        name: Start of the app
        channel: app
        department: digital
        entry: true
        transfers:
          help_page: {kind: step}
          adviser: {kind: callback, for: {segment: private}}
      help_page:
        name: Help
        channel: web
        department: digital
        transfers: {topics_page: {kind: step}}
      topics_page:
        name: Topics
        channel: web
        department: digital
        transfers: {contact_page: {kind: step}}
      contact_page:
        name: Contact
        channel: web
        department: digital
        transfers: {adviser: {kind: callback}}
      adviser:
        name: Adviser
        channel: phone
        department: advisers
        resolves: true

Settings
--------
* `max_menus: 3`: so many transfers to a person are accepted

References
----------
* The service-centre articles this project started from: customers of high value should get a person and the
  best offer, the others self-service
* F. F. Reichheld, W. E. Sasser, Zero Defections: Quality Comes to Services, Harvard Business Review,
  September-October 1990: what a customer who stays is worth

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import each_case
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_WITHOUT = '"{segment}" has high priority, but no entry leads to a person within {most} transfers'
_HELP = "give these customers an entry that leads to a person, or a key in the menu that does"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per segment of high priority and case."""
    valued = {key for key, segment in answers.map.segments.items() if segment.priority == "high"}
    if not valued:
        return
    for label, cases in each_case(answers, answers.cases.all & ~answers.person_cases):
        segment = dict(label).get("segment")
        if segment is not None and segment in valued:
            values: dict[str, str | int] = {
                "segment": answers.map.name_of("segments", segment),
                "most": answers.map.settings.max_menus,
            }
            yield Finding(
                code="JM401",
                path=f"segments.{segment}",
                subject={"segment": segment, "case": dict(label)},
                message=Message(_WITHOUT, values),
                help=Message(_HELP),
                cases=cases,
            )


RULE = Rule("JM401", "valued-segment-without-person", Severity.WARNING, check, __name__)

"""There are times at which nobody can settle a matter.

What it finds
-------------
Minutes of a typical week in which the customers of a case can be at no touchpoint that resolves their
matter with a share above 0%: it is closed then, or no way leads there at that time. There is one finding
per kind of contact, with the number of minutes and when they are; where not even an entry is open, it says
when that is.

When touchpoints are open and when customers can come is told at JM105 (`closed-on-arrival`). One open
resolution is enough, by whatever way. A message or a ticket may come at any time at which its touchpoint is
open, and a person on a channel with `mode: message` has the hours of the channel alone: a mailbox that
settles the matter is enough, although the answer comes in the morning.

Not reported for a case in which no entry can reach a resolution at all (JM103). It is an information, not a
warning: not every matter must be settled at night, but somebody should have decided that.

Why it hurts the customer
-------------------------
Cards are lost at night, pipes burst on Sundays, and people who work find the time to call after work. Those
for whom the company is never there when they are free do not complain: they compare, and leave.

A map it fires on
-----------------
Cards can be blocked in office hours:

    journeymap: 1
    name: Meadow Savings Bank, lost cards
    reasons: {lost_card: {name: Lost card}}
    channels: {phone: {name: Phone}}
    departments: {card_service: {name: Card service, hours: "Mo-Fr 08:00-18:00"}}
    touchpoints:
      card_line:
        name: Card line
        channel: phone
        department: card_service
        entry: true
        resolves: [lost_card]

The same map mended
-------------------
The app blocks a card at any time:

    journeymap: 1
    name: Meadow Savings Bank, lost cards
    reasons: {lost_card: {name: Lost card}}
    channels: {phone: {name: Phone}, app: {name: App, mode: self}}
    departments: {card_service: {name: Card service, hours: "Mo-Fr 08:00-18:00"}}
    touchpoints:
      card_line:
        name: Card line
        channel: phone
        department: card_service
        entry: true
        resolves: [lost_card]
      block_card_page:
        name: Block a card
        channel: app
        department: card_service
        entry: true
        resolves: [lost_card]

Settings
--------
`week: 2026-03-02`: the Monday of the typical week.

References
----------
* The service-centre articles this project started from: service is expected round the clock, and customers
  compare
* Directive (EU) 2015/2366 (payment services), article 70 (1) (c): the loss of a card can be notified at all
  times

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.presence import OutOfHours
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import case_path, case_words, each_case
from journeymap.rules.clock import told_week
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_CLOSED = "nobody can settle {case} during {minutes} minutes a week: {times}"
_NOT_EVEN_AN_ENTRY = (
    "nobody can settle {case} during {minutes} minutes a week: {times}; not even an entry is open {no_entry}"
)
_NOT_EVEN_AN_ENTRY_THEN = (
    "nobody can settle {case} during {minutes} minutes a week, and not even an entry is open then: {times}"
)
_HELP = "open one of the touchpoints that resolve it longer, or offer a way that does not wait (a message, a callback)"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case."""
    for closed in answers.presence.out_of_hours:
        for label, cases in each_case(answers, closed.cases):
            values: dict[str, str | int] = {
                "case": case_words(answers, label),
                "minutes": closed.minutes.bit_count(),
                "times": told_week(closed.minutes),
                "no_entry": told_week(closed.no_entry),
            }
            yield Finding(
                code="JM106",
                path=case_path(label),
                subject={"case": dict(label), "minutes_per_week": closed.minutes.bit_count()},
                message=Message(_template(closed), values),
                help=Message(_HELP),
                cases=cases,
                key={"case": dict(label)},
            )


def _template(closed: OutOfHours) -> str:
    if not closed.no_entry:
        return _CLOSED
    return _NOT_EVEN_AN_ENTRY_THEN if closed.no_entry == closed.minutes else _NOT_EVEN_AN_ENTRY


RULE = Rule("JM106", "out-of-hours", Severity.INFO, check, __name__)

"""Customers with some matter have no way in that leads to a resolution.

What it finds
-------------
A kind of contact (a case: segment, reason and product together) for which no entry leads to any touchpoint
that resolves it with a share above 0%. The message says which of three it is: nobody resolves the matter;
somebody does, but these customers have no entry; or they have one, and no way leads on from it. If nothing
is resolved for anyone in the whole map, that is said once.

One entry from which a resolution can be reached is enough, however long the way is and whatever the opening
hours. In a case with no way in, dead ends, traps and stranded callers (JM101, JM102, JM112) are not
reported as well.

Why it hurts the customer
-------------------------
The company sells the product, and the customer has a question about it that the company has not thought of:
every desk says "that is not us". In the articles behind this project complaints are taken in that no
department can solve.

A map it fires on
-----------------
Nobody is in charge of test results:

    journeymap: 1
    name: Clinic at the Park, telephone
    reasons:
      appointment: {name: Appointment}
      prescription: {name: Repeat prescription}
      test_results: {name: Test results}
    channels: [phone]
    departments: [front_office, nursing]
    touchpoints:
      reception:
        name: Reception
        channel: phone
        department: front_office
        entry: true
        resolves: [appointment]
        transfers:
          nurse_line: {kind: warm, for: {reason: prescription}}
      nurse_line:
        name: Nurse line
        channel: phone
        department: nursing
        resolves: [prescription]

The same map mended
-------------------

    journeymap: 1
    name: Clinic at the Park, telephone
    reasons:
      appointment: {name: Appointment}
      prescription: {name: Repeat prescription}
      test_results: {name: Test results}
    channels: [phone]
    departments: [front_office, nursing]
    touchpoints:
      reception:
        name: Reception
        channel: phone
        department: front_office
        entry: true
        resolves: [appointment]
        transfers:
          nurse_line: {kind: warm, for: {reason: [prescription, test_results]}}
      nurse_line:
        name: Nurse line
        channel: phone
        department: nursing
        resolves: [prescription, test_results]

Settings
--------
None.

References
----------
* The service-centre articles this project started from: complaints are taken in, but no department can
  solve them
* ISO 10002, Guidelines for complaints handling in organizations: complaints can be made easily, and
  somebody is accountable for each

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import CaseLabel, Finding, Json, Message, Severity
from journeymap.rules.cases import case_path
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_NOTHING = "nothing is resolved anywhere in this map: no touchpoint has resolves"
_NOBODY_RESOLVES = "nobody resolves the matter of {case}"
_NO_ENTRY = "{case} has no entry: customers cannot begin anywhere"
_NO_WAY = "no entry of {case} leads to a touchpoint that resolves the matter"
_WHOLE_MAP = "this map"

_HELP_RESOLVES = Message("say at a touchpoint what is settled there: resolves: true, or a list of reasons")
_HELP_ENTRY = Message("mark where these customers begin: entry: true")
_HELP_WAY = Message("add the missing transfer, or an entry (entry: true) from which the resolution can be reached")


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case, or one for the map if nothing is resolved in any case."""
    if not answers.reach.resolved_somewhere:
        yield Finding(
            code="JM103",
            path="touchpoints",
            subject={"case": {}},
            message=Message(_NOTHING),
            help=_HELP_RESOLVES,
        )
        return
    for label in answers.cases.each(answers.reach.no_way_in) if answers.reach.no_way_in else ():
        yield _finding(answers, label)


def _finding(answers: Answers, label: CaseLabel) -> Finding:
    case: dict[str, Json] = dict(label)
    mask = answers.cases.find(dict(label))
    if not answers.reach.resolved_somewhere & mask:
        template, help_text = _NOBODY_RESOLVES, _HELP_RESOLVES
    elif not any(cases & mask for cases in answers.network.entries.values()):
        template, help_text = _NO_ENTRY, _HELP_ENTRY
    else:
        template, help_text = _NO_WAY, _HELP_WAY
    return Finding(
        code="JM103",
        path=case_path(label),
        subject={"case": case},
        message=Message(template, {"case": _matter(answers, label)}),
        help=help_text,
        cases="all" if len(answers.cases) == 1 else (label,),
    )


def _matter(answers: Answers, label: CaseLabel) -> str:
    """What the customer wants. The rest of the case is not said, so that cases that differ in it are told together."""
    section, key = _telling(label)
    return f'"{answers.map.name_of(section, key)}"' if key else _WHOLE_MAP


def _telling(label: CaseLabel) -> tuple[str, str]:
    """The section and id of the dimension that tells most; empty for a map without dimensions."""
    case = dict(label)
    return next(((f"{name}s", case[name]) for name in ("reason", "segment", "product") if name in case), ("", ""))


RULE = Rule("JM103", "no-way-in", Severity.ERROR, check, __name__)

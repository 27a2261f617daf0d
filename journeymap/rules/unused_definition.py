"""Something is declared and never used.

What it finds
-------------
A stage, channel, department, system or item of information that no touchpoint, transfer, reason, contract
or scenario refers to, and a segment or product that no kind of contact contains, because every reason is
limited to others. An item that a system `holds` or a transfer carries counts as used, even if nobody asks
for it.

Reasons are never reported: each makes a kind of contact of its own, and if nobody serves it, that is JM103.
A touchpoint that no customer comes to is JM104.

Why it hurts the customer
-------------------------
It need not. But a department on the map that answers for nothing, or a product no customer can ask about,
is often the trace of something forgotten: the desk was planned, the way to it was not.

A map it fires on
-----------------
Nobody answers faxes any more, and the claim number is asked nowhere:

    journeymap: 1
    name: Alder Mutual, household claims
    channels: [phone, fax]
    departments: [claims]
    information:
      policy_number: {name: Policy number}
      claim_number: {name: Claim number}
    touchpoints:
      claims_line:
        name: Claims line
        channel: phone
        department: claims
        entry: true
        needs: [policy_number]
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Alder Mutual, household claims
    channels: [phone]
    departments: [claims]
    information:
      policy_number: {name: Policy number}
    touchpoints:
      claims_line:
        name: Claims line
        channel: phone
        department: claims
        entry: true
        needs: [policy_number]
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: a contact map shows every channel, every department
  and every product line by which customer and company meet

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_NOT_MENTIONED = '"{name}" is declared among the {section}, but nothing in the map refers to it'
_IN_NO_CASE = '"{name}" is declared among the {section}, but no reason for contact applies to it'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per unused element."""
    for element in answers.unused:
        in_no_case = element.section in ("segments", "products")
        values = {"name": answers.map.name_of(element.section, element.id), "section": element.section}
        yield Finding(
            code="JM006",
            path=f"{element.section}.{element.id}",
            subject={"path": f"{element.section}.{element.id}"},
            message=Message(_IN_NO_CASE if in_no_case else _NOT_MENTIONED, values),
            help=Message("use it, or delete it; perhaps an id elsewhere names the wrong one"),
        )


RULE = Rule("JM006", "unused-definition", Severity.INFO, check, __name__)

"""An item is kept in several systems, and somebody looks into only one.

What it finds
-------------
An item is recorded in two systems or more, and a touchpoint that customers reach and that needs it reads
exactly one of these. It is judged case by case: the systems of a finding are those in which the item is
recorded for the same customers. A system counts only if on some way the item is really known when a contact
leaves the touchpoint that `records` it; a list of systems (`records: [crm]`) saves whatever is known there.
There is one finding per item and set of systems, with the touchpoints that look into only one.

Not reported: an item that systems merely `hold` from the beginning; a touchpoint that reads none of the
systems, or more than one of them (then at least the difference can be seen).

Why it hurts the customer
-------------------------
The customer has told the company the new address, and the letter goes to the old one, because the address
was changed in the other system. Both systems are right by what they know. The customer hears "we have it
differently here", and has to prove what was already said.

A map it fires on
-----------------
The hotline changes addresses in the CRM, the branch in the policy system, and claims looks only there:

    journeymap: 1
    name: Alder Insurance, change of address
    channels: [phone, counter]
    departments: [contact_centre, branches, claims]
    systems:
      crm: {name: CRM}
      policies: {name: Policy system, holds: [address]}
    information: {address: {name: Address}}
    touchpoints:
      hotline:
        name: Hotline
        channel: phone
        department: contact_centre
        entry: true
        needs: [address]
        records: {crm: [address]}
        resolves: true
      branch_counter:
        name: Branch counter
        channel: counter
        department: branches
        entry: true
        needs: [address]
        records: {policies: [address]}
        resolves: true
      claims_desk:
        name: Claims desk
        channel: phone
        department: claims
        entry: true
        reads: [policies]
        needs: [address]
        resolves: true

The same map mended
-------------------
The address is changed in one place, wherever the customer tells it:

    journeymap: 1
    name: Alder Insurance, change of address
    channels: [phone, counter]
    departments: [contact_centre, branches, claims]
    systems:
      crm: {name: CRM}
      policies: {name: Policy system, holds: [address]}
    information: {address: {name: Address}}
    touchpoints:
      hotline:
        name: Hotline
        channel: phone
        department: contact_centre
        entry: true
        needs: [address]
        records: {policies: [address]}
        systems: [crm]
        resolves: true
      branch_counter:
        name: Branch counter
        channel: counter
        department: branches
        entry: true
        needs: [address]
        records: {policies: [address]}
        resolves: true
      claims_desk:
        name: Claims desk
        channel: phone
        department: claims
        entry: true
        reads: [policies]
        needs: [address]
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: departments do not pass information on, and the CRM
  and the systems of operations could
* E. F. Codd, A Relational Model of Data for Large Shared Data Banks, Communications of the ACM 13 (6), 1970:
  what is kept twice can contradict itself

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Related, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_TWO = '"{information}" is recorded in {systems}, but "{touchpoint}" looks into only one of them'
_HELP = "record it in one system, or let one of them copy from the other and read that one everywhere"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per item and set of systems."""
    network = answers.network
    for kept in answers.two_sources:
        systems: list[Json] = list(kept.systems)
        values = {
            "information": answers.map.name_of("information", kept.item),
            "systems": ", ".join(answers.map.name_of("systems", system) for system in kept.systems),
            "touchpoint": name(network, kept.touchpoints[0]),
        }
        paths = [question_path(network, number, kept.item, "needs") for number in kept.touchpoints]
        yield Finding(
            code="JM304",
            path=f"information.{kept.item}",
            subject={"information": kept.item, "systems": systems},
            message=Message(_TWO, values),
            help=Message(_HELP),
            cases=answers.cases.labels(kept.cases),
            related=tuple(Related(path, Message("needed here, read from one system only")) for path in paths),
            elements=tuple(paths),
        )


RULE = Rule("JM304", "two-sources-of-truth", Severity.INFO, check, __name__)

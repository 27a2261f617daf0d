"""Two departments do the same work for one customer.

What it finds
-------------
The same task (by its name in `tasks`) at two touchpoints of different departments that lie on one way of a
case: customers reach the one, and from there the other. One finding is given per task and pair of
touchpoints, whichever of the two comes first.

Two touchpoints with the same owners are not compared, for inside a department a second look may be meant.
Where two departments own a touchpoint together, the pair of them is compared with the owners of the other.
A task at two places that never lie on one way is no duplicate: it is done once for each customer.

Why it hurts the customer
-------------------------
The customer waits for the same work twice, and pays for it in the end. Worse, the second check may come out
differently from the first, and then two departments argue about who was right, with the customer between
them.

A map it fires on
-----------------
The agent checks the policy, hands the claim over, and the claims desk checks the policy:

    journeymap: 1
    name: Alder Insurance, claims
    channels: [phone]
    departments: [contact_centre, claims]
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        tasks: [take the claim, check the policy]
        transfers: {claims_desk: {kind: warm}}
      claims_desk:
        name: Claims desk
        channel: phone
        department: claims
        tasks: [check the policy, decide the claim]
        resolves: true

The same map mended
-------------------
The result of the check goes along with the claim:

    journeymap: 1
    name: Alder Insurance, claims
    channels: [phone]
    departments: [contact_centre, claims]
    information: {cover: {name: What the policy covers}}
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        tasks: [take the claim, check the policy]
        needs: [cover]
        transfers: {claims_desk: {kind: warm, carries: [cover]}}
      claims_desk:
        name: Claims desk
        channel: phone
        department: claims
        tasks: [decide the claim]
        needs: [cover]
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: long work after a call because of checking,
  coordination with other departments, and work done twice
* M. Hammer, Reengineering Work: Don't Automate, Obliterate, Harvard Business Review, July-August 1990: checks
  that exist because departments do not share what they know

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Related, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_TWICE = '"{task}" is done twice on one way: at "{one}" and at "{other}"'
_HELP = "let one of the two do it, and hand over the result (records, reads, or a transfer that carries it)"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per task and pair of touchpoints."""
    network = answers.network
    for twice in answers.duplicated_work:
        one, other = twice.touchpoints
        touchpoints: list[Json] = [network.ids[one], network.ids[other]]
        values = {"task": twice.task, "one": name(network, one), "other": name(network, other)}
        yield Finding(
            code="JM502",
            path=touchpoint_path(network, one),
            subject={"task": twice.task, "touchpoints": touchpoints},
            message=Message(_TWICE, values),
            help=Message(_HELP),
            cases=answers.cases.labels(twice.cases),
            related=(Related(touchpoint_path(network, other), Message("done here too")),),
            elements=(touchpoint_path(network, other),),
        )


RULE = Rule("JM502", "duplicated-work", Severity.WARNING, check, __name__)

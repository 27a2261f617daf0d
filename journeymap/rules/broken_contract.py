"""A promise of the map does not hold.

What it finds
-------------
Every entry of `contracts:` is a promise, in one of these forms; the finding shows a way that breaks it.

* `{from: SELECTOR, reach: SELECTOR}`: from every selected touchpoint some way leads to what is to be
  reached. A touchpoint that is selected by both keeps the promise by itself
* `within: {transfers: 2, time: 10 min}` besides: one way keeps both limits. Transfers of kind `step` and
  `next` are not counted. The time is the `time` and `wait` of every touchpoint on the way, the `wait` of the
  transfers, and the `wait` at the touchpoint that is reached, not its own `time`
* `always: true` besides: wherever customers go from the selected touchpoints, it can still be reached, as
  long as they have not met it. The limits of `within` hold for the beginning only
* `{never: {repeat: ITEM}}`: the item is nowhere asked again although the customer gave it (see JM301)
* `{never: {transfer: {from: SELECTOR, to: SELECTOR}}}`: no transfer, and no `if_closed`, leads from the one
  to the other
* `{never: {loop: SELECTOR}}`: none of the touchpoints lies on a pointless loop, however long (see JM201),
  also not on a channel with `mode: self`

Each may say `for: {segment: private}`, and then holds for these cases only, and may have a `description`. A
selector is `entry`, `resolved` (touchpoints that resolve the matter of the case), an id, a list of ids, or a
mapping of attributes that must all match, such as `{department: billing, handled_by: person}`; of several
ids in an attribute one is enough. Only touchpoints that customers reach are selected, and only in the cases
in which they do.

A promise that would hold for ever is reported as well: its `for` matches no case, or `from`, `loop` or an
end of `transfer` selects nothing. If `reach` selects nothing, the promise is broken wherever it is made.

Why it hurts the customer
-------------------------
Promises are made once and broken one change at a time: a new menu in spring, a new desk in summer, and in
autumn the private client, who was promised a person, is put through three times. Nobody decided that. A
contract in the map says so on the day of the change.

A map it fires on
-----------------
Private clients were promised their adviser with one transfer, and it takes two:

    journeymap: 1
    name: Harbour Bank, private clients
    segments:
      retail: {name: Retail}
      private: {name: Private banking}
    channels: [phone]
    departments: [contact_centre, advisers]
    information: {identity: {name: Identity check, lasts: contact}}
    contracts:
      private-clients-reach-their-adviser:
        for: {segment: private}
        from: entry
        reach: {department: advisers}
        within: {transfers: 1}
      nobody-proves-identity-twice: {never: {repeat: identity}}
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        needs: [identity]
        resolves: true
        transfers: {team_leader: {kind: warm, for: {segment: private}}}
      team_leader:
        name: Team leader
        channel: phone
        department: contact_centre
        resolves: true
        transfers: {adviser: {kind: warm}}
      adviser:
        name: Adviser
        channel: phone
        department: advisers
        needs: [identity]
        resolves: true

The same map mended
-------------------
The agent puts private clients through to their adviser:

    journeymap: 1
    name: Harbour Bank, private clients
    segments:
      retail: {name: Retail}
      private: {name: Private banking}
    channels: [phone]
    departments: [contact_centre, advisers]
    information: {identity: {name: Identity check, lasts: contact}}
    contracts:
      private-clients-reach-their-adviser:
        for: {segment: private}
        from: entry
        reach: {department: advisers}
        within: {transfers: 1}
      nobody-proves-identity-twice: {never: {repeat: identity}}
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        needs: [identity]
        resolves: true
        transfers:
          team_leader: {kind: warm, for: {segment: private}}
          adviser: {kind: warm, for: {segment: private}}
      team_leader:
        name: Team leader
        channel: phone
        department: contact_centre
        resolves: true
        transfers: {adviser: {kind: warm}}
      adviser:
        name: Adviser
        channel: phone
        department: advisers
        needs: [identity]
        resolves: true

Settings
--------
None: the promises stand under `contracts` in the map, with their own limits.

References
----------
* B. Meyer, Applying "Design by Contract", Computer 25 (10), 1992
* E. M. Clarke, E. A. Emerson, Design and Synthesis of Synchronization Skeletons Using Branching-Time Temporal
  Logic, 1981: "some way leads there" and "wherever one goes, it can still be reached"
* E. Q. V. Martins, On a Multicriteria Shortest Path Problem, European Journal of Operational Research 16 (2),
  1984: ways that keep two limits at once

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.promises import Breach, Broken
from journeymap.findings import Finding, Message, Severity, Step
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, walked

__all__ = ["RULE", "check"]

_TEMPLATES = {
    "selects_nothing": 'the promise "{contract}" selects nothing, so that it would hold for ever',
    "out_of_reach": 'the promise "{contract}" is broken: from "{touchpoint}" what was promised cannot be reached',
    "too_late": 'the promise "{contract}" is broken: no way from "{touchpoint}" to what was promised keeps its limits',
    "lost_on_the_way": 'the promise "{contract}" is broken: at "{touchpoint}" what was promised is lost for good',
    "repeat": 'the promise "{contract}" is broken: "{touchpoint}" asks again for "{information}"',
    "transfer": 'the promise "{contract}" is broken: "{touchpoint}" hands over to "{to}"',
    "loop": 'the promise "{contract}" is broken: customers can be passed round and come back to "{touchpoint}"',
}
_HELP = {
    "selects_nothing": "correct the ids or attributes that it names, or delete it",
    "out_of_reach": "add the missing transfer, or change the promise",
    "too_late": "shorten the way or the waiting, or change the promise",
    "lost_on_the_way": "add a transfer that leads on to what was promised, or change the promise",
    "repeat": "let the transfers on the way carry it, or record it in a system that is read there",
    "transfer": "take the transfer out, or change the promise",
    "loop": "take one of the transfers of the loop out, or bound it (limit)",
}


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per contract that does not hold."""
    for broken in answers.broken_promises:
        breach = broken.breach
        yield Finding(
            code="JM901",
            path=f"contracts.{broken.contract}",
            subject={"contract": broken.contract},
            message=Message(_TEMPLATES[breach.kind], _values(answers, broken)),
            help=Message(_HELP[breach.kind]),
            cases=answers.cases.labels(broken.cases),
            witness=tuple(_story(answers, breach)),
        )


def _values(answers: Answers, broken: Broken) -> dict[str, str | int]:
    network, breach = answers.network, broken.breach
    values: dict[str, str | int] = {"contract": broken.contract}
    if breach.touchpoint is not None:
        values["touchpoint"] = name(network, breach.touchpoint)
    if breach.edge is not None:
        values["to"] = name(network, breach.edge.target)
    if breach.repeat is not None:
        values["information"] = answers.map.name_of("information", breach.repeat.item)
    return values


def _story(answers: Answers, breach: Breach) -> Iterator[Step]:
    """The walk that breaks the promise: from an entry to the place where it is broken."""
    network = answers.network
    if breach.repeat is not None:
        item = breach.repeat.item
        first, *_, last = breach.repeat.walk.touchpoints
        yield Step("gives", {"touchpoint": network.ids[first], "information": item})
        yield from (handed_over(network, edge) for edge in breach.repeat.walk.edges)
        yield Step("asked_again", {"touchpoint": network.ids[last], "information": item})
    elif breach.onward is not None:
        start = breach.onward.touchpoints[0]
        yield from walked(network, answers.reach.walk_to(start, 1 << breach.onward.bit))
        yield from (handed_over(network, edge) for edge in breach.onward.edges)
    elif breach.touchpoint is not None:
        yield from walked(network, answers.reach.walk_to(breach.touchpoint, breach.cases))
        if breach.edge is not None:
            yield handed_over(network, breach.edge)


RULE = Rule("JM901", "broken-contract", Severity.ERROR, check, __name__)

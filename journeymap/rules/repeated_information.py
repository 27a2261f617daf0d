"""The customer is asked again for what they already gave.

What it finds
-------------
There is a way through the map on which the customer gives an item at one touchpoint and arrives at another
that asks for it although they gave it before, because by then it is known neither to whoever handles the
contact nor in a system that is read there.

How information travels: a touchpoint knows what came with the contact, what it reads from systems, and what
it asks. A transfer takes along what it `carries`: everything for `step`, `warm`, `callback` and `ticket`,
nothing for `cold`, `redirect` and `next`, unless it says otherwise. A touchpoint `records` in a system only
what it knows. Items in `needs` are asked if they are missing, items in `always_asks` on every visit.

With `callback`, `redirect` and `next` a new contact begins, and items with `lasts: contact`, such as an
identity check, are gone from everywhere: asking those again then is legitimate. Within one contact it is
not. What is asked when a touchpoint hands over to itself (a retry) is no repeat. One finding is given per
touchpoint and item, on a way with the fewest transfers; it names the transfers on which the item was lost
(`lost_on`). Opening hours do not restrict the ways.

Why it hurts the customer
-------------------------
Nothing says as clearly "we do not talk to each other" as the same question twice. The customer doubts that
the first answer was ever written down, grows impatient, and tells a shorter story each time, so that the
one who finally works on it knows the least.

A map it fires on
-----------------
Baggage tracing asks everything again, because the call was put through without a word:

    journeymap: 1
    name: Northwind Airways, lost baggage
    channels: [phone]
    departments: [contact_centre, baggage]
    information:
      bag_tag: {name: Number of the bag tag}
      story: {name: What happened}
    touchpoints:
      agent:
        name: First-line agent
        channel: phone
        department: contact_centre
        entry: true
        needs: [bag_tag, story]
        transfers:
          tracing_desk: {kind: cold}
      tracing_desk:
        name: Baggage tracing
        channel: phone
        department: baggage
        needs: [bag_tag, story]
        resolves: true

The same map mended
-------------------
The agent briefs the tracing desk:

    journeymap: 1
    name: Northwind Airways, lost baggage
    channels: [phone]
    departments: [contact_centre, baggage]
    information:
      bag_tag: {name: Number of the bag tag}
      story: {name: What happened}
    touchpoints:
      agent:
        name: First-line agent
        channel: phone
        department: contact_centre
        entry: true
        needs: [bag_tag, story]
        transfers:
          tracing_desk: {kind: warm}
      tracing_desk:
        name: Baggage tracing
        channel: phone
        department: baggage
        needs: [bag_tag, story]
        resolves: true

Settings
--------
None. `lasts: contact` on an item, and `carries`, `reads` and `records`, say how it travels.

References
----------
* The service-centre articles this project started from: misaligned hand-overs, the customer has to repeat
  everything
* M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review,
  July-August 2010: repeating information is among the efforts that cost loyalty
* Web Content Accessibility Guidelines 2.2, success criterion 3.3.7, Redundant Entry

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.repeats import Repeat
from journeymap.findings import Finding, Json, Message, Related, Severity, Step
from journeymap.graph import Edge, Network
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, question_path, touchpoint_path, transfer_path

__all__ = ["RULE", "check"]

_ASKED_AGAIN = 'the customer is asked again for "{information}" at "{touchpoint}", already given at "{given}"'
_HELP = (
    'let the transfer from "{from}" to "{to}" carry it (carries), '
    'or record it in a system that "{touchpoint}" reads (records, reads)'
)
_HELP_EACH = (
    "let every transfer on which it is lost carry it (carries), "
    'or record it in a system that "{touchpoint}" reads (records, reads)'
)
_HELP_COLD = (
    'hand over from "{from}" to "{to}" with a briefing (kind: warm), '
    'or record it in a system that "{touchpoint}" reads (records, reads)'
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and item that is asked there although the customer gave it before."""
    for repeat in answers.repeats.repeated:
        yield _finding(answers, repeat)


def _finding(answers: Answers, repeat: Repeat) -> Finding:
    network = answers.network
    key = network.ids[repeat.touchpoint]
    given = repeat.walk.touchpoints[0]
    first_loss = repeat.lost_on[0]
    values = {
        "information": answers.map.name_of("information", repeat.item),
        "touchpoint": name(network, repeat.touchpoint),
        "given": name(network, given),
        "from": name(network, first_loss.source),
        "to": name(network, first_loss.target),
    }
    lost = sorted({(network.ids[edge.source], network.ids[edge.target]) for edge in repeat.lost_on})
    lost_on: list[Json] = [[source, target] for source, target in lost]
    return Finding(
        code="JM301",
        path=question_path(network, repeat.touchpoint, repeat.item),
        subject={"touchpoint": key, "information": repeat.item, "lost_on": lost_on},
        message=Message(_ASKED_AGAIN, values),
        help=Message(_help(repeat.lost_on), values),
        cases=answers.cases.labels(repeat.cases),
        witness=tuple(_story(network, repeat)),
        related=(
            Related(question_path(network, given, repeat.item), Message("given here")),
            *(Related(path, Message("lost here")) for path in _paths(network, repeat.lost_on)),
        ),
        elements=(touchpoint_path(network, repeat.touchpoint), *_paths(network, repeat.lost_on)),
        key={"touchpoint": key, "information": repeat.item},
    )


def _help(lost_on: tuple[Edge, ...]) -> str:
    """One transfer is named; where the item is lost on several, mending one of them would not be enough."""
    if len(lost_on) > 1:
        return _HELP_EACH
    return _HELP_COLD if lost_on[0].kind == "cold" else _HELP


def _paths(network: Network, edges: tuple[Edge, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(transfer_path(network, edge) for edge in edges))


def _story(network: Network, repeat: Repeat) -> Iterator[Step]:
    first, *_, last = repeat.walk.touchpoints
    yield Step("gives", {"touchpoint": network.ids[first], "information": repeat.item})
    for edge in repeat.walk.edges:
        yield _lost(network, edge, repeat.item) if edge in repeat.lost_on else handed_over(network, edge)
    yield Step("asked_again", {"touchpoint": network.ids[last], "information": repeat.item})


def _lost(network: Network, edge: Edge, item: str) -> Step:
    carries = edge.carries if isinstance(edge.carries, str) else ", ".join(edge.carries)
    return Step("lost", {**handed_over(network, edge).facts, "information": item, "carries": carries or "none"})


RULE = Rule("JM301", "repeated-information", Severity.ERROR, check, __name__)

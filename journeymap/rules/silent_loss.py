"""A part of the contacts goes nowhere.

What it finds
-------------
At a touchpoint that customers reach, what it resolves, who gives up there (`abandons`) and the shares of
its transfers sum to so little that more than `silent_loss` of the contacts is left over. At the default of
10% a sum of 90% is still accepted, one of 89% is not. Each case is added up on its own.

It is only said where every figure is there: if one transfer of the case has no share, or if the matter is
resolved without one (`resolves: true`, or a list of reasons), the rest is taken to go there. The touchpoint
must resolve this case, or resolve nothing at all and have a way out; if it resolves other matters only, or
has no way out either, that is JM112 or JM101. An `if_closed` takes over the share of its transfer and adds
nothing.

Why it hurts the customer
-------------------------
Twenty claims in a hundred are not settled, not handed on, and nobody says that the customer gave up. Either
the figures are wrong, or those customers are sitting at home waiting for a call that nobody makes.

A map it fires on
-----------------
50% are settled, 25% go to the assessor, 5% give up. What becomes of the other 20%?

    journeymap: 1
    name: Alder Mutual, motor claims
    channels: [phone]
    departments: [claims, assessors]
    touchpoints:
      claims_line:
        name: Claims line
        channel: phone
        department: claims
        entry: true
        resolves: 50%
        abandons: 5%
        transfers:
          assessor: {kind: warm, share: 25%}
      assessor:
        name: Assessor
        channel: phone
        department: assessors
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Alder Mutual, motor claims
    channels: [phone]
    departments: [claims, assessors]
    touchpoints:
      claims_line:
        name: Claims line
        channel: phone
        department: claims
        entry: true
        resolves: 50%
        abandons: 5%
        transfers:
          assessor: {kind: warm, share: 45%}
      assessor:
        name: Assessor
        channel: phone
        department: assessors
        resolves: true

Settings
--------
`silent_loss: 10%`: the largest share of contacts that may be left over.

References
----------
* The service-centre articles this project started from: blind spots, where the customer (and the revenue)
  loses contact with the company
* Kemeny and Snell, Finite Markov Chains, 1960

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, percent, touchpoint_path

__all__ = ["RULE", "check"]

_LOST = '{lost} of the contacts at "{touchpoint}" go nowhere: its shares sum to {total}, expected at least {least}'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint that loses more than `silent_loss` of its contacts in some case."""
    network = answers.network
    allowed = answers.map.settings.silent_loss
    for loss in answers.silent_losses:
        values = {
            "touchpoint": name(network, loss.touchpoint),
            "lost": percent(1 - loss.total),
            "total": percent(loss.total),
            "least": percent(1 - allowed),
        }
        yield Finding(
            code="JM113",
            path=touchpoint_path(network, loss.touchpoint),
            subject={"touchpoint": network.ids[loss.touchpoint]},
            message=Message(_LOST, values),
            help=Message("say where the rest goes: another transfer, a larger share, or abandons"),
            cases=answers.cases.labels(loss.cases),
        )


RULE = Rule("JM113", "silent-loss", Severity.WARNING, check, __name__)

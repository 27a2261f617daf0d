"""Within one contact the customer changes channel and comes back.

What it finds
-------------
A way that customers can take, of at most `boomerang_length` transfers, that leaves a channel and comes back
to it at a different touchpoint. All its transfers are `step`, `warm`, `cold` or `redirect`: by a `callback`
or `ticket` the company takes the next step, and by `next` the journey goes on. None of the touchpoints is
on a channel with `mode: internal`, and none between has `advances: true`. There is one finding per pair of
touchpoints, the one left and the one of return, with a shortest such way.

Coming back to the very touchpoint that one left is a loop, and not reported here (JM201 to JM205). Leaving
a channel for good is no fault. Departments and opening hours do not matter.

Why it hurts the customer
-------------------------
"You can do that in the app." In the app it says "please call us". The customer has put the telephone away,
looked for the password, and now stands in a second queue of the channel that they had been talking on.

A map it fires on
-----------------
Who calls is sent to the app, and who cannot go on there is told to call:

    journeymap: 1
    name: Meadow Savings Bank, card limits
    channels: {phone: {name: Phone}, app: {name: App, mode: self}}
    departments: [contact_centre, digital]
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        transfers:
          limit_page: {kind: redirect}
      limit_page:
        name: Change the card limit
        channel: app
        department: digital
        resolves: 80%
        transfers:
          app_hotline: {kind: redirect, share: 20%, when: "the app asks to call"}
      app_hotline:
        name: Hotline for the app
        channel: phone
        department: digital
        resolves: true

The same map mended
-------------------
Help is in the app too:

    journeymap: 1
    name: Meadow Savings Bank, card limits
    channels: {phone: {name: Phone}, app: {name: App, mode: self}, chat: {name: Chat in the app}}
    departments: [contact_centre, digital]
    touchpoints:
      agent:
        name: Agent
        channel: phone
        department: contact_centre
        entry: true
        transfers:
          limit_page: {kind: redirect}
      limit_page:
        name: Change the card limit
        channel: app
        department: digital
        resolves: 80%
        transfers:
          app_chat: {kind: warm, share: 20%, when: "something does not work"}
      app_chat:
        name: Help for the app
        channel: chat
        department: digital
        resolves: true

Settings
--------
`boomerang_length: 4`: a channel met again within so many transfers is a bounce.

References
----------
* The service-centre articles this project started from: pointless transfers
* M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review,
  July-August 2010: having to change channel is among the efforts that cost loyalty

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Json, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import names, transfer_path, walked

__all__ = ["RULE", "check"]

_BACK = "the customer leaves {channel} and is sent back to it: {walk}"
_HELP = "let the matter be finished on the channel to which the customer was sent, or do not send them there"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per channel and pair of touchpoints."""
    network = answers.network
    for back in answers.channel_bounces:
        first, *_, last = back.walk.touchpoints
        walk: list[Json] = [network.ids[number] for number in back.walk.touchpoints]
        values = {
            "channel": answers.map.name_of("channels", back.group),
            "walk": names(network, back.walk.touchpoints, " -> "),
        }
        yield Finding(
            code="JM208",
            path=transfer_path(network, back.walk.edges[0]),
            subject={"walk": walk},
            message=Message(_BACK, values),
            help=Message(_HELP),
            cases=answers.cases.labels(back.cases),
            witness=tuple(walked(network, back.walk)),
            elements=tuple(transfer_path(network, edge) for edge in back.walk.edges),
            key={"from": network.ids[first], "to": network.ids[last]},
        )


RULE = Rule("JM208", "channel-bounce", Severity.INFO, check, __name__)

"""Within one contact the customer changes channel and comes back."""

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

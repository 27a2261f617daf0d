"""A message or a ticket is settled, and nobody tells the customer."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.analysis.unheard import Unheard
from journeymap.findings import Finding, Message, Related, Severity, Step
from journeymap.graph import Network
from journeymap.rules.rule import Rule
from journeymap.rules.telling import handed_over, name, touchpoint_path, walked

__all__ = ["RULE", "check"]

_UNHEARD = 'a request taken in at "{touchpoint}" is settled at "{settled}" and nobody tells the customer'
_HELP = (
    'promise an answer (reply: {{within: 2d}}) at "{settled}" or on the way there, '
    "or call the customer back (kind: callback)"
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint at which a request is taken in that ends in silence."""
    network = answers.network
    for unheard in answers.unheard:
        settled = unheard.onward.touchpoints[-1]
        values = {"touchpoint": name(network, unheard.touchpoint), "settled": name(network, settled)}
        yield Finding(
            code="JM107",
            path=touchpoint_path(network, unheard.touchpoint),
            subject={"touchpoint": network.ids[unheard.touchpoint]},
            message=Message(_UNHEARD, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(unheard.cases),
            witness=tuple(_story(network, unheard)),
            related=(Related(touchpoint_path(network, settled), Message("settled here in silence")),),
        )


def _story(network: Network, unheard: Unheard) -> Iterator[Step]:
    yield from walked(network, unheard.walk)
    yield Step("taken_in", {"touchpoint": network.ids[unheard.touchpoint]})
    for edge in unheard.onward.edges:
        yield handed_over(network, edge)
    yield Step("settled", {"touchpoint": network.ids[unheard.onward.touchpoints[-1]]})


RULE = Rule("JM107", "unheard-request", Severity.WARNING, check, __name__)

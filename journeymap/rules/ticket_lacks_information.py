"""Back-office work needs what nobody has asked the customer for."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_LACKS = 'the tickets that come to "{touchpoint}" lack "{information}": nobody has asked for it by then'
_HELP = 'ask for "{information}" before the ticket is written, or look it up at "{touchpoint}" (reads)'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint and item."""
    network = answers.network
    for lacking in answers.lacking_tickets.found:
        values = {
            "touchpoint": name(network, lacking.touchpoint),
            "information": answers.map.name_of("information", lacking.item),
        }
        yield Finding(
            code="JM111",
            path=question_path(network, lacking.touchpoint, lacking.item, "needs"),
            subject={"touchpoint": network.ids[lacking.touchpoint], "information": lacking.item},
            message=Message(_LACKS, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(lacking.cases),
        )


RULE = Rule("JM111", "ticket-lacks-information", Severity.WARNING, check, __name__)

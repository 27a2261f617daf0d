"""A transfer that no customer can ever take."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, transfer_path

__all__ = ["RULE", "check"]

_NEVER = 'the transfer from "{from}" to "{to}" exists for no customer: the filters of the three never agree'
_NEVER_DIVERTED = 'when "{closed}" is closed nobody can be sent to "{to}": the filters never agree'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per transfer, or `if_closed`, that exists in no case."""
    network = answers.network
    for edge in answers.never_taken:
        values = {
            "from": name(network, edge.source),
            "to": name(network, edge.target),
            "closed": name(network, edge.declared_target),
        }
        yield Finding(
            code="JM010",
            path=transfer_path(network, edge),
            subject={"path": transfer_path(network, edge)},
            message=Message(_NEVER_DIVERTED if edge.alternative else _NEVER, values),
            help=Message("widen one of the filters (for), or delete the transfer"),
        )


RULE = Rule("JM010", "never-taken", Severity.WARNING, check, __name__)

"""A transfer leads to the touchpoint it starts from."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, transfer_path

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint with a transfer to itself that has no `limit`."""
    network = answers.network
    for number, edges in enumerate(network.out):
        circling = [edge for edge in edges if edge.target == number and edge.transfer.limit is None]
        if circling:
            values = {"touchpoint": name(network, number)}
            yield Finding(
                code="JM007",
                path=transfer_path(network, circling[0]),
                subject={"touchpoint": network.ids[number]},
                message=Message('"{touchpoint}" hands the customer over to itself, without end', values),
                help=Message("say how often one contact may try again (limit: 3), or name another target"),
                elements=tuple(transfer_path(network, edge) for edge in circling[1:]),
            )


RULE = Rule("JM007", "self-transfer", Severity.WARNING, check, __name__)

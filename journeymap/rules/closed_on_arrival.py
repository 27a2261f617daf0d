"""Customers are sent to a place that is closed."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.clock import told_week
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, transfer_path

__all__ = ["RULE", "check"]

_CLOSED = '"{from}" hands customers over to "{to}" when it is closed: {minutes} minutes a week, {times}'
_HELP = (
    "say where they go instead (if_closed), take the request for later (kind: ticket or callback), "
    'or open "{to}" longer'
)


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per sender and target."""
    network = answers.network
    for closed in answers.presence.closed_on_arrival:
        values: dict[str, str | int] = {
            "from": name(network, closed.source),
            "to": name(network, closed.target),
            "minutes": closed.minutes.bit_count(),
            "times": told_week(closed.minutes),
        }
        yield Finding(
            code="JM105",
            path=transfer_path(network, closed.edges[0]),
            subject={
                "from": network.ids[closed.source],
                "to": network.ids[closed.target],
                "minutes_per_week": closed.minutes.bit_count(),
            },
            message=Message(_CLOSED, values),
            help=Message(_HELP, values),
            cases=answers.cases.labels(closed.cases),
            elements=tuple(transfer_path(network, edge) for edge in closed.edges),
            key={"from": network.ids[closed.source], "to": network.ids[closed.target]},
        )


RULE = Rule("JM105", "closed-on-arrival", Severity.WARNING, check, __name__)

"""Part of the contacts goes nowhere."""

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

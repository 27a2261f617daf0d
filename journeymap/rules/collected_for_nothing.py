"""The customer is asked for something that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_NOTHING = '"{touchpoint}" collects "{information}" for nothing: it is not recorded, and nobody needs it later'
_HELP = "stop asking for it, or record it where it is used (records)"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per item and touchpoint."""
    network = answers.network
    for useless in answers.collected_for_nothing:
        values = {
            "touchpoint": name(network, useless.touchpoint),
            "information": answers.map.name_of("information", useless.item),
        }
        yield Finding(
            code="JM305",
            path=question_path(network, useless.touchpoint, useless.item),
            subject={"information": useless.item, "touchpoint": network.ids[useless.touchpoint]},
            message=Message(_NOTHING, values),
            help=Message(_HELP),
            cases=answers.cases.labels(useless.cases),
        )


RULE = Rule("JM305", "collected-for-nothing", Severity.INFO, check, __name__)

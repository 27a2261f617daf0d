"""A machine asks for what nobody on the way needs."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import case_words, each_case
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, question_path

__all__ = ["RULE", "check"]

_EARLY = '"{touchpoint}" asks for "{information}" before any person, and nobody on the way needs it for {case}'
_HELP = "do not ask these customers for it (a filter: needs: {{identity: {{reason: ...}}}}), or ask where it is needed"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per touchpoint, item and case."""
    network = answers.network
    for early in answers.early_asks:
        for label, cases in each_case(answers, early.cases):
            values = {
                "touchpoint": name(network, early.touchpoint),
                "information": answers.map.name_of("information", early.item),
                "case": case_words(answers, label),
            }
            yield Finding(
                code="JM303",
                path=question_path(network, early.touchpoint, early.item),
                subject={
                    "touchpoint": network.ids[early.touchpoint],
                    "information": early.item,
                    "case": dict(label),
                },
                message=Message(_EARLY, values),
                help=Message(_HELP),
                cases=cases,
            )


RULE = Rule("JM303", "early-ask", Severity.WARNING, check, __name__)

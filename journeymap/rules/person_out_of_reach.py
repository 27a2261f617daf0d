"""A machine answers, and no person can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import each_case
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_FAR = 'from "{entry}" a person is reached only after {transfers} transfers, expected at most {most}'
_NEVER = 'from "{entry}" no person can be reached'
_HELP = "add a way to a person near the beginning, for instance a key that connects to an agent"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per entry and case."""
    network = answers.network
    for missing in answers.persons_out_of_reach:
        for label, cases in each_case(answers, missing.cases):
            values: dict[str, str | int] = {
                "entry": name(network, missing.entry),
                "transfers": missing.transfers or 0,
                "most": answers.map.settings.max_menus,
            }
            yield Finding(
                code="JM209",
                path=touchpoint_path(network, missing.entry),
                subject={"entry": network.ids[missing.entry], "case": dict(label)},
                message=Message(_NEVER if missing.transfers is None else _FAR, values),
                help=Message(_HELP),
                cases=cases,
            )


RULE = Rule("JM209", "person-out-of-reach", Severity.WARNING, check, __name__)

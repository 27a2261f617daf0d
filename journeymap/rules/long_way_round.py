"""Even the shortest way to a resolution is long."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import case_words, each_case
from journeymap.rules.rule import Rule
from journeymap.rules.telling import name, touchpoint_path

__all__ = ["RULE", "check"]

_LONG = 'from "{entry}" the shortest way to settle {case} takes {transfers} transfers, expected at most {most}'
_HELP = "lead customers with this matter straight to somebody who settles it"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case and entry."""
    network = answers.network
    for way in answers.long_ways:
        for label, cases in each_case(answers, way.cases):
            values: dict[str, str | int] = {
                "entry": name(network, way.entry),
                "case": case_words(answers, label),
                "transfers": way.transfers,
                "most": answers.map.settings.max_transfers,
            }
            entry = network.ids[way.entry]
            yield Finding(
                code="JM207",
                path=touchpoint_path(network, way.entry),
                subject={"case": dict(label), "entry": entry, "transfers": way.transfers},
                message=Message(_LONG, values),
                help=Message(_HELP),
                cases=cases,
                key={"case": dict(label), "entry": entry},
            )


RULE = Rule("JM207", "long-way-round", Severity.WARNING, check, __name__)

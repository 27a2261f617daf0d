"""There are times at which nobody can settle a matter."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.cases import case_path, case_words, each_case
from journeymap.rules.clock import told_week
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_CLOSED = "nobody can settle {case} during {minutes} minutes a week: {times}"
_NOT_EVEN_AN_ENTRY = (
    "nobody can settle {case} during {minutes} minutes a week: {times}; not even an entry is open {no_entry}"
)
_HELP = "open one of the touchpoints that resolve it longer, or offer a way that does not wait (a message, a callback)"


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case."""
    for closed in answers.presence.out_of_hours:
        for label, cases in each_case(answers, closed.cases):
            values: dict[str, str | int] = {
                "case": case_words(answers, label),
                "minutes": closed.minutes.bit_count(),
                "times": told_week(closed.minutes),
                "no_entry": told_week(closed.no_entry),
            }
            yield Finding(
                code="JM106",
                path=case_path(label),
                subject={"case": dict(label), "minutes_per_week": closed.minutes.bit_count()},
                message=Message(_NOT_EVEN_AN_ENTRY if closed.no_entry else _CLOSED, values),
                help=Message(_HELP),
                cases=cases,
                key={"case": dict(label)},
            )


RULE = Rule("JM106", "out-of-hours", Severity.INFO, check, __name__)

"""Something is declared and never used."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_NOT_MENTIONED = '"{name}" is declared among the {section}, but nothing in the map refers to it'
_IN_NO_CASE = '"{name}" is declared among the {section}, but no reason for contact applies to it'


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per unused element."""
    for element in answers.unused:
        in_no_case = element.section in ("segments", "products")
        values = {"name": answers.map.name_of(element.section, element.id), "section": element.section}
        yield Finding(
            code="JM006",
            path=f"{element.section}.{element.id}",
            subject={"path": f"{element.section}.{element.id}"},
            message=Message(_IN_NO_CASE if in_no_case else _NOT_MENTIONED, values),
            help=Message("use it, or delete it; perhaps an id elsewhere names the wrong one"),
        )


RULE = Rule("JM006", "unused-definition", Severity.INFO, check, __name__)

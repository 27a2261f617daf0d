"""A product has nothing to offer in a stage of the journey."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per stage and product without a touchpoint."""
    for silent in answers.silent_stages:
        values = {
            "stage": answers.map.name_of("stages", silent.stage),
            "product": answers.map.name_of("products", silent.product),
        }
        yield Finding(
            code="JM108",
            path=f"stages.{silent.stage}",
            subject={"stage": silent.stage, "product": silent.product},
            message=Message('customers of "{product}" have no touchpoint in the stage "{stage}"', values),
            help=Message("name the stage at a touchpoint of the product (stage), or take the stage out"),
            cases=answers.cases.labels(silent.cases),
        )


RULE = Rule("JM108", "silent-stage", Severity.INFO, check, __name__)

"""What rules with one case in their subject have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from journeymap.analysis import Answers
from journeymap.findings import ALL_CASES, CaseLabel

__all__ = ["case_path", "case_words", "each_case"]

_EVERY_CUSTOMER = "any matter"


def each_case(answers: Answers, mask: int) -> Iterator[tuple[CaseLabel, Literal["all"] | tuple[CaseLabel, ...]]]:
    """Every case of a set, and what to say under `cases` in a finding about it alone."""
    for label in answers.cases.each(mask) if mask else ():
        yield label, ALL_CASES if len(answers.cases) == 1 else (label,)


def case_path(label: CaseLabel) -> str:
    """The map path at which a finding about a case stands: its reason, else its segment or product."""
    case = dict(label)
    for dimension in ("reason", "segment", "product"):
        if dimension in case:
            return f"{dimension}s.{case[dimension]}"
    return "touchpoints"


def case_words(answers: Answers, label: CaseLabel) -> str:
    """What the customer comes for, or who it is: names for people. Only the reason, where there is one."""
    case = dict(label)
    if "reason" in case:
        return f'"{answers.map.name_of("reasons", case["reason"])}"'
    names = [f'"{answers.map.name_of(f"{dimension}s", key)}"' for dimension, key in label]
    return ", ".join(names) or _EVERY_CUSTOMER

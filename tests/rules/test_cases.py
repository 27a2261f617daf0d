"""Rules on small maps, as data: ``<name_of_the_fault>/<corner>.yaml`` and what is found there, ``<corner>.out``.

A case shows the findings of its own rule only, unless a comment such as ``# rules: JM101, JM103`` names others.
Each line was worked out by hand from the definitions before the tool was asked.
"""

import re
from pathlib import Path

import pytest

from journeymap.lint.select import Selection
from journeymap.rules.catalogue import CATALOGUE

from .linting import line, lint_text

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.yaml"))
RULES = {listing.name.replace("-", "_"): listing.code for listing in CATALOGUE}

_RULES = re.compile(r"^# rules: (.+)$", re.MULTILINE)


def selection_of(case: Path, text: str) -> Selection:
    named = _RULES.search(text)
    return Selection.of(named[1].split(",") if named else [RULES[case.parent.name]])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_case(case, golden):
    text = case.read_text(encoding="utf-8")
    found = lint_text(text, selection_of(case, text))
    golden(case.with_suffix(".out"), "".join(f"{line(diagnostic)}\n" for diagnostic in found))


def test_every_rule_has_cases_and_every_expectation_a_case():
    assert {case.parent.name for case in CASES} == set(RULES)
    assert {case.with_suffix(".out") for case in CASES} == set(HERE.glob("*/*.out"))

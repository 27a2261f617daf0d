"""Every exact analysis, through its rule, against the brute-force oracle on generated maps."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import contact_maps

from journeymap.analysis import Answers
from journeymap.model import ContactMap
from journeymap.rules import RULES

from . import CODES, oracle, subject_key

CHECKED = [rule for rule in RULES if rule.code in CODES]
RELAXED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def findings(map_data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the rules say of a map, in the form of the oracle."""
    answers = Answers(ContactMap.model_validate(map_data))
    found: dict[str, dict[str, Any]] = {}
    for rule in CHECKED:
        of_rule: dict[str, Any] = {}
        for finding in rule.check(answers):
            key = subject_key(dict(finding.subject))
            assert key not in of_rule, f"{rule.code} says {key} twice"
            of_rule[key] = finding.cases
        found[rule.code] = of_rule
    return found


def compare(map_data: dict[str, Any]) -> None:
    expected, found = oracle(map_data), findings(map_data)
    for rule in CHECKED:
        assert found[rule.code] == expected[rule.code], rule.name


@settings(max_examples=200, deadline=None, suppress_health_check=RELAXED)
@given(contact_maps())
def test_rules_agree_with_the_definitions(map_data: dict[str, Any]) -> None:
    compare(map_data)


@pytest.mark.thorough
@settings(max_examples=2000, deadline=None, suppress_health_check=RELAXED)
@given(contact_maps())
def test_rules_agree_with_the_definitions_on_2000_maps(map_data: dict[str, Any]) -> None:
    compare(map_data)

"""What must not matter does not: order of keys, names, islands. And every witness is a walk of the map."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import ISLAND, contact_maps, rename_cases, rename_subject, renamed, shuffled, with_island

from journeymap.analysis import Answers
from journeymap.findings import Finding
from journeymap.model import ContactMap
from journeymap.rules import RULES

from . import CODES, subject_key

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
WITH_WALKS = ("JM201", "JM202", "JM203", "JM204", "JM205", "JM206", "JM208", "JM301")


def findings(map_data: dict[str, Any]) -> list[Finding]:
    answers = Answers(ContactMap.model_validate(map_data))
    return [finding for rule in RULES if rule.check for finding in rule.check(answers)]


def told(found: list[Finding]) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Everything a finding says but its place in a file."""
    return {
        (finding.code, subject_key(dict(finding.subject))): (
            finding.path, str(finding.message), str(finding.help), finding.cases, finding.elements,
            [(step.event, dict(step.facts)) for step in finding.witness],
            [(related.path, str(related.message)) for related in finding.related],
        )
        for finding in found
    }  # fmt: skip


@RELAXED
@given(contact_maps())
def test_the_order_of_keys_means_nothing(map_data: dict[str, Any]) -> None:
    assert told(findings(shuffled(map_data, Random(7)))) == told(findings(map_data))


@pytest.mark.parametrize("order_preserving", [True, False])
@RELAXED
@given(map_data=contact_maps())
def test_names_mean_nothing(map_data: dict[str, Any], order_preserving: bool) -> None:
    renamed_map, names = renamed(map_data, order_preserving)
    codes = [code for code in CODES if order_preserving or code not in WITH_WALKS]
    assert {
        (finding.code, subject_key(dict(finding.subject))): finding.cases
        for finding in findings(renamed_map)
        if finding.code in codes
    } == {
        (
            finding.code,
            subject_key(rename_subject(json.loads(subject_key(dict(finding.subject))), names)),
        ): rename_cases(finding.cases, names)
        for finding in findings(map_data)
        if finding.code in codes
    }


@RELAXED
@given(contact_maps())
def test_an_island_adds_unreachable_touchpoints_only(map_data: dict[str, Any]) -> None:
    with_it, without = told(findings(with_island(map_data))), told(findings(map_data))
    added = with_it.keys() - without.keys()
    has_entry = any(data.get("entry") for data in map_data["touchpoints"].values())
    expected = {("JM104", subject_key({"touchpoint": each})) for each in ISLAND} if has_entry else set()
    assert added == expected
    assert {key: with_it[key] for key in without} == without


@RELAXED
@given(contact_maps())
def test_witnesses_follow_transfers_of_the_map(map_data: dict[str, Any]) -> None:
    contact_map = ContactMap.model_validate(map_data)
    network = Answers(contact_map).network
    transfers = {
        (network.ids[edge.source], network.ids[edge.target], edge.kind) for edges in network.out for edge in edges
    }
    for finding in findings(map_data):
        here: str | None = None
        for step in finding.witness:
            facts = step.facts
            if step.event in ("transferred", "lost"):
                assert (facts["from"], facts["to"], facts["kind"]) in transfers
                assert here in (None, facts["from"]) or finding.code == "JM205"
                here = facts["to"]
            else:
                assert here in (None, facts["touchpoint"])
                here = facts["touchpoint"]


@RELAXED
@given(contact_maps())
def test_findings_are_ordered_and_said_once(map_data: dict[str, Any]) -> None:
    found = findings(map_data)
    assert len(told(found)) == len(found)
    assert findings(map_data) == found

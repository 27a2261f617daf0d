"""Generated maps reach every code, and the oracle is blind to order, names and islands, as the rules must be."""

from __future__ import annotations

import json
from collections import Counter
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, seed, settings
from strategies import ISLAND, contact_maps, rename_cases, rename_subject, renamed, shuffled, to_yaml, with_island

from . import CODES, oracle, subject_key

WITH_WALKS = ("JM201", "JM202", "JM203", "JM204", "JM205", "JM206", "JM208", "JM301")


def test_every_code_is_reached() -> None:
    reached: Counter[str] = Counter()

    @seed(2026)
    @settings(max_examples=300, database=None, deadline=None, phases=[Phase.generate])
    @given(contact_maps())
    def count(map_data: dict[str, Any]) -> None:
        reached.update(code for code, held in oracle(map_data).items() if held)

    count()
    assert set(CODES) == set(reached)


@settings(max_examples=40, deadline=None)
@given(contact_maps())
def test_yaml_says_what_the_data_says(map_data: dict[str, Any]) -> None:
    assert oracle(yaml.safe_load(to_yaml(map_data))) == oracle(map_data)


@settings(max_examples=40, deadline=None)
@given(contact_maps())
def test_the_order_of_keys_means_nothing(map_data: dict[str, Any]) -> None:
    assert oracle(shuffled(map_data, Random(7))) == oracle(map_data)


@pytest.mark.parametrize("order_preserving", [True, False])
@settings(max_examples=40, deadline=None)
@given(map_data=contact_maps())
def test_names_mean_nothing(map_data: dict[str, Any], order_preserving: bool) -> None:
    renamed_map, names = renamed(map_data, order_preserving)
    found, expected = oracle(renamed_map), oracle(map_data)
    for code in CODES:
        if order_preserving or code not in WITH_WALKS:
            assert found[code] == {
                subject_key(rename_subject(json.loads(key), names)): rename_cases(cases, names)
                for key, cases in expected[code].items()
            }


@settings(max_examples=40, deadline=None)
@given(contact_maps())
def test_an_island_adds_unreachable_touchpoints_only(map_data: dict[str, Any]) -> None:
    found, expected = oracle(with_island(map_data)), oracle(map_data)
    if any(data.get("entry") for data in map_data["touchpoints"].values()):
        expected["JM104"] |= {subject_key({"touchpoint": each}): "all" for each in ISLAND}
    assert found == expected

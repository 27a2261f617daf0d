from __future__ import annotations

from pathlib import Path

import pytest

from journeymap import rules
from journeymap.rules.catalogue import CATALOGUE, CODES, Listing, closest, find
from journeymap.rules.page import SECTIONS, sections

RULE_FILES = {path.stem for path in Path(rules.__file__).parent.glob("*.py") if "RULE = " in path.read_text("utf-8")}


def test_the_catalogue_is_the_folder() -> None:
    assert {listing.name.replace("-", "_") for listing in CATALOGUE} == RULE_FILES


def test_the_catalogue_says_what_the_rules_say() -> None:
    told = [(listing.code, listing.name, listing.severity, listing.module) for listing in CATALOGUE]
    assert told == [(rule.code, rule.name, rule.severity, rule.module) for rule in rules.RULES]


def test_codes_are_sorted_and_unique() -> None:
    assert list(CODES) == sorted(set(CODES))


@pytest.mark.parametrize("listing", CATALOGUE, ids=lambda listing: listing.code)
def test_a_page_has_its_sections(listing: Listing) -> None:
    assert tuple(sections(listing.page)) == SECTIONS


def test_rules_are_found_by_code_and_by_name() -> None:
    assert find("jm201") is find("Ping-Pong") is not None
    assert find("JM999") is None
    assert closest("pingpong") == "ping-pong"
    assert closest("JM3O1", CODES) == "JM301"
    assert closest("什么") is None

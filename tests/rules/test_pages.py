"""Every rule has a page that holds what it promises: its map fires, the mended one does not."""

import importlib
import pkgutil

import pytest

import journeymap.rules
from journeymap.rules import RULES
from journeymap.rules.catalogue import CATALOGUE
from journeymap.rules.page import SECTIONS
from journeymap.rules.rule import Rule

from .linting import lint_text

SHARED = {"cases", "catalogue", "clock", "looping", "page", "rule", "telling"}
"""Modules that are no rules but what rules have in common."""

FIRES, MENDED = "A map it fires on", "The same map mended"

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def map_on(rule: Rule, heading: str) -> str:
    """The map of a section: what is indented in it."""
    lines = rule.sections[heading].split("\n")
    return "\n".join(line.removeprefix("    ") for line in lines if not line or line.startswith("    "))


def test_folder_is_catalogue():
    modules = {module.name for module in pkgutil.iter_modules(journeymap.rules.__path__)}
    assert modules - SHARED == {listing.module.rpartition(".")[2] for listing in CATALOGUE}
    assert modules >= SHARED


def test_rules_are_catalogue():
    assert [(rule.code, rule.name, rule.severity, rule.module) for rule in RULES] == [
        (listing.code, listing.name, listing.severity, listing.module) for listing in CATALOGUE
    ]


def test_catalogue_is_sorted_and_says_nothing_twice():
    codes = [listing.code for listing in CATALOGUE]
    assert codes == sorted(set(codes))
    assert len({listing.name for listing in CATALOGUE}) == len(CATALOGUE)


@each_rule
def test_module_is_named_after_the_rule(rule):
    assert importlib.import_module(f"journeymap.rules.{rule.name.replace('-', '_')}").RULE is rule


@each_rule
def test_page_has_a_title_and_every_section_in_order(rule):
    assert rule.title.endswith(".")
    assert tuple(rule.sections) == SECTIONS
    assert all(body.strip() for body in rule.sections.values())


@each_rule
def test_page_is_the_same_with_and_without_loading_the_rule(rule):
    listing = next(listing for listing in CATALOGUE if listing.code == rule.code)
    assert listing.page.splitlines() == [line.rstrip() for line in rule.page.rstrip().splitlines()]


@each_rule
def test_map_of_the_page_fires(rule):
    assert {diagnostic.code for diagnostic in lint_text(map_on(rule, FIRES))} == {rule.code}


@each_rule
def test_mended_map_of_the_page_is_clean(rule):
    assert [str(diagnostic.message) for diagnostic in lint_text(map_on(rule, MENDED))] == []

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from journeymap.report.formats import render
from journeymap.report.view import Run

from .runs import CASES, HOSTILE, HOSTILE_NAME, run_of, run_on


def suites(run: Run) -> ET.Element:
    return ET.fromstring(render("junit", run).encode())


def test_a_suite_for_each_map_and_a_case_for_each_finding() -> None:
    root = suites(Run([*run_on(CASES / "loop.yaml").maps, *run_on(CASES / "clean.yaml").maps], 0, "1"))
    assert [(each.get("name"), each.get("tests"), each.get("failures")) for each in root] == [
        ("loop.yaml", "3", "3"),
        ("clean.yaml", "1", "0"),
    ]
    assert (root.get("tests"), root.get("failures"), root.get("errors"), root.get("skipped")) == ("4", "3", "0", "0")
    first = root[0][0]
    assert (first.get("file"), first.get("line")) == ("loop.yaml", "13")
    assert root[1][0].get("name") == "no findings"


def test_accepted_is_skipped_and_an_info_passes() -> None:
    root = suites(run_on(HOSTILE))
    (skipped,) = root.iter("skipped")
    assert skipped.get("message") == "]]> --> <script> @everyone ::endgroup::"
    infos = run_of(("a.yaml", HOSTILE.read_text(encoding="utf-8").replace("ignore:", "x-ignore:")))
    assert suites(infos).get("failures") == root.get("failures")
    assert [each.text for each in suites(infos).iter("system-out")]


def test_a_crash_is_an_error() -> None:
    view = run_on(CASES / "loop.yaml").maps[0]
    crash = replace(view.diagnostics[0], code="JM000", name="crashed-rule")
    root = suites(Run([replace(view, diagnostics=(crash,))], 0, "1"))
    assert (root.get("errors"), root.get("failures")) == ("1", "0")


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff", "\x7f"])
def test_characters_that_xml_cannot_hold_are_shown(character: str) -> None:
    view = run_on(CASES / "loop.yaml").maps[0]
    odd = replace(view.diagnostics[0], message=f"a{character}b", help=character)
    (failure,) = suites(Run([replace(view, diagnostics=(odd,))], 0, "1")).iter("failure")
    assert f"a<U+{ord(character):04X}>b" in (failure.get("message") or "")


def test_names_are_unique_and_hostile_ones_survive() -> None:
    root = suites(run_on(HOSTILE, HOSTILE_NAME))
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(names) == len(set(names))
    assert {classname for classname, _ in names} == {HOSTILE_NAME}

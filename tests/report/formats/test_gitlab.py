from __future__ import annotations

import json
from typing import Any

from journeymap.report.formats import render
from journeymap.report.view import Run

from .runs import CASES, run_of, run_on


def entries(run: Run) -> Any:
    return json.loads(render("gitlab", run))


def test_an_entry_has_what_gitlab_requires() -> None:
    (entry,) = [each for each in entries(run_on(CASES / "loop.yaml")) if each["check_name"] == "JM201"]
    assert entry["severity"] == "major"
    assert entry["location"] == {"path": "loop.yaml", "lines": {"begin": 15, "end": 15}}
    assert entry["description"].endswith(": Agent -> Agent -> Agent")
    assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}


def test_the_same_finding_in_two_maps_has_two_fingerprints() -> None:
    text = (CASES / "loop.yaml").read_text(encoding="utf-8")
    marks = [each["fingerprint"] for each in entries(run_of(("a.yaml", text), ("b.yaml", text)))]
    assert len(marks) == len(set(marks)) == 6


def test_a_fingerprint_outlives_lines() -> None:
    text = (CASES / "loop.yaml").read_text(encoding="utf-8")
    before, after = (entries(run_of(("a.yaml", each))) for each in (text, "# moved\n" + text))
    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]
    assert before != after


def test_what_is_accepted_is_left_out() -> None:
    assert {each["check_name"] for each in entries(run_on(CASES / "suppressed.yaml"))} == {"JM301"}


def test_nothing_found_is_an_empty_list() -> None:
    assert entries(run_on(CASES / "clean.yaml")) == []

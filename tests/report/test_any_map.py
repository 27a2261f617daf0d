"""Reports on generated maps with hostile names: nothing is lost, nothing unsafe gets out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from strategies import contact_maps, to_yaml

from journeymap.findings import Diagnostic
from journeymap.lint import MapReport, Selection, lint_map
from journeymap.report.fold import fold
from journeymap.report.json_v1 import json_report
from journeymap.report.text import text_report
from journeymap.report.visible import visible
from journeymap.source import SourceFile, read_map

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/journeymap-lint-1.json").read_text(encoding="utf-8"))
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
NAMES = st.text(alphabet=st.sampled_from("aé客\x1b\u202e\u200b{}%\t "), max_size=12)


@st.composite
def named_maps(draw: Any) -> str:
    data = draw(contact_maps())
    for touchpoint in data["touchpoints"].values():
        touchpoint["name"] = draw(NAMES)
    return json.dumps(data) if draw(st.booleans()) else to_yaml(data | {"name": "x"})


def report_on(text: str) -> MapReport:
    return lint_map(read_map("map.yaml", [SourceFile("map.yaml", text.encode())]), Selection())


def identity(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.code} {json.dumps(diagnostic.subject, sort_keys=True)}"


@QUICK
@given(named_maps())
def test_no_rule_crashes_and_nothing_unsafe_gets_out(text: str) -> None:
    report = report_on(text)
    assert not report.crashed
    for line in text_report([report]):
        assert visible(line) == line
    document = json_report([report], "1")
    assert visible(document.replace("\n", "")) == document.replace("\n", "")
    Draft202012Validator(SCHEMA).validate(json.loads(document))


@QUICK
@given(named_maps())
def test_every_finding_is_told_exactly_once(text: str) -> None:
    report = report_on(text)
    told = [identity(finding) for each in fold(report.diagnostics) for finding in each.findings]
    assert sorted(told) == sorted(identity(each) for each in report.diagnostics if each.suppressed is None)


@QUICK
@given(named_maps())
def test_the_same_map_gives_the_same_bytes(text: str) -> None:
    assert json_report([report_on(text)], "1") == json_report([report_on(text)], "1")
    assert list(text_report([report_on(text)])) == list(text_report([report_on(text)]))

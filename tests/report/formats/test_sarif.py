"""SARIF against the schema of its committee, and what the schema cannot say."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from journeymap.findings import Suppression
from journeymap.report.formats import render
from journeymap.report.uris import uri
from journeymap.report.view import Run

from .runs import CASES, HERE, HOSTILE, HOSTILE_NAME, run_of, run_on

SCHEMA = json.loads((HERE.parent / "schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
ROOT = Path(__file__).parents[3]
MAPS = [HOSTILE, *sorted(CASES.glob("*.yaml")), *sorted((ROOT / "maps").glob("*.yaml"))]


def sarif(run: Run) -> Any:
    document = json.loads(render("sarif", run))
    Draft4Validator(SCHEMA).validate(document)
    return document["runs"][0]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_it_validates_and_refers_to_its_own_rules(path: Path) -> None:
    run = sarif(run_on(path))
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        ids = [related["id"] for related in result.get("relatedLocations", [])]
        assert ids == list(range(1, len(ids) + 1))
    marks = [result["partialFingerprints"]["journeymapFinding/v1"] for result in run["results"]]
    assert len(marks) == len(set(marks))
    assert {each["id"] for each in rules} == {result["ruleId"] for result in run["results"]}


def test_every_finding_is_in_one_result() -> None:
    view = run_on(ROOT / "maps/harbour-bank.yaml").maps[0]
    results = sarif(Run([view], 0, "1"))["results"]
    told = [mark for result in results for mark in result["properties"]["fingerprints"]]
    assert sorted(told) == sorted(each.fingerprint for each in view.diagnostics)
    assert len(results) < len(told)


def test_rules_bring_their_pages() -> None:
    rules = {rule["id"]: rule for rule in sarif(run_on(CASES / "loop.yaml"))["tool"]["driver"]["rules"]}
    assert "## Why it hurts the customer" in rules["JM201"]["help"]["markdown"]
    assert "```yaml\njourneymap: 1\n" in rules["JM201"]["help"]["markdown"]
    assert "Why it hurts the customer\n-----" in rules["JM201"]["help"]["text"]
    assert rules["JM201"]["defaultConfiguration"] == {"level": "error"}


def test_a_witness_is_a_code_flow_along_touchpoints_and_transfers() -> None:
    results = sarif(run_on(CASES / "loop.yaml"))["results"]
    (loop,) = [result for result in results if result["ruleId"] == "JM201"]
    ((thread,),) = [flow["threadFlows"] for flow in loop["codeFlows"]]
    steps = [step["location"] for step in thread["locations"]]
    paths = [step["logicalLocations"][0]["fullyQualifiedName"] for step in steps]
    assert paths == ["touchpoints.agent.transfers.desk", "touchpoints.desk.transfers.agent", "touchpoints.agent"]
    lines = [step["physicalLocation"]["region"]["startLine"] for step in steps]
    assert lines == [15, 21, 8]


def test_the_way_of_an_if_closed_stands_where_it_is_declared() -> None:
    results = sarif(run_on(HOSTILE))["results"]
    paths = {
        step["location"]["logicalLocations"][0]["fullyQualifiedName"]
        for result in results
        for flow in result.get("codeFlows", [])
        for step in flow["threadFlows"][0]["locations"]
    }
    assert "touchpoints.desk.transfers.attic.if_closed" in paths


def test_findings_equal_but_for_the_case_are_one_result_whose_mark_does_not_hang_on_the_cases() -> None:
    text = (CASES / "cases.yaml").read_text(encoding="utf-8")
    results = [each for each in sarif(run_on(CASES / "cases.yaml"))["results"] if each["ruleId"] == "JM103"]
    (folded,) = results
    assert len(folded["properties"]["subjects"]) == 6
    assert "(in 6 of 12 cases: reason Cancellation)" in folded["message"]["text"]
    fewer = run_of(("cases.yaml", text.replace(", firm: {name: Firms}", "")))
    (again,) = [each for each in sarif(fewer)["results"] if each["ruleId"] == "JM103"]
    assert again["partialFingerprints"] == folded["partialFingerprints"]
    assert len(again["properties"]["subjects"]) == 4


def test_what_is_accepted_stays_and_says_why() -> None:
    run = run_on(CASES / "suppressed.yaml")
    results = sarif(run)["results"]
    (suppression,) = [result["suppressions"][0] for result in results if "suppressions" in result]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "both desks sit in one room"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 4
    view = run.maps[0]
    accepted = [replace(each, suppressed=Suppression("", "", baseline=True)) for each in view.diagnostics]
    baselined = sarif(Run([replace(view, diagnostics=tuple(accepted))], 0, "1"))["results"]
    assert {json.dumps(result["suppressions"]) for result in baselined} == {'[{"kind": "external"}]'}


def test_a_message_holds_no_placeholder_and_no_link() -> None:
    for result in sarif(run_on(HOSTILE))["results"]:
        text = result["message"]["text"]
        assert "](" not in text
        assert "{" not in text.replace("{{", "")


def test_places_are_relative_uris() -> None:
    run = sarif(run_on(HOSTILE, HOSTILE_NAME))
    artifact = run["artifacts"][0]["location"]
    assert artifact["uriBaseId"] in run["originalUriBaseIds"]
    assert artifact["uri"].isascii()
    assert unquote(artifact["uri"]) == HOSTILE_NAME
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == artifact
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("maps/a b.yaml", "maps/a%20b.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("客户.yaml", "%E5%AE%A2%E6%88%B7.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
        ("//server/share/a.yaml", "file://server/share/a.yaml"),
        ("C:/maps/a.yaml", "file:///C:/maps/a.yaml"),
        ("../a.yaml", "../a.yaml"),
    ],
)
def test_names_as_uris(file: str, expected: str) -> None:
    assert uri(file) == expected


def test_an_absolute_place_has_no_base() -> None:
    artifact = sarif(run_on(CASES / "loop.yaml", "/srv/loop.yaml"))["artifacts"][0]["location"]
    assert artifact == {"uri": "file:///srv/loop.yaml"}


def test_notes_and_crashes_are_told() -> None:
    view = replace(run_on(CASES / "loop.yaml").maps[0], notes=("only the ten shortest loops are shown",))
    crash = replace(view.diagnostics[0], code="JM000", name="crashed-rule")
    run = sarif(Run([replace(view, diagnostics=(crash,))], 0, "1"))
    assert run["invocations"][0]["executionSuccessful"] is False
    notes = [each["message"]["text"] for each in run["invocations"][0]["toolExecutionNotifications"]]
    assert notes == ["only the ten shortest loops are shown"]
    assert run["tool"]["driver"]["rules"][0]["id"] == "JM000"

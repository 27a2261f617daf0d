"""Each map in `cases/` with its text and JSON reports beside it; ``--update`` rewrites them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from journeymap.lint import MapReport, Selection, lint_map
from journeymap.report.json_v1 import json_report
from journeymap.report.text import text_report
from journeymap.source import SourceFile, read_map

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/journeymap-lint-1.json").read_text(encoding="utf-8"))


def report_on(path: Path) -> MapReport:
    read = read_map(path.name, [SourceFile(path.name, path.read_bytes())])
    return lint_map(read, Selection())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_text(path: Path, golden: Any) -> None:
    golden(path.with_suffix(".out"), "\n".join(text_report([report_on(path)])) + "\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_json(path: Path, golden: Any) -> None:
    document = json_report([report_on(path)], "1.2.3")
    golden(path.with_suffix(".json"), document)
    Draft202012Validator(SCHEMA).validate(json.loads(document))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_colours_change_nothing_but_colours(path: Path) -> None:
    import re

    report = report_on(path)
    coloured = "\n".join(text_report([report], colour=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == "\n".join(text_report([report]))


def test_what_was_summarised_is_said() -> None:
    noted = replace(report_on(CASES[0]), notes=("only the ten shortest loops are shown",))
    lines = list(text_report([noted]))
    assert "note: only the ten shortest loops are shown" in lines
    assert json.loads(json_report([noted], "1"))["maps"][0]["notes"] == ["only the ten shortest loops are shown"]


def test_the_summary_adds_maps_up() -> None:
    reports = [report_on(path) for path in CASES if path.stem in {"together", "loop", "unread"}]
    last = list(text_report(reports, 2))[-1]
    assert last == (
        "9 errors in 3 maps (5 touchpoints, 4 transfers, 3 cases); 10 findings, alike ones told together; "
        "1 map could not be analysed; 2 other files are no maps"
    )

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from journeymap.findings import Suppression
from journeymap.report.comma_separated import COLUMNS
from journeymap.report.formats import render
from journeymap.report.view import Run

from .runs import CASES, HOSTILE, run_on


def rows(run: Run) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render("csv", run), newline="")))


def test_a_line_for_each_finding_accepted_or_not() -> None:
    run = run_on(CASES / "suppressed.yaml")
    found = rows(run)
    assert [row["fingerprint"] for row in found] == [each.fingerprint for each in run.maps[0].diagnostics]
    (accepted,) = [row for row in found if row["accepted"]]
    assert (accepted["accepted"], accepted["reason"]) == ("ignore", "both desks sit in one room")


def test_it_is_as_rfc_4180_says() -> None:
    document = render("csv", run_on(HOSTILE))
    assert document.count("\r\n") == document.count("\n") == len(rows(run_on(HOSTILE))) + 1
    assert document.split("\r\n")[0] == ",".join(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", " =1", "＝1", "－1"])
def test_no_text_is_a_formula(text: str) -> None:
    view = run_on(CASES / "loop.yaml").maps[0]
    odd = replace(view.diagnostics[0], message=text, help=text, suppressed=Suppression(text, "", baseline=True))
    (row,) = rows(Run([replace(view, diagnostics=(odd,))], 0, "1"))
    assert row["message"] == row["help"] == row["reason"] == f"'{text}"
    assert row["accepted"] == "baseline"


@pytest.mark.parametrize("character", ["\t", "\r", "\n"])
def test_no_formula_hides_behind_white_space(character: str) -> None:
    view = run_on(CASES / "loop.yaml").maps[0]
    odd = replace(view.diagnostics[0], message=f"{character}=1")
    (row,) = rows(Run([replace(view, diagnostics=(odd,))], 0, "1"))
    assert row["message"] == f"<U+{ord(character):04X}>=1"

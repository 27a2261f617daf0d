"""Published models: the reference models of the BPMN Model Interchange Working Group, and processes of help desks."""

from __future__ import annotations

from pathlib import Path

import pytest

from exchange.bpmn.processes import codes, imported

ROOTS = (Path("/work/shared/data/bpmn"), Path(__file__).parents[4] / "shared" / "data" / "bpmn")
FILES = sorted({file for root in ROOTS for file in root.glob("*/*.bpmn")})

pytestmark = pytest.mark.skipif(not FILES, reason="the published files are not at hand")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_is_a_map_without_errors_of_form(file: Path) -> None:
    result = imported(file.read_bytes())
    assert result.map.touchpoints
    assert not [code for code in codes(result) if code < "JM006"]


def test_a_task_that_nobody_reaches_is_found() -> None:
    [file] = [file for file in FILES if file.stem == "helpdesk-incident"][:1]
    result = imported(file.read_bytes())
    assert [str(one.message) for one in result.remarks if one.kind == "error"] == ['nobody reaches "Triage"']
    assert codes(result) == ["JM104"]

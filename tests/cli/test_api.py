from __future__ import annotations

from pathlib import Path

import networkx
import pytest
from lint.maps import REPEATING

import journeymap
from journeymap.errors import CannotRun, InvalidMap


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "map.yaml"
    target.write_text(REPEATING, encoding="utf-8")
    return target


def test_a_loaded_map_has_a_model_cases_findings_and_a_graph(path: Path) -> None:
    loaded = journeymap.load(path)
    assert loaded.map.name == "Small bank"
    assert loaded.cases == ({},)
    assert [each.code for each in loaded.findings] == ["JM301"]
    graph = loaded.graph()
    assert isinstance(graph, networkx.MultiDiGraph)
    assert networkx.shortest_path(graph, "menu", "agent") == ["menu", "agent"]
    assert graph.nodes["agent"]["touchpoint"] is loaded.map.touchpoints["agent"]


def test_a_case_that_is_not_there_cannot_be_drawn(path: Path) -> None:
    with pytest.raises(CannotRun):
        journeymap.load(path).graph({"reason": "none"})


def test_an_invalid_map_says_what_is_wrong(path: Path) -> None:
    path.write_text("journeymap: 1\nnmae: x\n", encoding="utf-8")
    with pytest.raises(InvalidMap) as raised:
        journeymap.load(path)
    assert [each.code for each in raised.value.findings] == ["JM002"]
    assert "JM002" in str(raised.value)


def test_linting_gives_diagnostics_and_an_exit_code(path: Path) -> None:
    report = journeymap.check(path.parent)
    assert [each.code for each in report.diagnostics] == ["JM301"]
    assert report.exit_code() == 1
    assert journeymap.check(path, select=["JM2"]).exit_code() == 0


def test_a_folder_with_several_maps_is_not_one_map(path: Path) -> None:
    path.with_name("other.yaml").write_text(REPEATING, encoding="utf-8")
    with pytest.raises(CannotRun):
        journeymap.load(path.parent)


def test_no_path_cannot_run() -> None:
    with pytest.raises(CannotRun):
        journeymap.load("nowhere/at/all.yaml")

"""``journeymap doctor``: what is there, what is missing, and the way out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeymap.adapters import graphviz_engine, rasteriser
from journeymap.cli.main import run


def lines(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_all_is_well_where_everything_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    told = lines(capsys)
    assert "ok       layout engine: one works" in told
    assert "ok       Typst (PNG and PDF): " in told


def test_programs_can_read_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["doctor", "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert (document["format"], document["can_draw"]) == ("journeymap-doctor/1", True)
    assert {"journeymap", "python", "engine", "engine.embedded", "engine.dot", "typst", "font.cjk"} <= {
        check["name"] for check in document["checks"]
    }


def test_without_an_engine_there_is_a_way_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz_engine, "find_spec", lambda name: None)
    monkeypatch.setattr(graphviz_engine.shutil, "which", lambda name: None)
    assert run(["doctor"]) == 1
    told = lines(capsys)
    assert "missing  layout engine: none works" in told
    assert 'help: pip install "journeymap[draw]"' in told


def test_an_engine_that_crashes_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(graphviz_engine, "_EMBEDDED", "import os; os.abort()")
    monkeypatch.setattr(graphviz_engine.shutil, "which", lambda name: None)
    assert run(["doctor"]) == 1
    assert "crashed" in lines(capsys)


def test_without_typst_and_without_fonts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasteriser, "_SANS", ())
    monkeypatch.setattr(rasteriser, "_CJK", ())
    assert run(["doctor"]) == 0
    assert "missing  font with Chinese characters for PNG and PDF: none" in lines(capsys)
    monkeypatch.setattr(rasteriser, "version_of", lambda name: None)
    assert run(["doctor"]) == 1
    assert "missing  Typst (PNG and PDF): not installed" in lines(capsys)

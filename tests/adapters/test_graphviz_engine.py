"""Which layout engine is taken, and what is told where there is none or it answers nonsense."""

from __future__ import annotations

import json
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from journeymap.adapters import graphviz_engine
from journeymap.adapters.graphviz_engine import engines, lay_out
from journeymap.errors import CannotRun

with_engine = pytest.mark.skipif(find_spec("pygraphviz") is None, reason="pygraphviz is not installed")
GRAPH = "digraph { n0 -> n1 [id=e0] }"


@with_engine
def test_the_embedded_engine_answers() -> None:
    answer = json.loads(lay_out(GRAPH, "embedded"))
    assert [node["name"] for node in answer["objects"]] == ["n0", "n1"]
    assert answer["edges"][0]["id"] == "e0"


@with_engine
def test_the_embedded_engine_is_first_and_stays_outside_this_process() -> None:
    before = set(sys.modules)
    assert engines()[0].name == "embedded"
    lay_out(GRAPH)
    assert "pygraphviz" not in set(sys.modules) - before


@with_engine
def test_a_graph_that_is_none_is_an_error_and_no_crash() -> None:
    with pytest.raises(CannotRun, match="the embedded Graphviz"):
        lay_out("digraph {", "embedded")


@with_engine
def test_a_hanging_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz_engine, "_EMBEDDED", "while True: pass")
    with pytest.raises(CannotRun, match=r"took longer than 0\.3 seconds") as caught:
        lay_out(GRAPH, "embedded", time_limit=0.3)
    assert "--engine dot" in caught.value.help


@with_engine
def test_nonsense_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz_engine, "_EMBEDDED", "print('hello')")
    with pytest.raises(CannotRun, match="answered without a layout"):
        lay_out(GRAPH, "embedded")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the program")
def test_the_program_dot_is_asked_for_positions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "dot"
    program.write_text('#!/bin/sh\ncat > /dev/null\necho "{\\"asked\\": \\"$1\\"}"\n')
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(program))
    assert json.loads(lay_out(GRAPH, "dot")) == {"asked": "-Tjson0"}
    assert engines()[-1].where == str(program)


def test_no_engine_at_all_tells_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(graphviz_engine, "find_spec", lambda _: None)
    assert engines() == ()
    for engine in ("auto", "embedded"):
        with pytest.raises(CannotRun, match=r"no (embedded )?layout engine") as caught:
            lay_out(GRAPH, engine)  # type: ignore[arg-type]
        assert 'pip install "journeymap[draw]"' in caught.value.help
    with pytest.raises(CannotRun, match="no `dot` program"):
        lay_out(GRAPH, "dot")


def test_an_old_pygraphviz_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz_engine, "find_spec", lambda _: object())
    monkeypatch.setattr(graphviz_engine, "version", lambda _: "1.14")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(CannotRun, match=r"2\.0 or later"):
        lay_out(GRAPH)

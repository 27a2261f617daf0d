"""What holds of every format."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import journeymap.report
from journeymap.report.formats import FORMATS, NAMES, render
from journeymap.report.view import Run
from journeymap.report.visible import visible
from report.test_any_map import named_maps

from .runs import CASES, HERE, HOSTILE, HOSTILE_NAME, run_of, run_on

SUFFIXES = {"text": "out", "json": "json", "sarif": "sarif", "github": "github", "gitlab": "gitlab.json",
            "junit": "xml", "markdown": "md", "csv": "csv"}  # fmt: skip


def test_the_formats_are_the_modules_that_render() -> None:
    modules = [importlib.import_module(f"journeymap.report.{each.name}")
               for each in pkgutil.iter_modules(journeymap.report.__path__) if each.name != "formats"]  # fmt: skip
    rendering = {module.__name__.rpartition(".")[2] for module in modules if hasattr(module, "render")}
    assert rendering == {each.module for each in FORMATS}
    assert set(SUFFIXES) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names(name: str, golden: Any) -> None:
    golden(HERE / f"hostile.{SUFFIXES[name]}", render(name, run_on(HOSTILE)).replace("\r\n", "\n"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("run", [run_on(HOSTILE, HOSTILE_NAME), run_on(CASES / "unread.yaml"), Run([], 0, "1")])
def test_nothing_unsafe_gets_out_and_every_line_ends(name: str, run: Run) -> None:
    document = render(name, run)
    assert document.endswith("\n")
    lines = document.replace("\r\n", "\n").split("\n")
    assert lines == [visible(line) for line in lines]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(named_maps())
def test_any_map_can_be_told_twice_the_same(name: str, text: str) -> None:
    assert render(name, run_of(("map.yaml", text))) == render(name, run_of(("map.yaml", text)))

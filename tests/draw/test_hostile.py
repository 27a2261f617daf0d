"""Hostile maps through every view and format: all of it is found again, none of it is executed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from draw.checks import check_drawio, check_json, check_svg, edge_ids, names_of, node_ids
from draw.hostile import hostile_maps, seen
from draw.node_tools import parsed_by_mermaid
from draw.pictured import Picture, Pictured, pictures_of, placed
from journeymap.draw.layout.ranked import question
from journeymap.draw.paint.theme import THEMES, ThemeName
from journeymap.draw.render.dot import dot
from journeymap.draw.render.drawio import drawio
from journeymap.draw.render.mermaid import mermaid
from journeymap.draw.render.scene_json import scene_json
from journeymap.draw.render.svg import svg
from journeymap.draw.render.telling import legend_lines
from journeymap.draw.scene import Scene
from journeymap.draw.tables import MatrixScene

RELAXED = list(HealthCheck)
CHILD = Path(__file__).with_name("graphviz_child.py")
QUICK, THOROUGH = 40, 500
NUMBERS = [QUICK, pytest.param(THOROUGH, marks=pytest.mark.thorough)]


def check(map_data: dict[str, Any]) -> None:
    for number, picture in enumerate(pictures_of(map_data)):
        theme: ThemeName = list(THEMES)[number % len(THEMES)]
        pictured = placed(picture)
        check_json(picture, scene_json(picture))
        check_svg(picture, svg(pictured.sheet, theme, None))
        check_drawio(pictured, of_drawio(pictured, theme))


def of_drawio(pictured: Pictured, theme: ThemeName) -> str:
    return drawio(pictured.picture, pictured.placement, pictured.sheet, theme)


@settings(max_examples=QUICK, deadline=None, suppress_health_check=RELAXED)
@given(hostile_maps())
def test_files_are_well_formed_and_inert(map_data: dict[str, Any]) -> None:
    check(map_data)


@pytest.mark.thorough
@settings(max_examples=THOROUGH, deadline=None, suppress_health_check=RELAXED)
@given(hostile_maps())
def test_files_of_500_maps_are_well_formed_and_inert(map_data: dict[str, Any]) -> None:
    check(map_data)


@cache
def pictures(number: int) -> tuple[Picture, ...]:
    """The pictures of so many generated maps, always the same: programs from outside are asked once for all."""
    found: list[Picture] = []

    @seed(2026)
    @settings(max_examples=number, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=RELAXED)
    @given(hostile_maps())
    def collect(map_data: dict[str, Any]) -> None:
        found.extend(pictures_of(map_data))

    collect()
    return tuple(found)


@pytest.mark.parametrize("level", ["strict", "loose"])
@pytest.mark.parametrize("number", NUMBERS)
def test_mermaid_reads_its_texts(number: int, level: str) -> None:
    drawn = pictures(number)
    for picture, answer in zip(
        drawn, parsed_by_mermaid([mermaid(each, "light") for each in drawn], level), strict=True
    ):
        assert "error" not in answer, answer["error"] + mermaid(picture, "light")
        check_mermaid(picture, answer)


def check_mermaid(picture: Picture, answer: dict[str, Any]) -> None:
    told = [*answer["nodes"], *answer["edges"], *answer["groups"]]
    assert {tag for each in told for tag in each["tags"]} <= {"br"}
    assert answer["hooks"] == 0
    assert all(link.startswith("https://example.com/") for link in answer["links"])
    if not isinstance(picture, MatrixScene):
        legend = bool(legend_lines(picture.heading))
        assert len(answer["nodes"]) == len(node_ids(picture)) + legend
        assert len(answer["edges"]) == len(edge_ids(picture))
        title = seen(picture.heading.title)
        assert not title or seen(answer["title"]) == title
    texts = [seen(each["text"]) for each in answer["nodes"]]
    for name in names_of(picture):
        assert any(seen(name) in each for each in texts), name


def asked(texts: list[str], *arguments: str) -> Iterator[dict[str, Any]]:
    """What Graphviz makes of DOT texts, all of them in one child process."""
    pytest.importorskip("pygraphviz")
    command = [sys.executable, str(CHILD), *arguments]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, timeout=900, check=False)
    answers = done.stdout.splitlines()
    assert len(answers) == len(texts), f"{texts[len(answers)]}\n{done.stderr[-2000:]}"
    yield from map(json.loads, answers)


@pytest.mark.parametrize("number", NUMBERS)
def test_graphviz_reads_its_texts(number: int) -> None:
    drawn = pictures(number)
    for picture, answer in zip(drawn, asked([dot(each, "light") for each in drawn]), strict=True):
        assert sorted(set(answer["nodes"]) - {"legend"}) == sorted(node_ids(picture))
        told = seen(answer["text"])
        assert all(seen(name) in told for name in names_of(picture))
        assert sorted(answer["edges"]) == sorted(edge_ids(picture))


@pytest.mark.parametrize("number", NUMBERS)
def test_graphviz_reads_the_questions_of_the_layout(number: int) -> None:
    drawn = [each for each in pictures(number) if isinstance(each, Scene)]
    for picture, answer in zip(drawn, asked([question(each) for each in drawn], "parse"), strict=True):
        assert len(answer["nodes"]) >= len(picture.boxes)

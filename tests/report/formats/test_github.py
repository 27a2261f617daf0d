"""Annotations: read back as the runner reads them (prefix, properties, data, each with its escapes)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeymap.report.formats import render
from journeymap.report.view import Run
from journeymap.report.visible import no_command

from .runs import CASES, HOSTILE, HOSTILE_NAME, run_on


def commands(run: Run) -> list[tuple[str, dict[str, str], str]]:
    return [command(line) for line in render("github", run).splitlines()[:-1]]


def command(line: str) -> tuple[str, dict[str, str], str]:
    """As `actions/runner` takes a line apart: up to the first ``::`` after the prefix, then commas, then escapes."""
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    level, _, properties = head.partition(" ")
    pairs = dict(each.split("=", 1) for each in properties.split(","))
    return level, {key: unescaped(value, {"3A": ":", "2C": ","}) for key, value in pairs.items()}, unescaped(data, {})


def unescaped(text: str, more: dict[str, str]) -> str:
    known = {"25": "%", "0A": "\n", "0D": "\r", **more}
    return re.sub("%(..)", lambda match: known[match[1]], text)


@pytest.mark.parametrize("path", [HOSTILE, *sorted(CASES.glob("*.yaml"))], ids=lambda path: path.stem)
def test_each_line_is_one_command(path: Path) -> None:
    for level, properties, message in commands(run_on(path)):
        assert level in {"error", "warning", "notice"}
        assert {"file", "line", "endLine", "title"} <= set(properties)
        assert message


def test_names_survive_the_escapes() -> None:
    found = commands(run_on(HOSTILE, HOSTILE_NAME))
    assert {properties["file"] for _, properties, _ in found} == {HOSTILE_NAME}
    assert any("'\"\\ %0A::error::x" in message for *_, message in found)


def test_a_message_is_the_fault_the_cases_and_the_way_out() -> None:
    messages = {properties["title"]: message for _, properties, message in commands(run_on(CASES / "cases.yaml"))}
    assert messages["JM103 no-way-in"] == (
        'nobody resolves the matter of "Cancellation"\nin 6 of 12 cases: reason Cancellation\n'
        "help: say at a touchpoint what is settled there: resolves: true, or a list of reasons"
    )


def test_the_last_column_is_included() -> None:
    (_, properties, _), *_ = [each for each in commands(run_on(CASES / "loop.yaml")) if "JM201" in each[1]["title"]]
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("15", "17", "20")


def test_the_log_ends_with_the_summary() -> None:
    assert (
        render("github", run_on(CASES / "clean.yaml")) == "no findings in 1 map (1 touchpoint, 0 transfers, 1 case)\n"
    )


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("  ::error::x", "  <U+003A>:error::x"),
        ("::stop-commands::x", "<U+003A>:stop-commands::x"),
        ("a ##[group]b", "a <U+0023>#[group]b"),
        ("##vso[task.complete]", "<U+0023>#vso[task.complete]"),
        ("a::b ## c", "a::b ## c"),
    ],
)
def test_a_line_of_the_text_is_no_command(line: str, shown: str) -> None:
    assert no_command(line) == shown


def test_the_text_holds_no_command() -> None:
    for line in render("text", run_on(HOSTILE)).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line

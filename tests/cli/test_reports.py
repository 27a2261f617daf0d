"""Several reports in one run, and how much of the text is wanted."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lint.maps import REPEATING

from journeymap.cli.main import run
from journeymap.report.formats import NAMES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bad.yaml").write_text(REPEATING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_the_same_on_standard_output_and_in_a_file(
    name: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["lint", "--format", name, "--output", f"{name}=report", "bad.yaml"]) == 1
    assert capfdbinary.readouterr().out == Path("report").read_bytes()


def test_several_reports_beside_the_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--output", "sarif=lint.sarif", "--output", "junit=lint.xml", "bad.yaml"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 error in 1 map")
    assert json.loads(Path("lint.sarif").read_bytes())["version"] == "2.1.0"
    assert ET.parse("lint.xml").getroot().get("failures") == "1"
    assert sorted(path.name for path in folder.iterdir()) == ["bad.yaml", "lint.sarif", "lint.xml"]


def test_an_old_report_is_replaced_also_behind_a_link(folder: Path) -> None:
    (folder / "real").write_text("old", encoding="utf-8")
    (folder / "link").symlink_to("real")
    assert run(["lint", "--output", "json=link", "bad.yaml"]) == 1
    assert (folder / "link").is_symlink()
    assert json.loads((folder / "real").read_bytes())["format"] == "journeymap-lint/1"


def test_a_device_is_written_to() -> None:
    assert run(["lint", "--output", f"json={os.devnull}", "bad.yaml"]) == 1
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("json=bad.yaml", "it is among what this run reads"),
        ("json=link.yaml", "it is among what this run reads"),
        ("json=nowhere/report", 'there is no folder "nowhere"'),
        ("json=.", "it is a folder"),
        ("json=bad.yaml/x", "there is no folder"),
        ("json", "FORMAT=FILE"),
        ("json=", "FORMAT=FILE"),
        ("xml=report", "there is no format xml"),
        ("=report", "there is no format"),
        ("json=-", "--format json"),
        ("json=" + "x" * 300, "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_harmed(
    folder: Path, capsys: pytest.CaptureFixture[str], output: str, said: str
) -> None:
    (folder / "link.yaml").symlink_to("bad.yaml")
    before = sorted(path.name for path in folder.iterdir())
    assert run(["lint", "--output", output, "bad.yaml"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert "\nhelp: " in captured.err
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "bad.yaml").read_text(encoding="utf-8") == REPEATING


@pytest.mark.parametrize("option", ["--config", "--baseline"])
def test_what_the_run_reads_beside_the_maps_is_not_written_over_either(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    (folder / "named.toml").write_text("", encoding="utf-8")
    assert run(["lint", option, "named.toml", "--output", "json=named.toml", "bad.yaml"]) == 2
    assert (folder / "named.toml").read_text(encoding="utf-8") == ""
    assert capsys.readouterr().out == ""


def test_two_reports_in_one_file_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--output", "json=out", "--output", "csv=./out", "bad.yaml"]) == 2
    assert "two reports" in capsys.readouterr().err


def test_a_half_written_report_never_takes_the_place_of_a_whole_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "report").write_text("whole", encoding="utf-8")

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run(["lint", "--output", "json=report", "bad.yaml"]) == 2
    assert (folder / "report").read_text(encoding="utf-8") == "whole"
    assert sorted(path.name for path in folder.iterdir()) == ["bad.yaml", "report"]


def test_quiet_is_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "-q", "bad.yaml"]) == 1
    assert capsys.readouterr().out == "1 error in 1 map (2 touchpoints, 1 transfer, 1 case)\n"


def test_statistics_come_before_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    (Path.cwd() / "worse.yaml").write_text(REPEATING.replace("journeymap: 1", "journeymap: 1\nstages: [a]"), "utf-8")
    assert run(["lint", "--quiet", "--statistics", "."]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "2  error    JM301 repeated-information",
        "1  info     JM006 unused-definition",
        "",
        "2 errors, 1 info in 2 maps (4 touchpoints, 2 transfers, 2 cases)",
    ]


def test_statistics_of_nothing_are_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    run(["lint", "--statistics", "--ignore", "JM", "bad.yaml"])
    assert capsys.readouterr().out.startswith("no findings")

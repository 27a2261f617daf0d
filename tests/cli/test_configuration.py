"""Which settings file counts, and what the command line makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint.maps import REPEATING

from journeymap import check
from journeymap.cli.main import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inner = tmp_path / "maps" / "inner"
    inner.mkdir(parents=True)
    (inner / "map.yaml").write_text(REPEATING, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(REPEATING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


LENIENT = 'fail-on = "never"\n'
TABLE = "[tool.journeymap]\n" + LENIENT


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, 1),
        ({"journeymap.toml": LENIENT}, 0),
        ({"maps/journeymap.toml": LENIENT}, 0),
        ({"maps/inner/pyproject.toml": TABLE}, 0),
        ({"journeymap.toml": LENIENT, "maps/journeymap.toml": ""}, 1),
        ({"journeymap.toml": LENIENT, "maps/pyproject.toml": "[project]\n"}, 0),
        ({"journeymap.toml": LENIENT, "pyproject.toml": "[project]\n"}, 0),
        ({"journeymap.toml": LENIENT, "pyproject.toml": TABLE}, 2),
        ({"journeymap.toml": "fail_on = 1"}, 2),
    ],
)
def test_the_nearest_settings_above_the_map_count(folder: Path, files: dict[str, str], code: int) -> None:
    for name, text in files.items():
        write(folder / name, text)
    assert run(["lint", "maps"]) == code
    assert run(["lint", str(folder / "maps" / "inner" / "map.yaml")]) == code


def test_a_map_folder_may_hold_its_settings(folder: Path) -> None:
    (folder / "maps/inner/map.yaml").rename(folder / "maps/inner/journeymap.yaml")
    write(folder / "maps/inner/journeymap.toml", LENIENT)
    assert run(["lint", "maps"]) == 0


def test_each_map_has_its_own(folder: Path) -> None:
    write(folder / "maps/journeymap.toml", 'ignore = ["JM3"]')
    assert [each.map for each in check(".").diagnostics] == ["other.yaml"]


def test_a_named_file_counts_for_every_map(folder: Path) -> None:
    write(folder / "journeymap.toml", "")
    write(folder / "lenient.toml", LENIENT)
    assert run(["lint", "--config", "lenient.toml", "."]) == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 0), (["--select", "JM3"], 1), (["--fail-on", "error"], 0), (["--select", "JM3", "--fail-on", "never"], 0)],
)
def test_options_come_before_the_settings(folder: Path, options: list[str], code: int) -> None:
    write(folder / "journeymap.toml", 'select = ["JM1"]')
    assert run(["lint", "maps", *options]) == code


def test_an_option_takes_the_place_of_its_own_key_only(folder: Path) -> None:
    write(folder / "journeymap.toml", 'ignore = ["JM301"]\nfail-on = "info"')
    assert run(["lint", "maps", "--select", "JM3"]) == 0
    assert run(["lint", "maps", "--ignore", "JM1"]) == 1


@pytest.mark.parametrize("named", ["maps/inner/map.yaml", "maps", "."])
def test_patterns_begin_in_the_folder_of_the_settings(
    folder: Path, named: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "journeymap.toml", '[per-path-ignores]\n"maps/**" = ["JM3"]\n"other.yaml" = ["JM"]')
    assert run(["lint", named]) == 0
    assert run(["lint", str(folder / named)]) == 0
    monkeypatch.chdir(folder / "maps" / "inner")
    assert run(["lint", "map.yaml"]) == 0


def test_a_severity_is_told_everywhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "journeymap.toml", 'severity = {JM3 = "info"}')
    for format_, told in (("text", " info JM301"), ("json", '"severity": "info"'), ("github", "::notice ")):
        assert run(["lint", "maps", "--format", format_]) == 0
        assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("nowhere.toml", None, "does not exist"),
        ("pyproject.toml", "[project]\n", "[tool.journeymap]"),
        ("large.toml", "#" * 1_048_577, "too large"),
        ("maps", None, "maps"),
        ("a\x1b.toml", "x = 1", "a<U+001B>.toml:1: "),
    ],
)
def test_a_named_file_that_says_nothing_cannot_run(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str | None, said: str
) -> None:
    if text is not None:
        write(folder / name, text)
    assert run(["lint", "--config", name, "maps"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "\nhelp: " in told


def test_the_settings_count_for_standard_input(folder: Path) -> None:
    import subprocess
    import sys

    write(folder / "journeymap.toml", LENIENT)
    command = [sys.executable, "-m", "journeymap", "lint", "-"]
    assert subprocess.run(command, input=REPEATING.encode(), capture_output=True, check=False).returncode == 0

"""``--skip-other-files``: what a commit hook names is read if it is a map or a part of one, and counted if not."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint.maps import REPEATING

from journeymap.cli.main import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bad.yaml").write_text(REPEATING, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("a: b\n", encoding="utf-8")
    (tmp_path / "broken.yml").write_text("a: [b\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_it_a_named_file_is_told_to_be_no_map(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "other.yaml"]) == 1
    assert "JM001" in capsys.readouterr().out


def test_with_it_other_files_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--skip-other-files", "other.yaml", "./other.yaml", "broken.yml"]) == 0
    assert capsys.readouterr().out == "no findings in 0 maps; 2 other files are no maps\n"


def test_maps_among_them_are_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--skip-other-files", "other.yaml", "bad.yaml"]) == 1
    assert "JM301" in capsys.readouterr().out


@pytest.mark.parametrize("slip", ["journeymap： 1\n", "journeymap:1\n", "journeymap: 7\n"])
def test_a_map_with_a_slip_in_its_first_line_is_not_passed_over(folder: Path, slip: str) -> None:
    (folder / "slip.yaml").write_text(slip, encoding="utf-8")
    assert run(["lint", "--skip-other-files", "slip.yaml"]) == 1


def test_a_part_stands_for_its_whole_map(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "map").mkdir()
    head, _, rest = REPEATING.partition("\n")
    (folder / "map/journeymap.yaml").write_text(head + "\n", encoding="utf-8")
    (folder / "map/part.yaml").write_text(rest, encoding="utf-8")
    assert run(["lint", "--skip-other-files", "map/part.yaml"]) == 1
    assert "map/part.yaml:" in capsys.readouterr().out


def test_what_does_not_exist_is_still_an_error(folder: Path) -> None:
    assert run(["lint", "--skip-other-files", "nowhere.yaml"]) == 2

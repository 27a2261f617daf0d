"""``journeymap baseline`` and ``lint --baseline`` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lint.maps import REPEATING, VOCABULARY

from journeymap import check
from journeymap.cli.main import run

FILE = "journeymap-baseline.jsonl"
CLEAN = REPEATING.replace("{kind: cold}", "{kind: warm}")
LINE = '{"map": "maps/map.yaml", "code": "JM301", "subject": {"information": "number", "touchpoint": "agent"}}'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/map.yaml").write_text(REPEATING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_only_new_findings_fail(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "maps"]) == 0
    assert (folder / FILE).read_text(encoding="utf-8").splitlines()[1:] == [LINE]
    assert run(["lint", "--baseline", FILE, "maps"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("1 in the baseline")
    write(folder / "maps/new.yaml", REPEATING)
    assert run(["lint", "--baseline", FILE, "maps"]) == 1


def test_programs_are_told(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(["baseline", "maps", "--reason", "soon"])
    capfdbinary.readouterr()
    assert run(["lint", "--baseline", FILE, "--format", "json", "maps"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["diagnostics"][0]["suppressed"] == {"reason": "soon", "baseline": True}
    assert (document["summary"]["suppressed"], document["summary"]["baseline"]) == (1, 1)


def test_it_does_not_matter_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["baseline", str(folder / "maps"), "-o", str(folder / FILE)])
    assert LINE in (folder / FILE).read_text(encoding="utf-8")
    monkeypatch.chdir(folder / "maps")
    assert run(["lint", "--baseline", f"../{FILE}", "map.yaml"]) == 0


def test_a_file_that_is_there_is_never_added_to_silently(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "maps/map.yaml", CLEAN)
    run(["baseline", "maps"])
    before = (folder / FILE).read_bytes()
    write(folder / "maps/map.yaml", REPEATING)
    assert run(["baseline", "maps"]) == 2
    assert run(["baseline", "maps", "--update"]) == 0
    assert "--add adds them" in capsys.readouterr().out
    assert (folder / FILE).read_bytes() == before
    assert run(["baseline", "maps", "--add", "--reason", "menu", "--expires", "2999-12-31"]) == 0
    assert '"reason": "menu", "expires": "2999-12-31"' in (folder / FILE).read_text(encoding="utf-8")


def test_what_is_mended_is_taken_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "maps"])
    write(folder / "maps/map.yaml", CLEAN)
    capsys.readouterr()
    assert run(["lint", "--baseline", FILE, "maps"]) == 0
    assert "silence nothing any more: 1 (JM301" in capsys.readouterr().out
    assert run(["baseline", "maps", "--update"]) == 0
    assert "removed" in capsys.readouterr().out
    assert LINE not in (folder / FILE).read_text(encoding="utf-8")


def test_maps_that_are_no_more_are_told_and_taken_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "maps"])
    (folder / "maps/map.yaml").rename(folder / "maps/other.yaml")
    capsys.readouterr()
    assert run(["lint", "--baseline", FILE, "maps"]) == 1
    assert "maps/map.yaml" in capsys.readouterr().err
    run(["baseline", "maps", "--update"])
    assert LINE not in (folder / FILE).read_text(encoding="utf-8")


def test_maps_that_were_not_looked_at_are_left_alone(folder: Path) -> None:
    write(folder / "other.yaml", REPEATING)
    run(["baseline", "maps", "other.yaml"])
    before = (folder / FILE).read_bytes()
    run(["baseline", "other.yaml", "--update"])
    assert (folder / FILE).read_bytes() == before


def test_the_settings_say_which_rules(folder: Path) -> None:
    write(folder / "journeymap.toml", 'ignore = ["JM3"]')
    run(["baseline", "maps"])
    assert LINE not in (folder / FILE).read_text(encoding="utf-8")


def test_today_enters_from_outside(folder: Path) -> None:
    from datetime import date

    write(folder / FILE, '{"format": "journeymap-baseline/1"}\n' + LINE[:-1] + ', "expires": "2026-12-31"}\n')
    assert check("maps", baseline=FILE, today=date(2026, 12, 31)).exit_code() == 0
    assert check("maps", baseline=FILE, today=date(2027, 1, 1)).exit_code() == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["baseline", "maps", "--update"], "does not exist"),
        (["baseline", "maps", "-o", "maps/map.yaml"], "exists already"),
        (["baseline", "maps", "-o", "nowhere/b.jsonl"], "nowhere"),
        (["baseline", "maps", "--expires", "soon"], "2027-03-31"),
        (["baseline", "maps", "--expires", "2020-01-01"], "over already"),
        (["baseline", "maps", "--update", "--reason", "x"], "--update adds none"),
        (["baseline", "broken"], "could not be looked at in full"),
        (["lint", "--baseline", "nowhere.jsonl", "maps"], "does not exist"),
        (["lint", "--baseline", "maps/map.yaml", "maps"], "maps/map.yaml:1: "),
        (["baseline"], "PATH"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_way_out(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (folder / "broken").mkdir()
    write(folder / "broken/map.yaml", VOCABULARY + "nmae: x\n")
    assert run(arguments) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert "\nhelp: " in told.err
    assert not (folder / FILE).exists()

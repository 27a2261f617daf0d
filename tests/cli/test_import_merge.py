"""`journeymap import --merge` as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from exchange.govuk_forms.test_govuk_forms import FIELD, SUMMARY, form, page

from journeymap.cli.main import run

FORM = form(page("/a", "/summary", title="Who are you?", components=[FIELD]), SUMMARY, name="Grant")
MERGE = ["import", "form.json", "--merge", "-o", "map.yaml"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "form.json").write_bytes(FORM)
    monkeypatch.chdir(tmp_path)
    assert run(["import", "form.json", "-o", "map.yaml"]) == 0
    return tmp_path


def test_the_same_source_again_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "map.yaml").stat().st_mtime_ns
    capsys.readouterr()
    assert run(MERGE) == 0
    assert (folder / "map.yaml").stat().st_mtime_ns == before
    assert capsys.readouterr().err == "merged into map.yaml: added: 0, differences: 0, not in the source: 0\n"


def test_what_was_written_by_hand_stays_and_differences_give_exit_code_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_file = folder / "map.yaml"
    by_hand = map_file.read_text(encoding="utf-8").replace("name: Who are you?", "name: 您是谁")
    by_hand = by_hand.replace('name: "Who are you?"', "name: 您是谁").replace("touchpoints:", "touchpoints:  # ours")
    map_file.write_text(by_hand, encoding="utf-8")
    longer = form(
        page("/a", "/b", title="Who are you?", components=[FIELD]), page("/b", "/summary"), SUMMARY, name="Grant"
    )
    (folder / "form.json").write_bytes(longer)
    capsys.readouterr()
    assert run(MERGE) == 1
    told = capsys.readouterr().err
    assert 'touchpoints.who_are_you.name stays 您是谁; the source says "Who are you?"' in told
    assert "added: touchpoints.b\n" in told
    assert "not in the source: touchpoints.who_are_you.transfers.summary" in told or "not in the source" in told
    after = map_file.read_text(encoding="utf-8")
    assert all(line in after.splitlines() for line in by_hand.splitlines())
    assert run(["lint", "map.yaml", "--select", "JM0", "--fail-on", "error"]) == 0


def test_faults_of_the_source_are_told_and_give_exit_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = form(page("/a", "/nowhere", title="Who are you?", components=[FIELD]), SUMMARY, name="Grant")
    (folder / "form.json").write_bytes(broken)
    capsys.readouterr()
    assert run(MERGE) == 1
    told = capsys.readouterr().err
    assert "fault: form.json:" in told
    assert 'leads to "nowhere"' in told


def test_who_may_read_the_map_stays(folder: Path) -> None:
    map_file = folder / "map.yaml"
    map_file.chmod(0o600)
    (folder / "form.json").write_bytes(FORM.replace(b"Who are you?", b"Who is it?"))
    before = map_file.read_bytes()
    run(MERGE)
    assert map_file.read_bytes() != before
    assert map_file.stat().st_mode & 0o777 == 0o600


def test_there_has_to_be_a_map(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*MERGE[:-1], "no.yaml"]) == 2
    assert run([*MERGE[:-1], "-"]) == 2
    assert run([*MERGE, "--force"]) == 2
    (folder / "map.yaml").write_text("journeymap: 1\nx: 1\n", encoding="utf-8")
    capsys.readouterr()
    assert run(MERGE) == 2
    assert "is no valid map" in capsys.readouterr().err

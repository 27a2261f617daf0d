"""`journeymap import` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from exchange.govuk_forms.test_govuk_forms import FIELD, SUMMARY, form, page

import journeymap
from journeymap.cli.main import run
from journeymap.errors import CannotRun
from journeymap.exchange.importing.kinds import KINDS

GOOD = form(page("/a", "/summary", title="Who are you?", components=[FIELD]), SUMMARY, name="Grant")
FAULTY = form(page("/a", "/gone", "/summary", components=[FIELD]), SUMMARY, name="Grant")
FORMS = ["--from", "govuk-forms"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "good.json").write_bytes(GOOD)
    (tmp_path / "faulty.json").write_bytes(FAULTY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_form_becomes_a_map_that_lints(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "good.json", "-o", "map.yaml"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "wrote map.yaml: govuk-forms, files: 1, touchpoints: 2, technical blocks folded away: 0\n"
        "next: journeymap lint map.yaml\n"
    )
    assert run(["lint", "map.yaml", "--fail-on", "error"]) == 0
    assert journeymap.load("map.yaml").map.name == "Grant"


def test_faults_in_the_source_give_exit_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "faulty.json", *FORMS, "-o", "map.yaml"]) == 1
    assert 'fault: faulty.json:15: "/a" leads to "gone", which does not exist\n' in capsys.readouterr().err
    assert (folder / "map.yaml").exists()


def test_standard_output_holds_the_map_and_nothing_else(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["import", "good.json", *FORMS, "-o", "-", "--name", "银行", "--date", "2026-03-02"]) == 0
    told = capfdbinary.readouterr()
    assert told.out.decode().startswith("# 银行: imported from govuk-forms on 2026-03-02")
    assert told.err.decode().startswith("imported: govuk-forms")


def test_nothing_is_written_over_unless_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "map.yaml").write_text("mine", encoding="utf-8")
    assert run(["import", "good.json", *FORMS, "-o", "map.yaml"]) == 2
    assert '"map.yaml" exists already' in capsys.readouterr().err
    assert (folder / "map.yaml").read_text(encoding="utf-8") == "mine"
    assert run(["import", "good.json", *FORMS, "-o", "map.yaml", "--force"]) == 0
    assert (folder / "map.yaml").read_text(encoding="utf-8").startswith("# Grant")


def test_a_source_is_never_written_over(folder: Path) -> None:
    assert run(["import", "good.json", *FORMS, "-o", "good.json", "--force"]) == 2
    assert (folder / "good.json").read_bytes() == GOOD


def test_a_folder_stands_for_all_its_files_of_the_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "notes.txt").write_text("notes", encoding="utf-8")
    (folder / ".hidden.json").write_text("{", encoding="utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "third.json").write_bytes(GOOD)
    assert run(["import", ".", *FORMS, "-o", "more"]) == 1
    told = capsys.readouterr().err
    assert "wrote more/journeymap.yaml: govuk-forms, files: 3" in told
    assert "1 other files in the folders were passed over" in told


def test_a_folder_with_nothing_of_the_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert run(["import", "empty", *FORMS, "-o", "map.yaml"]) == 2
    assert "no file in empty is anything that can be imported as govuk-forms" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.json", "-o", "m.yaml"], '"nowhere.json" does not exist'),
        (["good.json", "-o", "nowhere/m.yaml", *FORMS], 'the folder "nowhere" does not exist'),
        (["good.json", "-o", "m.yaml", "--from", "visio"], 'there is no kind of import "visio"'),
        (["good.json", "-o", "m.yaml", "--date", "tomorrow"], '"tomorrow" is no date'),
        (["good.json"], "Missing option '-o'"),
        (["cut.json", "-o", "m.yaml", *FORMS], '"cut.json" cannot be read as JSON at line 1, column 8'),
    ],
)
def test_what_cannot_be_done_gives_exit_code_2(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (folder / "cut.json").write_bytes(b'{"a": [')
    assert run(["import", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "m.yaml").exists()


def test_many_remarks_are_cut_unless_all_are_wanted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = [page(f"/{number}", "/gone", f"/{number + 1}") for number in range(30)]
    (folder / "many.json").write_bytes(form(*pages, page("/30")))
    assert run(["import", "many.json", *FORMS, "-o", "a.yaml"]) == 1
    told = capsys.readouterr().err
    assert told.count("fault: ") == 20
    assert "and 11 more; -v tells them all" in told
    assert run(["import", "many.json", *FORMS, "-o", "b.yaml", "-v"]) == 1
    assert capsys.readouterr().err.count("fault: ") == 30


def test_what_hostile_names_say_is_harmless(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = form(page("/a", "/g\u001b[31mone", title="x\u001b]0;evil\u0007\ny: z"), name="../../\u202egrant\n#")
    (folder / "evil.json").write_bytes(evil)
    assert run(["import", "evil.json", *FORMS, "-o", "map.yaml"]) == 1
    assert "\x1b" not in capsys.readouterr().err
    assert "\x1b" not in (folder / "map.yaml").read_text(encoding="utf-8")
    assert list(journeymap.load("map.yaml").map.touchpoints) == ["x_0_evil_y_z"]


def test_the_python_api(folder: Path) -> None:
    report = journeymap.import_map("good.json", "faulty.json", kind="govuk-forms", name="Both")
    assert report.map.name == "Both"
    assert [str(remark.message) for remark in report.remarks if remark.kind == "error"] == [
        '"/a" leads to "gone", which does not exist'
    ]
    assert report.text().startswith("# Both")
    with pytest.raises(CannotRun, match="nothing is anything"):
        journeymap.import_map()


def test_a_map_of_ours_as_a_form_is_no_form(folder: Path) -> None:
    (folder / "x.json").write_text(json.dumps({"journeymap": "1"}), encoding="utf-8")
    with pytest.raises(CannotRun, match="is no form"):
        journeymap.import_map("x.json", kind="govuk-forms")


def test_the_help_names_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "--help"]) == 0
    told = capsys.readouterr().out
    assert [kind.name for kind in KINDS if kind.name not in told] == []

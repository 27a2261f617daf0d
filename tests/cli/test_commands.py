"""The command line as a user meets it: what it says, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lint.maps import REPEATING

from journeymap.cli import output
from journeymap.cli.main import run

CLEAN = REPEATING.replace("{kind: cold}", "{kind: warm}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bad.yaml").write_text(REPEATING, encoding="utf-8")
    (tmp_path / "good.yaml").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def process(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "journeymap", *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_findings_are_told_and_give_exit_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "bad.yaml"]) == 1
    told = capsys.readouterr().out
    assert "bad.yaml:" in told
    assert "JM301 repeated-information" in told
    assert told.splitlines()[-1] == "1 error in 1 map (2 touchpoints, 1 transfer, 1 case)"


def test_a_clean_map_gives_exit_code_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "good.yaml"]) == 0
    assert capsys.readouterr().out == "no findings in 1 map (2 touchpoints, 1 transfer, 1 case)\n"


def test_a_folder_means_every_map_in_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "notes.yaml").write_text("a: b\n", encoding="utf-8")
    assert run(["lint", "."]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert "2 maps" in last
    assert last.endswith("1 other file is no map")


def test_json_is_a_document(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(["lint", "--format", "json", "bad.yaml"])
    document = json.loads(capfdbinary.readouterr().out)
    assert document["summary"] == {"error": 1, "warning": 0, "info": 0, "suppressed": 0, "baseline": 0}
    assert document["maps"][0]["counts"]["touchpoints"] == 2


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--ignore", "JM301"], 0),
        (["--ignore", "JM1,JM3"], 0),
        (["--select", "JM1", "--select", "JM2"], 0),
        (["--select", "JM2,JM3"], 1),
    ],
)
def test_options_choose_what_fails(folder: Path, options: list[str], code: int) -> None:
    assert run(["lint", *options, "bad.yaml"]) == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "nowhere.yaml"], "nowhere.yaml"),
        (["lint", "empty"], "empty"),
        (["lint", "--select", "JM8", "bad.yaml"], "JM8"),
        (["lint", "--select", "", "bad.yaml"], "code"),
        (["lint", "--format", "xml", "bad.yaml"], "xml"),
        (["lint"], "PATH"),
        (["lnit", "bad.yaml"], "did you mean lint?"),
        (["explain", "JM3O1"], "did you mean JM301?"),
        (["explain", "\x1b[31m"], "<U+001B>"),
        (["init", "bad.yaml"], "bad.yaml"),
        (["init", "nowhere/map.yaml"], 'the folder "nowhere" does not exist'),
    ],
)
def test_what_cannot_be_done_is_said_with_the_way_out(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (folder / "empty").mkdir()
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("error: ")
    assert "\nhelp: " in captured.err
    assert said in captured.err


def test_standard_input_is_a_map(folder: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "journeymap", "lint", "-"], input=REPEATING.encode(), capture_output=True, check=False
    )
    assert result.returncode == 1
    assert b"JM301" in result.stdout


def test_explain_takes_codes_and_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "jm301"]) == 0
    by_code = capsys.readouterr().out
    assert run(["explain", "repeated-information"]) == 0
    assert capsys.readouterr().out == by_code
    assert by_code.startswith("JM301 repeated-information (error)\n")


def test_rules_lists_every_rule(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from journeymap.rules.catalogue import CODES

    assert run(["rules"]) == 0
    assert [line.split()[0] for line in capfdbinary.readouterr().out.decode().splitlines()] == list(CODES)
    assert run(["rules", "--format", "json"]) == 0
    assert [rule["code"] for rule in json.loads(capfdbinary.readouterr().out)["rules"]] == list(CODES)


def test_schema_is_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["$schema"].endswith("2020-12/schema")


def test_init_writes_a_map_that_lints_clean_and_never_overwrites(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "new.yaml"]) == 0
    assert "journeymap lint new.yaml" in capsys.readouterr().out
    assert run(["lint", "--fail-on", "info", "new.yaml"]) == 0
    assert capsys.readouterr().out.startswith("no findings")
    before = (folder / "new.yaml").read_bytes()
    assert run(["init", "new.yaml"]) == 2
    assert (folder / "new.yaml").read_bytes() == before


def test_init_into_a_folder(folder: Path) -> None:
    (folder / "bank").mkdir()
    assert run(["init", "bank"]) == 0
    assert run(["lint", "bank"]) == 0


def test_init_says_what_becomes_of_the_files_around_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "cards.yaml").write_text("touchpoints: {}\n", encoding="utf-8")
    assert run(["init"]) == 0
    assert "parts of it now (1 here)" in capsys.readouterr().out


def test_init_below_a_map_folder_begins_a_map_of_its_own(folder: Path) -> None:
    assert run(["init"]) == 0
    (folder / "maps").mkdir()
    assert run(["init", "maps/bank.yaml"]) == 0
    assert run(["lint", "maps/bank.yaml"]) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_no_crash(folder: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "journeymap", "lint", "--format", form, "bad.yaml"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr.startswith(b"error: the output cannot be written")


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "journeymap init" in capsys.readouterr().out


def test_the_process_leaves_with_the_exit_code_and_all_its_output(folder: Path) -> None:
    result = process("lint", "bad.yaml", cwd=folder)
    assert result.returncode == 1
    assert result.stdout.endswith(b"1 case)\n") or result.stdout.endswith(b"1 case)\r\n")
    assert process("lint", "nowhere", cwd=folder).returncode == 2
    assert process("--version", cwd=folder).returncode == 0


def test_a_reader_that_goes_away_is_no_crash(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        result = subprocess.run(
            [sys.executable, "-m", "journeymap", "lint", "bad.yaml"],
            cwd=folder,
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 141
    assert result.stderr == b""


def test_a_terminal_that_lacks_the_characters_gets_escapes(folder: Path) -> None:
    (folder / "zh.yaml").write_text(REPEATING.replace("Small bank", "银行"), encoding="utf-8")
    result = process("lint", "zh.yaml", cwd=folder, PYTHONIOENCODING="latin-1")
    assert result.returncode == 1
    assert b"\\u94f6" in result.stdout
    assert b"Traceback" not in result.stderr


def test_a_pipe_gets_no_colours(folder: Path) -> None:
    assert b"\x1b" not in process("lint", "bad.yaml", cwd=folder).stdout


def test_a_crash_is_not_mistaken_for_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from journeymap import api

    def crash(*paths: str, **options: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(api, "check", crash)
    assert run(["lint", "x"]) == 2
    assert "journeymap broke down" in capsys.readouterr().err


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from journeymap import api

    def interrupted(*paths: str, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "check", interrupted)
    assert run(["lint", "x"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_only_the_process_of_its_own_goes_without_the_collector(folder: Path) -> None:
    import gc

    run(["lint", "good.yaml"])
    assert gc.isenabled()


def test_codes_are_completed(folder: Path) -> None:
    words = {"COMP_WORDS": "journeymap explain jm30", "COMP_CWORD": "2", "_JOURNEYMAP_COMPLETE": "bash_complete"}
    assert process(cwd=folder, **words).stdout.split() == [f"plain,JM30{number}".encode() for number in range(1, 6)]


def test_progress_is_shown_to_a_patient_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output.Progress()("maps/one.yaml", 0, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(output, "PATIENCE", -1.0)
    progress = output.Progress()
    progress("maps/one\x1b.yaml", 0, 2)
    progress.done()
    shown = capsys.readouterr().err
    assert "1/2 maps/one" in shown
    assert "\x1b" not in shown
    assert shown.endswith("\r")

"""``journeymap diff`` as a user meets it: files, folders, and revisions of a real git repository."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lint.maps import REPEATING, VOCABULARY

from journeymap.adapters import git
from journeymap.cli.main import run

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/journeymap-diff-1.json").read_text(encoding="utf-8"))
CLEAN = REPEATING.replace("{kind: cold}", "{kind: warm}")
HOSTILE = CLEAN.replace("  agent:\n", '  agent:\n    name: "<b>|@all #1\\e[31m\\u202e**`x"\n')
NEW = "1 element changed (1 changed); 1 new finding (1 error), 0 gone, 0 kept"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def call_git(*arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)  # the tests themselves may be run by a hook of git
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path / "old.yaml", CLEAN)
    write(tmp_path / "new.yaml", REPEATING)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    """`maps/bank.yaml` is clean in HEAD~1, staged and committed faulty in HEAD; `maps/团队` is a folder map."""
    call_git("init", "-q")
    write(folder / "maps/bank.yaml", CLEAN)
    write(folder / "maps/团队/journeymap.yaml", VOCABULARY)
    write(folder / "maps/团队/agent.yaml", REPEATING.removeprefix(VOCABULARY))
    call_git("add", "maps")
    call_git("commit", "-qm", "clean")
    write(folder / "maps/bank.yaml", REPEATING)
    call_git("add", "maps")
    call_git("commit", "-qm", "faulty")
    return folder


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


# ---------------------------------------------------------------- files and folders


def test_two_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "old.yaml", "new.yaml"]) == 1
    told = capsys.readouterr().out
    assert "~ transfer menu -> agent (touchpoints.menu.transfers.agent)\n    kind: warm -> cold\n" in told
    assert "new new.yaml:" in told
    assert told.splitlines()[-1] == NEW
    assert run(["diff", "new.yaml", "old.yaml"]) == 0
    assert "gone new.yaml:" in capsys.readouterr().out


def test_nothing_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "new.yaml", "new.yaml"]) == 0
    assert capsys.readouterr().out == "no elements changed; no new findings, 0 gone, 1 kept\n"


@pytest.mark.parametrize(
    ("options", "code"),
    [(["--fail-on", "never"], 0), (["--ignore", "JM3"], 0), (["--select", "JM3"], 1), (["--fail-on", "error"], 1)],
)
def test_options_choose_what_fails(folder: Path, options: list[str], code: int) -> None:
    assert run(["diff", *options, "old.yaml", "new.yaml"]) == code


def test_the_settings_are_those_above_the_new_map(folder: Path) -> None:
    write(folder / "new/map.yaml", REPEATING)
    write(folder / "new/journeymap.toml", 'severity = {JM301 = "info"}')
    assert run(["diff", "old.yaml", "new"]) == 0
    assert run(["diff", "new", "new.yaml"]) == 0
    assert run(["diff", "old.yaml", "new.yaml"]) == 1


def test_several_maps_are_paired_by_their_paths(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(folder / "a/one.yaml", CLEAN)
    write(folder / "a/gone.yaml", REPEATING)
    write(folder / "b/one.yaml", REPEATING)
    write(folder / "b/two.yaml", REPEATING)
    assert run(["diff", "a", "b", "--format", "json"]) == 1
    document = json.loads(capfdbinary.readouterr().out)
    assert [(each["old"], each["new"]) for each in document["maps"]] == [
        ("a/gone.yaml", None),
        ("a/one.yaml", "b/one.yaml"),
        (None, "b/two.yaml"),
    ]
    assert [(each["in"], each["standing"]) for each in document["findings"]] == [(0, "gone"), (1, "new"), (2, "new")]


def test_a_map_that_cannot_be_read_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "broken.yaml", REPEATING + "nmae: x\n")
    assert run(["diff", "new.yaml", "broken.yaml"]) == 1
    told = capsys.readouterr().out
    assert "JM002" in told
    assert "note: the new map could not be read" in told
    assert "gone" not in told.splitlines()[-2]
    assert run(["diff", "broken.yaml", "new.yaml"]) == 1
    assert "note: the old map could not be read" in capsys.readouterr().out
    assert run(["diff", "broken.yaml", "old.yaml"]) == 0


# ---------------------------------------------------------------- formats


def test_json_is_as_its_schema_says(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    write(folder / "hostile.yaml", HOSTILE + "ignore: {JM301: the law}\n")
    write(folder / "accepted.yaml", REPEATING + "ignore: {JM301: the law}\n")
    for old, new in (("old", "new"), ("new", "old"), ("new", "hostile"), ("new", "accepted"), ("old", "old")):
        run(["diff", f"{old}.yaml", f"{new}.yaml", "--format", "json"])
        written = capfdbinary.readouterr().out
        Draft202012Validator(SCHEMA).validate(json.loads(written))
        assert b"\x1b" not in written
        assert "\u202e" not in written.decode()


def test_markdown_is_a_comment(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["diff", "old.yaml", "new.yaml", "--format", "markdown"]) == 1
    told = capfdbinary.readouterr().out.decode()
    assert told.startswith(f"## journeymap: {NEW}\n")
    assert "| new | error | new.yaml:" in told
    assert "- `~` transfer menu -&gt; agent (touchpoints.menu.transfers.agent)<br>kind: warm -&gt; cold" in told


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_hostile_names_do_no_harm(folder: Path, capfdbinary: pytest.CaptureFixture[bytes], format_: str) -> None:
    write(folder / "hostile.yaml", HOSTILE.replace("{kind: warm}", "{kind: cold}"))
    assert run(["diff", "old.yaml", "hostile.yaml", "--format", format_]) == 1
    told = capfdbinary.readouterr().out.decode()
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "<U+202E>" in told or "&lt;U+202E&gt;" in told
    if format_ == "markdown":
        assert not {"<b>", "@all", "#1", "**"} & {part for part in ("<b>", "@all", "#1", "**") if part in told}
        rows = [line for line in told.splitlines() if line.startswith("| new")]
        assert [row.replace("\\|", "").count("|") for row in rows] == [6]


def test_a_comment_is_never_too_long(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    many = "".join(f"  t{number}: {{channel: phone, department: desk}}\n" for number in range(2000))
    write(folder / "many.yaml", CLEAN + many)
    run(["diff", "old.yaml", "many.yaml", "--format", "markdown"])
    told = capfdbinary.readouterr().out.decode()
    assert len(told) < 65_536
    assert "... and " in told


# ---------------------------------------------------------------- revisions


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("HEAD~1:maps/bank.yaml", "HEAD:maps/bank.yaml", NEW),
        ("HEAD~1:maps/bank.yaml", "maps/bank.yaml", NEW),
        ("HEAD~1:maps", "HEAD:maps", "1 element changed (1 changed); 1 new finding (1 error), 0 gone, 1 kept"),
        ("HEAD~1:", "HEAD:", "1 element changed (1 changed); 1 new finding (1 error), 0 gone, 1 kept"),
        ("HEAD~1:./maps/bank.yaml", ":maps/bank.yaml", NEW),
        ("HEAD@{0}:maps/bank.yaml", "HEAD^{/faulty}:maps/bank.yaml",
         "no elements changed; no new findings, 0 gone, 1 kept"),
        ("HEAD:maps/团队/agent.yaml", "maps/团队", "no elements changed; no new findings, 0 gone, 1 kept"),
        (":maps/团队", "HEAD:maps/团队/journeymap.yaml", "no elements changed; no new findings, 0 gone, 1 kept"),
    ],
)  # fmt: skip
def test_revisions(repository: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str) -> None:
    run(["diff", old, new])
    assert last_line(capsys) == said


def test_the_index_is_what_is_about_to_be_committed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository / "maps/bank.yaml", CLEAN)
    assert run(["diff", "HEAD:maps/bank.yaml", ":maps/bank.yaml"]) == 0
    assert "0 gone" in last_line(capsys)
    call_git("add", "maps")
    assert run(["diff", "HEAD:maps/bank.yaml", ":maps/bank.yaml"]) == 0
    assert "1 gone" in last_line(capsys)


def test_places_are_told_in_the_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", "HEAD~1:maps", "HEAD:maps"])
    told = capsys.readouterr().out
    assert "new HEAD:maps/bank.yaml:" in told
    assert "journeymap-" not in told


def test_from_a_folder_inside(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "maps" / "团队")
    assert run(["diff", "HEAD~1:maps/bank.yaml", "HEAD:../bank.yaml"]) == 1
    assert run(["diff", "HEAD~1:./agent.yaml", "."]) == 0


def test_the_settings_count_for_revisions(repository: Path) -> None:
    write(repository / "journeymap.toml", '[per-path-ignores]\n"maps/*.yaml" = ["JM301"]')
    assert run(["diff", "HEAD~1:maps", "HEAD:maps"]) == 0


def test_a_path_on_disk_comes_first(repository: Path) -> None:
    write(repository / "HEAD:odd.yaml", CLEAN)
    assert run(["diff", "HEAD:odd.yaml", "HEAD:maps/bank.yaml"]) == 1


def test_links_and_paths_that_lead_away_are_not_followed(repository: Path) -> None:
    (repository / "maps/link.yaml").symlink_to("/etc/passwd")
    call_git("add", "maps")
    assert run(["diff", "HEAD:maps", ":maps"]) == 0
    assert run(["diff", "HEAD:maps", ":maps/link.yaml"]) == 2


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("nowhere.yaml", "does not exist"),
        ("nope:maps", 'no revision "nope"'),
        ("--all:maps", 'no revision "--all"'),
        ("HEAD:nowhere", 'no "nowhere" in revision "HEAD"'),
        (":nowhere", "the index"),
        ("HEAD:/maps", "names no path"),
        ("HEAD:../../maps", "names no path"),
        ("HEAD:docs", '"HEAD:docs" holds no map'),
        ("a\x1b:maps", "<U+001B>"),
    ],
)
def test_what_is_not_there_is_said_with_the_way_out(
    repository: Path, capsys: pytest.CaptureFixture[str], old: str, said: str
) -> None:
    write(repository / "docs/notes.yaml", "a: b\n")
    call_git("add", "docs")
    call_git("commit", "-qm", "notes")
    assert run(["diff", "--", old, "maps"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "\nhelp: " in told
    assert "journeymap-" not in told


def test_outside_of_a_repository(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "HEAD:maps", "old.yaml"]) == 2
    assert "no git repository" in capsys.readouterr().err


def test_without_git(repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository / "docs"))
    assert run(["diff", "HEAD:maps", "maps"]) == 2
    assert "no git program" in capsys.readouterr().err


def test_a_git_that_hangs_is_not_waited_for(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = repository / "bin/git"
    write(script, "#!/bin/sh\nexec sleep 60\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git, "TIME_LIMIT", 0.2)
    assert run(["diff", "HEAD:maps", "maps"]) == 2
    assert "longer than" in capsys.readouterr().err

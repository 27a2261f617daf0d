"""The recipes of the documentation: files have the form that their readers want, and every command runs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ci.pingpong import PING_PONG, SOUND
from ci.schemas import problems
from journeymap.cli.main import run

ROOT = Path(__file__).parents[2]
PAGES = {name: (ROOT / f"docs/{name}.md").read_text(encoding="utf-8") for name in ("ci", "adopting")}
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_NEEDS_GIT = re.compile(r"\bmain:")


def blocks(page: str, language: str) -> list[str]:
    return [text for found, text in _FENCE.findall(PAGES[page]) if found == language]


def recipes(page: str, file: str) -> list[Any]:
    """The YAML blocks that say in their first line which file they are."""
    return [yaml.safe_load(text) for text in blocks(page, "yaml") if text.startswith(f"# {file}")]


def commands(page: str) -> Iterator[str]:
    for text in blocks(page, "sh"):
        yield from (line for line in text.splitlines() if line.startswith("journeymap "))
    if page == "ci":
        yield from (line for recipe in recipes(page, ".gitlab-ci.yml") for line in recipe["journeymap"]["script"])


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of maps, under version control where git is there."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/water.yaml").write_text(SOUND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    if shutil.which("git"):
        person = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
        for step in (["init", "-q", "-b", "main"], ["add", "."], [*person, "commit", "-q", "-m", "map"]):
            subprocess.run(["git", *step], check=True, capture_output=True)
    (tmp_path / "maps/water.yaml").write_text(PING_PONG, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_every_command_runs_one_after_the_other(maps: Path, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = list(commands(page))
    assert told
    for command in told:
        if _NEEDS_GIT.search(command) and shutil.which("git") is None:
            continue
        assert run(shlex.split(command)[1:]) in {0, 1}, command + capsys.readouterr().err


def test_workflows_for_github() -> None:
    workflows = recipes("ci", ".github/workflows/")
    assert len(workflows) == 2
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    for workflow in workflows:
        workflow["on"] = workflow.pop(True)  # YAML 1.1 reads the key `on` as true
        assert problems(workflow, "github-workflows") == []
        for step in next(iter(workflow["jobs"].values()))["steps"]:
            if "journeymap@" in step["uses"]:
                assert set(step["with"]) <= inputs.keys()


def test_the_job_for_gitlab() -> None:
    (job,) = recipes("ci", ".gitlab-ci.yml")
    assert problems(job, "gitlab-ci") == []


def test_the_files_that_the_job_keeps_are_those_it_writes(maps: Path) -> None:
    (job,) = recipes("ci", ".gitlab-ci.yml")
    for command in job["journeymap"]["script"]:
        run(shlex.split(command)[1:])
    for file in job["journeymap"]["artifacts"]["reports"].values():
        assert (maps / file).stat().st_size > 0


def test_the_configuration_for_pre_commit(maps: Path) -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib")
    hooks = [each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))]
    for number, recipe in enumerate(recipes("ci", ".pre-commit-config.yaml")):
        path = maps / f"{number}.yaml"
        path.write_text(yaml.safe_dump(recipe), encoding="utf-8")
        (repository,) = clientlib.load_config(str(path))["repos"]
        assert [hook["id"] for hook in repository["hooks"]] == hooks


def test_the_settings_are_settings(maps: Path) -> None:
    for text in blocks("adopting", "toml"):
        assert tomllib.loads(text)
        (maps / "journeymap.toml").write_text(text, encoding="utf-8")
        assert run(["lint", "maps"]) == 1

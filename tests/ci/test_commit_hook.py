"""The hook for pre-commit, really run: pre-commit installs the hook's environment from a copy of this repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ci.pingpong import BILLING, METERING, METERING_SENDS_BACK, PING_PONG, SOUND

pytest.importorskip("pre_commit")
if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

ROOT = Path(__file__).parents[2]
NEEDED = ("journeymap", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks: [{{id: journeymap-lint}}]
"""


@dataclass(frozen=True)
class Project:
    """A git repository whose commits go through the hook."""

    folder: Path
    environment: dict[str, str]

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def commit(self, files: dict[str, str]) -> tuple[bool, str]:
        """Whether a commit of these files got through, and what was said."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        done = self.git("commit", "--quiet", "--message", "change")
        return done.returncode == 0, done.stdout + done.stderr


def environment(tmp_path: Path) -> dict[str, str]:
    """No configuration of whoever runs the tests, and nothing of a hook that may be running them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    person = {
        f"GIT_{role}_{part}": "test@example.com" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    return kept | person | {"GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_HOME": str(tmp_path / "cache")}


def repository(folder: Path, environment: dict[str, str]) -> Project:
    folder.mkdir()
    project = Project(folder, environment)
    assert project.git("init", "--quiet").returncode == 0
    return project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    variables = environment(tmp_path)
    offered = repository(tmp_path / "journeymap", variables)
    for name in NEEDED:
        copy: Callable[..., object] = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, offered.folder / name)
    assert offered.commit({})[0]
    revision = offered.git("rev-parse", "HEAD").stdout.strip()

    using = repository(tmp_path / "project", variables)
    config = CONFIG.format(repository=offered.folder.as_posix(), revision=revision)
    assert using.commit({".pre-commit-config.yaml": config})[0]
    install = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
    done = subprocess.run(install, cwd=using.folder, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    yield using
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)


def test_what_gets_through(project: Project) -> None:
    """One test, because an environment takes a while to install."""
    assert_passes(project, {"maps/water.yaml": SOUND})
    assert_passes(project, {"compose.yaml": "services: {}\n", "broken.yml": "a: [b\n", "notes.txt": "no map\n"})
    assert_fails(project, {"maps/water.yaml": PING_PONG}, "maps/water.yaml:")
    assert_passes(project, {"maps/water.yaml": SOUND + "# mended\n"})

    assert_passes(project, {"folder/journeymap.yaml": BILLING, "folder/metering.yml": f"touchpoints:\n{METERING}"})
    sent_back = {"folder/metering.yml": f"touchpoints:\n{METERING_SENDS_BACK}"}
    assert_fails(project, sent_back, "folder/journeymap.yaml:")  # the loop begins in the part that did not change


def assert_passes(project: Project, files: dict[str, str]) -> None:
    passed, said = project.commit(files)
    assert passed, said


def assert_fails(project: Project, files: dict[str, str], place: str) -> None:
    passed, said = project.commit(files)
    assert not passed
    assert "JM201 ping-pong" in said
    assert place in said

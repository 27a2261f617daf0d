"""The GitHub Action: its form, and its shell steps run as a runner would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ci.pingpong import PING_PONG, SOUND
from ci.schemas import problems

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
BASH = shutil.which("bash") or "bash"
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")
_HOSTILE = "$(touch hacked); `touch hacked` \"'; touch hacked #"

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="the runner's shell is bash")


def run_step(name: str, folder: Path, python: str, **inputs: str) -> subprocess.CompletedProcess[str]:
    """One shell step, with the environment that a runner would give it."""
    values = {f"inputs.{key}": str(each["default"]) for key, each in ACTION["inputs"].items()}
    values |= {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
    values["steps.python.outputs.python-path"] = python
    own = {key: _EXPRESSION.sub(lambda match: values[match[1]], value) for key, value in STEPS[name]["env"].items()}
    runner = {"RUNNER_TEMP": str(folder / "temp"), "GITHUB_ACTION_PATH": str(ROOT)}
    command = [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
    environment = os.environ | runner | own
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def recorder(tmp_path: Path) -> str:
    """A Python that only says how it was called, one argument a line."""
    path = tmp_path / "recorder"
    path.write_text('#!/bin/sh\nprintf \'%s\\n\' "$PYTHONPATH" "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def arguments(folder: Path, recorder: str, **inputs: str) -> list[str]:
    done = run_step("journeymap lint", folder, recorder, **inputs)
    assert done.returncode == 0, done.stderr
    path, *rest = done.stdout.splitlines()
    assert path == str(folder / "temp/journeymap")
    assert rest[:4] == ["-P", "-m", "journeymap", "lint"]
    return rest[4:]


def test_its_form() -> None:
    assert problems(ACTION, "github-actions") == []


def test_every_input_is_used_and_none_is_part_of_a_script() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(_EXPRESSION.findall(text)) >= {f"inputs.{name}" for name in ACTION["inputs"]}
    assert not any(_EXPRESSION.search(step.get("run", "")) for step in STEPS.values())


@needs_bash
def test_inputs_become_options(tmp_path: Path, recorder: str) -> None:
    assert arguments(tmp_path, recorder) == ["--format", "github", "--", "."]
    given = arguments(
        tmp_path,
        recorder,
        paths="maps\n  my maps/a.yaml  \n\n",
        format="text",
        select="JM2,JM301",
        ignore="JM203",
        fail_on="error",
        config="ci/journeymap.toml",
        baseline="accepted.json",
        sarif_file="lint.sarif",
    )
    pairs = dict(zip(given[0:14:2], given[1:14:2], strict=True))
    assert pairs == {
        "--format": "text",
        "--select": "JM2,JM301",
        "--ignore": "JM203",
        "--fail-on": "error",
        "--config": "ci/journeymap.toml",
        "--baseline": "accepted.json",
        "--output": "sarif=lint.sarif",
    }
    assert given[14:] == ["--", "maps", "my maps/a.yaml"]


@needs_bash
def test_inputs_are_text_and_never_commands(tmp_path: Path, recorder: str) -> None:
    given = arguments(tmp_path, recorder, paths=_HOSTILE, select=_HOSTILE, baseline=_HOSTILE, sarif_file=_HOSTILE)
    assert given.count(_HOSTILE) == 3
    assert given[-1] == _HOSTILE
    assert not (tmp_path / "hacked").exists()


@needs_bash
def test_it_installs_its_own_checkout_and_fails_on_a_ping_pong(tmp_path: Path) -> None:
    installed = run_step("Install journeymap", tmp_path, sys.executable)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    (tmp_path / "water.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "click.py").write_text("raise SystemExit('imported from the workspace')\n", encoding="utf-8")
    done = run_step("journeymap lint", tmp_path, sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "water.yaml").write_text(PING_PONG, encoding="utf-8")
    done = run_step("journeymap lint", tmp_path, sys.executable, fail_on="error")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"^::error .*file=water\.yaml,line=\d+", done.stdout, re.MULTILINE)
    assert "JM201" in done.stdout

"""Mermaid's own parser: installed once into a cache folder by npm, at the versions that `node/package.json` pins."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

__all__ = ["parsed_by_mermaid"]

_SOURCE = Path(__file__).parent / "node"
_FILES = ("package.json", "parse_mermaid.js")


def parsed_by_mermaid(texts: list[str], level: str) -> list[dict[str, Any]]:
    """What Mermaid reads in each text at a security level, all of them in one process."""
    script = _installed() / "parse_mermaid.js"
    done = subprocess.run(
        [_program("node"), str(script), level],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed, so Mermaid's parser cannot be asked")
    return path


def _installed() -> Path:
    """The folder with Mermaid; the version of its files is in its name, so that it is never stale."""
    node, npm = _program("node"), _program("npm")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.removeprefix("v").partition(".")[0]) < 20:
        pytest.skip(f"Mermaid's parser needs Node 20 or later, this is {version.strip()}")
    digest = hashlib.sha256(b"".join((_SOURCE / name).read_bytes() for name in _FILES)).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "journeymap-tests" / f"mermaid-{digest}"
    if not folder.exists():
        _install(npm, folder)
    return folder


def _install(npm: str, folder: Path) -> None:
    """Beside its place first: another process may be doing the same, and a half installation must not stay."""
    building = folder.with_name(f"{folder.name}.{os.getpid()}")
    building.mkdir(parents=True)
    for name in _FILES:
        shutil.copy(_SOURCE / name, building)
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
    try:
        done = subprocess.run(command, cwd=building, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode != 0:
            pytest.skip(f"npm could not install Mermaid's parser: {done.stderr.strip().splitlines()[-1:]}")
        if not folder.exists():
            building.rename(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)

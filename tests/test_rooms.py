"""What import contracts cannot see: who touches the disk, who prints, and what importing the package costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import journeymap

PACKAGE = Path(journeymap.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "stat", "is_file", "exists"}
FOLDERS = {"mkdir", "rmdir", "iterdir", "glob", "rglob", "walk", "scandir", "listdir", "is_dir"}
DISK = FILES | FOLDERS
PRINT = {"print", "echo", "secho"}
PROCESS = {"popen", "Popen", "fork", "_exit", "execv"}
MAY = {
    "adapters": DISK | PROCESS,
    "cli": PRINT | PROCESS | {"open", "is_dir"},  # os.open of the null device; whether `init` is given a folder
}


def calls(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            yield name, node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_adapters_touch_the_disk_and_only_the_command_line_prints(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    forbidden = (DISK | PRINT | PROCESS) - MAY.get(room, set())
    assert [(name, line) for name, line in calls(path) if name in forbidden] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_are_small_and_named_after_something(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "misc", "common"}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def loaded_by(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stdout.split())


HEAVY = {"networkx", "pydantic", "yaml", "opening_hours", "graphviz", "pygraphviz", "typst"}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("import journeymap").isdisjoint(HEAVY | {"click", "wcwidth"})


def test_the_api_loads_neither_the_command_line_nor_networkx() -> None:
    assert loaded_by("import journeymap; journeymap.check").isdisjoint({"click", "wcwidth", "networkx"})


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["explain", "JM301"], ["rules"], ["lint", "--help"], ["render", "--help"]]
)
def test_commands_that_read_no_map_load_nothing_heavy(arguments: list[str]) -> None:
    code = f"from journeymap.cli.main import run; assert run({arguments!r}) == 0"
    assert loaded_by(code).isdisjoint(HEAVY)

"""Children that answer, fail, crash and hang."""

from __future__ import annotations

import time

import pytest

from journeymap.adapters.children import Child, python_child
from journeymap.errors import CannotRun

ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"


def test_bytes_in_bytes_out() -> None:
    assert python_child("the child", ECHO, "").answer("é\0".encode()) == "é\0".encode()[::-1]


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("import os; os.abort()", "the child crashed"),
        ("raise ValueError('secret')", r"the child failed \(exit code 1\)"),
    ],
)
def test_a_dead_child_is_told_and_its_words_are_not(script: str, message: str) -> None:
    with pytest.raises(CannotRun, match=message) as caught:
        python_child("the child", script, "do without").answer(b"")
    assert caught.value.help == "do without"
    assert "secret" not in str(caught.value)


def test_a_hanging_child_is_killed() -> None:
    begun = time.monotonic()
    with pytest.raises(CannotRun, match=r"the child took longer than 0\.5 seconds"):
        python_child("the child", "import time; time.sleep(60)", "").answer(b"", 0.5)
    assert time.monotonic() - begun < 20


def test_a_child_that_does_not_listen_is_told() -> None:
    with pytest.raises(CannotRun, match="failed"):
        python_child("the child", "import sys; sys.exit(3)", "").answer(b"x" * 1_000_000)


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(CannotRun, match="could not be started"):
        Child("the child", ("/no/such/program",), "").answer(b"")


def test_the_working_directory_is_not_searched_for_modules(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert python_child("the child", "import json, sys; sys.stdout.write(json.dumps(1))", "").answer(b"") == b"1"

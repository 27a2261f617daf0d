"""``lint --watch`` as a process of its own, with and without `watchfiles`: it sees every save, and survives."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from lint.maps import REPEATING

from journeymap.adapters.watching import signatures
from journeymap.cli.main import run

CLEAN = REPEATING.replace("{kind: cold}", "{kind: warm}")
FOUND = "1 error in 1 map"
NOTHING = "no findings in 1 map"
WAIT = 30

# Ctrl-C means the same as in a terminal, also where the tests run in the background.
START = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
if {polling}:
    sys.modules["watchfiles"] = None
from journeymap.cli.main import main
main()
"""


class Watcher:
    def __init__(self, folder: Path, *arguments: str, polling: bool) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", START.format(polling=polling), "lint", "--watch", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def round(self) -> list[str]:
        """What is said until it waits again."""
        said = []
        while not said or not said[-1].startswith("watching "):
            said.append(self.lines.get(timeout=WAIT))
        return said[:-1]

    def rounds_until(self, wanted: str) -> None:
        """A save may be seen in two steps; what counts is what is said in the end."""
        while not any(wanted in line for line in self.round()):
            pass

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=WAIT)


@pytest.fixture(params=[False, True], ids=["watchfiles", "polling"])
def polling(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def watchers() -> Iterator[list[Watcher]]:
    started: list[Watcher] = []
    yield started
    for watcher in started:
        watcher.process.kill()
        watcher.process.wait()
        if watcher.process.stdout is not None:
            watcher.process.stdout.close()


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")


def test_it_lints_again_after_every_save_and_survives_what_comes_between(
    tmp_path: Path, watchers: list[Watcher], polling: bool
) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(REPEATING, encoding="utf-8")
    watcher = Watcher(tmp_path, "map.yaml", polling=polling)
    watchers.append(watcher)
    assert watcher.round()[-1].startswith(FOUND)

    file.write_text(CLEAN, encoding="utf-8")
    watcher.rounds_until(NOTHING)
    file.write_text("journeymap: 1\ntouchpoints: {", encoding="utf-8")
    watcher.rounds_until("JM001 unreadable-file")
    file.unlink()
    watcher.rounds_until('error: "map.yaml" does not exist')
    beside = tmp_path / "map.yaml~"
    beside.write_text(REPEATING, encoding="utf-8")
    beside.replace(file)  # how many editors save
    watcher.rounds_until(FOUND)

    assert watcher.interrupt() == 130


def test_a_folder_is_watched_with_its_settings_and_reports_are_written_each_time(
    tmp_path: Path, watchers: list[Watcher], polling: bool
) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    (maps / "a.yaml").write_text(CLEAN, encoding="utf-8")
    watcher = Watcher(tmp_path, "--output", "csv=maps/report.csv", "-q", "maps", polling=polling)
    watchers.append(watcher)
    assert watcher.round() == ["no findings in 1 map (2 touchpoints, 1 transfer, 1 case)"]

    (maps / "b.yaml").write_text(REPEATING, encoding="utf-8")
    watcher.rounds_until("1 error in 2 maps")
    assert (maps / "report.csv").read_text(encoding="utf-8").count("JM301") == 1
    (tmp_path / "journeymap.toml").write_text('ignore = ["JM301"]\n', encoding="utf-8")
    watcher.rounds_until("no findings in 2 maps")
    (tmp_path / "journeymap.toml").write_text("ignore = [", encoding="utf-8")
    watcher.rounds_until("error: ")

    assert watcher.interrupt() == 130


@pytest.mark.parametrize("arguments", [["-"], ["--format", "json", "."]])
def test_what_cannot_be_watched_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--watch", *arguments]) == 2
    assert "--watch does not go with" in capsys.readouterr().err


def test_our_own_reports_are_no_change(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(CLEAN, encoding="utf-8")
    report = tmp_path / "report.yaml"
    before = signatures([str(tmp_path)], [str(report)])
    report.write_text("a report", encoding="utf-8")
    assert signatures([str(tmp_path)], [str(report)]) == before
    assert signatures([str(tmp_path)]) != before

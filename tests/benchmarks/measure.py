"""Whole processes, measured: wall time and peak memory, medians of several runs that take turns."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["LIMIT_SECONDS", "Command", "Cost", "measure"]

LIMIT_SECONDS = 300.0
"""A process that takes longer is killed; its time is then a lower bound."""

BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024

Command = Sequence[str]


@dataclass(frozen=True)
class Cost:
    """What a process cost: seconds of wall time, peak memory in bytes, and how it ended."""

    seconds: float
    peak_bytes: int
    exit_code: int


def measure(*commands: Command, runs: int) -> list[Cost]:
    """The median cost of each command; the commands take turns, so that a busy machine is busy for all of them."""
    costs: list[list[Cost]] = [[] for _ in commands]
    for _ in range(runs):
        for command, taken in zip(commands, costs, strict=True):
            taken.append(_once(command))
    return [_median(taken) for taken in costs]


def _median(costs: list[Cost]) -> Cost:
    seconds = statistics.median(cost.seconds for cost in costs)
    return Cost(seconds, int(statistics.median(cost.peak_bytes for cost in costs)), costs[-1].exit_code)


def _once(command: Command) -> Cost:
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock = threading.Timer(LIMIT_SECONDS, process.kill)
    clock.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    clock.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(seconds, usage.ru_maxrss * BYTES_PER_UNIT, process.returncode)

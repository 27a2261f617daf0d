"""How fast is `journeymap render`? Seconds of the whole process beyond a bare start-up, measured in one run.

    python tests/benchmarks/drawing.py

Each figure stands beside its target. The start-up is that of `journeymap --version` in the same run.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import Command, measure

HERE = Path(__file__).parent
BANK = HERE.parents[1] / "maps" / "harbour-bank.yaml"
JOURNEYMAP = [sys.executable, "-m", "journeymap"]
RUNS = 5


@dataclass(frozen=True)
class Picture:
    """One drawing to be timed: its size in touchpoints (None: the bank) and seconds that it may take."""

    what: str
    touchpoints: int | None
    options: tuple[str, ...]
    target: float


PICTURES = (
    Picture("contact, the bank (29 touchpoints), nothing marked", None, ("--findings", "none"), 0.5),
    Picture("contact, the bank, its findings marked", None, (), 0.5),
    Picture("lanes, the bank, its findings marked", None, ("--view", "lanes"), 0.5),
    Picture("contact, 200 touchpoints, 1,000 transfers", 200, (), 3),
    Picture("lanes, 200 touchpoints, 1,000 transfers", 200, ("--view", "lanes"), 3),
    Picture("contact, 10,000 touchpoints (the overview)", 10_000, (), 10),
)


def rows(folder: Path) -> Iterator[str]:
    """One line for each picture."""
    for number, picture in enumerate(PICTURES):
        path = BANK if picture.touchpoints is None else _generated(folder, picture.touchpoints)
        start_up, drawn = measure(
            [*JOURNEYMAP, "--version"], _render(path, folder / f"{number}.svg", picture), runs=RUNS
        )
        beyond = drawn.seconds - start_up.seconds
        verdict = "met" if beyond <= picture.target and drawn.exit_code == 0 else "MISSED"
        detail = f"{drawn.seconds / start_up.seconds:.1f} x start-up, {drawn.peak_bytes / 2**20:.0f} MiB"
        yield f"{picture.what:<52} {beyond:>6.2f} s  <= {picture.target:g} s  {verdict:<7} {detail}"


def _render(path: Path, file: Path, picture: Picture) -> Command:
    return [*JOURNEYMAP, "render", str(path), "-o", str(file), *picture.options]


def _generated(folder: Path, touchpoints: int) -> Path:
    path = folder / f"{touchpoints}.yaml"
    if not path.exists():
        text = subprocess.run(
            [sys.executable, HERE / "generate.py", str(touchpoints)], capture_output=True, check=True
        ).stdout
        path.write_bytes(text)
    return path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            print(row, flush=True)


if __name__ == "__main__":
    main()

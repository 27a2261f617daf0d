"""How fast is `journeymap lint`? Prints ratios that are measured in one run, each beside its target.

    python tests/benchmarks/run.py [--quick]

Ratios, because seconds depend on the machine. Peers are measured where they are there: yamllint if it is
installed beside journeymap, bpmnlint if node and npm are (it is installed into a temporary folder).
`--quick` takes maps of a tenth of the size and fewer runs, for a first look: the targets are meant for the full run.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hostile import HOSTILE
from measure import Command, measure

HERE = Path(__file__).parent
BANK = HERE.parents[1] / "maps" / "harbour-bank.yaml"
JOURNEYMAP = [sys.executable, "-m", "journeymap"]
READ_EVENTS = (
    "import sys\n"
    "from yaml.cyaml import CParser\n"
    "parser = CParser(open(sys.argv[1], 'rb'))\n"
    "while parser.check_event(): parser.get_event()\n"
)
MEBIBYTE = 2**20


@dataclass(frozen=True)
class Scale:
    """How big the maps are, and how often each process is run."""

    touchpoints: int
    runs: int
    short_runs: int


@dataclass(frozen=True)
class Row:
    """One line of the table; `ratio` is to stay at or below `target` (at or above, where `at_least`)."""

    what: str
    ratio: float
    target: float
    detail: str
    unit: str = "x"
    at_least: bool = False

    def __str__(self) -> str:
        met = self.ratio >= self.target if self.at_least else self.ratio <= self.target
        sign = ">=" if self.at_least else "<="
        verdict = "met" if met else "MISSED"
        ratio, target = f"{self.ratio:.2f} {self.unit}", f"{sign} {self.target:g} {self.unit}"
        return f"{self.what:<58} {ratio:>10}  {target:>10}  {verdict:<7} {self.detail}"


def _lint(path: Path) -> Command:
    return [*JOURNEYMAP, "lint", str(path)]


def _python(code: str, *arguments: str) -> Command:
    return [sys.executable, "-c", code, *arguments]


def _generated(folder: Path, name: str, script: str, argument: str) -> Path:
    """Written by a process of its own: on Linux a child's peak memory begins with the size of its parent."""
    path = folder / name
    with path.open("wb") as output:
        subprocess.run([sys.executable, HERE / script, argument], stdout=output, check=True)
    return path


def against_reading(path: Path, scale: Scale) -> Iterator[Row]:
    """The whole lint process against a process that only reads the events of the same file; and its memory."""
    lint, read = measure(_lint(path), _python(READ_EVENTS, str(path)), runs=scale.runs)
    size = path.stat().st_size
    detail = f"{lint.seconds:.2f} s, {read.seconds:.2f} s; exit {lint.exit_code}"
    yield Row(f"lint / reading events, {scale.touchpoints:,} touchpoints", lint.seconds / read.seconds, 6, detail)
    detail = f"{lint.peak_bytes / MEBIBYTE:.0f} MiB, {size / MEBIBYTE:.1f} MiB"
    yield Row("peak memory of lint / size of the file", lint.peak_bytes / size, 60, detail)


def against_yamllint(path: Path) -> Iterator[Row]:
    """yamllint with its default configuration, once: it is slow."""
    if importlib.util.find_spec("yamllint") is None:
        return
    lint, yamllint = measure(_lint(path), [sys.executable, "-m", "yamllint", str(path)], runs=1)
    detail = f"{yamllint.seconds:.2f} s, {lint.seconds:.2f} s"
    yield Row("yamllint / lint, same file", yamllint.seconds / lint.seconds, 10, detail, at_least=True)


def against_bpmnlint(path: Path, scale: Scale, folder: Path) -> Iterator[Row]:
    """bpmnlint with its recommended rules, on the same graph written as BPMN."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return
    install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), "bpmnlint"]
    if subprocess.run(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode:
        return
    rules = folder / "bpmnlintrc.json"
    rules.write_text(json.dumps({"extends": "bpmnlint:recommended"}), encoding="utf-8")
    model = _generated(folder, "map.bpmn", "bpmn.py", str(scale.touchpoints))
    binary = folder / "node_modules" / ".bin" / "bpmnlint"
    lint, bpmnlint = measure(_lint(path), [str(binary), "--config", str(rules), str(model)], runs=scale.runs)
    detail = f"{lint.seconds:.2f} s, {bpmnlint.seconds:.2f} s; bpmnlint exit {bpmnlint.exit_code}"
    yield Row("lint / bpmnlint, same graph as BPMN", lint.seconds / bpmnlint.seconds, 1, detail)


def growth(path: Path, scale: Scale, folder: Path) -> Iterator[Row]:
    """Ten times the touchpoints."""
    big = _generated(folder, "big.yaml", "generate.py", str(10 * scale.touchpoints))
    one, ten = measure(_lint(path), _lint(big), runs=max(1, scale.runs // 2))
    what = f"growth of lint, {scale.touchpoints:,} to {10 * scale.touchpoints:,} touchpoints"
    detail = f"{one.seconds:.2f} s to {ten.seconds:.2f} s, {ten.peak_bytes / MEBIBYTE:.0f} MiB"
    yield Row(what, ten.seconds / one.seconds, 12, detail)


def hostile(folder: Path) -> Iterator[Row]:
    """Seconds, once each: these must end at all."""
    for name in HOSTILE:
        path = _generated(folder, f"{name}.yaml", "hostile.py", name)
        (cost,) = measure(_lint(path), runs=1)
        detail = f"{cost.peak_bytes / MEBIBYTE:.0f} MiB; exit {cost.exit_code}"
        yield Row(f"hostile map: {name}", cost.seconds, 10, detail, unit="s")


def start_up(scale: Scale) -> Iterator[Row]:
    """What the shortest runs cost beside the imports that nobody can avoid."""
    usage, click = measure([*JOURNEYMAP, "--help"], _python("import click"), runs=scale.short_runs)
    detail = f"{usage.seconds:.3f} s, {click.seconds:.3f} s"
    yield Row("journeymap --help / import click", usage.seconds / click.seconds, 1.5, detail)
    imports = _python("import networkx, pydantic, yaml, click")
    lint, libraries = measure(_lint(BANK), imports, runs=scale.short_runs)
    detail = f"{lint.seconds:.3f} s, {libraries.seconds:.3f} s"
    yield Row("lint, 25 touchpoints / importing its libraries", lint.seconds / libraries.seconds, 1.5, detail)


def rows(scale: Scale, folder: Path) -> Iterator[Row]:
    """The whole table, line by line as it is measured."""
    path = _generated(folder, "map.yaml", "generate.py", str(scale.touchpoints))
    yield from start_up(scale)
    yield from against_reading(path, scale)
    yield from against_yamllint(path)
    yield from against_bpmnlint(path, scale, folder)
    yield from growth(path, scale, folder)
    yield from hostile(folder)


def main() -> None:
    """Measure and print; the exit code says nothing about speed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="maps of a tenth of the size, fewer runs")
    quick = options.parse_args().quick
    scale = Scale(1_000, runs=3, short_runs=5) if quick else Scale(10_000, runs=5, short_runs=15)
    print(f"{'':<58} {'measured':>10}  {'target':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(scale, Path(folder)):
            print(row, flush=True)


if __name__ == "__main__":
    main()

"""Runs to tell: over the map of hostile names, also under a hostile file name, and over any text."""

from __future__ import annotations

from pathlib import Path

from journeymap.lint import Selection, lint_map
from journeymap.report.view import Run
from journeymap.source import SourceFile, read_map

HERE = Path(__file__).parent
CASES = HERE.parent / "cases"
HOSTILE = HERE / "hostile.yaml"
HOSTILE_NAME = "maps/=a b,c:d%41[x](y)#1 @z 客户`<b>|.yaml"


def run_of(*texts: tuple[str, str | bytes]) -> Run:
    """A run over maps given as (file name, content)."""
    maps = []
    for name, text in texts:
        content = text if isinstance(text, bytes) else text.encode()
        maps.append(lint_map(read_map(name, [SourceFile(name, content)]), Selection()))
    return Run(maps, 0, "1.2.3")


def run_on(path: Path, name: str = "") -> Run:
    return run_of((name or path.name, path.read_bytes()))

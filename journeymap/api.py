"""The Python API: load a map, lint maps.

import journeymap

loaded = journeymap.load("maps/harbour-bank.yaml")
loaded.map.touchpoints["menu"].needs
loaded.graph({"reason": "lost_card"})     # a networkx.MultiDiGraph
journeymap.check("maps", select=["JM3"])
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from journeymap.adapters.disk import MapSource, find_maps
from journeymap.errors import CannotRun, InvalidMap
from journeymap.findings import Diagnostic, Severity
from journeymap.graph import CaseSpace
from journeymap.lint import MapReport, Selection, exit_code, lint_map
from journeymap.model import ContactMap
from journeymap.source import ReadMap, read_map

if TYPE_CHECKING:
    import networkx

__all__ = ["LintReport", "LoadedMap", "check", "load"]

Progress = Callable[[str, int, int], None]
"""Told before each map is read: its root, its number from 0, and how many there are."""


@dataclass(frozen=True, slots=True)
class LoadedMap:
    """A valid map; `read` knows the files and places it came from."""

    read: ReadMap
    map: ContactMap

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What every rule finds in the map, by place; worked out anew each time."""
        return lint_map(self.read, Selection()).diagnostics

    @property
    def cases(self) -> tuple[dict[str, str], ...]:
        """Every case of the map, such as ``{"segment": "retail", "reason": "lost_card"}``, in order."""
        space = CaseSpace(self.map)
        return tuple(dict(case) for case in space.each(space.all))

    def graph(self, case: Mapping[str, str] | None = None) -> networkx.MultiDiGraph[str]:
        """The graph of the whole map, or of one case; raises CannotRun if there is no such case."""
        from journeymap.graph.contact_graph import contact_graph  # networkx, only when it is asked for

        return contact_graph(self.map, case)


@dataclass(frozen=True, slots=True)
class LintReport:
    """What linting found: one report per map, and how many files were no map."""

    maps: tuple[MapReport, ...]
    other_files: int

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found in all maps, suppressed or not."""
        return tuple(diagnostic for report in self.maps for diagnostic in report.diagnostics)

    def exit_code(self, fail_on: Severity | None = Severity.WARNING) -> int:
        """The exit code of the command line: 2 if a rule crashed, 1 for findings as grave as `fail_on`, else 0."""
        return exit_code(self.maps, fail_on)


def load(path: str | os.PathLike[str]) -> LoadedMap:
    """The one map at `path`: a file, a folder map, or a part of one.

    Raises CannotRun if there is no map or more than one, InvalidMap (with what is wrong) if it is not valid.
    """
    source = _only(find_maps([os.fspath(path)], BytesIO()).maps, os.fspath(path))
    read = read_map(source.root, source.files)
    if read.map is None:
        raise InvalidMap(source.root, lint_map(read, Selection()).diagnostics)
    return LoadedMap(read, read.map)


def check(
    *paths: str | os.PathLike[str],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    standard_input: BinaryIO | None = None,
    progress: Progress | None = None,
    skip_other_files: bool = False,
) -> LintReport:
    """Lint every map at or below `paths`; ``"-"`` is a map on standard input.

    With `skip_other_files` a named file that is no map is counted, not told to be a bad one.
    `select` and `ignore` are codes (``JM301``) or beginnings of codes (``JM2``). Raises CannotRun if there is no
    such path, no map there, or no such rule; faults in a map are findings, never exceptions.
    """
    selection = Selection.of(select, ignore)
    names = [os.fspath(path) for path in paths]
    discovery = find_maps(names, standard_input or sys.stdin.buffer, skip_other_files=skip_other_files)
    reports = []
    for number, source in enumerate(discovery.maps):
        if progress is not None:
            progress(source.root, number, len(discovery.maps))
        reports.append(lint_map(read_map(source.root, source.files), selection))
    return LintReport(tuple(reports), discovery.other_files)


def _only(maps: tuple[MapSource, ...], path: str) -> MapSource:
    if len(maps) != 1:
        raise CannotRun(f"{len(maps)} maps at {path}, not one", help="name one of them")  # noqa: EM102
    return maps[0]

"""Loading a map: the model, its cases and its graph."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from journeymap.adapters.disk import MapSource, find_maps
from journeymap.errors import CannotRun, InvalidMap
from journeymap.findings import Diagnostic
from journeymap.graph import CaseSpace
from journeymap.lint import Selection, lint_map
from journeymap.model import ContactMap
from journeymap.source import ReadMap, read_map

if TYPE_CHECKING:
    import networkx

__all__ = ["LoadedMap", "load"]


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


def load(path: str | os.PathLike[str]) -> LoadedMap:
    """The one map at `path`: a file, a folder map, or a part of one.

    Raises CannotRun if there is no map or more than one, InvalidMap (with what is wrong) if it is not valid.
    """
    source = _only(find_maps([os.fspath(path)], BytesIO()).maps, os.fspath(path))
    read = read_map(source.root, source.files)
    if read.map is None:
        raise InvalidMap(source.root, lint_map(read, Selection()).diagnostics)
    return LoadedMap(read, read.map)


def _only(maps: tuple[MapSource, ...], path: str) -> MapSource:
    if len(maps) != 1:
        raise CannotRun(f"{len(maps)} maps at {path}, not one", help="name one of them")  # noqa: EM102
    return maps[0]

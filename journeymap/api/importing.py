"""Importing: foreign files on disk become a map."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from journeymap.adapters.artefacts import Artefact, find_artefacts
from journeymap.errors import CannotRun
from journeymap.exchange.importing.content import Content
from journeymap.exchange.importing.draft import Remark, SourceText
from journeymap.exchange.importing.kinds import ImportKind, guess, kind_named, kind_of
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.translating import translate
from journeymap.exchange.importing.writing import map_text

if TYPE_CHECKING:
    from typing import BinaryIO

    from journeymap.model import ContactMap

__all__ = ["ImportReport", "import_map"]

_NOTHING = "no file in {folders} is anything that can be imported{as_kind}"
_NAME_KIND = "name the files themselves to learn why, or another folder"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """An imported map; `passed_over` counts the files in folders that are something else."""

    imported: Imported
    passed_over: int

    @property
    def map(self) -> ContactMap:
        """The map."""
        return self.imported.map

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Faults in the source, what was left out and what was assumed, in the order of the source."""
        return self.imported.remarks

    def text(self, date: str = "") -> str:
        """The map as YAML with a comment on top that says where it comes from; dated only if a date is given."""
        return map_text(self.imported, date)


def import_map(
    *paths: str | os.PathLike[str],
    kind: str | None = None,
    name: str | None = None,
    standard_input: BinaryIO | None = None,
    progress: Callable[[str, int, int], None] = lambda name, number, of: None,
) -> ImportReport:
    """The map that foreign files make together; a folder stands for all files in it that are of the kind.

    `kind` is one of the names of ``--from``, guessed from the content where it is None; `name` the name of the map.
    Raises CannotRun, with the way out, if a file cannot be read or its kind cannot be told.
    """
    given = [os.fspath(path) for path in paths]
    artefacts = find_artefacts(given, standard_input or BytesIO(), progress)
    wanted = kind_named(kind) if kind is not None else None
    chosen = [artefact for artefact in artefacts if artefact.named or _is(artefact, wanted)]
    if not chosen:
        as_kind = f" as {kind}" if kind else ""
        raise CannotRun(_NOTHING.format(folders=", ".join(given) or "nothing", as_kind=as_kind), help=_NAME_KIND)
    sources = [_source(artefact) for artefact in chosen]
    return ImportReport(translate(sources, wanted or guess(sources), name), len(artefacts) - len(chosen))


def _is(artefact: Artefact, wanted: ImportKind | None) -> bool:
    source = _source(artefact)
    return wanted.matches(Content(source)) if wanted is not None else kind_of(source) is not None


def _source(artefact: Artefact) -> SourceText:
    return SourceText(artefact.name, artefact.content)

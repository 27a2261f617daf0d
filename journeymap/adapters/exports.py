"""Exports on disk: written whole or not at all, and over nothing unless that is wanted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from journeymap.adapters.overwriting import write_over
from journeymap.adapters.reading import attempt, shown, unusable
from journeymap.errors import CannotRun
from journeymap.findings import Message

__all__ = ["write_file", "write_files"]

_EXISTS = '"{name}" exists already'
_FORCE = "--force writes over it, or name another"
_NO_FOLDER = '"{name}" is a file, expected a folder for the tables'


def write_file(name: str, content: str | bytes, inputs: Iterable[str], *, force: bool) -> None:
    """Writes a file; raises CannotRun where there is one already, unless `force`, and never writes over an input."""
    if not force:
        _be_free(Path(name))
    write_over(name, content, inputs)


def write_files(folder: str, files: Mapping[str, bytes], inputs: Iterable[str], *, force: bool) -> list[str]:
    """Writes files into a folder, made if its parent is there; looks at all of them before writing one.

    Gives the names of other files of the same endings that are there, and are left alone.
    """
    place, inputs = Path(folder), tuple(inputs)
    try:
        place.mkdir(exist_ok=True)
    except FileExistsError:
        raise CannotRun(str(Message(_NO_FOLDER, {"name": shown(place)})), help="name a folder") from None
    except (OSError, ValueError) as error:
        raise unusable(place, error, "be written") from None
    if not force:
        for name in files:
            _be_free(place / name)
    for name, content in files.items():
        write_over(os.fspath(place / name), content, inputs)
    endings = {PurePath(name).suffix for name in files}
    return sorted(path.name for path in place.iterdir() if path.suffix in endings and path.name not in files)


def _be_free(path: Path) -> None:
    """What is no file, such as a pipe, is left to whoever writes."""
    if attempt(path, path.is_file) or attempt(path, path.is_symlink):
        raise CannotRun(str(Message(_EXISTS, {"name": shown(path)})), help=_FORCE)

"""Maps as the user names them for a comparison: on disk, or in a git revision (``REV:path``).

The files of a revision are laid out in a folder of their own for the time of the reading, so that maps are found
in it by the very rules by which they are found on disk.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from journeymap.adapters.disk import MapSource, find_maps
from journeymap.adapters.git import Blob, Repository, RevisionPath
from journeymap.errors import CannotRun
from journeymap.source import MAIN_FILE, MAX_FILE_BYTES

__all__ = ["Side", "find_side"]

_YAML = (".yaml", ".yml")
_FORBIDDEN = frozenset({"", ".", "..", ".git"})


@dataclass(frozen=True, slots=True)
class Side:
    """The maps on one side of a comparison.

    `place` tells where a file of them lies on disk, or would lie if the revision were checked out, and `base` is that
    of what the user named.
    """

    maps: tuple[MapSource, ...]
    base: str
    place: Callable[[str], str]


def find_side(argument: str, standard_input: BinaryIO) -> Side:
    """The maps at a path or at ``REV:path``; a path that exists comes first. Raises CannotRun where there are none."""
    wanted = None if os.path.lexists(argument) else RevisionPath.of(argument)
    if wanted is None:
        return Side(find_maps([argument], standard_input).maps, argument, str)
    return _in_revision(wanted)


def _in_revision(wanted: RevisionPath) -> Side:
    repository = Repository(wanted)
    owner = _owner(repository)
    begin = repository.path if owner is None else owner
    blobs = [blob for blob in repository.blobs(begin) if _is_wanted(blob, repository.path)]
    if not blobs:
        _be_there(repository)
    start = f"{wanted.revision}:"
    # the dot keeps the search for the map that a file is a part of from leaving the folder
    with tempfile.TemporaryDirectory(prefix=".journeymap-") as folder:
        _lay_out(repository, blobs, Path(folder))
        maps = _found(folder, repository.path, start)
    return Side(maps, os.path.join(repository.top, repository.path), _Place(repository.top, start))  # noqa: PTH118


@dataclass(frozen=True, slots=True)
class _Place:
    top: str
    start: str

    def __call__(self, name: str) -> str:
        return os.path.join(self.top, name.removeprefix(self.start))  # noqa: PTH118


def _owner(repository: Repository) -> str | None:
    """The nearest map folder above the path, so that a part stands for its whole map; None if there is none."""
    parts = repository.path.split("/") if repository.path else []
    folders = ["/".join(parts[:end]) for end in range(len(parts), -1, -1)]
    mains = [_joined(folder, MAIN_FILE) for folder in folders]
    there = {blob.path for blob in repository.blobs(*mains)}
    return next((folder for folder, main in zip(folders, mains, strict=True) if main in there), None)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _is_wanted(blob: Blob, named: str) -> bool:
    """YAML files, and the file that was named whatever it is called; never a path that leads elsewhere."""
    if any(part in _FORBIDDEN for part in blob.path.split("/")) or "\\" in blob.path or "\0" in blob.path:
        return False
    return blob.path == named or blob.path.lower().endswith(_YAML)


def _be_there(repository: Repository) -> None:
    """A path without maps is told apart from a path that is not there."""
    if next(repository.blobs(repository.path), None) is None:
        raise repository.missing()


def _lay_out(repository: Repository, blobs: list[Blob], folder: Path) -> None:
    """Writes the files; one that is too large for a map is only made as large, since nobody reads it."""
    sizes = repository.sizes(blobs) if blobs else []
    small = [blob for blob, size in zip(blobs, sizes, strict=True) if size <= MAX_FILE_BYTES]
    for blob, content in zip(small, repository.contents(small), strict=True):
        _target(folder, blob).write_bytes(content)
    for blob, size in zip(blobs, sizes, strict=True):
        if size > MAX_FILE_BYTES:
            with _target(folder, blob).open("wb") as file:
                file.truncate(size)


def _target(folder: Path, blob: Blob) -> Path:
    target = folder / blob.path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _found(folder: str, path: str, start: str) -> tuple[MapSource, ...]:
    (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(Path(folder) / path):
        (Path(folder) / path).mkdir()  # a folder that holds no YAML
    here = Path(folder).as_posix()
    try:
        maps = find_maps([os.path.join(folder, path) if path else folder], _no_input()).maps  # noqa: PTH118
    except CannotRun as error:
        raise CannotRun(_renamed(error.message, here, start), help=error.help) from None
    return tuple(_named(source, here, start) for source in maps)


def _no_input() -> BinaryIO:
    from io import BytesIO

    return BytesIO()


def _named(source: MapSource, here: str, start: str) -> MapSource:
    files = tuple(replace(file, name=_renamed(file.name, here, start)) for file in source.files)
    return MapSource(_renamed(source.root, here, start), files)


def _renamed(text: str, here: str, start: str) -> str:
    return text.replace(f"{here}/", start).replace(here, start)

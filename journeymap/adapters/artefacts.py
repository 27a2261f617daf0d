"""Files to be imported: those that are named, and all in the folders that are named."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from journeymap.adapters.disk import STANDARD_INPUT
from journeymap.adapters.reading import attempt, shown
from journeymap.errors import CannotRun

__all__ = ["Artefact", "find_artefacts"]

_MOST_BYTES = 64 * 1024 * 1024
_MOST_FILES = 10_000
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})

Progress = Callable[[str, int, int], None]
"""Called before each file with its name, its number and how many there are."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file: its name as shown to the user, its bytes, and whether it was named itself (else: found in a folder)."""

    name: str
    content: bytes
    named: bool


def find_artefacts(paths: Sequence[str], standard_input: BinaryIO, progress: Progress) -> tuple[Artefact, ...]:
    """The files at the paths, sorted by name, none twice; `-` is standard input.

    Hidden files and folders are passed over. Raises CannotRun for a path that cannot be read, for a file above
    64 MiB and for more than 10,000 files.
    """
    found: dict[str, tuple[Path, bool]] = {}
    for given in dict.fromkeys(paths):
        if given != "-":
            for path, named in _files_at(Path(given)):
                key = os.path.realpath(path)
                found[key] = (path, named or (key in found and found[key][1]))
    artefacts = [_from(standard_input)] if "-" in paths else []
    for number, (path, named) in enumerate(sorted(found.values(), key=lambda one: shown(one[0]))):
        progress(shown(path), number, len(found))
        artefacts.append(Artefact(shown(path), _content(path), named))
    return tuple(artefacts)


def _from(standard_input: BinaryIO) -> Artefact:
    content = standard_input.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise _too_large(STANDARD_INPUT)
    return Artefact(STANDARD_INPUT, content, named=True)


def _files_at(path: Path) -> Iterator[tuple[Path, bool]]:
    mode = attempt(path, lambda: path.stat().st_mode)
    if stat.S_ISREG(mode):
        yield path, True
    elif stat.S_ISDIR(mode):
        files = list(_below(path))
        if len(files) > _MOST_FILES:
            message = f'"{shown(path)}" holds more than {_MOST_FILES} files'
            raise CannotRun(message, help="name the folder in which the exported files are")
        yield from ((file, False) for file in files)
    else:
        message = f'"{shown(path)}" is neither a file nor a folder'
        raise CannotRun(message, help='name a file or a folder, or "-" for standard input')


def _below(folder: Path) -> Iterator[Path]:
    """The files in a folder and below; links to folders are not followed."""

    def scan() -> list[tuple[str, bool, bool]]:
        with os.scandir(folder) as entries:
            return [(entry.name, entry.is_dir(follow_symlinks=False), entry.is_file()) for entry in entries]

    for name, is_folder, is_file in sorted(attempt(folder, scan)):
        if name.startswith(".") or name in _SKIPPED_FOLDERS:
            continue
        if is_folder:
            yield from _below(folder / name)
        elif is_file:
            yield folder / name


def _content(path: Path) -> bytes:
    if attempt(path, lambda: path.stat().st_size) > _MOST_BYTES:
        raise _too_large(shown(path))
    return attempt(path, path.read_bytes)


def _too_large(name: str) -> CannotRun:
    return CannotRun(f'"{name}" is larger than 64 MiB', help="import its parts one by one")

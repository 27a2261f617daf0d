"""Files on disk: finding maps, reading them, writing new ones. The only module that touches the file system.

Folders whose name begins with a dot, and `node_modules`, are not looked into; links to folders are not followed
(so that a loop of links is none), links to files are.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from journeymap.adapters.reading import attempt, shown, unusable
from journeymap.errors import CannotRun
from journeymap.source import MAIN_FILE, MAX_FILE_BYTES, SourceFile, declares_map

__all__ = ["STANDARD_INPUT", "Discovery", "MapSource", "find_maps", "other_parts", "write_new"]

STANDARD_INPUT = "<stdin>"
"""The name of a map that is read from standard input."""

_DASH = "-"
_SUFFIXES = frozenset({".yaml", ".yml"})
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
_HEAD_BYTES = 65536


@dataclass(frozen=True, slots=True)
class MapSource:
    """The files of one map; `root` is the name of its file or folder."""

    root: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Discovery:
    """The maps that were found, sorted by root, and how many YAML files are no maps."""

    maps: tuple[MapSource, ...]
    other_files: int


def find_maps(paths: Sequence[str], standard_input: BinaryIO, *, skip_other_files: bool = False) -> Discovery:
    """The maps at files and folders; `-` is standard input. A map that is reached twice is read once.

    A file that is named is always a map, unless it is a part of a map folder: then that map is taken. A file
    below a map folder that has the key itself is no part, but a map of its own. With `skip_other_files` a named file
    that is no map is counted only, as below a folder.
    Raises `CannotRun` for a path that does not exist or cannot be read, and for a folder without a map.
    """
    search = _Search(skip_other_files)
    for path in paths:
        if path == _DASH:
            content = standard_input.read(MAX_FILE_BYTES + 1)
            search.maps[_DASH] = _single(STANDARD_INPUT, content)
        else:
            search.look_at(path)
    ordered = sorted(search.maps.values(), key=lambda found: found.root)
    return Discovery(tuple(ordered), len(search.other_files))


def write_new(path: Path, text: str) -> None:
    """Writes a new UTF-8 file, whole or not at all; raises `CannotRun` if there is one or it cannot be written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        try:
            os.link(beside, path)
        finally:
            beside.unlink()
    except FileExistsError:
        message = f'"{shown(path)}" exists already'
        raise CannotRun(message, help="choose another name, or move that file away first") from None
    except FileNotFoundError:
        message = f'the folder "{shown(path.parent)}" does not exist'
        raise CannotRun(message, help="make it first, or choose another place") from None
    except OSError as error:
        raise unusable(path, error, "be written") from None


def other_parts(folder: Path) -> int:
    """How many YAML files besides its `journeymap.yaml` are parts of a map folder; looks at every folder below."""
    return len(_parts(folder)) - 1


def _single(name: str, content: bytes) -> MapSource:
    too_large = len(content) > MAX_FILE_BYTES
    return MapSource(name, (SourceFile(name, b"" if too_large else content, too_large),))


class _Search:
    """Maps found so far, by the real path of their root, so that none is taken twice."""

    def __init__(self, skip_other_files: bool) -> None:
        self.skip_other_files = skip_other_files
        self.maps: dict[str, MapSource] = {}
        self.other_files: set[str] = set()

    def look_at(self, given: str) -> None:
        """Takes the maps at one path."""
        path = Path(given)
        mode = attempt(path, lambda: path.stat().st_mode)
        if stat.S_ISDIR(mode):
            self._folder(path)
        elif stat.S_ISREG(mode):
            self._file(path)
        else:
            message = f'"{given}" is neither a file nor a folder'
            raise CannotRun(message, help='name a file or a folder, or "-" for standard input')

    def _file(self, path: Path) -> None:
        owner = _owner(path)
        if owner is not None and not _is_map_of_its_own(path):
            self._take(owner, _parts(owner))
        elif self.skip_other_files and not _declares_map(path):
            self.other_files.add(os.path.realpath(path))
        else:
            self._take(path, [path])

    def _folder(self, path: Path) -> None:
        others: set[str] = set()
        owner = _owner(path / MAIN_FILE)
        found = [(owner, _parts(owner)), *_nested_maps(path)] if owner else list(_maps_below(path, others))
        if not found:
            raise _no_map(path, len(others))
        self.other_files |= others
        for root, files in found:
            self._take(root, files)

    def _take(self, root: Path, files: Sequence[Path]) -> None:
        key = os.path.realpath(root)
        name = shown(root)
        known = self.maps.get(key)
        if known is None or name < known.root:
            self.maps[key] = MapSource(name, tuple(_read(file) for file in files))


def _maps_below(folder: Path, others: set[str]) -> Iterator[tuple[Path, list[Path]]]:
    """Map folders, and files with the key, in a folder and below; the other YAML files are noted."""
    files, folders = _entries(folder)
    if _is_file(folder / MAIN_FILE):
        yield folder, _parts(folder)
        yield from _nested_maps(folder)
        return
    for file in files:
        if _declares_map(file):
            yield file, [file]
        else:
            others.add(os.path.realpath(file))
    for inner in folders:
        yield from _maps_below(inner, others)


def _nested_maps(folder: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Maps inside a map folder, files with the key and map folders; none of their files is a part of the outer one."""
    files, folders = _entries(folder)
    for file in files:
        if _is_map_of_its_own(file):
            yield file, [file]
    for inner in folders:
        if _is_file(inner / MAIN_FILE):
            yield inner, _parts(inner)
        yield from _nested_maps(inner)


def _parts(folder: Path) -> list[Path]:
    """The YAML files of a map folder, without the maps inside it."""
    files, folders = _entries(folder)
    files = [file for file in files if not _is_map_of_its_own(file)]
    for inner in folders:
        if not _is_file(inner / MAIN_FILE):
            files += _parts(inner)
    return files


def _entries(folder: Path) -> tuple[list[Path], list[Path]]:
    """The YAML files and the folders in a folder, by name."""

    def scan() -> tuple[list[str], list[str]]:
        with os.scandir(folder) as entries:
            known = list(entries)
        files = [entry.name for entry in known if _is_yaml(entry.name) and _is_file(entry.path)]
        folders = [entry.name for entry in known if not _is_skipped(entry.name) and entry.is_dir(follow_symlinks=False)]
        return files, folders

    files, folders = attempt(folder, scan)
    return [folder / name for name in sorted(files)], [folder / name for name in sorted(folders)]


def _is_yaml(name: str) -> bool:
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in _SUFFIXES  # noqa: PTH122 - a name, no path


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name in _SKIPPED_FOLDERS


def _is_file(path: str | Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - never raises, whatever the name


def _owner(path: Path) -> Path | None:
    """The map folder that a YAML file lies below, named as the user would; None if there is none."""
    if not _is_yaml(path.name):
        return None
    start = Path(os.path.abspath(path)).parent  # noqa: PTH100 - links stay as they were named
    for folder in (start, *start.parents):
        if _is_file(folder / MAIN_FILE):
            return folder if path.is_absolute() else Path(os.path.relpath(folder))
        if _is_skipped(folder.name):
            return None
    return None


def _is_map_of_its_own(path: Path) -> bool:
    """Whether a file has the key although it is not the one that makes its folder a map."""
    return path.name != MAIN_FILE and _declares_map(path)


def _declares_map(path: Path) -> bool:
    size = attempt(path, lambda: path.stat().st_size)
    if size > MAX_FILE_BYTES:
        return declares_map(attempt(path, lambda: _head(path)))
    return declares_map(attempt(path, path.read_bytes))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _read(path: Path) -> SourceFile:
    size = attempt(path, lambda: path.stat().st_size)
    if size > MAX_FILE_BYTES:
        return SourceFile(shown(path), b"", too_large=True)
    return SourceFile(shown(path), attempt(path, path.read_bytes))


def _no_map(path: Path, others: int) -> CannotRun:
    if others:
        message = f'"{shown(path)}" holds no map; YAML files without a top-level "journeymap" key: {others}'
    else:
        message = f'"{shown(path)}" holds no map, and no YAML file at all'
    return CannotRun(message, help='write "journeymap: 1" at the top of a map, or begin one with: journeymap init')

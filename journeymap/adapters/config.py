"""Settings files on disk: one that is named, or those in the folders above a map, nearest first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journeymap.adapters.reading import attempt, shown
from journeymap.errors import CannotRun

__all__ = ["CONFIG_FILES", "MAX_CONFIG_BYTES", "ConfigFile", "config_files_above", "named_config_file", "relative_to"]

CONFIG_FILES = ("journeymap.toml", "pyproject.toml")
"""The names of settings files; in one folder they are asked in this order."""

MAX_CONFIG_BYTES = 1_048_576
"""No settings file is larger."""

_TOO_LARGE = '"{name}" is larger than {most} bytes, too large for settings'


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A settings file: its name for people, its folder, and what is in it."""

    name: str
    folder: str
    content: bytes


def config_files_above(path: str) -> Iterator[ConfigFile]:
    """Settings files in the folder at `path` (or the folder of a file there) and above, the nearest first.

    Read one by one as they are asked for; raises `CannotRun` for one that cannot be read.
    """
    start = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they were named
    for folder in (start, *start.parents):
        for name in CONFIG_FILES:
            file = folder / name
            if os.path.isfile(file):  # noqa: PTH113 - never raises, whatever the name
                yield _read(file if Path(path).is_absolute() else _from_here(file))


def named_config_file(path: str) -> ConfigFile:
    """The settings file that a user names; raises `CannotRun` if it cannot be read."""
    return _read(Path(path))


def relative_to(folder: str, path: str) -> str:
    """A path as it is written from a folder, with POSIX slashes; as it is where no way leads there (another drive)."""
    try:
        return shown(Path(os.path.relpath(path, folder)))
    except ValueError:
        return shown(Path(path))


def _read(file: Path) -> ConfigFile:
    with attempt(file, lambda: file.open("rb")) as opened:
        content = attempt(file, lambda: opened.read(MAX_CONFIG_BYTES + 1))
    if len(content) > MAX_CONFIG_BYTES:
        message = _TOO_LARGE.format(name=shown(file), most=MAX_CONFIG_BYTES)
        raise CannotRun(message, help="is it the file that was meant?")
    return ConfigFile(shown(file), os.path.abspath(file.parent), content)  # noqa: PTH100 - as it was named


def _from_here(file: Path) -> Path:
    try:
        return Path(os.path.relpath(file))
    except ValueError:  # another drive
        return file

"""Baselines on disk, and which day it is today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from journeymap.adapters.config import relative_to
from journeymap.adapters.disk import STANDARD_INPUT
from journeymap.adapters.reading import attempt, shown
from journeymap.errors import CannotRun
from journeymap.source import MAX_FILE_BYTES

__all__ = ["BaselineFile", "today"]


def today() -> date:
    """The day on this machine's calendar."""
    return datetime.now(tz=UTC).astimezone().date()


class BaselineFile:
    """A file that holds a baseline, or is to hold one. Maps are named in it as seen from its folder."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - links stay as they were named
        self.name = shown(self._path)

    def is_there(self) -> bool:
        """Whether there is anything of that name."""
        return os.path.lexists(self._path)

    def read(self) -> bytes:
        """What is in it; raises CannotRun if it cannot be read."""
        content = attempt(self._path, self._path.read_bytes)
        if len(content) > MAX_FILE_BYTES:
            raise CannotRun(f'"{self.name}" is too large', help="is it the file that was meant?")  # noqa: EM102
        return content

    def map_name(self, root: str) -> str:
        """The name of a map in the baseline."""
        return root if root == STANDARD_INPUT else relative_to(self._folder, root)

    def is_gone(self, map_name: str) -> bool:
        """Whether the map of that name is no more."""
        return map_name != STANDARD_INPUT and not os.path.lexists(os.path.join(self._folder, map_name))  # noqa: PTH118

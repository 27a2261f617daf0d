"""Waiting until a map is saved.

What counts is what `os.stat` says of the files; `watchfiles`, where it is installed, only makes the waiting shorter.
So no change is lost, whatever an editor does: writing in place, renaming, deleting and creating again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator

from journeymap.adapters.config import CONFIG_FILES

__all__ = ["Signatures", "signatures", "wait_for_change"]

POLL = 0.3
"""Seconds from look to look where nothing tells of changes."""

SETTLE = 0.1
"""Seconds without a change after which a save is complete."""

NUDGE_MILLISECONDS = 1000
"""The longest time without a look where something does."""

Signatures = dict[str, tuple[int, int, int]]
"""For each file when it was changed (nanoseconds), its size, and its number on disk."""

_SUFFIXES = (".yaml", ".yml")
_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})


def signatures(paths: Iterable[str], but: Collection[str] = ()) -> Signatures:
    """The signatures of the files at `paths`, of YAML files below, and of settings above; never those `but`."""
    left_out = set(map(os.path.realpath, but))
    found: Signatures = {}
    for path in paths:
        for file in (*_maps(path), *_settings(path)):
            signature = _signature(file)
            if signature is not None and os.path.realpath(file) not in left_out:
                found[file] = signature
    return found


def wait_for_change(paths: Collection[str], known: Signatures, but: Collection[str] = ()) -> Signatures:
    """Returns the new signatures once they differ from those known and nothing moves any more."""
    now = signatures(paths, but)
    pauses = _pauses({os.path.dirname(file) for file in now | known})  # noqa: PTH120 - a name, no path
    while now == known:
        next(pauses)
        now = signatures(paths, but)
    while True:
        time.sleep(SETTLE)
        before, now = now, signatures(paths, but)
        if now == before:
            return now


def _maps(path: str) -> Iterator[str]:
    if not os.path.isdir(path):  # noqa: PTH112 - never raises, whatever the name
        yield os.path.abspath(path)  # noqa: PTH100 - links stay as they were named
        return
    for folder, folders, files in os.walk(os.path.abspath(path)):  # noqa: PTH100
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        yield from (f"{folder}{os.sep}{name}" for name in files if name.lower().endswith(_SUFFIXES))


def _settings(path: str) -> Iterator[str]:
    """Where settings may stand: in the folder, and in every folder above."""
    folder = os.path.abspath(path)  # noqa: PTH100
    while folder:
        yield from (os.path.join(folder, name) for name in CONFIG_FILES)  # noqa: PTH118
        above = os.path.dirname(folder)  # noqa: PTH120
        folder = above if above != folder else ""


def _signature(file: str) -> tuple[int, int, int] | None:
    try:
        status = os.stat(file)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _pauses(folders: Collection[str]) -> Iterator[None]:
    """One pause after another: until something moves in the folders, if that can be known, or for a while."""
    try:
        from watchfiles import watch

        watched = [folder for folder in folders if os.path.isdir(folder)]  # noqa: PTH112
        for _ in watch(
            *watched,
            watch_filter=None,
            debounce=50,
            step=10,
            rust_timeout=NUDGE_MILLISECONDS,
            yield_on_timeout=True,
            recursive=False,
        ):
            yield
    except (ImportError, OSError):  # not installed, or a folder went away meanwhile
        pass
    while True:
        time.sleep(POLL)
        yield

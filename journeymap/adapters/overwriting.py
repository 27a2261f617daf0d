"""Reports and pictures on disk: written beside their target and renamed, so that nobody ever reads half of one."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from journeymap.adapters.reading import shown, unusable
from journeymap.errors import CannotRun

__all__ = ["write_over"]

_WRITTEN = "be written"


def write_over(name: str, content: str | bytes, inputs: Iterable[str]) -> None:
    """Writes a file, text as UTF-8, in place of what is there, whole or not at all; behind a link, its target.

    What is no file, such as ``/dev/null`` or a pipe, is written to. Raises CannotRun if it cannot be written, and for
    a file that is one of `inputs`: nobody's map or baseline is written over.
    """
    try:
        target = Path(os.path.realpath(name))
        _refuse(target, name, inputs)
        if _is_special(target):
            target.write_bytes(_bytes(content))
        else:
            _replace(target, _bytes(content))
    except (OSError, ValueError) as error:
        raise unusable(Path(name), error, _WRITTEN) from None


def _refuse(target: Path, name: str, inputs: Iterable[str]) -> None:
    if target.is_dir():
        raise CannotRun(f'"{name}" cannot be written: it is a folder', help="name a file in it")  # noqa: EM102
    if not target.parent.is_dir():
        folder = shown((target if Path(name).is_symlink() else Path(name)).parent)
        raise CannotRun(f'"{name}" cannot be written: there is no folder "{folder}"', help="create it first")  # noqa: EM102
    if any(_same(target, file) for file in inputs):
        raise CannotRun(f'"{name}" cannot be written: it is among what this run reads', help="name another file")  # noqa: EM102


def _same(target: Path, file: str) -> bool:
    try:
        return target.samefile(file)
    except OSError:  # one of them is not there
        return False


def _is_special(target: Path) -> bool:
    try:
        return not stat.S_ISREG(target.stat().st_mode)
    except FileNotFoundError:
        return False


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _replace(target: Path, content: bytes) -> None:
    """Who may read a file that is there stays as it is."""
    beside = target.with_name(f".journeymap-{os.getpid()}.new")
    try:
        with beside.open("xb") as file:
            file.write(content)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)

"""Pictures on disk: written whole or not at all, and never over what somebody else made."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from journeymap.adapters.overwriting import write_over
from journeymap.adapters.reading import shown, unusable
from journeymap.errors import CannotRun
from journeymap.findings import Message

__all__ = ["write_picture", "write_pictures"]

_EXISTS = '"{name}" exists already, and it is no picture that journeymap drew'
_TO_FINISH = '"{name}" exists already; pictures for draw.io are never replaced unasked: they are finished by hand'
_FORCE = "--force writes over it, or name another file"
_NO_FOLDER = '"{name}" is a file, expected a folder for the pictures'
_ANOTHER = "name a folder; it is made if it is not there"
_FINISHED_BY_HAND = ".drawio"
_MOST_BYTES = 256 * 1024 * 1024


def write_picture(
    name: str, content: str | bytes, inputs: Iterable[str], is_ours: Callable[[bytes], bool], *, force: bool = False
) -> None:
    """Writes a picture in place of what is there: nothing, or one that journeymap drew (`is_ours` tells by its bytes).

    With `force` whatever is there is replaced, but never one of `inputs`. Raises CannotRun if it cannot be written.
    """
    if not force:
        _refuse(Path(name), is_ours)
    write_over(name, content, inputs)


def write_pictures(
    folder: str,
    files: Mapping[str, str | bytes],
    inputs: Iterable[str],
    is_ours: Callable[[bytes], bool],
    *,
    force: bool = False,
) -> None:
    """Writes a set of pictures into a folder, made if its parent is there; looks at all files before writing one."""
    place, inputs = Path(folder), tuple(inputs)
    _be_folder(place)
    if not force:
        for name in files:
            _refuse(place / name, is_ours)
    for name, content in files.items():
        write_over(os.fspath(place / name), content, inputs)


def _be_folder(place: Path) -> None:
    try:
        place.mkdir(exist_ok=True)
    except FileExistsError:
        raise CannotRun(str(Message(_NO_FOLDER, {"name": shown(place)})), help=_ANOTHER) from None
    except (OSError, ValueError) as error:
        raise unusable(place, error, "be written") from None


def _refuse(path: Path, is_ours: Callable[[bytes], bool]) -> None:
    """What is no file, such as a pipe, is left to whoever writes; what cannot be read is not ours."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return
        ours = found.st_size == 0 or (found.st_size <= _MOST_BYTES and is_ours(path.read_bytes()))
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise unusable(path, error, "be written") from None
    by_hand = path.suffix.lower() == _FINISHED_BY_HAND
    if by_hand or not ours:
        message = Message(_TO_FINISH if by_hand else _EXISTS, {"name": shown(path)})
        raise CannotRun(str(message), help=_FORCE)

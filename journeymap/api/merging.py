"""Merging: a newly imported map and the one on disk that people have edited."""

from __future__ import annotations

import os
from io import BytesIO

from journeymap.adapters.disk import find_maps
from journeymap.errors import CannotRun
from journeymap.exchange.merging import Conflict, Merged, merge
from journeymap.model import ContactMap
from journeymap.source import read_map

__all__ = ["Conflict", "Merged", "merge_map"]

_SEVERAL = '"{path}" holds {count} maps'
_NAME_ONE = "name the file or folder of the one to merge into"
_INVALID = '"{path}" is no valid map: {message}'
_LINT = "mend it first: journeymap lint {path}"


def merge_map(path: str | os.PathLike[str], imported: ContactMap) -> Merged:
    """What becomes of the files of the map at `path` when an imported map is merged into it. Nothing is written.

    Raises CannotRun if there is not one valid map, and if the result were none.
    """
    name = os.fspath(path)
    found = find_maps([name], BytesIO()).maps
    if len(found) != 1:
        raise CannotRun(_SEVERAL.format(path=name, count=len(found)), help=_NAME_ONE)
    read = read_map(found[0].root, found[0].files)
    if read.map is None:
        message = str(read.findings[0].message)
        raise CannotRun(_INVALID.format(path=name, message=message), help=_LINT.format(path=name))
    return merge(read, {file.name: file.content for file in found[0].files}, imported)

"""What a workbook is packed in: looked at before anything in it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText

__all__ = ["check_archive"]

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MOST_UNPACKED = 128 * 1024 * 1024
_MOST_PARTS = 2_000
_DECLARATION = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T\x00?I)")
"""Where entities are declared, in UTF-8 and UTF-16; no office program writes them."""

_UNPACKING = (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error)
"""What a broken archive raises."""

_ENCRYPTED = '"{file}" is protected by a password, or an old .xls workbook'
_UNPROTECT = "take the password away, and save it as .xlsx"
_NO_WORKBOOK = '"{file}" is no workbook'
_SAVE = "save it as .xlsx"
_BOMB = '"{file}" would be larger than {limit} MiB when unpacked'
_LINKS = '"{file}" refers to other files'
_BREAK_LINKS = "break the links (in Excel: Data, Edit Links, Break Link), or paste the cells as values"
_ENTITIES = '"{file}" declares entities, which no spreadsheet needs'
_BROKEN = '"{file}" cannot be unpacked: {why}'


def check_archive(source: SourceText) -> None:
    """Raises CannotRun for what is no workbook, is encrypted, refers to other files, or unpacks to too much."""
    if source.content.startswith(_OLD_OFFICE):
        raise CannotRun(_ENCRYPTED.format(file=source.name), help=_UNPROTECT)
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            _check(archive, source.name)
    except _UNPACKING as error:
        if not source.content.startswith(b"PK"):
            raise CannotRun(_NO_WORKBOOK.format(file=source.name), help=_SAVE) from None
        raise CannotRun(_BROKEN.format(file=source.name, why=error), help=_SAVE) from None


def _check(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        message = _BOMB.format(file=name, limit=_MOST_UNPACKED // 1024 // 1024)
        raise CannotRun(message, help="import its parts one by one")
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names and not any("workbook" in each for each in names):
        raise CannotRun(_NO_WORKBOOK.format(file=name), help=_SAVE)
    if any(each.startswith("xl/externalLinks/") for each in names):
        raise CannotRun(_LINKS.format(file=name), help=_BREAK_LINKS)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and _DECLARATION.search(archive.read(part)):
            raise CannotRun(_ENTITIES.format(file=name), help=_SAVE)

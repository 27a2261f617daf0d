"""From bytes to text: UTF-8, and a kind word about everything else."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from journeymap.source.files import MAX_FILE_BYTES, FileText, SourceFile
from journeymap.source.tree import Fault

__all__ = ["decode"]

_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 4096


def decode(file: SourceFile) -> tuple[FileText, Fault | None]:
    """The text of a file, and what is wrong with its encoding; a wrong one is decoded as well as it can be."""
    if file.too_large or len(file.content) > MAX_FILE_BYTES:
        return FileText(file.name, ""), Fault("too_large", 0, 0, values={"limit": MAX_FILE_BYTES // 1024 // 1024})
    content = file.content.removeprefix(codecs.BOM_UTF8)
    sixteen = _utf_16(content)
    if sixteen is not None:
        return FileText(file.name, content.decode(sixteen, "replace").lstrip("\ufeff")), Fault("utf_16", 0, 0)
    try:
        return FileText(file.name, content.decode("utf-8")), None
    except UnicodeDecodeError as error:
        return _wrong_encoding(file.name, content, error.start)


def _utf_16(content: bytes) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 > len(sample) and min(even, odd) * 8 <= max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _wrong_encoding(name: str, content: bytes, start: int) -> tuple[FileText, Fault]:
    place = len(content[:start].decode("utf-8"))
    chinese = _chinese(content)
    if chinese is not None:
        return FileText(name, chinese), Fault("gbk", place, place + 1)
    kind = "other_encoding"
    return FileText(name, content.decode("utf-8", "replace")), Fault(kind, place, place + 1)


def _chinese(content: bytes) -> str | None:
    """The text if it reads as GBK. Chinese comes in runs of pairs; the lone accents of Western texts do not."""
    runs = [len(match[0]) for match in _HIGH_RUN.finditer(content)]
    if not any(longer >= 4 for longer in runs):
        return None
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    together = sum("\u4e00" <= one <= "\u9fff" and "\u4e00" <= other <= "\u9fff" for one, other in pairwise(text))
    return text if together * 4 >= len(runs) else None

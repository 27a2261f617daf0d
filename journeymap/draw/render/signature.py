"""The mark by which journeymap knows its own pictures again, so that it replaces no others unasked.

It stands where a format keeps remarks, says nothing of time, place or version, and goes with the file when it is moved.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from journeymap.draw.render.scene_json import FORMAT

__all__ = ["KEYWORD", "is_signed", "signed"]

KEYWORD = "drawn by journeymap"
"""What the mark says; in a PDF it is a keyword of the document."""

_REMARKS: Mapping[str, str] = {
    "svg": f"<!-- {KEYWORD} -->\n",
    "html": f"<!-- {KEYWORD} -->\n",
    "dot": f"// {KEYWORD}\n",
    "mermaid": f"%% {KEYWORD}\n",
}
"""The last line of each text format that has remarks; JSON tells by its format, draw.io files are finished by hand."""

_PNG = b"\x89PNG\r\n\x1a\n"
_BEHIND_HEADER = len(_PNG) + 25
_SOFTWARE = b"tEXt" + b"Software\0" + KEYWORD.encode()
_CHUNK = struct.pack(">I", len(_SOFTWARE) - 4) + _SOFTWARE + struct.pack(">I", zlib.crc32(_SOFTWARE))


def signed(content: str | bytes, format: str) -> str | bytes:  # noqa: A002 - the word users see
    """The picture with the mark, where its format has a place for it and it has none yet."""
    if isinstance(content, str):
        return content + _REMARKS.get(format, "")
    if content.startswith(_PNG):
        return content[:_BEHIND_HEADER] + _CHUNK + content[_BEHIND_HEADER:]
    return content


def is_signed(content: bytes) -> bool:
    """Whether a file is a picture that journeymap drew."""
    if content.startswith(_PNG):
        return content[_BEHIND_HEADER:].startswith(_CHUNK)
    if content.startswith(b"%PDF-"):
        return KEYWORD.encode() in content
    if content.startswith(b'{\n"format": "' + FORMAT.encode()):
        return True
    return content.replace(b"\r\n", b"\n").endswith(tuple(remark.encode() for remark in _REMARKS.values()))

"""File names as URIs, whatever characters they hold (RFC 3986)."""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = ["is_absolute", "uri"]

_DRIVE = re.compile(r"[A-Za-z]:/")


def is_absolute(file: str) -> bool:
    """Whether the name, with POSIX slashes, begins at the root of a file system or with a drive."""
    return file.startswith("/") or _DRIVE.match(file) is not None


def uri(file: str) -> str:
    """A relative reference, or a ``file:`` URI for an absolute name; what a URI cannot hold is percent-encoded."""
    encoded = quote(file, safe="/", errors="replace")
    if not is_absolute(file):
        return encoded
    if file.startswith("/"):
        return f"file://{encoded}" if not file.startswith("//") else f"file:{encoded}"
    return f"file:///{file[0]}:{encoded[4:]}"

"""File names for a set of pictures: from ids that may hold anything, for every file system."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["INDEX", "OVERVIEW", "department_file"]

INDEX = "index.html"
OVERVIEW = "overview"

_LONGEST = 40
"""Characters; at most four bytes each, so that every file system takes the name."""


def department_file(key: str) -> str:
    """The name, without its ending, of the picture of a department; the same whatever other departments there are.

    Letters and digits of any script stay. Where anything else had to go (slashes, dots, capitals, which some file
    systems do not tell apart), a mark made from the id is added behind a dot, which no id has: so two departments
    never share a name.
    """
    composed = unicodedata.normalize("NFC", key.casefold())
    plain = "".join(each if each.isalnum() or each in "-_" else "-" for each in composed)[:_LONGEST]
    mark = "" if plain == key else f".{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"department-{plain}{mark}"

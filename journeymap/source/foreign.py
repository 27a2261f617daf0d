"""Files that are read as parts of a map and do not look like any, such as a configuration beside it."""

from __future__ import annotations

import re

from journeymap.findings import Finding, Message, Related
from journeymap.model import ContactMap
from journeymap.source.files import FileText
from journeymap.source.places import Places
from journeymap.source.shortening import shorten
from journeymap.source.slips import slip_in_key
from journeymap.source.suggestions import Suggester
from journeymap.source.tree import Tree
from journeymap.source.wording import UNKNOWN_KEY
from journeymap.source.wording_of_form import RELATED

__all__ = ["about_foreign", "is_foreign", "looks_foreign", "why_it_is_read"]

_KEY = re.compile(rf"""^["']?(?:{"|".join(ContactMap.model_fields)}|x-[^\s:]*)["']?\s*[:：]""", re.MULTILINE)

_MOVE = (
    'if the file is no part of the map, move it out of the folder "{folder}"; '
    "a part has keys such as touchpoints, channels and departments"
)


def is_foreign(tree: Tree) -> bool:
    """Whether a file has keys, and none of them is one of a map or near one; O(keys)."""
    keys = tree.root if isinstance(tree.root, dict) else {}
    known = ContactMap.model_fields
    if not keys or any(key in known or key.startswith("x-") for key in keys):
        return False
    suggest = Suggester()
    return all(slip_in_key(key) is None and suggest.nearest(key, known) is None for key in keys)


def looks_foreign(text: FileText) -> bool:
    """The same for a file that could not be read; linear in its size."""
    return _KEY.search(text.text) is None


def about_foreign(tree: Tree, places: Places) -> Finding:
    """One finding at the first key of a foreign file; it speaks for the others (JM002)."""
    path, child = next(iter(tree.children(0).items()))
    values: dict[str, str | int] = {"got": shorten(path), "folder": places.texts[0].name.rpartition("/")[0] or "."}
    message, span = Message(UNKNOWN_KEY["ContactMap"], values), tree.span(child.key)
    related = (why_it_is_read(places, "part"),)
    return Finding("JM002", path, {"path": path}, message, Message(_MOVE, values), span=span, related=related)


def why_it_is_read(places: Places, kind: str) -> Related:
    """Points from a part to the main file of its map."""
    path = ("journeymap",)
    return Related(path[0], Message(RELATED[kind]), span=places.find(path))

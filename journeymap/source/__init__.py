"""From the text of a map to the model with its places, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeymap.source.files import MAX_FILE_BYTES, SourceFile, declares_map
from journeymap.source.places import Places
from journeymap.source.read import MAIN_FILE, ReadMap, read_map

if TYPE_CHECKING:
    from journeymap.model import ContactMap

__all__ = [
    "MAIN_FILE",
    "MAX_FILE_BYTES",
    "Places",
    "ReadMap",
    "SourceFile",
    "declares_map",
    "dump",
    "json_schema",
    "read_map",
]


def dump(contact_map: ContactMap) -> str:
    """Canonical YAML of a map: reading it gives an equal map. See `journeymap.source.canonical`."""
    from journeymap.source import canonical

    return canonical.dump(contact_map)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a map file. See `journeymap.source.schema`."""
    from journeymap.source import schema

    return schema.json_schema()

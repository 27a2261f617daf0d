"""From the text of a map to the model with its places, and back."""

from __future__ import annotations

from journeymap.source.dump import dump
from journeymap.source.files import MAX_FILE_BYTES, SourceFile, declares_map
from journeymap.source.places import Places
from journeymap.source.read import MAIN_FILE, ReadMap, read_map
from journeymap.source.schema import json_schema

__all__ = ["MAIN_FILE", "MAX_FILE_BYTES", "Places", "ReadMap", "SourceFile", "declares_map", "dump", "json_schema", "read_map"]

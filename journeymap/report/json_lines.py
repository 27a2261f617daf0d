"""JSON that can be searched and compared by line: one entry of a long list a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from journeymap.report.visible import escape_json

__all__ = ["document", "one_per_line", "written"]


def written(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    """The value on one line, with every unsafe character as a JSON escape."""
    return escape_json(json.dumps(value, ensure_ascii=False))


def one_per_line(entries: Iterable[Mapping[str, Any]]) -> str:
    """A list with one entry a line."""
    return "[" + ",".join("\n" + written(entry) for entry in entries) + "\n]"


def document(parts: Mapping[str, str]) -> str:
    """An object of parts that are written already, each on a line of its own."""
    return "{\n" + ",\n".join(f'"{key}": {value}' for key, value in parts.items()) + "\n}"

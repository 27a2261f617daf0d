"""The neutral picture as JSON, ``journeymap-scene/1``. Its schema is `docs/schema/journeymap-scene-1.json`.

Everything a view has found out, without places and colours: for tools that draw or count for themselves. Keys may be
added within version 1; none is renamed, removed or given another meaning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any

from journeymap.draw.render.characters import is_hidden
from journeymap.draw.scene import Scene
from journeymap.draw.tables import JourneyScene, MatrixScene

__all__ = ["FORMAT", "scene_json"]

FORMAT = "journeymap-scene/1"
_OUTSIDE_ASCII = re.compile("[\x7f-\U0010ffff]")


def scene_json(picture: Scene | MatrixScene | JourneyScene) -> str:
    """The picture as one JSON document, one box, arrow, cell or stop a line, ended by a line break. Linear.

    Every field is there, in the order of the picture. Characters that are not seen, or that move others, are JSON
    escapes. The same picture gives the same bytes.
    """
    return "{\n" + ",\n".join(_parts(picture)) + "\n}\n"


def _parts(picture: Scene | MatrixScene | JourneyScene) -> Iterator[str]:
    yield f'"format": {_written(FORMAT)}'
    for field in fields(picture):
        yield f'"{field.name}": {_value(getattr(picture, field.name))}'


def _value(value: Any) -> str:  # noqa: ANN401 - whatever a field of a picture holds
    if isinstance(value, tuple):
        return "[" + ",".join("\n" + _written(asdict(entry)) for entry in value) + ("\n]" if value else "]")
    return _written(value if isinstance(value, str) else asdict(value))


def _written(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    return _OUTSIDE_ASCII.sub(_escaped, json.dumps(_rounded(value), ensure_ascii=False))


def _rounded(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can say
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(entry) for key, entry in value.items()}
    return [_rounded(entry) for entry in value] if isinstance(value, list | tuple) else value


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return json.dumps(character)[1:-1] if is_hidden(character) else character

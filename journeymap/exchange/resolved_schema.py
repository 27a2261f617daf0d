"""JSON Schema of the resolved map: that of the language, with what resolving adds."""

from __future__ import annotations

from typing import Any

from journeymap.exchange.resolved import DEFAULTS, FORMAT, OPEN
from journeymap.source import json_schema

__all__ = ["resolved_schema"]

_ELEMENTS = (
    "Channel", "Department", "IfClosed", "Information", "Product", "Reason", "Segment", "Settings", "Stage", "System",
    "Touchpoint", "Transfer",
)  # fmt: skip
_DEFAULTS: dict[str, Any] = {
    "description": "keys that the map does not say itself: their values were worked out",
    "type": "array",
    "items": {"type": "string"},
}
_OPEN: dict[str, Any] = {
    "description": "when it is open: stretches [first, behind the last] of minutes of the week, from Monday 00:00",
    "type": "array",
    "items": {
        "type": "array",
        "items": {"type": "integer", "minimum": 0, "maximum": 7 * 24 * 60},
        "minItems": 2,
        "maxItems": 2,
    },
}


def resolved_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of ``journeymap-map/1``."""
    schema = json_schema()
    properties = {key: value for key, value in schema["properties"].items() if key != "journeymap"}
    schema["properties"] = {
        "format": {"const": FORMAT, "description": "how a resolved map is recognised"},
        **properties,
    }
    schema["required"] = ["format", "settings", "touchpoints"]
    schema["title"] = "A resolved contact map"
    schema["description"] = "A contact map with every default worked out, as `journeymap export --to json` writes it."
    schema["$id"] = "urn:journeymap:map:1"
    del schema["patternProperties"]
    for name in _ELEMENTS:
        schema["$defs"][name]["properties"][DEFAULTS] = _DEFAULTS
    schema["$defs"]["Touchpoint"]["properties"][OPEN] = _OPEN
    return schema

"""A map as JSON with all defaults worked out, ``journeymap-map/1``."""

from __future__ import annotations

import json

from journeymap.exchange.resolved import resolved
from journeymap.model import ContactMap

__all__ = ["resolved_json"]


def resolved_json(contact_map: ContactMap) -> str:
    """The resolved map as indented JSON; see `journeymap.exchange.resolved`."""
    return json.dumps(resolved(contact_map), ensure_ascii=False, indent=2) + "\n"

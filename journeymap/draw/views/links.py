"""Links from the picture to wherever the user keeps the map."""

from __future__ import annotations

from urllib.parse import quote

from journeymap.draw.wishes import Wishes

__all__ = ["link_to"]


def link_to(wishes: Wishes, kind: str, key: str, path: str) -> str | None:
    """The link template with ``{kind}``, ``{id}`` and ``{path}`` filled in, percent-encoded; None without one."""
    link = wishes.link_template
    if link is None:
        return None
    for name, value in (("kind", kind), ("id", key), ("path", path)):
        link = link.replace(f"{{{name}}}", quote(value, safe=""))
    return link

"""Names for people: an element's name, with its id where two touchpoints share a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from journeymap.model import ContactMap

__all__ = ["Names"]

_SECTION = {"segment": "segments", "reason": "reasons", "product": "products"}


class Names:
    """Looks up the names of one map's elements; ids stand for themselves where the map could not be read."""

    def __init__(self, contact_map: ContactMap | None) -> None:
        self._map = contact_map
        named: Mapping[str, object] = contact_map.touchpoints if contact_map is not None else {}
        self._shared = {name for name, times in Counter(map(self._touchpoint_name, named)).items() if times > 1}

    def touchpoint(self, key: str) -> str:
        """A touchpoint's name; its id is added where another touchpoint has the same name."""
        name = self._touchpoint_name(key)
        return f"{name} ({key})" if name in self._shared and name != key else name

    def information(self, key: str) -> str:
        """An item's name."""
        return self._name("information", key)

    def system(self, key: str) -> str:
        """A system's name."""
        return self._name("systems", key)

    def value(self, dimension: str, key: str) -> str:
        """The name of a segment, reason or product."""
        return self._name(_SECTION[dimension], key)

    def _touchpoint_name(self, key: str) -> str:
        return self._name("touchpoints", key)

    def _name(self, section: str, key: str) -> str:
        return self._map.name_of(section, key) if self._map is not None else key

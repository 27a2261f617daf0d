"""What things are called on a picture: names from the map, lists, and filters in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.draw.wishes import Language
from journeymap.draw.words import Words
from journeymap.graph import Network
from journeymap.model import Filter
from journeymap.model.filters import DIMENSIONS

__all__ = ["customers", "listed", "names", "touchpoint_name"]

_SEPARATOR = Words(", ", "、")
_CLAUSES = Words("; ", "；")
_THOSE = {
    "segment": Words("segment {names}", "客户分群 {names}"),
    "product": Words("product {names}", "产品线 {names}"),
    "reason": Words("reason {names}", "来电原因 {names}"),
}
_OTHERS = {
    "segment": Words("any segment but {names}", "除 {names} 外的客户分群"),
    "product": Words("any product but {names}", "除 {names} 外的产品线"),
    "reason": Words("any reason but {names}", "除 {names} 外的来电原因"),
}


def touchpoint_name(network: Network, number: int) -> str:
    """The name of a touchpoint for people."""
    return network.touchpoints[number].name or network.ids[number]


def listed(parts: Iterable[str], language: Language) -> str:
    """Some words in a row."""
    return _SEPARATOR.say(language).join(parts)


def names(network: Network, section: str, keys: Iterable[str], language: Language) -> str:
    """The names of some elements of a section, in the given order."""
    return listed((network.map.name_of(section, key) for key in keys), language)


def customers(network: Network, chosen: Filter, language: Language) -> str:
    """A filter in words; empty for everyone."""
    return _CLAUSES.say(language).join(_clauses(network, chosen, language))


def _clauses(network: Network, chosen: Filter, language: Language) -> Iterator[str]:
    for dimension in DIMENSIONS:
        choice = getattr(chosen, dimension)
        if choice is not None:
            words = (_OTHERS if choice.negated else _THOSE)[dimension]
            yield words.say(language, names=names(network, f"{dimension}s", sorted(choice.ids), language))

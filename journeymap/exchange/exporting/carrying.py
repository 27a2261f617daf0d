"""What a format cannot carry of a map: worked out from what the map uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeymap.model import ContactMap
from journeymap.model.contact_map import SECTIONS
from journeymap.source.canonical import written

__all__ = ["in_words", "not_carried", "used_by"]

_DRAWN = frozenset(
    {"name", "touchpoints.name", "touchpoints.channel", "touchpoints.department", "touchpoints.entry",
     "touchpoints.handled_by", "transfers.kind", "transfers.when", "transfers.if_closed", "channels.name",
     "departments.name"}
)  # fmt: skip
_DRAWN_TOO = (
    "touchpoints.needs", "touchpoints.always_asks", "touchpoints.resolves", "information.name", "departments.hours",
    "transfers.share",
)  # fmt: skip
_NETWORK = ("name", "touchpoints.", "transfers.")
_CARRIED: Mapping[str, tuple[str, ...]] = {
    "graphml": _NETWORK,
    "gexf": _NETWORK,
    "mermaid": (*_DRAWN, *_DRAWN_TOO),
    "plantuml": tuple(_DRAWN),
}
"""By format the uses, or beginnings of uses, that it carries; a format that is not listed carries everything."""


def not_carried(contact_map: ContactMap, format_: str) -> tuple[str, ...]:
    """The keys that a map uses and a format cannot carry, such as `touchpoints.needs`, in the order of the language."""
    carried = _CARRIED.get(format_)
    if carried is None:
        return ()
    return tuple(use for use in used_by(contact_map) if not any(_is(use, each) for each in carried))


def in_words(keys: Iterable[str]) -> str:
    """Keys for people, those of one section together: ``contracts, departments (hours, staff)``."""
    sections: dict[str, list[str]] = {}
    for key in keys:
        section, _, attribute = key.partition(".")
        sections.setdefault(section, []).extend([attribute] if attribute else [])
    return ", ".join(f"{name} ({', '.join(held)})" if held else name for name, held in sections.items())


def _is(use: str, carried: str) -> bool:
    return use.startswith(carried) if carried.endswith(".") else use == carried


def used_by(contact_map: ContactMap) -> tuple[str, ...]:
    """Every key that a map uses, as `section.key`, once each; ids without attributes use nothing. Linear."""
    return tuple(dict.fromkeys(_uses(contact_map)))


def _uses(contact_map: ContactMap) -> Iterator[str]:
    sections = {*SECTIONS, "touchpoints", "journeymap"}
    for key in written(contact_map.model_copy(update={key: {} for key in sections})):
        if key not in sections:
            yield key
    for section in SECTIONS:
        for entry in getattr(contact_map, section).values():
            yield from (f"{section}.{key}" for key in written(entry))
    for touchpoint in contact_map.touchpoints.values():
        yield from (f"touchpoints.{key}" for key in written(touchpoint) if key != "transfers")
        for _, _, transfer in touchpoint.each_transfer():
            yield from (f"transfers.{key}" for key in written(transfer))

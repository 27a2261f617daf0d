"""A map as a PlantUML component diagram: departments are packages, touchpoints are rectangles, transfers are arrows.

PlantUML acts on much that may stand in a name: directives (``!include``), variables, pictures, links, styles. Every
sign but letters, digits and spaces is therefore written as a character reference, which none of that survives.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.graph import Edge, Network
from journeymap.model import ContactMap

__all__ = ["plantuml"]

_LAST_REFERENCE = 0xFFFFF
"""PlantUML knows references of up to five digits."""
_ARROWS = {"ticket": "..>", "callback": "..>", "redirect": "..>", "next": "-->"}
_ENTRY = "start"


def plantuml(contact_map: ContactMap) -> str:
    """The map as PlantUML text; the same map gives the same text. O(touchpoints + transfers)."""
    return "\n".join([*_lines(Network(contact_map)), ""])


def _lines(network: Network) -> Iterator[str]:
    yield "@startuml"
    title = _inert(network.map.name or "")
    if title:  # without text, a title of several lines would begin
        yield f"title {title}"
    yield "left to right direction"
    if network.entries:
        yield f'circle "customer" as {_ENTRY}'
    yield from _packages(network)
    for number in sorted(network.entries):
        yield f"{_ENTRY} --> t{number}"
    for edges in network.out:
        yield from map(_arrow, edges)
    yield "@enduml"


def _packages(network: Network) -> Iterator[str]:
    owned: dict[tuple[str, ...], list[int]] = {}
    for number, touchpoint in enumerate(network.touchpoints):
        owned.setdefault(tuple(sorted(touchpoint.department)), []).append(number)
    for place, owners in enumerate(sorted(owned)):
        names = " / ".join(network.map.name_of("departments", owner) for owner in owners)
        yield f'package "{_inert(names)}" as d{place} {{'
        for number in owned[owners]:
            yield f'  {_shape(network, number)} "{_inert(_label(network, number))}" as t{number}'
        yield "}"


def _shape(network: Network, number: int) -> str:
    return "rectangle" if network.machine[number] else "person"


def _label(network: Network, number: int) -> str:
    touchpoint = network.touchpoints[number]
    channel = network.map.name_of("channels", touchpoint.channel)
    return f"{touchpoint.name or network.ids[number]} ({channel})"


def _arrow(edge: Edge) -> str:
    parts = [edge.kind, edge.transfer.when or "", "if closed" if edge.alternative else ""]
    label = _inert(": ".join(part for part in parts if part))
    return f"t{edge.source} {_ARROWS.get(edge.kind, '-->')} t{edge.target} : {label}"


def _inert(text: str) -> str:
    """Text that PlantUML shows and does not act on; control characters and line breaks become spaces."""
    one_line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return "".join(map(_shown, one_line))


def _shown(character: str) -> str:
    if character == " " or character.isalnum():
        return character
    return f"<U+{ord(character):04X}>" if ord(character) <= _LAST_REFERENCE else "\ufffd"

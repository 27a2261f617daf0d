"""A map as BPMN sees it: tasks, start and end events, gateways, and the flows between them; no coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from journeymap.model import ContactMap, Touchpoint

__all__ = ["Outline", "SequenceFlow", "Shape", "bpmn_id", "outline_of"]

Tag = Literal["userTask", "serviceTask", "startEvent", "endEvent", "exclusiveGateway"]

_SIZES: Mapping[str, tuple[int, int]] = {
    "userTask": (120, 80), "serviceTask": (120, 80), "startEvent": (36, 36), "endEvent": (36, 36),
    "exclusiveGateway": (50, 50),
}  # fmt: skip
_WORDS = {"en": ("settled", "closed"), "zh": ("已解决", "下班时")}
"""By language, what is said of the way to an end, and of one that is taken because the other is closed."""


_KINDS = ("start", "touchpoint", "ways", "settled")
"""What belongs to a touchpoint, from left to right."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A flow node: `lane` is the id of the lane it lies in, `column` its place from left to right, `touchpoint` the id
    in the map it belongs to, `note` what is said of it besides.
    """

    id: str
    tag: Tag
    name: str
    lane: str
    column: int
    touchpoint: str
    note: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as modelling tools draw it."""
        return _SIZES[self.tag]

    @property
    def is_task(self) -> bool:
        """Whether it is a touchpoint itself."""
        return self.tag in ("userTask", "serviceTask")


@dataclass(frozen=True, slots=True)
class SequenceFlow:
    """A flow between two shapes."""

    id: str
    source: str
    target: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything that is drawn: lanes by id with their names, in the order of the first way through the map."""

    name: str
    lanes: Mapping[str, str]
    shapes: tuple[Shape, ...]
    flows: tuple[SequenceFlow, ...]


def bpmn_id(kind: str, *keys: str) -> str:
    """A name that XML takes for an id, different for different keys: no id of a map holds a full stop."""
    return "..".join([kind, *("".join(_safe(character) for character in key) for key in keys)])


def _safe(character: str) -> str:
    plain = character.isascii() and (character.isalnum() or character in "-_")
    return character if plain else f".{ord(character):x}."


def outline_of(contact_map: ContactMap) -> Outline:
    """The outline of a map, the same for equal maps. Linear in touchpoints and transfers."""
    columns = _columns(contact_map)
    order = sorted(contact_map.touchpoints, key=lambda key: (columns[key], key))
    shapes: list[Shape] = []
    flows: list[SequenceFlow] = []
    for key in order:
        part = _Part(contact_map, key, columns[key])
        shapes += part.shapes()
        flows += part.flows()
    used = dict.fromkeys(contact_map.touchpoints[key].department[0] for key in order)
    lanes = {bpmn_id("lane", key): contact_map.name_of("departments", key) for key in used}
    return Outline(contact_map.name or "", lanes, tuple(shapes), tuple(flows))


def _columns(contact_map: ContactMap) -> dict[str, int]:
    """How many steps each touchpoint is from an entry; those nobody comes to stand behind all others."""
    touchpoints = contact_map.touchpoints
    found = {key: 0 for key in sorted(touchpoints) if touchpoints[key].entry is not None}
    waiting = list(found)
    for key in waiting:
        for target in sorted(touchpoints[key].transfers):
            if target not in found:
                found[target] = found[key] + 1
                waiting.append(target)
    beyond = max(found.values(), default=-1) + 1
    return {key: found.get(key, beyond) for key in touchpoints}


class _Part:
    """A touchpoint with the events and the gateway around it."""

    def __init__(self, contact_map: ContactMap, key: str, column: int) -> None:
        self.map = contact_map
        self.key = key
        self.touchpoint: Touchpoint = contact_map.touchpoints[key]
        self.lane = bpmn_id("lane", self.touchpoint.department[0])
        self.column = column
        language = "zh" if (contact_map.language or "").lower().startswith("zh") else "en"
        self.settled, self.closed = _WORDS[language]
        self.ways = list(self._ways())
        self.divides = len(self.ways) + (self.touchpoint.resolves is not None) > 1

    def shapes(self) -> Iterator[Shape]:
        if self.touchpoint.entry is not None:
            yield self._shape("start", "startEvent")
        channel = self.map.name_of("channels", self.touchpoint.channel)
        name = self.touchpoint.name or self.key
        yield self._shape("touchpoint", "serviceTask" if self._is_machine() else "userTask", name, channel)
        if self.divides:
            yield self._shape("ways", "exclusiveGateway")
        if self.touchpoint.resolves is not None:
            yield self._shape("settled", "endEvent")

    def flows(self) -> Iterator[SequenceFlow]:
        own = bpmn_id("touchpoint", self.key)
        if self.touchpoint.entry is not None:
            yield SequenceFlow(bpmn_id("flow", "start", self.key), bpmn_id("start", self.key), own)
        source = bpmn_id("ways", self.key) if self.divides else own
        if self.divides:
            yield SequenceFlow(bpmn_id("flow", "ways", self.key), own, source)
        if self.touchpoint.resolves is not None:
            name = self.settled if self.divides else ""
            yield SequenceFlow(bpmn_id("flow", "settled", self.key), source, bpmn_id("settled", self.key), name)
        for number, (target, name) in enumerate(self.ways):
            flow = bpmn_id("transfer", self.key, target, str(number))
            yield SequenceFlow(flow, source, bpmn_id("touchpoint", target), name)

    def _ways(self) -> Iterator[tuple[str, str]]:
        for target in sorted(self.touchpoint.transfers):
            for other, _, transfer in self.touchpoint.each_transfer():
                if other == target:
                    yield target, transfer.when or ""
                    if transfer.if_closed is not None:
                        yield transfer.if_closed.to, self.closed

    def _is_machine(self) -> bool:
        mode = self.map.channels[self.touchpoint.channel].mode
        return (self.touchpoint.handled_by or ("machine" if mode == "self" else "person")) == "machine"

    def _shape(self, kind: str, tag: Tag, name: str = "", note: str = "") -> Shape:
        column = len(_KINDS) * self.column + _KINDS.index(kind)
        return Shape(bpmn_id(kind, self.key), tag, name, self.lane, column, self.key, note)

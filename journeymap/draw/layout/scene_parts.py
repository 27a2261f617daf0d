"""A scene as a router wants it: boxes that take a cell, entry dots that stand before one, arrows between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeymap.draw.layout.sizes import box_size, label_size
from journeymap.draw.placement import Size
from journeymap.draw.scene import Arrow, Box, Scene

__all__ = ["Parts", "onward", "parts_of"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a scene consists of; `dots` leads from each entry dot to the box it enters, `links` are pairs of boxes."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    dots: Mapping[str, str]
    links: tuple[tuple[str, str], ...]
    sizes: Mapping[str, Size]
    labels: Mapping[str, Size]


def parts_of(scene: Scene, sizes: Mapping[str, Size] | None = None) -> Parts:
    """The parts of a scene; an entry dot that leads to more than one touchpoint takes a cell; `sizes` take the place of
    those that boxes need for their text. O(boxes + arrows).
    """
    dots = _dots(scene)
    return Parts(
        boxes=tuple(box for box in scene.boxes if box.id not in dots),
        arrows=scene.arrows,
        dots=dots,
        links=tuple((arrow.source, arrow.target) for arrow in scene.arrows if arrow.source not in dots),
        sizes=sizes or {box.id: box_size(box) for box in scene.boxes},
        labels={arrow.id: label_size(arrow) for arrow in scene.arrows},
    )


def onward(order: Sequence[str], links: Iterable[tuple[str, str]], most: int) -> dict[str, int]:
    """How many links lead on to each key at most, along links that follow the order; less than `most`.

    The longest way in an acyclic graph: O(keys + links).
    """
    place = {key: number for number, key in enumerate(order)}
    following: dict[str, list[str]] = {key: [] for key in order}
    for source, target in links:
        if place[source] < place[target]:
            following[source].append(target)
    found = dict.fromkeys(order, 0)
    for key in order:
        for target in following[key]:
            found[target] = max(found[target], min(found[key] + 1, most - 1))
    return found


def _dots(scene: Scene) -> dict[str, str]:
    kinds = {box.id: box.kind for box in scene.boxes}
    targets: dict[str, list[str]] = {box.id: [] for box in scene.boxes if box.kind == "entry"}
    for arrow in scene.arrows:
        if arrow.source in targets:
            targets[arrow.source].append(arrow.target)
        if arrow.target in targets:
            targets[arrow.target] = ["", ""]
    return {dot: ends[0] for dot, ends in targets.items() if len(ends) == 1 and kinds[ends[0]] != "entry"}

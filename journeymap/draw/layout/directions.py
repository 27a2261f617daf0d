"""Which arrows lead on and which lead back: an order of the boxes in which as few arrows as possible run backwards."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.draw.scene import Scene

__all__ = ["ways_back"]


def ways_back(scene: Scene) -> frozenset[int]:
    """The numbers of the arrows that lead back to where a customer already was; self-transfers are none of them.

    Depth-first search from the entries (Tarjan 1972): an arrow to a box that is still being explored closes a circle.
    The boxes are begun in order of the scene, and left by the order of its arrows. O(boxes + arrows).
    """
    numbers = {box.id: number for number, box in enumerate(scene.boxes)}
    leaving: list[list[tuple[int, int]]] = [[] for _ in scene.boxes]
    for place, arrow in enumerate(scene.arrows):
        if arrow.source != arrow.target:
            leaving[numbers[arrow.source]].append((place, numbers[arrow.target]))
    return frozenset(_closing(leaving))


def _closing(leaving: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    found: list[int] = []
    begun, done = set[int](), set[int]()
    for root in range(len(leaving)):
        if root in begun:
            continue
        begun.add(root)
        path = [(root, iter(leaving[root]))]
        while path:
            number, ways = path[-1]
            way = next(ways, None)
            if way is None:
                done.add(number)
                path.pop()
            elif way[1] in begun:
                if way[1] not in done:
                    found.append(way[0])
            else:
                begun.add(way[1])
                path.append((way[1], iter(leaving[way[1]])))
    return found

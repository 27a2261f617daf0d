"""What must hold of every routed picture: looked at from outside, by coordinates only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from journeymap.draw.placement import Placement, Point, Rectangle
from journeymap.draw.scene import Scene

__all__ = ["Segment", "collinear_overlap", "overlaps", "segments", "through_a_box", "wrongly_placed"]

Segment = tuple[Point, Point]
EXACT = 1e-6


def overlaps(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share more than an edge."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > EXACT and down > EXACT


def segments(points: tuple[Point, ...]) -> Iterator[Segment]:
    return pairwise(points)


def _crosses(segment: Segment, box: Rectangle) -> bool:
    """Whether an upright or level segment has more than a point inside a box."""
    (x1, y1), (x2, y2) = segment
    across = min(max(x1, x2), box.right) - max(min(x1, x2), box.x)
    down = min(max(y1, y2), box.bottom) - max(min(y1, y2), box.y)
    if y1 == y2:
        return across > EXACT and box.y + EXACT < y1 < box.bottom - EXACT
    return down > EXACT and box.x + EXACT < x1 < box.right - EXACT


def through_a_box(placement: Placement) -> list[tuple[str, str]]:
    """Arrows that touch the inside of any box, their own ends included."""
    return [
        (arrow, box)
        for arrow, route in placement.routes.items()
        for segment in segments(route.points)
        for box, place in placement.boxes.items()
        if _crosses(segment, place)
    ]


def _shared(one: Segment, other: Segment) -> float:
    """The length that two upright or level segments share."""
    for along, beside in ((0, 1), (1, 0)):
        heights = {round(point[beside], 3) for point in (*one, *other)}
        if len(heights) == 1:
            first, second = sorted(point[along] for point in one), sorted(point[along] for point in other)
            return max(0.0, min(first[1], second[1]) - max(first[0], second[0]))
    return 0.0


def collinear_overlap(placement: Placement) -> list[tuple[str, str, float]]:
    """Pairs of arrows that lie on one another."""
    found = []
    for (one, first), (other, second) in combinations(sorted(placement.routes.items()), 2):
        length = max(_shared(a, b) for a in segments(first.points) for b in segments(second.points))
        if length > 1:
            found.append((one, other, length))
    return found


def wrongly_placed(scene: Scene, placement: Placement) -> list[str]:
    """Whatever is not where it belongs, in words; empty for a good picture."""
    boxes, faults = placement.boxes, []
    pairs = combinations(sorted(boxes), 2)
    faults += [f"{one} on {other}" for one, other in pairs if overlaps(boxes[one], boxes[other])]
    faults += [f"{arrow} through {box}" for arrow, box in through_a_box(placement)]
    faults += [f"{one} along {other} for {length}" for one, other, length in collinear_overlap(placement)]
    labels = {key: route.label for key, route in sorted(placement.routes.items()) if route.label is not None}
    for one, other in combinations(labels, 2):
        faults += [f"label of {one} on that of {other}"] * overlaps(labels[one], labels[other])
    for key, label in labels.items():
        faults += [f"label of {key} on {box}" for box in boxes if overlaps(label, boxes[box])]
        for other, route in placement.routes.items():
            faults += [f"{other} through label of {key}" for each in segments(route.points) if _crosses(each, label)]
    picture = Rectangle(0, 0, *placement.size)
    faults += [f"{key} outside" for key, place in (*boxes.items(), *labels.items()) if not _within(place, picture)]
    faults += [
        f"{key} outside"
        for key, route in placement.routes.items()
        for x, y in route.points
        if not (0 <= x <= picture.width and 0 <= y <= picture.height)
    ]
    for box in scene.boxes:
        if box.group in placement.groups and not _within(boxes[box.id], placement.groups[box.group]):
            faults.append(f"{box.id} not in its lane")
        if box.column in placement.columns and not _within(boxes[box.id], placement.columns[box.column]):
            faults.append(f"{box.id} not in its column")
    return faults


def _within(inner: Rectangle, outer: Rectangle) -> bool:
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom

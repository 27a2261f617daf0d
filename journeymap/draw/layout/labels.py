"""Labels that lie on boxes, headings or one another, moved along their arrows to where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeymap.draw.layout.panels import heading_size
from journeymap.draw.placement import Placement, Point, Rectangle, Route
from journeymap.draw.scene import Scene

__all__ = ["points_along", "with_free_labels"]

_STEPS = 8
"""Points looked at on each Bezier piece."""
_ASIDE = (0.0, 0.6, -0.6)
"""How far above or below the line a label may stand, in heights of the label."""
_CLEAR = 2.0


def with_free_labels(scene: Scene, placement: Placement) -> Placement:
    """The placement with every label where it covers nothing, as far as there is such a place on its arrow.

    A label that covers nothing stays. O(labels x points of its arrow x (boxes + labels)) at worst.
    """
    taken = [*placement.boxes.values(), *_headings(scene, placement)]
    routes = dict(placement.routes)
    waiting = []
    for arrow in scene.arrows:
        label = routes[arrow.id].label
        if label is None:
            continue
        if _is_free(label, taken):
            taken.append(label)
        else:
            waiting.append(arrow.id)
    for key in waiting:
        place = next((each for each in _places(routes[key]) if _is_free(each, taken)), routes[key].label)
        if place is not None:
            taken.append(place)
            routes[key] = replace(routes[key], label=place)
    return replace(placement, routes=routes)


def points_along(points: Sequence[Point], steps: int = _STEPS) -> list[Point]:
    """Points on a curve of 1 + 3n points, ends included."""
    found = [points[0]]
    for first in range(0, len(points) - 1, 3):
        a, b, c, d = points[first : first + 4]
        for step in range(1, steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            ends = list(zip(weights, (a, b, c, d), strict=True))
            found.append(Point(sum(w * p.x for w, p in ends), sum(w * p.y for w, p in ends)))
    return found


def _places(route: Route) -> Iterator[Rectangle]:
    """Places for a label on its arrow: from the middle outwards, on the line, then above and below it."""
    if route.label is None:
        return
    points = points_along(route.points)
    middle = len(points) // 2
    _, _, width, height = route.label
    for point in sorted(points, key=lambda each: abs(points.index(each) - middle)):
        for aside in _ASIDE:
            yield Rectangle(point.x - width / 2, point.y - height / 2 + aside * height, width, height)


def _headings(scene: Scene, placement: Placement) -> Iterator[Rectangle]:
    for group in scene.groups:
        if group.id in placement.groups:
            panel, size = placement.groups[group.id], heading_size(group)
            yield Rectangle(panel.x, panel.y, min(size.width + 14, panel.width), size.height + 9)


def _is_free(place: Rectangle, taken: Iterable[Rectangle]) -> bool:
    return not any(
        place.x < other.right + _CLEAR
        and other.x < place.right + _CLEAR
        and place.y < other.bottom + _CLEAR
        and other.y < place.bottom + _CLEAR
        for other in taken
    )

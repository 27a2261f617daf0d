"""Placements mirrored at the diagonal, and moved into the corner where pictures begin."""

from __future__ import annotations

from dataclasses import replace

from journeymap.draw.placement import Placement, Point, Rectangle, Size

__all__ = ["from_the_corner", "mirrored", "turned"]

_LINE = 4.0
"""Room beside lines for their breadth and arrow heads."""


def turned(place: Rectangle) -> Rectangle:
    """A rectangle mirrored at the diagonal."""
    return Rectangle(place.y, place.x, place.height, place.width)


def mirrored(placement: Placement) -> Placement:
    """A placement mirrored at the diagonal, labels left out: so what runs to the right runs down."""
    return replace(
        placement,
        boxes={key: turned(place) for key, place in placement.boxes.items()},
        groups={key: turned(place) for key, place in placement.groups.items()},
        routes={
            key: replace(route, points=tuple(Point(point.y, point.x) for point in route.points))
            for key, route in placement.routes.items()
        },
    )


def from_the_corner(placement: Placement) -> Placement:
    """The same placement with everything to the right of and below (0, 0), and its size."""
    labels = [route.label for route in placement.routes.values() if route.label is not None]
    places = [*placement.boxes.values(), *placement.groups.values(), *labels]
    points = [point for route in placement.routes.values() for point in route.points]
    if not places:
        return placement
    left = min(*(place.x for place in places), *(point.x - _LINE for point in points), places[0].x)
    top = min(*(place.y for place in places), *(point.y - _LINE for point in points), places[0].y)
    right = max(*(place.right for place in places), *(point.x + _LINE for point in points), places[0].right)
    bottom = max(*(place.bottom for place in places), *(point.y + _LINE for point in points), places[0].bottom)

    def moved(place: Rectangle) -> Rectangle:
        return place._replace(x=place.x - left, y=place.y - top)

    return replace(
        placement,
        size=Size(right - left, bottom - top),
        boxes={key: moved(place) for key, place in placement.boxes.items()},
        groups={key: moved(place) for key, place in placement.groups.items()},
        routes={
            key: replace(
                route,
                points=tuple(Point(point.x - left, point.y - top) for point in route.points),
                label=moved(route.label) if route.label is not None else None,
            )
            for key, route in placement.routes.items()
        },
    )

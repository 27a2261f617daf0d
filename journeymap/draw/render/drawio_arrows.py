"""Arrows as connectors of draw.io: they hold on to their boxes, keep their way, and carry their text."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise

from journeymap.draw.layout.sizes import BADGE, SMALL, badges_shown
from journeymap.draw.layout.sizes import label as label_of
from journeymap.draw.paint.theme import Theme
from journeymap.draw.placement import Point, Rectangle, Route
from journeymap.draw.render.drawio_boxes import badge_cell
from journeymap.draw.render.drawio_cells import Cell, Style, label, styled
from journeymap.draw.render.strokes import arrow_stroke
from journeymap.draw.render.svg_text import number
from journeymap.draw.scene import Arrow

__all__ = ["arrow_cells"]

_ENDS: dict[str, Style] = {
    "cold": {"startArrow": "dash", "startSize": 6},
    "callback": {"startArrow": "halfCircle", "startSize": 4},
    "ticket": {"endArrow": "open"},
    "next": {"endFill": 0},
}
_TOO_NEAR = 12.0
"""A bend so near to an end would turn the head of the arrow."""


def arrow_cells(
    arrow: Arrow, route: Route, boxes: Mapping[str, Rectangle], origin: Point, theme: Theme
) -> Iterator[Cell]:
    """An arrow with its badges; `boxes` are absolute places, and the picture begins at `origin`."""
    bends = _bends(route)
    middle = _middle((route.points[0], *bends, route.points[-1]))
    text = label_of(arrow)
    centre = route.label.centre if route.label is not None else middle
    lines = (*text.lines, *(f"☾ {line}" if not order else line for order, line in enumerate(text.closed)))
    yield Cell(
        arrow.id,
        _style(arrow, route, boxes, theme),
        label(lines),
        source=arrow.source,
        target=arrow.target,
        points=tuple(Point(point.x - origin.x, point.y - origin.y) for point in bends),
        offset=Point(centre.x - middle.x + text.badges_width / 2, centre.y - middle.y),
        tooltip="\n".join(arrow.details),
        link=arrow.link,
        kind="edge",
    )
    yield from _badges(arrow, Point(centre.x - middle.x - text.size.width / 2, centre.y - middle.y - BADGE / 2), theme)


def _badges(arrow: Arrow, corner: Point, theme: Theme) -> Iterator[Cell]:
    for order, mark in enumerate(arrow.badges[: badges_shown(arrow.badges, label=True)]):
        offset = Point(corner.x + order * BADGE, corner.y)
        size = Rectangle(0, 0, BADGE, BADGE)
        yield badge_cell(f"{arrow.id}/badge{order}", mark, arrow.id, size, theme, offset=offset)


def _bends(route: Route) -> tuple[Point, ...]:
    """The corners of a line; of a curve the points between which draw.io smooths to nearly the same curve.

    draw.io draws quadratic curves that meet half way between neighbouring points. Two of them that meet in the middle
    of a cubic curve with the ends a, b and the control points c, d are controlled by (a + 3c) / 4 and (b + 3d) / 4.
    """
    if route.form == "line":
        return route.points[1:-1]
    pieces = (route.points[at : at + 4] for at in range(0, len(route.points) - 3, 3))
    points = (point for a, c, d, b in pieces for point in (_pulled(a, c), _pulled(b, d)))
    ends = route.points[0], route.points[-1]
    return tuple(point for point in points if min(math.dist(point, end) for end in ends) >= _TOO_NEAR)


def _pulled(end: Point, control: Point) -> Point:
    return Point((end.x + 3 * control.x) / 4, (end.y + 3 * control.y) / 4)


def _middle(points: tuple[Point, ...]) -> Point:
    """The point half way along: there draw.io puts the text of a connector."""
    lengths = [math.dist(before, after) for before, after in pairwise(points)]
    left = sum(lengths) / 2
    for (before, after), length in zip(pairwise(points), lengths, strict=True):
        if left <= length and length:
            share = left / length
            return Point(before.x + (after.x - before.x) * share, before.y + (after.y - before.y) * share)
        left -= length
    return points[-1]


def _style(arrow: Arrow, route: Route, boxes: Mapping[str, Rectangle], theme: Theme) -> str:
    stroke = arrow_stroke(arrow, theme)
    form: Style = {"curved": 1} if route.form == "curve" else {"rounded": 1}
    ends: Style = {"endArrow": "block", "endFill": 1, "endSize": 5, **_ENDS.get(arrow.kind, {})}
    return styled(
        "edgeStyle=none",
        html=1,
        **form,
        **ends,
        strokeColor=stroke.colour,
        strokeWidth=stroke.width,
        dashed=1 if stroke.dash else None,
        dashPattern=" ".join(map(number, stroke.dash)) or None,
        fontColor=theme.colours["ink" if arrow.emphasis else "soft"],
        fontSize=SMALL,
        labelBackgroundColor=theme.colours["ground"],
        **_held("exit", route.points[0], boxes[arrow.source]),
        **_held("entry", route.points[-1], boxes[arrow.target]),
    )


def _held(end: str, point: Point, box: Rectangle) -> Style:
    """Where an arrow holds on to a box, as shares of its width and height."""
    across = (point.x - box.x) / box.width if box.width else 0.5
    down = (point.y - box.y) / box.height if box.height else 0.5
    return {
        f"{end}X": min(max(across, 0.0), 1.0),
        f"{end}Y": min(max(down, 0.0), 1.0),
        f"{end}Dx": 0,
        f"{end}Dy": 0,
        f"{end}Perimeter": 0,
    }

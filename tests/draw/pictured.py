"""Every view of a map as a neutral picture, with its places and its sheet; Graphviz is not asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oracle.rewriting import to_yaml

from journeymap.analysis import Answers
from journeymap.draw.choosing import Choice, choose
from journeymap.draw.layout.lanes import lanes_placement
from journeymap.draw.layout.sizes import box_size, label_size
from journeymap.draw.layout.walk import walk_placement
from journeymap.draw.overlay import overlaid
from journeymap.draw.paint.flow import paint_flow
from journeymap.draw.paint.journey import paint_journey
from journeymap.draw.paint.matrix import paint_matrix
from journeymap.draw.placement import Placement, Point, Rectangle, Route, Size
from journeymap.draw.scene import Arrow, Scene
from journeymap.draw.sheet import Sheet
from journeymap.draw.tables import JourneyScene, MatrixScene
from journeymap.draw.views.contact import contact
from journeymap.draw.views.departments import departments
from journeymap.draw.views.finding import finding
from journeymap.draw.views.journey import journey
from journeymap.draw.views.lanes import lanes
from journeymap.draw.views.matrix import matrix
from journeymap.draw.wishes import Wishes
from journeymap.lint import Selection, lint_map
from journeymap.source import SourceFile, read_map

__all__ = ["Picture", "Pictured", "on_a_grid", "pictures_of", "placed"]

Picture = Scene | MatrixScene | JourneyScene
WISHES = Wishes(link_template="https://example.com/{kind}?id={id}#{path}", date="2026-11-22")
_STEP = 320.0


@dataclass(frozen=True)
class Pictured:
    """A picture with its places (None for a table) and its sheet."""

    picture: Picture
    placement: Placement | None
    sheet: Sheet


def pictures_of(map_data: dict[str, Any], wishes: Wishes = WISHES) -> Iterator[Picture]:
    """The six views of a map; the journey is that of its first case, the finding its first one."""
    read = read_map("map.yaml", [SourceFile("map.yaml", to_yaml(map_data).encode())])
    assert read.map is not None, [str(each.message) for each in read.findings]
    answers = Answers(read.map)
    diagnostics = lint_map(read, Selection()).diagnostics
    chosen = choose(answers.network, Choice())
    for view, of_chosen in (("contact", contact), ("lanes", lanes), ("departments", departments)):
        overlay = overlaid(diagnostics, chosen, answers, "all", wishes.language, view)  # type: ignore[arg-type]
        yield of_chosen(chosen, overlay, wishes)
    overlay = overlaid(diagnostics, chosen, answers, "all", wishes.language, "matrix")
    yield matrix(chosen, answers, overlay, wishes)
    first = choose(answers.network, Choice(), 1)
    yield journey(first, answers, overlaid(diagnostics, first, answers, "all", wishes.language, "journey"), wishes)
    with_walk = [each for each in diagnostics if each.witness]
    for diagnostic in with_walk[:1]:
        yield finding(answers.network, diagnostic, wishes)


def placed(picture: Picture, wishes: Wishes = WISHES) -> Pictured:
    """A picture with its places: of our own layouts where there is one, else on a grid."""
    if isinstance(picture, MatrixScene):
        return Pictured(picture, None, paint_matrix(picture, wishes))
    if isinstance(picture, JourneyScene):
        return Pictured(picture, None, paint_journey(picture, wishes))
    own = {"lanes": lanes_placement, "finding": walk_placement}
    placement = own.get(picture.heading.view, on_a_grid)(picture)
    return Pictured(picture, placement, paint_flow(picture, placement, wishes))


def on_a_grid(scene: Scene) -> Placement:
    """Boxes in rows of four, arrows straight from middle to middle, a panel for each group at its own place."""
    boxes = {}
    for place, box in enumerate(scene.boxes):
        boxes[box.id] = Rectangle(place % 4 * _STEP, place // 4 * _STEP, *box_size(box))
    groups = {}
    for place, group in enumerate(scene.groups):
        groups[group.id] = Rectangle(-20, place * 40.0, 4 * _STEP, 400)
    routes = {arrow.id: _straight(arrow, boxes) for arrow in scene.arrows}
    return Placement(Size(4 * _STEP, len(scene.boxes) * _STEP), boxes, routes, groups)


def _straight(arrow: Arrow, boxes: dict[str, Rectangle]) -> Route:
    start, end = boxes[arrow.source].centre, boxes[arrow.target].centre
    between = [Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share) for share in (0.3, 0.7)]
    size = label_size(arrow)
    label = Rectangle(between[0].x, between[0].y, *size) if size.width else None
    return Route((start, *between, end), "curve", label)

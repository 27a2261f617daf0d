"""Boxes in ranks, from left to right or from top to bottom, by Graphviz' `dot`: the views contact and departments.

`dot` (Gansner, Koutsofios, North and Vo 1993) is asked for positions only. It gets neutral names and sizes in points
(one point is one CSS pixel), never a word of the map, so the same scene is laid out the same whatever fonts there are.
Ways back are handed over turned round, with both ends at the lower side of their boxes: so they run under the boxes
and push nothing out of its rank.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.layout.directions import ways_back
from journeymap.draw.layout.graphviz_answer import ANOTHER_WAY, Drawing, Line, read_answer
from journeymap.draw.layout.panels import heading_size
from journeymap.draw.layout.sizes import box_size, label_size
from journeymap.draw.placement import Placement, Point, Rectangle, Route, Size
from journeymap.draw.scene import Arrow, Box, Group, Scene
from journeymap.errors import CannotRun
from journeymap.findings import Message

__all__ = ["placement", "question"]

_INCH = 72
_GRAPH = (
    "digraph {{ graph [rankdir={direction} newrank=true nodesep={between} ranksep={ranks} splines=spline]\n"
    'node [shape=box fixedsize=true label=""]\n'
    "edge [arrowsize=0.5]\n"
)
_NODE = "n{number} [width={width} height={height}]\n"
_CLUSTER = "subgraph cluster_{number} {{ graph [margin={margin} labelloc=t labeljust=l label={label}]\n"
_EMPTY = (
    '<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"><TR><TD></TD></TR></TABLE>>'
)
_MISCOUNTED = "the layout engine placed {placed} of {asked} {what}"
_EDGE = "n{tail}:{leave} -> n{head}:{enter} [id=e{number}{more}]\n"


def question(scene: Scene) -> str:
    """The scene as a graph in the DOT language: boxes are n0, n1, ..., arrows e0, e1, ..., groups cluster_0, ..."""
    return "".join(_lines(scene))


def _lines(scene: Scene) -> Iterator[str]:
    direction = "LR" if scene.direction == "right" else "TB"
    yield _GRAPH.format(direction=direction, between=_inches(24), ranks=_inches(40))
    members: dict[str | None, list[int]] = {}
    for number, box in enumerate(scene.boxes):
        members.setdefault(box.group, []).append(number)
    for number in members.get(None, ()):
        yield _node(number, scene.boxes[number])
    for place, group in enumerate(scene.groups):
        yield _cluster(place, group)
        for number in members.get(group.id, ()):
            yield _node(number, scene.boxes[number])
        yield "}\n"
    numbers = {box.id: number for number, box in enumerate(scene.boxes)}
    back = ways_back(scene)
    for place, arrow in enumerate(scene.arrows):
        yield _edge(place, arrow, numbers[arrow.source], numbers[arrow.target], scene.direction, back=place in back)
    yield "}\n"


def _node(number: int, box: Box) -> str:
    size = box_size(box)
    return _NODE.format(number=number, width=_inches(size.width), height=_inches(size.height))


def _cluster(number: int, group: Group) -> str:
    return _CLUSTER.format(number=number, margin=16, label=_empty(heading_size(group)))


def _edge(number: int, arrow: Arrow, source: int, target: int, direction: str, *, back: bool) -> str:
    size = label_size(arrow)
    more = f" label={_empty(size)}" if size.width else ""
    onward = ("e", "w") if direction == "right" else ("s", "n")
    under = ("s", "s") if direction == "right" else ("e", "e")
    if source == target:
        leave, enter = "s", "s"
        leave, enter = under
    else:
        leave, enter = under if back else onward
    if back:
        source, target = target, source
        more += " dir=back"
    if arrow.kind == "entry":
        more += " weight=8"
    return _EDGE.format(number=number, tail=source, head=target, leave=leave, enter=enter, more=more)


def _empty(size: Size) -> str:
    return _EMPTY.format(width=round(size.width), height=round(size.height))


def _inches(length: float) -> str:
    return f"{length / _INCH:.5f}"


def placement(scene: Scene, answer: bytes) -> Placement:
    """The places of everything in the scene, from Graphviz' answer to its question.

    Raises CannotRun if the answer cannot be read, or lacks a box, an arrow or a panel of the scene.
    """
    drawing = read_answer(answer)
    _count(scene, drawing)
    back = ways_back(scene)
    return Placement(
        size=drawing.size,
        boxes={box.id: drawing.nodes[f"n{number}"] for number, box in enumerate(scene.boxes)},
        routes={
            arrow.id: _route(drawing.edges[f"e{number}"], arrow, turned=number in back)
            for number, arrow in enumerate(scene.arrows)
        },
        groups={group.id: drawing.clusters[f"cluster_{number}"] for number, group in _panels(scene)},
    )


def _panels(scene: Scene) -> list[tuple[int, Group]]:
    """The groups that have boxes; no other has a place."""
    used = {box.group for box in scene.boxes}
    return [(number, group) for number, group in enumerate(scene.groups) if group.id in used]


def _count(scene: Scene, drawing: Drawing) -> None:
    """Graphviz has lost edges before: nothing may be missing, and nothing be there that was not asked for."""
    labelled = {f"e{number}" for number, arrow in enumerate(scene.arrows) if label_size(arrow).width}
    asked_and_placed = {
        "boxes": ({f"n{number}" for number in range(len(scene.boxes))}, set(drawing.nodes)),
        "arrows": ({f"e{number}" for number in range(len(scene.arrows))}, set(drawing.edges)),
        "panels": ({f"cluster_{number}" for number, _ in _panels(scene)}, set(drawing.clusters)),
        "labels": (labelled, {name for name, line in drawing.edges.items() if line.label is not None}),
    }
    for what, (asked, placed) in asked_and_placed.items():
        if asked != placed:
            values: dict[str, str | int] = {"what": what, "asked": len(asked), "placed": len(asked & placed)}
            raise CannotRun(str(Message(_MISCOUNTED, values)), help=ANOTHER_WAY)


def _route(line: Line, arrow: Arrow, *, turned: bool) -> Route:
    points = line.points[::-1] if turned else line.points
    if line.label is None:
        return Route(points, "curve")
    size = label_size(arrow)
    corner = Point(line.label.x - size.width / 2, line.label.y - size.height / 2)
    return Route(points, "curve", Rectangle(*corner, *size))

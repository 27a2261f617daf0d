"""Boxes in ranks, from left to right or from top to bottom, by Graphviz' `dot`: the views contact and departments.

`dot` (Gansner, Koutsofios, North and Vo 1993) is asked for positions only. It gets neutral names, the ranks, and sizes
in points (one point is one CSS pixel), never a word of the map, so the same scene is laid out the same whatever fonts
there are. Ways back are handed over turned round and kept to the lower corners of their boxes, so that they lie below
the ways on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.draw.layout.graphviz_answer import ANOTHER_WAY, Drawing, Line, read_answer
from journeymap.draw.layout.labels import with_free_labels
from journeymap.draw.layout.panels import heading_size
from journeymap.draw.layout.ranking import ranks
from journeymap.draw.layout.sizes import box_size, label_size
from journeymap.draw.placement import Placement, Point, Rectangle, Route, Size
from journeymap.draw.scene import Arrow, Box, Scene
from journeymap.errors import CannotRun
from journeymap.findings import Message

__all__ = ["placement", "question"]

_INCH = 72
_BETWEEN_BOXES, _BETWEEN_RANKS, _PANEL_PADDING = 20, 36, 16
_WEIGHT_INSIDE, _WEIGHT_ENTRY = 6, 8
"""How much straighter arrows inside a panel, and from an entry dot, are to be than others."""
_INSET, _HOOK = 10.0, 28.0
"""How far from its corner a way back meets its box, and for how long it keeps that direction."""
_GRAPH = (
    "digraph {{ graph [rankdir={direction} newrank=true nodesep={between} ranksep={ranks} splines=spline]\n"
    'node [shape=box fixedsize=true label=""]\nedge [arrowsize=0.5]\n'
)
_NODE = "n{number} [width={width} height={height}]\n"
_CLUSTER = "subgraph cluster_{number} {{ graph [margin={margin} labelloc=t labeljust=l label={label}]\n{nodes}}}\n"
_RANK = "{{rank=same; r{rank} [shape=point width=0.01 height=0.01 style=invis]; {nodes}}}\n"
_NEXT_RANK = "r{rank} -> r{after} [id=s{rank} style=invis]\n"
_EDGE = "n{tail} -> n{head} [id=e{number}{more}]\n"
_TURNED = " dir=back tailport={tail} headport={head}"
_LOOP = " tailport=s headport=s"
_EMPTY = (
    '<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"><TR><TD></TD></TR></TABLE>>'
)
_MISCOUNTED = "the layout engine placed {placed} of {asked} {what}"


def question(scene: Scene) -> str:
    """The scene as a graph in the DOT language: boxes are n0, n1, ..., arrows e0, e1, ..., groups cluster_0, ..."""
    return "".join(_statements(scene))


def placement(scene: Scene, answer: bytes) -> Placement:
    """The places of everything in the scene, from Graphviz' answer to its question.

    Raises CannotRun if the answer cannot be read, or lacks a box, an arrow, a panel or a label of the scene.
    """
    drawing = read_answer(answer)
    _count(scene, drawing)
    turned = _turned(scene, ranks(scene))
    boxes = {box.id: drawing.nodes[f"n{number}"] for number, box in enumerate(scene.boxes)}
    routes = {}
    for number, arrow in enumerate(scene.arrows):
        route = _route(drawing.edges[f"e{number}"], arrow)
        routes[arrow.id] = _back(route, scene.direction) if number in turned else route
    groups = {scene.groups[number].id: drawing.clusters[f"cluster_{number}"] for number in _panels(scene)}
    return with_free_labels(scene, Placement(drawing.size, boxes, routes, groups))


def _statements(scene: Scene) -> Iterator[str]:
    direction = "LR" if scene.direction == "right" else "TB"
    yield _GRAPH.format(direction=direction, between=_inches(_BETWEEN_BOXES), ranks=_inches(_BETWEEN_RANKS))
    panels = _panels(scene)
    inside = {number for members in panels.values() for number in members}
    yield from (_node(number, box) for number, box in enumerate(scene.boxes) if number not in inside)
    for panel, members in panels.items():
        nodes = "".join(_node(number, scene.boxes[number]) for number in members)
        label = _empty(heading_size(scene.groups[panel]))
        yield _CLUSTER.format(number=panel, margin=_PANEL_PADDING, label=label, nodes=nodes)
    ranked = ranks(scene)
    yield from _spine(ranked)
    yield from _edges(scene, ranked)
    yield "}\n"


def _spine(ranked: Sequence[int]) -> Iterator[str]:
    """What holds each box in its rank: an invisible chain with a link in every rank."""
    count = _rank_count(ranked)
    for rank in range(count):
        nodes = " ".join(f"n{number};" for number, own in enumerate(ranked) if own == rank)
        yield _RANK.format(rank=rank, nodes=nodes)
    yield from (_NEXT_RANK.format(rank=rank, after=rank + 1) for rank in range(count - 1))


def _rank_count(ranked: Sequence[int]) -> int:
    return max(ranked, default=-1) + 1


def _edges(scene: Scene, ranked: Sequence[int]) -> Iterator[str]:
    numbers = {box.id: number for number, box in enumerate(scene.boxes)}
    group = {box.id: box.group for box in scene.boxes}
    turned = _turned(scene, ranked)
    under = _TURNED.format(tail="se", head="sw" if scene.direction == "right" else "ne")
    for number, arrow in enumerate(scene.arrows):
        tail, head = numbers[arrow.source], numbers[arrow.target]
        more = _LOOP if tail == head else ""
        if number in turned:
            tail, head, more = head, tail, under
        if arrow.kind == "entry":
            more += f" weight={_WEIGHT_ENTRY}"
        elif group[arrow.source] is not None and group[arrow.source] == group[arrow.target]:
            more += f" weight={_WEIGHT_INSIDE}"
        size = label_size(arrow)
        if size.width:
            more += f" label={_empty(size)}"
        yield _EDGE.format(number=number, tail=tail, head=head, more=more)


def _turned(scene: Scene, ranked: Sequence[int]) -> frozenset[int]:
    """The arrows that lead to an earlier rank."""
    rank = {box.id: own for box, own in zip(scene.boxes, ranked, strict=True)}
    return frozenset(number for number, arrow in enumerate(scene.arrows) if rank[arrow.source] > rank[arrow.target])


def _panels(scene: Scene) -> dict[int, list[int]]:
    """The groups that have boxes, with them; no other group has a place."""
    place = {group.id: number for number, group in enumerate(scene.groups)}
    members: dict[int, list[int]] = {number: [] for number in place.values()}
    for number, box in enumerate(scene.boxes):
        if box.group in place:
            members[place[box.group]].append(number)
    return {panel: numbers for panel, numbers in members.items() if numbers}


def _node(number: int, box: Box) -> str:
    size = box_size(box)
    return _NODE.format(number=number, width=_inches(size.width), height=_inches(size.height))


def _empty(size: Size) -> str:
    return _EMPTY.format(width=round(size.width), height=round(size.height))


def _inches(length: float) -> str:
    return f"{length / _INCH:.5f}"


def _count(scene: Scene, drawing: Drawing) -> None:
    """Graphviz has lost edges before: nothing may be missing, and nothing be there that was not asked for."""
    count = _rank_count(ranks(scene))
    spine = {f"r{rank}" for rank in range(count)}, {f"s{rank}" for rank in range(count - 1)}
    labelled = {f"e{number}" for number, arrow in enumerate(scene.arrows) if label_size(arrow).width}
    asked_and_placed = {
        "boxes": ({f"n{number}" for number in range(len(scene.boxes))}, set(drawing.nodes) - spine[0]),
        "arrows": ({f"e{number}" for number in range(len(scene.arrows))}, set(drawing.edges) - spine[1]),
        "panels": ({f"cluster_{number}" for number in _panels(scene)}, set(drawing.clusters)),
        "labels": (labelled, {name for name, line in drawing.edges.items() if line.label is not None}),
    }
    for what, (asked, placed) in asked_and_placed.items():
        if asked != placed:
            values: dict[str, str | int] = {"what": what, "asked": len(asked), "placed": len(asked & placed)}
            raise CannotRun(str(Message(_MISCOUNTED, values)), help=ANOTHER_WAY)


def _route(line: Line, arrow: Arrow) -> Route:
    if line.label is None:
        return Route(line.points, "curve")
    size = label_size(arrow)
    corner = Point(line.label.x - size.width / 2, line.label.y - size.height / 2)
    return Route(line.points, "curve", Rectangle(*corner, *size))


def _back(route: Route, direction: str) -> Route:
    """A way back in the direction of its arrow, its ends moved from the corners of the boxes squarely onto their sides:
    it leaves towards the earlier ranks, and comes from the later ones.
    """
    first, _, *middle, _, last = route.points[::-1]
    points = route.points[::-1]
    aside = Point(0, -_INSET) if direction == "right" else Point(-_INSET, 0)
    start, end = (Point(point.x + aside.x, point.y + aside.y) for point in (first, last))
    leaving = _squarely(start, points[3], direction, -1)
    entering = _squarely(end, points[-4], direction, 1)
    return replace(route, points=(start, leaving, *middle, entering, end))


def _squarely(end: Point, other: Point, direction: str, way: int) -> Point:
    """The control point at an end so that a piece meets its box squarely; the longer the piece, the longer."""
    reach = way * min(_HOOK, math.dist(end, other) / 3)
    return Point(end.x + reach, end.y) if direction == "right" else Point(end.x, end.y + reach)

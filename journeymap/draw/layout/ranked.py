"""Boxes in ranks, from left to right or from top to bottom: the views contact and departments.

Graphviz' `dot` (Gansner, Koutsofios, North and Vo 1993) is asked in which order boxes stand in their ranks, and where
across them, so that panels keep apart and few arrows cross. It gets neutral names, the ranks, and sizes in points (one
point is one CSS pixel), never a word of the map, so the same scene is laid out the same whatever fonts there are.
Columns, arrows and labels are then our own (`draw.layout.layered`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from journeymap.draw.layout.graphviz_answer import ANOTHER_WAY, Drawing, read_answer
from journeymap.draw.layout.layered import PANEL_PADDING, Sketch, breadth, finished, sketched
from journeymap.draw.layout.loops import LOOP_ROOM, looping
from journeymap.draw.layout.panels import heading_size, members
from journeymap.draw.layout.ranking import MANY, rankings, ranks
from journeymap.draw.layout.sides import side_needed
from journeymap.draw.layout.sizes import box_size
from journeymap.draw.placement import Placement, Size
from journeymap.draw.scene import Scene
from journeymap.errors import CannotRun
from journeymap.findings import Message

__all__ = ["best_placement", "placement", "question"]

_INCH = 72
_BETWEEN_BOXES, _BETWEEN_RANKS = 22, 48
_WEIGHT_INSIDE, _WEIGHT_ENTRY = 6, 8
"""How much straighter arrows inside a panel, and from an entry dot, are to be than others."""
_GRAPH = (
    "digraph {{ graph [rankdir={direction} newrank=true nodesep={between} ranksep={ranks} splines=line{more}]\n"
    'node [shape=box fixedsize=true label=""]\nedge [arrowsize=0.5]\n'
)
_QUICKLY = " nslimit=0.2 nslimit1=0.2 mclimit=0.1"
"""Asks for less effort where there are many boxes: about as good, several times as fast."""
_NODE = "n{number} [width={width} height={height}]\n"
_CLUSTER = "subgraph cluster_{number} {{ graph [margin={margin} labelloc=t labeljust=l label={label}]\n{nodes}}}\n"
_RANK = "{{rank=same; r{rank} [shape=point width=0.01 height=0.01 style=invis]; {nodes}}}\n"
_NEXT_RANK = "r{rank} -> r{after} [id=s{rank} style=invis]\n"
_EDGE = "n{tail} -> n{head} [id=e{number}{more}]\n"
_EMPTY = (
    '<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"><TR><TD></TD></TR></TABLE>>'
)
_SHAPE, _LENGTH = 1.41, 0.5
"""Width by height of a page, and how much the length of arrows counts beside the size of the picture."""
_MISCOUNTED = "the layout engine placed {placed} of {asked} {what}"


def best_placement(scene: Scene, lay_out_each: Callable[[Sequence[str]], Sequence[bytes]]) -> Placement:
    """The best of a few placements: those that can be printed larger, and whose arrows are shorter, are better.

    `lay_out_each` answers up to three questions at once, one for a map of many touchpoints.
    """
    tried = rankings(scene)
    answers = lay_out_each([_asked(scene, ranked) for ranked in tried])
    sketches = [_sketch(scene, answer, ranked) for answer, ranked in zip(answers, tried, strict=True)]
    return finished(min(sketches, key=lambda sketch: _badness(sketch.placement)))


def _badness(placed: Placement) -> float:
    """How large the picture is on a page of the usual shape, and how long its arrows are."""
    ways = [math.dist(route.points[0], route.points[-1]) for route in placed.routes.values()]
    height = max(placed.size.width / _SHAPE, placed.size.height)
    return round(height + sum(ways) / max(len(ways), 1) * _LENGTH, 2)


def question(scene: Scene) -> str:
    """The scene as a graph in the DOT language: boxes are n0, n1, ..., arrows e0, e1, ..., groups cluster_0, ..."""
    return _asked(scene, ranks(scene))


def placement(scene: Scene, answer: bytes) -> Placement:
    """The places of everything in the scene, from Graphviz' answer to its question.

    Raises CannotRun if the answer cannot be read, or lacks a box, an arrow or a panel of the scene.
    """
    return finished(_sketch(scene, answer, ranks(scene)))


def _asked(scene: Scene, ranked: tuple[int, ...]) -> str:
    return "".join(_statements(scene, ranked))


def _sketch(scene: Scene, answer: bytes, ranked: tuple[int, ...]) -> Sketch:
    drawing, inside = read_answer(answer), members(scene, ranked)
    _count(scene, drawing, ranked, inside)
    boxes = [drawing.nodes[f"n{number}"] for number in range(len(scene.boxes))]
    panels = {panel: drawing.clusters[f"cluster_{panel}"] for panel in inside}
    return sketched(scene, ranked, boxes, panels)


def _statements(scene: Scene, ranked: tuple[int, ...]) -> Iterator[str]:
    direction = "LR" if scene.direction == "right" else "TB"
    between, ranks_apart = _inches(_BETWEEN_BOXES), _inches(_BETWEEN_RANKS)
    more = _QUICKLY if len(scene.boxes) > MANY else ""
    yield _GRAPH.format(direction=direction, between=between, ranks=ranks_apart, more=more)
    panels, sizes = members(scene, ranked), _sizes(scene, ranked)
    inside = {number for numbers in panels.values() for number in numbers}
    yield from (_node(number, size) for number, size in enumerate(sizes) if number not in inside)
    for panel, numbers in panels.items():
        nodes = "".join(_node(number, sizes[number]) for number in numbers)
        label = _empty(heading_size(scene.groups[panel]))
        yield _CLUSTER.format(number=panel, margin=PANEL_PADDING, label=label, nodes=nodes)
    yield from _spine(ranked)
    yield from _edges(scene, ranked)
    yield "}\n"


def _sizes(scene: Scene, ranked: Sequence[int]) -> list[Size]:
    """How large each box is, long enough for all arrows that meet a side of it, with room for arrows to itself."""
    rank = {box.id: own for box, own in zip(scene.boxes, ranked, strict=True)}
    sides: dict[tuple[str, bool], int] = {}
    for arrow in scene.arrows:
        onward = rank[arrow.source] < rank[arrow.target]
        for side in ((arrow.source, onward), (arrow.target, not onward)) if arrow.source != arrow.target else ():
            sides[side] = sides.get(side, 0) + 1
    loops, broader, found = looping(scene), breadth(scene), []
    for box in scene.boxes:
        most = max(sides.get((box.id, side), 0) for side in (False, True))
        size, needed = box_size(box), side_needed(most, broader)
        room = LOOP_ROOM if box.id in loops else 0
        if box.kind == "entry":
            found.append(size)
        elif scene.direction == "right":
            found.append(Size(size.width, max(size.height, needed) + room))
        else:
            found.append(Size(max(size.width, needed) + room, size.height))
    return found


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
    """Arrows back are handed over turned round; those from a box to itself are not the engine's business."""
    numbers = {box.id: number for number, box in enumerate(scene.boxes)}
    group = {box.id: box.group for box in scene.boxes}
    for number, arrow in enumerate(scene.arrows):
        tail, head = numbers[arrow.source], numbers[arrow.target]
        if ranked[tail] > ranked[head]:
            tail, head = head, tail
        more = ""
        if arrow.kind == "entry":
            more = f" weight={_WEIGHT_ENTRY}"
        elif group[arrow.source] is not None and group[arrow.source] == group[arrow.target]:
            more = f" weight={_WEIGHT_INSIDE}"
        yield _EDGE.format(number=number, tail=tail, head=head, more=more)


def _node(number: int, size: Size) -> str:
    return _NODE.format(number=number, width=_inches(size.width), height=_inches(size.height))


def _empty(size: Size) -> str:
    return _EMPTY.format(width=round(size.width), height=round(size.height))


def _inches(length: float) -> str:
    return f"{length / _INCH:.5f}"


def _count(scene: Scene, drawing: Drawing, ranked: Sequence[int], panels: Iterable[int]) -> None:
    """Graphviz has lost edges before: nothing may be missing, and nothing be there that was not asked for."""
    count = _rank_count(ranked)
    spine = {f"r{rank}" for rank in range(count)}, {f"s{rank}" for rank in range(count - 1)}
    asked_and_placed = {
        "boxes": ({f"n{number}" for number in range(len(scene.boxes))}, set(drawing.nodes) - spine[0]),
        "arrows": ({f"e{number}" for number in range(len(scene.arrows))}, set(drawing.edges) - spine[1]),
        "panels": ({f"cluster_{number}" for number in panels}, set(drawing.clusters)),
    }
    for what, (asked, placed) in asked_and_placed.items():
        if asked != placed:
            values: dict[str, str | int] = {"what": what, "asked": len(asked), "placed": len(asked & placed)}
            raise CannotRun(str(Message(_MISCOUNTED, values)), help=ANOTHER_WAY)

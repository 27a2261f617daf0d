"""Columns, panels and arrows of a layered picture, once it is known where the boxes stand in their ranks.

Everything is worked out for a picture that runs to the right; one that runs down is its mirror image at the diagonal.
An arrow leaves its box towards its target, crosses each column between them in a gap, and turns in the corridors
between columns: so no arrow passes through a box. Corridors grow where labels find no room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.draw.layout.compaction import compacted
from journeymap.draw.layout.corridors import Knot, Stretch, curve, tracks
from journeymap.draw.layout.gaps import Course, Gap, Link, courses, gaps_of
from journeymap.draw.layout.labels import Labelled, labelled
from journeymap.draw.layout.loops import LOOP_ROOM, looping, loops_below
from journeymap.draw.layout.mirroring import from_the_corner, mirrored, turned
from journeymap.draw.layout.panels import heading_size, members, rank_spans
from journeymap.draw.layout.sides import End, meeting_places
from journeymap.draw.layout.sizes import label_size
from journeymap.draw.placement import Placement, Point, Rectangle, Route, Size
from journeymap.draw.scene import Scene

__all__ = ["PANEL_PADDING", "Sketch", "breadth", "finished", "sketched"]

PANEL_PADDING = 16
_NARROWEST, _PITCH, _ENDS, _WIDEST = 56.0, 7.0, 34.0, 168.0
"""Width of a corridor: at least; for each track; for the arrow heads and tails beside them; at most."""
_WITH_LABELS = 88.0
_WIDENINGS, _MANY, _MORE, _LITTLE = 2, 300, 24.0, 20.0
_EDGE, _BETWEEN_PANELS, _BADGES = 4.0, 12.0, 5.0
_INSIDE, _ENTRY = 3.0, 8.0
"""How much more than others boxes of one panel, and an entry dot and its box, are to stand level."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What does not depend on how wide corridors are. Links are arrows in the order of ranks, by number."""

    scene: Scene
    ranks: tuple[int, ...]
    boxes: tuple[Rectangle, ...]
    panels: Mapping[int, Rectangle]
    links: tuple[Link, ...]
    back: frozenset[int]
    loops: tuple[int, ...]
    ends: Mapping[int, tuple[End, End]]
    courses: Mapping[int, Course]
    meets: Mapping[int, tuple[float, float]]
    turns: Sequence[Mapping[int, int]]

    @property
    def count(self) -> int:
        """How many ranks there are."""
        return max(self.ranks, default=-1) + 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing whose labels have no places yet."""

    plan: _Plan
    widths: tuple[float, ...]
    placement: Placement
    """Where boxes and arrows would go; labels may ask for wider corridors."""


def sketched(
    scene: Scene, ranks: tuple[int, ...], boxes: Sequence[Rectangle], panels: Mapping[int, Rectangle]
) -> Sketch:
    """A sketch of the scene; `boxes` by their number and `panels` by that of their group say what stands where
    across the ranks. O(arrows x ranks x gaps squared).
    """
    if scene.direction == "down":
        boxes, panels = [turned(box) for box in boxes], {key: turned(panel) for key, panel in panels.items()}
    boxes, panels = _pushed_together(scene, ranks, boxes, panels)
    plan = _plan(scene, ranks, tuple(boxes), panels)
    widths = tuple(_width(plan, rank) for rank in range(max(plan.count - 1, 0)))
    return Sketch(plan, widths, _as_wanted(plan, widths))


def finished(sketch: Sketch) -> Placement:
    """The sketch with places for all labels; corridors grow for them, but not where there are very many arrows.
    O(arrows x places for a label).
    """
    plan, widths = sketch.plan, list(sketch.widths)
    result = labelled(plan.scene, sketch.placement)
    for _ in range(_WIDENINGS if len(plan.links) <= _MANY else 0):
        wider = _wider(plan, widths, result)
        if wider == widths:
            break
        widths = wider
        result = labelled(plan.scene, _as_wanted(plan, widths))
    return from_the_corner(result.placement)


def _as_wanted(plan: _Plan, widths: Sequence[float]) -> Placement:
    placement = _placed(plan, widths)
    return mirrored(placement) if plan.scene.direction == "down" else placement


def breadth(scene: Scene) -> float:
    """How much broader than usual the broadest arrow is."""
    return 1.4 * (max((arrow.width for arrow in scene.arrows), default=1.0) - 1)


def _pushed_together(
    scene: Scene, ranks: Sequence[int], boxes: Sequence[Rectangle], panels: Mapping[int, Rectangle]
) -> tuple[list[Rectangle], dict[int, Rectangle]]:
    number = {box.id: place for place, box in enumerate(scene.boxes)}
    group = {box.id: box.group for box in scene.boxes}
    pulls = []
    for arrow in scene.arrows:
        one, other = number[arrow.source], number[arrow.target]
        if one != other:
            inside = group[arrow.source] is not None and group[arrow.source] == group[arrow.target]
            weight = _ENTRY if arrow.kind == "entry" else _INSIDE if inside else 1.0
            pulls.append((one, other, weight / abs(ranks[one] - ranks[other])))
    right = scene.direction == "right"
    heads = {panel: _head(scene, panel) if right else PANEL_PADDING for panel in panels}
    placed, around = compacted(boxes, ranks, panels, members(scene, ranks), heads, pulls, 4 * breadth(scene))
    loops = looping(scene)
    return [
        place._replace(height=place.height - LOOP_ROOM) if box.id in loops else place
        for box, place in zip(scene.boxes, placed, strict=True)
    ], around


def _plan(scene: Scene, ranks: tuple[int, ...], boxes: tuple[Rectangle, ...], panels: Mapping[int, Rectangle]) -> _Plan:
    number = {box.id: place for place, box in enumerate(scene.boxes)}
    pairs = [(number[arrow.source], number[arrow.target]) for arrow in scene.arrows]
    back = frozenset(n for n, (source, target) in enumerate(pairs) if ranks[source] > ranks[target])
    loops = tuple(n for n, (source, target) in enumerate(pairs) if source == target)
    ordered = {n: (b, a) if n in back else (a, b) for n, (a, b) in enumerate(pairs) if a != b}
    links = tuple(Link(n, ranks[a], ranks[b], boxes[a].centre.y, boxes[b].centre.y) for n, (a, b) in ordered.items())
    count = max(ranks, default=-1) + 1
    found = courses(
        links, _gaps(scene, ranks, boxes, panels, count), _panels_of_ranks(scene, ranks, panels, count), breadth(scene)
    )
    ends = {n: (End(a, 1), End(b, 0)) for n, (a, b) in ordered.items()}
    nexts = {n: (course[0].enters, course[-1].leaves) if course else (None, None) for n, course in found.items()}
    spans = [(box.y, box.bottom) for box in boxes]
    meets = meeting_places(ends, spans, nexts, back)
    stretches: list[list[Stretch]] = [[] for _ in range(max(count - 1, 0))]
    for link in links:
        for rank, start, end in _steps(link, found[link.number], meets[link.number]):
            stretches[rank].append(Stretch(link.number, start, end))
    turns = [tracks(each) for each in stretches]
    return _Plan(scene, ranks, boxes, panels, links, back, loops, ends, found, meets, turns)


def _gaps(
    scene: Scene, ranks: Sequence[int], boxes: Sequence[Rectangle], panels: Mapping[int, Rectangle], count: int
) -> list[tuple[Gap, ...]]:
    """The gaps of every column; the heading of a panel is taken, too, in a picture that runs to the right."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    loops, half = looping(scene), breadth(scene) / 2
    for box, place, rank in zip(scene.boxes, boxes, ranks, strict=True):
        badges = _BADGES + min(half, _BADGES) if box.badges and scene.direction == "right" else 0
        top = place.y - badges - half
        taken[rank].append((top, place.bottom + half + (LOOP_ROOM if box.id in loops else 0)))
    spans = rank_spans(scene, ranks)
    for panel, place in panels.items():
        if scene.direction == "right":
            heading = heading_size(scene.groups[panel]).height
            taken[spans[panel][0]].append((place.y + _EDGE, place.y + _EDGE + heading))
    return [gaps_of(each) for each in taken]


def _panels_of_ranks(
    scene: Scene, ranks: Sequence[int], panels: Mapping[int, Rectangle], count: int
) -> list[list[tuple[float, float]]]:
    spans = rank_spans(scene, ranks)
    return [
        [(place.y, place.bottom) for panel, place in panels.items() if spans[panel][0] <= rank <= spans[panel][1]]
        for rank in range(count)
    ]


def _head(scene: Scene, panel: int) -> float:
    """The room above the first box of a panel."""
    return heading_size(scene.groups[panel]).height + 14.0


def _steps(link: Link, course: Course, meets: tuple[float, float]) -> list[tuple[int, float, float]]:
    """The corridor behind each rank that a link comes through, with where it enters and leaves it."""
    leaves = [meets[0], *(crossing.leaves for crossing in course)]
    enters = [*(crossing.enters for crossing in course), meets[1]]
    return [(link.first + n, start, end) for n, (start, end) in enumerate(zip(leaves, enters, strict=True))]


def _width(plan: _Plan, corridor: int) -> float:
    """A corridor as wide as its tracks need it, and wide enough for some text where arrows with labels turn."""
    needed = _ENDS + _PITCH * (max(plan.turns[corridor].values(), default=0) + 1)
    labels = [
        label_size(plan.scene.arrows[link.number]).width
        for link in plan.links
        if link.last == link.first + 1 and link.first == corridor
    ]
    if plan.scene.direction == "right":
        needed = max(needed, min(max(labels, default=0.0) + _PITCH, _WITH_LABELS))
        return min(max(needed, _NARROWEST), _WIDEST)
    spans = rank_spans(plan.scene, plan.ranks)
    heads = [_head(plan.scene, panel) for panel, (first, _) in spans.items() if first == corridor + 1]
    return max(min(needed, _WIDEST), _NARROWEST, max(heads, default=0.0) + PANEL_PADDING + _BETWEEN_PANELS)


def _wider(plan: _Plan, widths: list[float], result: Labelled) -> list[float]:
    """The widths with more room in the corridor at the source of every label that found no place, and a little more
    where the only places lie on other arrows.
    """
    found = list(widths)
    links = {link.number: link for link in plan.links}
    for number in (*result.crowded, *result.covering):
        if number in links:
            size = label_size(plan.scene.arrows[number])
            wanted = size.width if plan.scene.direction == "right" else size.height
            more = wanted / 2 + _MORE if number in result.crowded else _LITTLE
            link = links[number]
            corridor = link.last - 1 if number in plan.back else link.first
            found[corridor] = max(found[corridor], min(widths[corridor] + more, _WIDEST + wanted))
    return found


def _placed(plan: _Plan, widths: Sequence[float]) -> Placement:
    columns = _columns(plan, widths)
    boxes = []
    for box, rank in zip(plan.boxes, plan.ranks, strict=True):
        left, right = columns[rank]
        boxes.append(box._replace(x=(left + right - box.width) / 2))
    routes = {}
    for link in plan.links:
        points = curve(_knots(plan, link, boxes, columns))
        routes[link.number] = points[::-1] if link.number in plan.back else points
    routes.update({number: points for box in range(len(boxes)) for number, points in _loops(plan, box, boxes[box])})
    return Placement(
        size=Size(0, 0),
        boxes={box.id: boxes[number] for number, box in enumerate(plan.scene.boxes)},
        routes={arrow.id: Route(routes[number], "curve") for number, arrow in enumerate(plan.scene.arrows)},
        groups=_panel_places(plan, boxes),
    )


def _columns(plan: _Plan, widths: Sequence[float]) -> list[tuple[float, float]]:
    found, left = [], 0.0
    for rank in range(plan.count):
        width = max(box.width for box, own in zip(plan.boxes, plan.ranks, strict=True) if own == rank)
        found.append((left, left + width))
        left += width + (widths[rank] if rank < len(widths) else 0)
    return found


def _panel_places(plan: _Plan, boxes: Sequence[Rectangle]) -> dict[str, Rectangle]:
    found, right = {}, plan.scene.direction == "right"
    inside = members(plan.scene, plan.ranks)
    for panel, place in plan.panels.items():
        group = plan.scene.groups[panel]
        before = PANEL_PADDING if right else _head(plan.scene, panel)
        left = min(boxes[number].x for number in inside[panel]) - before
        far = max(boxes[number].right for number in inside[panel]) + PANEL_PADDING
        found[group.id] = Rectangle(left, place.y, far - left, place.height)
    return found


def _knots(plan: _Plan, link: Link, boxes: Sequence[Rectangle], columns: Sequence[tuple[float, float]]) -> list[Knot]:
    first, last = (boxes[end.box] for end in plan.ends[link.number])
    meets, course = plan.meets[link.number], plan.courses[link.number]
    far = -1e9, 1e9
    knots = [Knot(first.right, meets[0], *far, None)]
    if columns[link.first][1] > first.right:
        knots.append(Knot(columns[link.first][1], meets[0], meets[0], meets[0], None))
    for rank, crossing in enumerate(course, start=link.first + 1):
        left, right = columns[rank]
        knots.append(Knot(left, crossing.enters, *far, _turn(plan, link.number, rank - 1, columns)))
        knots.append(Knot(right, crossing.leaves, *crossing.gap, None))
    knots.append(Knot(columns[link.last][0], meets[1], *far, _turn(plan, link.number, link.last - 1, columns)))
    if last.x > columns[link.last][0]:
        knots.append(Knot(last.x, meets[1], meets[1], meets[1], None))
    return knots


def _turn(plan: _Plan, number: int, corridor: int, columns: Sequence[tuple[float, float]]) -> float | None:
    """Where along a corridor a way has its track, None where it needs none."""
    track = plan.turns[corridor].get(number)
    if track is None:
        return None
    left, right = columns[corridor][1] + _ENDS / 2, columns[corridor + 1][0] - _ENDS / 2
    most = max(plan.turns[corridor].values())
    return left + (right - left) * (track + 1) / (most + 2)


def _loops(plan: _Plan, box: int, place: Rectangle) -> Iterator[tuple[int, tuple[Point, ...]]]:
    own = [number for number in plan.loops if plan.scene.arrows[number].source == plan.scene.boxes[box].id]
    return zip(own, loops_below(place, len(own)), strict=True)

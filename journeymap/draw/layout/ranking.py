"""Which rank each box gets: few arrows back, short arrows, departments that stay together, customers' doors first.

Graphviz would put each box as far behind its senders as the longest way tells, which tears departments apart and makes
wide pictures. Here a cost is made small by moving boxes and whole groups, one after the other, until no move helps:
from several beginnings, of which the best end is taken.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add
from typing import NamedTuple

from journeymap.draw.layout.ordering import in_order
from journeymap.draw.layout.rank_links import Link, link_costs
from journeymap.draw.layout.sizes import box_size
from journeymap.draw.scene import Scene

__all__ = ["MANY", "rankings", "ranks"]

_SPREAD, _DOOR, _LATE = 2.0, 1.5, 0.1
"""What each rank costs by which a group is spread out, a door or another box stands behind the first rank."""
_SHAPE, _APART, _CORRIDOR = 1.41, 22, 88
"""Width by height of the wanted picture, and what stands around each box: the gap to the next, and the corridor."""
MANY = 60
"""More boxes than these are laid out in one manner only, and with less effort, to be quick."""
_SWEEPS = 12


class _Manner(NamedTuple):
    """How much ranks are evened out: `spare` is how much larger the picture may be than its boxes with what stands
    around them, `crowded` what each pixel costs by which the boxes of a rank need more room than it then has.
    """

    spare: float
    crowded: float


_MANNERS = (_Manner(1.1, 0.06), _Manner(0.8, 0.02), _Manner(1.4, 0.06))
"""Which of them gives the best picture depends on the map: they are tried."""
_OF_MANY = _Manner(1.1, 0.02)


@dataclass(frozen=True)
class _Puzzle:
    """What is to be ranked: everything but the entry dots."""

    boxes: tuple[int, ...]
    doors: frozenset[int]
    links: tuple[Link, ...]
    groups: tuple[tuple[int, ...], ...]
    touching: Mapping[int, list[Link]]
    room: Mapping[int, float]
    """How much room each box takes across the ranks."""
    limit: float
    """How much room there is across the ranks before a picture of the wanted shape becomes larger."""
    crowded: float


def rankings(scene: Scene) -> tuple[tuple[int, ...], ...]:
    """Up to three different ways to give the boxes ranks, as `ranks` does; one only where there are many boxes."""
    if len(scene.boxes) > MANY:
        return (_ranks(scene, _OF_MANY),)
    return tuple(dict.fromkeys(_ranks(scene, manner) for manner in _MANNERS))


def ranks(scene: Scene) -> tuple[int, ...]:
    """The rank of each box of the scene, from 0; an entry dot stands one rank before its box. No arrow between two
    boxes stays in one rank. O(sweeps x ranks x arrows).
    """
    return rankings(scene)[0]


def _ranks(scene: Scene, manner: _Manner) -> tuple[int, ...]:
    puzzle, dots = _puzzle(scene, manner)
    found = min((_settled(puzzle, start) for start in _starts(puzzle)), key=lambda rank: round(_cost(puzzle, rank), 6))
    used = {rank: place for place, rank in enumerate(sorted(set(found.values())), start=1)}
    ranked = {box: used[rank] for box, rank in found.items()}
    ranked |= {dot: min(ranked[box] for box in targets) - 1 for dot, targets in dots.items()}
    least = min(ranked.values(), default=0)
    return tuple(ranked[number] - least for number in range(len(scene.boxes)))


def _puzzle(scene: Scene, manner: _Manner) -> tuple[_Puzzle, dict[int, list[int]]]:
    number = {box.id: place for place, box in enumerate(scene.boxes)}
    ends = [(number[arrow.source], number[arrow.target]) for arrow in scene.arrows]
    entries = {place for place, box in enumerate(scene.boxes) if box.kind == "entry"}
    dots: dict[int, list[int]] = {}
    for source, target in ends:
        if source in entries:
            dots.setdefault(source, []).append(target)
    doors = frozenset(target for targets in dots.values() for target in targets)
    boxes = tuple(place for place in range(len(scene.boxes)) if place not in dots)
    counts: dict[tuple[int, int], int] = {}
    for pair in ends:
        if pair[0] != pair[1] and pair[0] not in dots:
            counts[pair] = counts.get(pair, 0) + 1
    depth = _depths(doors, counts)
    links = tuple(Link(a, b, count, depth.get(a, 0) > depth.get(b, 0)) for (a, b), count in counts.items())
    touching: dict[int, list[Link]] = {box: [] for box in boxes}
    for link in links:
        touching[link.source].append(link)
        touching[link.target].append(link)
    groups: dict[str | None, list[int]] = {}
    for box in boxes:
        groups.setdefault(scene.boxes[box].group, []).append(box)
    groups.pop(None, None)
    room, limit = _rooms(scene, boxes, manner.spare)
    return _Puzzle(boxes, doors, links, tuple(map(tuple, groups.values())), touching, room, limit, manner.crowded), dots


def _rooms(scene: Scene, boxes: Sequence[int], spare: float) -> tuple[dict[int, float], float]:
    """The room of each box across the ranks, and that of a whole rank in a picture of the wanted shape."""
    right = scene.direction == "right"
    sizes = {box: box_size(scene.boxes[box]) for box in boxes}
    across = {box: (size.height if right else size.width) + _APART for box, size in sizes.items()}
    along = {box: (size.width if right else size.height) + _CORRIDOR for box, size in sizes.items()}
    area = spare * sum(across[box] * along[box] for box in boxes)
    limit = math.sqrt(area / _SHAPE if right else area * _SHAPE)
    return across, max(limit, 3 * max(across.values(), default=0.0))


def _starts(puzzle: _Puzzle) -> Iterator[dict[int, int]]:
    """By the most transfers from a door, once arrows back are turned round, and by the fewest; of many boxes, only in
    the way that most often ends best.
    """
    onward = [(link.source, link.target) for link in puzzle.links if not link.again]
    from_the_doors = tuple(_from_the_doors(puzzle))
    if len(puzzle.boxes) > MANY:
        yield _furthest(puzzle, {box: place for place, box in enumerate(from_the_doors)}, onward)
        return
    yield _nearest(puzzle)
    for first in (puzzle.boxes, from_the_doors):
        yield _furthest(puzzle, in_order(first, onward), onward)
        yield _furthest(puzzle, {box: place for place, box in enumerate(first)}, onward)


def _from_the_doors(puzzle: _Puzzle) -> list[int]:
    depth = _nearest(puzzle)
    return sorted(puzzle.boxes, key=lambda box: (depth[box], box not in puzzle.doors, box))


def _depths(doors: frozenset[int], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The fewest transfers that lead from a door to a box, where some do."""
    onward: dict[int, list[int]] = {}
    for source, target in pairs:
        onward.setdefault(source, []).append(target)
    depth = dict.fromkeys(sorted(doors), 0)
    border = list(depth)
    while border:
        reached = dict.fromkeys(target for box in border for target in onward.get(box, ()) if target not in depth)
        border = list(reached)
        far = 1 + max(depth.values())
        depth.update(dict.fromkeys(border, far))
    return depth


def _nearest(puzzle: _Puzzle) -> dict[int, int]:
    depth = _depths(puzzle.doors, ((link.source, link.target) for link in puzzle.links))
    return {box: depth.get(box, 0) for box in puzzle.boxes}


def _furthest(puzzle: _Puzzle, order: Mapping[int, int], onward: Sequence[tuple[int, int]]) -> dict[int, int]:
    depth = dict.fromkeys(puzzle.boxes, 0)
    after: dict[int, list[int]] = {box: [] for box in puzzle.boxes}
    for source, target in onward:
        if order[source] < order[target]:
            after[source].append(target)
    for box in sorted(puzzle.boxes, key=lambda each: order[each]):
        for target in after[box]:
            depth[target] = max(depth[target], depth[box] + 1)
    return depth


def _settled(puzzle: _Puzzle, rank: dict[int, int]) -> dict[int, int]:
    """Boxes and groups moved to where they cost least, until no move helps; what has not changed is not tried again."""
    mates = {box: group for group in puzzle.groups for box in group}
    movable = (*((box,) for box in puzzle.boxes), *puzzle.groups)
    load = _loads(puzzle, rank)
    due = set(puzzle.boxes)
    for _ in range(_SWEEPS):
        moved: set[int] = set()
        for each in movable:
            if due.isdisjoint(each) and moved.isdisjoint(each):
                continue
            others = [rank[box] for box in mates.get(each[0], ()) if box not in each]
            best = _best_move(puzzle, rank, each, others, load)
            if best:
                _move(puzzle, rank, each, best, load)
                moved |= _neighbours(puzzle, each, mates)
        due = moved
        if not due:
            break
    return rank


def _loads(puzzle: _Puzzle, rank: Mapping[int, int]) -> dict[int, float]:
    """How much room the boxes of each rank take."""
    load: dict[int, float] = {}
    for box in puzzle.boxes:
        load[rank[box]] = load.get(rank[box], 0.0) + puzzle.room[box]
    return load


def _move(puzzle: _Puzzle, rank: dict[int, int], moving: Iterable[int], by: int, load: dict[int, float]) -> None:
    for box in moving:
        load[rank[box]] -= puzzle.room[box]
        rank[box] += by
        load[rank[box]] = load.get(rank[box], 0.0) + puzzle.room[box]


def _neighbours(puzzle: _Puzzle, moved: tuple[int, ...], mates: Mapping[int, tuple[int, ...]]) -> set[int]:
    """What may want to move after some boxes did."""
    linked = {end for box in moved for link in puzzle.touching[box] for end in (link.source, link.target)}
    return linked.union(moved, mates.get(moved[0], ()))


def _best_move(
    puzzle: _Puzzle,
    rank: Mapping[int, int],
    moving: tuple[int, ...],
    others: Sequence[int],
    load: Mapping[int, float],
) -> int:
    """By how many ranks to move some boxes so that they cost least; `others` are the ranks of their group's rest."""
    least, highest = min(rank[box] for box in moving), max(rank.values()) + 1
    moves = range(-least, highest - least + 1)
    doors = sum(1 for box in moving if box in puzzle.doors)
    step = doors * _DOOR + (len(moving) - doors) * _LATE
    totals = [step * move for move in moves]
    for costs in _link_costs(puzzle, rank, moving, moves, highest):
        totals = list(map(add, totals, costs))
    own = _loads_of(puzzle, rank, moving)

    def cost(move: int) -> tuple[float, int]:
        total = totals[move + least]
        if others:
            here = rank[moving[0]] + move
            total += _SPREAD * (max(*others, here) - min(*others, here))
        for at, room in own.items():
            rest = load.get(at + move, 0.0) - own.get(at + move, 0.0)
            if rest + room > puzzle.limit:
                total += puzzle.crowded * min(rest + room - puzzle.limit, room)
        return round(total, 6), abs(move)

    return min(moves, key=cost)


def _link_costs(
    puzzle: _Puzzle, rank: Mapping[int, int], moving: tuple[int, ...], moves: range, highest: int
) -> Iterator[list[float]]:
    """For each link between what moves and what stays: what it costs for each move."""
    inside, reach = frozenset(moving), 2 << highest.bit_length()
    for box in moving:
        for link in puzzle.touching[box]:
            if link.source in inside and link.target in inside:
                continue
            length = rank[link.target] - rank[link.source]
            costs, turned = link_costs(link.count, link.again, reach)
            first = reach + moves.start + (length if link.target in inside else -length)
            yield (costs if link.target in inside else turned)[first : first + len(moves)]


def _loads_of(puzzle: _Puzzle, rank: Mapping[int, int], moving: Iterable[int]) -> dict[int, float]:
    load: dict[int, float] = {}
    for box in moving:
        load[rank[box]] = load.get(rank[box], 0.0) + puzzle.room[box]
    return load


def _cost(puzzle: _Puzzle, rank: Mapping[int, int]) -> float:
    total = sum(link.cost(rank[link.target] - rank[link.source]) for link in puzzle.links)
    total += sum(rank[box] * (_DOOR if box in puzzle.doors else _LATE) for box in puzzle.boxes)
    total += puzzle.crowded * sum(max(0.0, room - puzzle.limit) for room in _loads(puzzle, rank).values())
    for group in puzzle.groups:
        places = [rank[box] for box in group]
        total += _SPREAD * (max(places) - min(places))
    return total

"""Which box of a lane stands above which: neighbours at the same height, so that arrows run straight and few cross.

The barycentre sweeps of K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system
structures, IEEE Trans. SMC 11(2), 1981, inside lanes whose order is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeymap.draw.layout.grid import Cell

__all__ = ["breaks", "stacked"]

_SWEEPS = 4
_SAME_LANE = 4
"""How much more a neighbour in the same lane counts: only there an arrow can run straight."""

Links = Mapping[str, Sequence[str]]


def stacked(columns: Mapping[str, int], lanes: Mapping[str, int], links: Iterable[tuple[str, str]]) -> dict[str, Cell]:
    """Cells for boxes whose column and lane are given; lanes are as high as their fullest column.

    O(sweeps x (links + boxes x height of a lane)).
    """
    stacks: dict[tuple[int, int], list[str]] = {}
    for key, column in columns.items():
        stacks.setdefault((column, lanes[key]), []).append(key)
    heights = [0] * (max(lanes.values(), default=-1) + 1)
    for (_, lane), keys in stacks.items():
        heights[lane] = max(heights[lane], len(keys))
    bases = [sum(heights[:lane]) for lane in range(len(heights))]
    rows = {key: bases[lanes[key]] + place for keys in stacks.values() for place, key in enumerate(keys)}
    near = _neighbours(columns, links)
    for sweep in range(2 * _SWEEPS):
        for column, lane in sorted(stacks, reverse=sweep % 2 == 1):
            keys = stacks[column, lane]
            wanted = {key: _wanted(key, rows, lanes, near) for key in keys}
            keys.sort(key=lambda key: (wanted[key], rows[key]))
            places = _spread([wanted[key] - bases[lane] for key in keys], heights[lane])
            rows.update({key: bases[lane] + place for key, place in zip(keys, places, strict=True)})
    return {key: Cell(rows[key], column) for key, column in columns.items()}


def breaks(cells: Mapping[str, Cell], lanes: Mapping[str, int]) -> frozenset[int]:
    """The rows above which a lane begins. O(boxes)."""
    first: dict[int, int] = {}
    for key, cell in cells.items():
        first[lanes[key]] = min(first.get(lanes[key], cell.row), cell.row)
    return frozenset(first.values())


def _neighbours(columns: Mapping[str, int], links: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The boxes in other columns that a box is linked with; those in the next column count twice."""
    near: dict[str, list[str]] = {key: [] for key in columns}
    for source, target in links:
        distance = abs(columns[source] - columns[target])
        for _ in range(2 if distance == 1 else min(distance, 1)):
            near[source].append(target)
            near[target].append(source)
    return near


def _wanted(key: str, rows: Mapping[str, int], lanes: Mapping[str, int], near: Links) -> float:
    """The mean height of the neighbours; where there are none, the box stays where it is."""
    weights = [(rows[other], _SAME_LANE if lanes[other] == lanes[key] else 1) for other in near[key]]
    total = sum(weight for _, weight in weights)
    return sum(row * weight for row, weight in weights) / total if total else rows[key]


def _spread(wanted: Sequence[float], height: int) -> list[int]:
    """Different places in order, nearest to what is wanted (dynamic programming). O(boxes x height)."""
    best: list[tuple[float, list[int]]] = [(0.0, [])] * (height + 1)
    for number, wish in enumerate(wanted):
        found: list[tuple[float, list[int]]] = [(float("inf"), [])] * (height + 1)
        for place in range(number, height):
            cost, places = best[place]
            found[place + 1] = min(found[place], (cost + abs(place - wish), [*places, place]))
        best = found
    return best[height][1]

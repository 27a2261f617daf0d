"""Horizontal tracks between rows of boxes, for arrows that lead from one column to another.

An arrow leaves a box by a port on its upper or lower edge, runs along a track, and enters another box by a port. The
shortest arrows take the tracks nearest to the boxes, and ports are ordered so that arrows of one box do not cross.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from journeymap.draw.placement import Rectangle

__all__ = ["Run", "Side", "crossing", "ports", "tracks"]

Side = Literal["above", "below"]
"""Where the box of an end lies, seen from the track."""
_BETWEEN, _ENTRY = 14.0, 20.0


class Run(NamedTuple):
    """An arrow's way along a track: from the box at the one end to the box at the other, each above or below it."""

    arrow: str
    source: str
    target: str
    source_side: Side
    target_side: Side


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a run at a box: what it is sorted by, and the place where its port is noted."""

    order: tuple[int, float, str, int]
    key: tuple[str, int]


def ports(
    runs: Sequence[Run], boxes: Mapping[str, Rectangle], first: Iterable[str] = ()
) -> dict[tuple[str, int], float]:
    """The x of both ends (0 source, 1 target) of every run, spread over the edges of the boxes.

    Ends that lead to the left stand left, the shortest first; ends that lead to the right stand right, the shortest
    last. In the boxes `first` the left end of the upper edge is kept free, for what comes in from above.
    """
    ends: dict[tuple[str, Side], list[_End]] = {}
    for run in runs:
        sides: tuple[tuple[int, str, str, Side], ...] = (
            (0, run.source, run.target, run.source_side),
            (1, run.target, run.source, run.target_side),
        )
        for end, own, other, side in sides:
            distance = boxes[other].centre.x - boxes[own].centre.x
            direction = (distance > 0) - (distance < 0)
            order = (direction, -distance, run.arrow, end)
            ends.setdefault((own, side), []).append(_End(order, (run.arrow, end)))
    kept = set(first)
    placed: dict[tuple[str, int], float] = {}
    for (own, side), here in ends.items():
        box, spare = boxes[own], _ENTRY if side == "below" and own in kept else 0
        for place, each in enumerate(sorted(here, key=lambda one: one.order)):
            placed[each.key] = round(box.x + spare + (box.width - spare) * (place + 1) / (len(here) + 1), 2)
    return placed


def tracks(runs: Sequence[Run], at: Mapping[tuple[str, int], float]) -> dict[str, int]:
    """The track of every run, 0 uppermost, so that no two on one track touch. O(runs x tracks).

    What begins and ends above comes first, then what leads through, then what begins and ends below; within the
    first the shortest is uppermost, within the last lowermost.
    """
    found: dict[str, int] = {}
    start = 0
    for sides in (("above",), ("above", "below"), ("below",)):
        group = [run for run in runs if tuple(sorted({run.source_side, run.target_side})) == sides]
        taken: list[list[tuple[float, float]]] = []
        numbers: dict[str, int] = {}
        for run in sorted(group, key=lambda run: (_length(run, at), run.arrow)):
            left, right = _span(run, at)
            free = (n for n, used in enumerate(taken) if all(_apart(left, right, *other) for other in used))
            number = next(free, len(taken))
            if number == len(taken):
                taken.append([])
            taken[number].append((left, right))
            numbers[run.arrow] = number
        for arrow, number in numbers.items():
            found[arrow] = start + (len(taken) - 1 - number if sides == ("below",) else number)
        start += len(taken)
    return found


def crossing(run: Run, runs: Sequence[Run], at: Mapping[tuple[str, int], float], on: Mapping[str, int]) -> list[float]:
    """Where other arrows cross the track of a run between its ends, from left to right."""
    left, right = _span(run, at)
    own = on[run.arrow]
    found = []
    for other in runs:
        for end, side in ((0, other.source_side), (1, other.target_side)):
            x, track = at[other.arrow, end], on[other.arrow]
            if left < x < right and (own < track if side == "above" else own > track):
                found.append(x)
    return sorted(found)


def _span(run: Run, at: Mapping[tuple[str, int], float]) -> tuple[float, float]:
    one, other = at[run.arrow, 0], at[run.arrow, 1]
    return min(one, other), max(one, other)


def _length(run: Run, at: Mapping[tuple[str, int], float]) -> float:
    left, right = _span(run, at)
    return right - left


def _apart(left: float, right: float, other_left: float, other_right: float) -> bool:
    return right + _BETWEEN < other_left or other_right + _BETWEEN < left

"""Where arrows leave and enter boxes: every arrow has a port of its own, in an order that avoids crossings.

Two arrows in the same stretch of a row never have the same height, whichever boxes they belong to, so that the pieces
along the rows cannot lie on one another. Heights are offsets from the middle of the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, starmap
from typing import NamedTuple

from journeymap.draw.layout.ways import Way

__all__ = ["PITCH", "Ports", "ports"]

PITCH = 10.0
"""The least distance between two parallel lines."""
_CLEAR = 4.0
"""The least distance between a label and anything else."""
_BESIDE = 0.25
"""The zones of a channel at which arrows leave and enter, to the left and to the right of its tracks."""
_EXACT = 1e-6
_UP, _STRAIGHT, _DOWN = -1, 0, 1

Key = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ports:
    """Offsets by arrow, from the middle of the row, downwards."""

    leaving: Mapping[str, float]
    entering: Mapping[str, float]


class _Piece(NamedTuple):
    """A piece of an arrow along a row, through channels `low` to `high`.

    At `text_at` it needs room above it for its label; an entry dot takes room above and below.
    """

    arrow: str
    entering: bool
    low: float
    high: float
    text_at: float
    above: float
    below: float
    direction: int
    order: Key


def ports(ways: Iterable[Way], labels: Mapping[str, float]) -> Ports:
    """A port for each end of every arrow; `labels` are heights, 0 for none. O(arrows x ports of a row)."""
    rows: dict[int, dict[tuple[int, bool], list[_Piece]]] = {}
    for way in ways:
        for row, side, piece in _pieces(way, labels.get(way.arrow, 0)):
            rows.setdefault(row, {}).setdefault(side, []).append(piece)
    leaving: dict[str, float] = {}
    entering: dict[str, float] = {}
    for row in sorted(rows):
        for piece, offset in _row_offsets(rows[row]).items():
            (entering if piece.entering else leaving)[piece.arrow] = offset
            if piece.direction == _STRAIGHT:
                entering[piece.arrow] = leaving[piece.arrow] = offset
    return Ports(leaving, entering)


def _pieces(way: Way, label: float) -> list[tuple[int, tuple[int, bool], _Piece]]:
    """The pieces of a way along rows: with the row, and the column and side of the box whose ports they use."""
    out, into = way.source.column + 1 - _BESIDE, way.target.column + _BESIDE
    if way.dot:
        piece = _Piece(way.arrow, True, way.last, into, into, label / 2 + _CLEAR, label / 2 + _CLEAR, _STRAIGHT, ())  # noqa: FBT003
        return [(way.target.row, (way.target.column, False), piece)]
    if way.straight:
        piece = _Piece(way.arrow, False, out, into, out, label, 0, _STRAIGHT, ())  # noqa: FBT003
        return [
            (way.source.row, (way.source.column, True), piece),
            (way.target.row, (way.target.column, False), piece),
        ]
    direction, order = _leaving_order(way)
    leaves = _Piece(way.arrow, False, out, way.first, out, label, 0, direction, order)  # noqa: FBT003
    direction, order = _entering_order(way)
    low, high = (out, way.last) if way.loop else (way.last, into)
    enters = _Piece(way.arrow, True, low, high, high, 0, 0, direction, order)  # noqa: FBT003
    return [
        (way.source.row, (way.source.column, True), leaves),
        (way.target.row, (way.target.column, way.loop), enters),
    ]


def _height(row: int, level: int | None) -> int:
    """Rows and levels on one scale, downwards."""
    return 4 * row + 2 if level is None else 2 * level + 1


def _leaving_order(way: Way) -> tuple[int, Key]:
    """Arrows upwards at the top, sorted by where they go; ways back are the outermost, the shortest last."""
    if way.loop:
        return _DOWN, (2, 0, 0, 0)
    goal, here = _height(way.target.row, way.level), _height(way.source.row, None)
    direction = _UP if goal < here else _DOWN
    if way.back:
        return direction, (direction, 1 if direction > 0 else -1, -goal, way.target.column * direction)
    return direction, (direction, 0, goal, -way.target.column)


def _entering_order(way: Way) -> tuple[int, Key]:
    """The mirror image of `_leaving_order`."""
    if way.loop:
        return _DOWN, (2, 0, 0, 1)
    start, here = _height(way.source.row, way.level), _height(way.target.row, None)
    direction = _UP if start < here else _DOWN
    if way.back:
        return direction, (direction, 1 if direction > 0 else -1, -start, -way.source.column * direction)
    return direction, (direction, 0, start, way.source.column * direction)


def _row_offsets(sides: Mapping[tuple[int, bool], list[_Piece]]) -> dict[_Piece, float]:
    """Straight arrows first, in the middle; then side by side, the fullest first."""
    placed: dict[_Piece, float] = {}
    straight = {piece for pieces in sides.values() for piece in pieces if piece.direction == _STRAIGHT}
    for piece in sorted(straight):
        placed[piece] = _nearest(piece, placed)
    for side in sorted(sides, key=lambda side: (-len(sides[side]), side)):
        _place_side(sides[side], placed)
    return placed


def _nearest(piece: _Piece, placed: Mapping[_Piece, float]) -> float:
    below, above = _fit(piece, 0, _DOWN, placed), _fit(piece, 0, _UP, placed)
    return below if below <= -above else above


def _place_side(pieces: list[_Piece], placed: dict[_Piece, float]) -> None:
    """From the middle outwards, in order, around what is there already."""
    others = sorted((piece for piece in pieces if piece.direction != _STRAIGHT), key=lambda piece: piece.order)
    straight = sorted((piece for piece in pieces if piece.direction == _STRAIGHT), key=placed.__getitem__)
    if straight:
        upper = sum(piece.direction == _UP for piece in others)
        _stack([straight[-1], *others[upper:]], placed[straight[-1]], _DOWN, placed)
        _stack([straight[0], *others[:upper][::-1]], placed[straight[0]], _UP, placed)
    elif others:
        half = (len(others) - 1) // 2
        above = sum(starmap(_pitch, pairwise(others[: half + 1])))
        below = sum(starmap(_pitch, pairwise(others[half:])))
        middle = _fit(others[half], (above - below) / 2, _DOWN, placed)
        placed[others[half]] = middle
        _stack(others[half:], middle, _DOWN, placed)
        _stack(others[half::-1], middle, _UP, placed)


def _stack(pieces: list[_Piece], start: float, direction: int, placed: dict[_Piece, float]) -> None:
    """Sets all but the first, which stands at `start`, one behind the other."""
    at = start
    for before, piece in pairwise(pieces):
        gap = _pitch(before, piece) if direction == _DOWN else _pitch(piece, before)
        at = placed[piece] = _fit(piece, at + direction * gap, direction, placed)


def _pitch(upper: _Piece, lower: _Piece) -> float:
    """How far apart two neighbours on one side of a box are."""
    room = upper.below + lower.above
    return max(PITCH, room + _CLEAR if room else 0)


def _fit(piece: _Piece, wanted: float, direction: int, placed: Mapping[_Piece, float]) -> float:
    """The first free height from `wanted` on in a direction."""
    taken = sorted((height - before, height + behind) for height, before, behind in _taken(piece, placed))
    if direction == _UP:
        taken = sorted(taken, key=lambda span: -span[1])
    offset, last = wanted, None
    while offset != last:
        last = offset
        for first, final in taken:
            if first + _EXACT < offset < final - _EXACT:
                offset = final if direction == _DOWN else first
    return offset


def _taken(piece: _Piece, placed: Mapping[_Piece, float]) -> Iterator[tuple[float, float, float]]:
    """What stands beside a piece: its height, and how far above and below it the piece may not come."""
    for other, height in placed.items():
        if piece.low <= other.high and other.low <= piece.high:
            yield height, _distance(piece, other), _distance(other, piece)


def _distance(upper: _Piece, lower: _Piece) -> float:
    """How far apart two pieces that stand beside one another have to be."""
    above = lower.above if upper.low <= lower.text_at <= upper.high else 0
    below = upper.below if lower.low <= upper.text_at <= lower.high else 0
    return max(PITCH, above + below + _CLEAR if above + below else 0)

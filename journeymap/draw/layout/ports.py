"""Where arrows leave and enter boxes: every arrow has a port of its own, in an order that avoids crossings.

Two arrows in the same stretch of a row never have the same height, whichever boxes they belong to, so that the pieces
along the rows cannot lie on one another. Heights are offsets from the middle of the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    """A piece of an arrow along a row, through channels `low` to `high`; its label stands at `label_at`."""

    arrow: str
    entering: bool
    low: float
    high: float
    label_at: float
    label: float
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
        piece = _Piece(way.arrow, True, way.last, into, into, label, _STRAIGHT, ())  # noqa: FBT003
        return [(way.target.row, (way.target.column, False), piece)]
    if way.straight:
        piece = _Piece(way.arrow, False, out, into, out, label, _STRAIGHT, ())  # noqa: FBT003
        return [
            (way.source.row, (way.source.column, True), piece),
            (way.target.row, (way.target.column, False), piece),
        ]
    direction, order = _leaving_order(way)
    leaves = _Piece(way.arrow, False, out, way.first, out, label, direction, order)  # noqa: FBT003
    direction, order = _entering_order(way)
    low, high = (out, way.last) if way.loop else (way.last, into)
    enters = _Piece(way.arrow, True, low, high, high, 0, direction, order)  # noqa: FBT003
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
    middle = [placed[piece] for piece in pieces if piece.direction == _STRAIGHT]
    labels = [piece.label for piece in pieces if piece.direction == _STRAIGHT]
    others = sorted((piece for piece in pieces if piece.direction != _STRAIGHT), key=lambda piece: piece.order)
    if middle:
        room = max(labels) / 2 + PITCH
        upper = [piece for piece in others if piece.direction == _UP]
        _stack(upper[::-1], min(middle) - room, _UP, placed)
        _stack(others[len(upper) :], max(middle) + room, _DOWN, placed)
        return
    total = sum(max(piece.label + _CLEAR, PITCH) for piece in others)
    half = _upper_half(others, total)
    start = -total / 2 + sum(max(piece.label + _CLEAR, PITCH) for piece in others[:half])
    _stack(others[half:], start, _DOWN, placed, from_edge=True)
    _stack(others[:half][::-1], start, _UP, placed, from_edge=True)


def _upper_half(pieces: list[_Piece], total: float) -> int:
    done, number = 0.0, 0
    while number < len(pieces) and done + max(pieces[number].label + _CLEAR, PITCH) <= total / 2:
        done += max(pieces[number].label + _CLEAR, PITCH)
        number += 1
    return number


def _stack(
    pieces: list[_Piece], start: float, direction: int, placed: dict[_Piece, float], *, from_edge: bool = False
) -> None:
    at = start
    for piece in pieces:
        half = max(piece.label + _CLEAR, PITCH) / 2
        wanted = at + direction * half if from_edge or piece is not pieces[0] else at + direction * piece.label / 2
        placed[piece] = _fit(piece, wanted, direction, placed)
        at = placed[piece] + direction * half


def _fit(piece: _Piece, wanted: float, direction: int, placed: Mapping[_Piece, float]) -> float:
    """The first free height from `wanted` on in a direction."""
    near = [(height, _distance(piece, other)) for other, height in placed.items()]
    near = sorted((pair for pair in near if pair[1]), key=lambda pair: pair[0] * direction)
    offset, before = wanted, None
    while offset != before:
        before = offset
        for height, distance in near:
            if abs(height - offset) < distance - _EXACT:
                offset = height + direction * distance
    return offset


def _distance(one: _Piece, other: _Piece) -> float:
    """How far apart two pieces have to be; 0 where they never stand beside one another."""
    if one.high < other.low or other.high < one.low:
        return 0
    if one.label and other.label and one.label_at == other.label_at:
        return max(PITCH, (one.label + other.label) / 2 + _CLEAR)
    one_room = one.label / 2 + _CLEAR if other.low <= one.label_at <= other.high else 0
    other_room = other.label / 2 + _CLEAR if one.low <= other.label_at <= one.high else 0
    return max(PITCH, one_room, other_room)

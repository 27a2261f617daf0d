"""Tracks in a channel: no two arrows lie on one another, and few cross.

The left-edge algorithm (A. Hashimoto, J. Stevens, Wire routing by optimizing channel assignment within large
apertures, Design Automation Workshop 1971) packs pieces into tracks; the order in which it takes them comes from the
crossings that each pair would have in either order, as in the ordering step of K. Sugiyama, S. Tagawa, M. Toda,
Methods for visual understanding of hierarchical system structures, IEEE Trans. SMC 11(2), 1981.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Piece", "tracks"]

_CAREFUL = 160
"""Above this many pieces in one channel the order is by position alone."""


class Piece(NamedTuple):
    """A straight piece of an arrow along a channel, between two ends.

    Each end is its position along the channel and the side to which the arrow goes on there: -1 towards the first
    track (left, or up), 1 towards the last.
    """

    name: str
    ends: tuple[tuple[float, int], tuple[float, int]]

    @property
    def low(self) -> float:
        """Where it begins."""
        return min(self.ends[0][0], self.ends[1][0])

    @property
    def high(self) -> float:
        """Where it ends."""
        return max(self.ends[0][0], self.ends[1][0])


def tracks(pieces: Sequence[Piece], apart: float) -> dict[str, int]:
    """A track for every piece, counted from 0; pieces of one track are more than `apart` from one another.

    O(pieces squared) up to a limit, beyond it O(pieces x tracks).
    """
    ordered = sorted(pieces, key=lambda piece: (piece.low, piece.high, piece.name))
    if len(ordered) > _CAREFUL:
        return _packed(ordered, apart)
    ordered = _fewest_crossings(ordered)
    return _kept_in_order(ordered, apart)


def _packed(ordered: list[Piece], apart: float) -> dict[str, int]:
    """Left-edge: the first track that has room."""
    ends: list[float] = []
    found = {}
    for piece in ordered:
        track = next((number for number, end in enumerate(ends) if piece.low > end + apart), len(ends))
        ends[track : track + 1] = [piece.high]
        found[piece.name] = track
    return found


def _crossings(first: Piece, second: Piece) -> int:
    """How often two pieces cross if the first is nearer to the first track."""
    (a, a_side), (b, b_side) = first.ends
    (c, c_side), (d, d_side) = second.ends
    low, high = (a, b) if a < b else (b, a)
    before = (c_side < 0 and low < c < high) + (d_side < 0 and low < d < high)
    low, high = (c, d) if c < d else (d, c)
    return before + (a_side > 0 and low < a < high) + (b_side > 0 and low < b < high)


def _preference(first: Piece, second: Piece) -> int:
    """Below 0 where the first should be nearer to the first track."""
    (a, _), (b, _) = first.ends
    (c, _), (d, _) = second.ends
    if max(a, b) <= min(c, d) or max(c, d) <= min(a, b):
        return 0
    return _crossings(first, second) - _crossings(second, first)


def _fewest_crossings(ordered: list[Piece]) -> list[Piece]:
    """By how often a piece wants to be before others, then by exchanging neighbours while that helps."""
    wish = {piece.name: sum(_preference(piece, other) for other in ordered) for piece in ordered}
    result = sorted(ordered, key=lambda piece: wish[piece.name])
    for _ in range(len(result)):
        if not _exchange(result):
            break
    return result


def _exchange(result: list[Piece]) -> bool:
    changed = False
    for place in range(len(result) - 1):
        if _preference(result[place], result[place + 1]) > 0:
            result[place : place + 2] = [result[place + 1], result[place]]
            changed = True
    return changed


def _kept_in_order(ordered: list[Piece], apart: float) -> dict[str, int]:
    """The first free track behind all pieces that would be crossed otherwise."""
    found: dict[str, int] = {}
    for place, piece in enumerate(ordered):
        beside = [other for other in ordered[:place] if _beside(other, piece, apart)]
        used = {found[other.name] for other in beside}
        track = 1 + max((found[other.name] for other in beside if _preference(other, piece) < 0), default=-1)
        while track in used:
            track += 1
        found[piece.name] = track
    return found


def _beside(one: Piece, other: Piece, apart: float) -> bool:
    return one.low - apart <= other.high and other.low - apart <= one.high

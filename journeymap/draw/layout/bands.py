"""A band of tracks between two rows of boxes: how high it is, and where in it every arrow and its text go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeymap.draw.layout.sizes import BADGE, LEADING, SMALL, badges_shown
from journeymap.draw.layout.tracks import Run, crossing, ports, tracks
from journeymap.draw.measure import text_width, wrap
from journeymap.draw.placement import Rectangle
from journeymap.draw.tables import Leg

__all__ = ["Band", "LegLabel", "band"]

_TRACK, _CLEAR, _EDGE = 16.0, 12.0, 12.0
_SHORTEST = 30.0
_LINES = 3


@dataclass(frozen=True, slots=True)
class LegLabel:
    """The text of an arrow, wrapped, and the field that it fills, badges at its left included."""

    lines: tuple[str, ...]
    place: Rectangle


@dataclass(frozen=True, slots=True)
class Band:
    """`ports` are the x of both ends of every arrow, `tracks` the y of its track, from the upper edge of the band."""

    height: float
    ports: Mapping[tuple[str, int], float]
    tracks: Mapping[str, float]
    labels: Mapping[str, LegLabel]


def band(
    runs: Sequence[Run], legs: Mapping[str, Leg], boxes: Mapping[str, Rectangle], entries: Iterable[str] = ()
) -> Band:
    """The band for some arrows; only the x and width of the boxes count. O(runs squared)."""
    if not runs:
        return Band(0, {}, {}, {})
    at = ports(runs, boxes, entries)
    on = tracks(runs, at)
    texts = {run.arrow: _text(run, legs[run.arrow], _stretch(run, runs, at, on)) for run in runs}
    heights = [_TRACK] * (max(on.values()) + 1)
    for arrow, (_, place) in texts.items():
        heights[on[arrow]] = max(heights[on[arrow]], place.height + 4)
    centres = [_EDGE + sum(heights[:number]) + height / 2 for number, height in enumerate(heights)]
    placed = {
        arrow: LegLabel(lines, place._replace(y=centres[on[arrow]] - place.height / 2))
        for arrow, (lines, place) in texts.items()
        if place.width
    }
    return Band(2 * _EDGE + sum(heights), at, {arrow: centres[number] for arrow, number in on.items()}, placed)


def _stretch(
    run: Run, runs: Sequence[Run], at: Mapping[tuple[str, int], float], on: Mapping[str, int]
) -> tuple[float, float]:
    """The longest piece of a track that no other arrow crosses."""
    ends = sorted((at[run.arrow, 0], at[run.arrow, 1]))
    marks = [ends[0], *crossing(run, runs, at, on), ends[1]]
    return max(pairwise(marks), key=lambda pair: (round(pair[1] - pair[0], 2), -pair[0]))


def _text(run: Run, leg: Leg, stretch: tuple[float, float]) -> tuple[tuple[str, ...], Rectangle]:
    """As much of the labels as the stretch has room for; badges always."""
    left, right = stretch
    badges = badges_shown(leg.badges, label=True) * BADGE
    room = right - left - 2 * _CLEAR - badges
    lines = _lines(leg, room - 4) if room >= _SHORTEST else ()
    if not lines and not badges:
        return (), Rectangle(0, 0, 0, 0)
    width = max((text_width(line, SMALL) for line in lines), default=0.0) + badges + (8 if lines else 2)
    height = max(len(lines) * SMALL * LEADING, BADGE if badges else 0)
    return lines, Rectangle((left + right - width) / 2, 0, width, height)


def _lines(leg: Leg, room: float) -> tuple[str, ...]:
    """All labels on one line where they fit, else one below the other; the first gives way to those behind it."""
    labels = [label for label in leg.labels if label.strip()]
    together = " · ".join(labels)
    if text_width(together, SMALL) <= room:
        return wrap(together, room, SMALL, lines=1)
    done: tuple[str, ...] = ()
    for place, label in enumerate(labels[:_LINES]):
        done += wrap(label, room, SMALL, lines=max(1, min(2, _LINES - len(done) - (len(labels) - place - 1))))
    return done[:_LINES]

"""Where boxes of one column and one lane stand: side by side as they hand over, or one above the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeymap.draw.layout.scene_parts import onward

__all__ = ["subcolumns"]


def subcolumns(
    ranks: Mapping[str, int], lanes: Mapping[str, int], links: Iterable[tuple[str, str]], most: Sequence[int]
) -> dict[str, int]:
    """The grid column of every box: column `k` of the picture (`ranks`) is divided into at most `most[k]`.

    A box stands as far on as the longest way to it inside the column; where a lane would become higher than it has to
    be, boxes take the next subcolumn with room. O(boxes squared at worst + links).
    """
    inside = [(source, target) for source, target in links if ranks[source] == ranks[target]]
    inner = onward(tuple(ranks), inside, max(most, default=1))
    places: dict[str, tuple[int, int]] = {}
    for keys in _together(ranks, lanes):
        rank = ranks[keys[0]]
        wanted = {key: min(inner[key], most[rank] - 1) for key in keys}
        places.update({key: (rank, place) for key, place in _spread(wanted, most[rank]).items()})
    used = sorted(set(places.values()))
    numbers = {place: number for number, place in enumerate(used)}
    return {key: numbers[places[key]] for key in ranks}


def _together(ranks: Mapping[str, int], lanes: Mapping[str, int]) -> list[list[str]]:
    """The boxes of each column and lane, in the order of the scene."""
    found: dict[tuple[int, int], list[str]] = {}
    for key, rank in ranks.items():
        found.setdefault((rank, lanes[key]), []).append(key)
    return [found[place] for place in sorted(found)]


def _spread(wanted: Mapping[str, int], columns: int) -> dict[str, int]:
    """Columns near to those wanted, with no more boxes in one than are needed."""
    room = [-(-len(wanted) // columns)] * columns
    placed = {}
    for key in sorted(wanted, key=wanted.__getitem__):
        column = min((each for each in range(columns) if room[each]), key=lambda each: _cost(each, wanted[key]))
        room[column] -= 1
        placed[key] = column
    return placed


def _cost(column: int, wanted: int) -> tuple[int, bool]:
    return abs(column - wanted), column < wanted

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
    be, boxes stand before or behind that, in the order in which they hand over. O(boxes squared at worst + links).
    """
    inside = [(source, target) for source, target in links if ranks[source] == ranks[target]]
    inner = onward(tuple(ranks), inside, max(len(ranks), 1))
    places: dict[str, tuple[int, int]] = {}
    for keys in _together(ranks, lanes):
        rank = ranks[keys[0]]
        spread = _spread({key: inner[key] for key in keys}, most[rank])
        places.update({key: (rank, place) for key, place in spread.items()})
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
    """Columns as wanted, but with no more boxes in one than are needed; what comes later never stands before."""
    height = -(-len(wanted) // columns)
    used = [0] * columns
    placed, column = {}, 0
    for waiting, key in zip(range(len(wanted), 0, -1), sorted(wanted, key=wanted.__getitem__), strict=True):
        column = max(column, min(wanted[key], columns + -waiting // height))
        column += used[column] == height
        used[column] += 1
        placed[key] = column
    return placed

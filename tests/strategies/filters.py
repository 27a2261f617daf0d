"""`for`: which cases an element exists for."""

from __future__ import annotations

from .drawing import DIMENSIONS, Data, Draw, at_least_one, chance, one_or_list


def case_filter(draw: Draw, map_data: Data) -> Data:
    """A `for` on one dimension or more; never empty where a dimension is declared."""
    declared = [(dimension, list(map_data[section])) for dimension, section in DIMENSIONS if section in map_data]
    chosen: Data = {}
    for dimension, ids in declared:
        if not chosen or chance(draw, 4):
            named = one_or_list(draw, at_least_one(draw, ids, 9))
            chosen[dimension] = {"not": named} if chance(draw, 6) else named
    return chosen


def for_some_cases(draw: Draw, map_data: Data, twentieths: int) -> Data:
    chosen = case_filter(draw, map_data) if chance(draw, twentieths) else {}
    return {"for": chosen} if chosen else {}

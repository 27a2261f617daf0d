"""Shortest cycles through transfers, against the enumeration of all simple cycles."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.analysis import cycles
from journeymap.analysis.components import Pairs, restrict, union_components
from journeymap.analysis.cycles import chosen_cycles, girth_cycles

CASES = 3
edges = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] != pair[1])
chords = st.lists(edges, max_size=8)


def rotated(cycle: list[int]) -> tuple[int, ...]:
    first = cycle.index(min(cycle))
    return tuple(cycle[first:] + cycle[:first])


def chosen(flat: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[int, ...]]:
    """For each transfer on a cycle the shortest through it with the smallest sequence."""
    best: dict[tuple[int, int], tuple[int, ...]] = {}
    for cycle in map(rotated, networkx.simple_cycles(networkx.DiGraph(flat))):
        for edge in zip(cycle, cycle[1:] + cycle[:1], strict=True):
            known = best.get(edge)
            if known is None or (len(cycle), cycle) < (len(known), known):
                best[edge] = cycle
    return best


def pairs_of(masks: dict[tuple[int, int], int]) -> Pairs:
    numbers = sorted({number for edge in masks for number in edge})
    return {s: {t: mask for (s2, t), mask in masks.items() if s2 == s} for s in numbers}


@given(st.dictionaries(edges, st.integers(1, 2**CASES - 1), max_size=25))
def test_chosen_cycles_of_every_case(masks: dict[tuple[int, int], int]) -> None:
    found: dict[int, set[tuple[int, ...]]] = {case: set() for case in range(CASES)}
    for cycle in chosen_cycles(pairs_of(masks)):
        for case in found:
            if cycle.cases >> case & 1:
                found[case].add(cycle.touchpoints)
    assert found == {
        case: set(chosen({edge for edge, mask in masks.items() if mask >> case & 1}).values()) for case in found
    }


@pytest.mark.parametrize("count", [1, 3, 10])
@given(chords)
def test_smallest_chosen_cycles_of_a_component(count: int, extra: list[tuple[int, int]]) -> None:
    ring = {(number, (number + 1) % 14) for number in range(14)}
    for flat in (ring | set(extra), {(s, t) for s, t in extra}):
        pairs = pairs_of(dict.fromkeys(flat, 1))
        for members in union_components(pairs):
            inside = restrict(pairs, members)
            everything = set(chosen({(s, t) for s, targets in inside.items() for t in targets}).values())
            shortest = sorted(everything, key=lambda cycle: (len(cycle), cycle))[:count]
            assert girth_cycles(inside, count, lambda _: True) == (shortest, True)


def test_unwanted_cycles_are_passed_over() -> None:
    pairs = pairs_of(dict.fromkeys([(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 0)], 1))
    assert girth_cycles(pairs, 1, lambda loop: len(loop) > 2) == ([(0, 1, 2, 3)], True)


def test_work_is_bounded_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cycles, "WORK_LIMIT", 10)
    ring = {(number, (number + 1) % 50) for number in range(50)} | {(10, 30)}
    found, complete = girth_cycles(pairs_of(dict.fromkeys(ring, 1)), 3, lambda _: True)
    assert not complete
    assert found
    assert all(len(cycle) in (31, 50) for cycle in found)

"""Values kept apart: in order, within bounds, and as near as possible to where they would like to be."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journeymap.draw.layout.gaps import gaps_of
from journeymap.draw.layout.spreading import spread

_values = st.lists(st.floats(-100, 100), max_size=8)


@given(_values, st.floats(0, 30))
def test_apart_and_within(wanted: list[float], apart: float) -> None:
    found = spread(wanted, -50, 50, apart)
    least = min(apart, 100 / max(len(wanted) - 1, 1))
    assert all(later - value >= least - 1e-6 for value, later in pairwise(found))
    assert all(-50 - 1e-6 <= value <= 50 + 1e-6 for value in found)


@given(st.lists(st.floats(-50, 50), max_size=8))
def test_what_is_apart_stays(wanted: list[float]) -> None:
    assert spread(sorted(wanted), -50, 50, 0) == sorted(wanted)


def test_neighbours_give_way_alike() -> None:
    assert spread([10, 10], 0, 100, 8) == [6, 14]


def test_gaps_are_what_is_free() -> None:
    first, between, last = gaps_of([(100, 150), (0, 60)])
    assert (between.low, between.high) == (67, 93)
    assert first.high < 0
    assert last.low > 150

"""Components in every case, against networkx case by case."""

from __future__ import annotations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from journeymap.analysis.components import Pairs, components, gatherings, more_than, restrict, split, union_components

CASES = 4
masks = st.integers(1, 2**CASES - 1)
graphs: st.SearchStrategy[Pairs] = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1]), masks, max_size=30
).map(lambda flat: {s: {t: m for (s2, t), m in flat.items() if s2 == s} for s in {pair[0] for pair in flat}})


def components_of(pairs: Pairs, cases: int) -> set[tuple[int, ...]]:
    graph = networkx.DiGraph((s, t) for s, targets in pairs.items() for t, mask in targets.items() if mask & cases)
    return {tuple(sorted(found)) for found in networkx.strongly_connected_components(graph) if len(found) > 1}


@given(graphs)
def test_union_components_are_those_of_networkx(pairs: Pairs) -> None:
    assert {tuple(found) for found in union_components(pairs)} == components_of(pairs, -1)


@given(graphs)
def test_components_of_every_case_are_those_of_networkx(pairs: Pairs) -> None:
    found: dict[int, set[tuple[int, ...]]] = {1 << case: set() for case in range(CASES)}
    for members in union_components(pairs):
        for component in components(restrict(pairs, members)):
            for case in found:
                if component.cases & case:
                    assert component.touchpoints not in found[case]
                    found[case].add(component.touchpoints)
    assert found == {case: components_of(pairs, case) for case in found}


@given(graphs)
def test_pairs_of_a_gathering_lie_inside_its_components(pairs: Pairs) -> None:
    for members in union_components(pairs):
        for gathering in gatherings(restrict(pairs, members)):
            for source, targets in gathering.pairs.items():
                for target, mask in targets.items():
                    assert not mask & ~(gathering.members[source] & gathering.members[target])


def test_a_long_ring_needs_no_recursion() -> None:
    ring = {number: {(number + 1) % 50_000: 1} for number in range(50_000)}
    assert [len(found) for found in union_components(ring)] == [50_000]


@given(st.integers(0, 2**CASES - 1), st.lists(masks, max_size=5))
def test_split_parts_are_treated_alike(cases: int, by: list[int]) -> None:
    parts = split(cases, by)
    assert sum(parts) == cases
    assert all(mask & part in (0, part) for part in parts for mask in by)


@given(st.integers(1, 6), st.lists(masks, max_size=20))
def test_more_than_counts_every_case(limit: int, sets: list[int]) -> None:
    expected = sum(1 << case for case in range(CASES) if sum(mask >> case & 1 for mask in sets) > limit)
    assert more_than(limit, sets) == expected

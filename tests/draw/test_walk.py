"""Walks: boxes from left to right, in lines, loops closed under the boxes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.draw.layout.walk import walk_placement
from journeymap.draw.scene import Arrow, Box, Heading, Scene

from .routes import wrongly_placed


def chain(length: int, *more: tuple[int, int]) -> Scene:
    boxes = tuple(Box(f"b{n}", f"Box {n}") for n in range(length))
    hops = [(n, n + 1) for n in range(length - 1)]
    arrows = tuple(Arrow(f"a{n}>{m}", f"b{n}", f"b{m}", "cold", ("on",)) for n, m in (*hops, *more))
    return Scene(Heading("finding", "", "", ""), boxes, arrows)


def test_a_walk_runs_from_left_to_right_in_one_line() -> None:
    placement = walk_placement(chain(5))
    assert len({place.centre.y for place in placement.boxes.values()}) == 1
    assert [len(route.points) for route in placement.routes.values()] == [2, 2, 2, 2]


def test_a_long_walk_goes_on_in_lines_of_equal_length() -> None:
    boxes = walk_placement(chain(12)).boxes
    lines = [place.centre.y for place in boxes.values()]
    assert [lines.count(y) for y in sorted(set(lines))] == [4, 4, 4]
    assert boxes["b4"].x == boxes["b0"].x


def test_a_loop_closes_under_the_boxes() -> None:
    placement = walk_placement(chain(3, (2, 0)))
    points = placement.routes["a2>0"].points
    assert max(point.y for point in points) > max(box.bottom for box in placement.boxes.values())


def test_a_single_box_is_a_picture() -> None:
    placement = walk_placement(chain(1))
    assert placement.size.width >= placement.boxes["b0"].width
    assert wrongly_placed(chain(1), placement) == []


pairs = st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[1] != pair[0] + 1)


@settings(deadline=None)
@given(st.lists(pairs, max_size=12, unique=True))
def test_every_walk_is_a_good_picture(more: list[tuple[int, int]]) -> None:
    scene = chain(9, *more)
    assert wrongly_placed(scene, walk_placement(scene)) == []

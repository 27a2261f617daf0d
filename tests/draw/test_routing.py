"""The router's parts, each by small pictures, and the judge of pictures itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeymap.draw.layout.channels import Piece, tracks
from journeymap.draw.layout.extents import Margins
from journeymap.draw.layout.grid import Cell, Grid
from journeymap.draw.layout.ports import PITCH, ports
from journeymap.draw.layout.routing import Routed, routed
from journeymap.draw.layout.stacking import stacked
from journeymap.draw.layout.ways import ways
from journeymap.draw.placement import Placement, Point, Rectangle, Route, Size
from journeymap.draw.scene import Arrow

from .routes import collinear_overlap, overlaps, through_a_box

NONE = Size(0, 0)


def grid(*rows: str) -> Grid:
    """A grid drawn in letters; a dot is an empty cell."""
    cells = {key: Cell(row, column) for row, line in enumerate(rows) for column, key in enumerate(line) if key != "."}
    return Grid(cells, dict.fromkeys(cells, Size(168, 48)))


def arrows(*pairs: str) -> list[Arrow]:
    return [Arrow(f"{number}:{pair}", pair[0], pair[1], "cold") for number, pair in enumerate(pairs)]


def laid(shape: Grid, *pairs: str, label: Size = NONE) -> Routed:
    chosen = arrows(*pairs)
    return routed(shape, chosen, {arrow.id: label for arrow in chosen}, Margins())


def route(found: Routed, number: int = 0) -> tuple[Point, ...]:
    return next(each.points for key, each in found.routes.items() if key.startswith(f"{number}:"))


def test_neighbours_in_a_row_are_joined_by_a_straight_line() -> None:
    assert len(route(laid(grid("ab"), "ab"))) == 2


def test_an_empty_cell_is_passed_straight_through() -> None:
    assert len(route(laid(grid("a.b"), "ab"))) == 2


def test_rows_are_joined_by_two_corners() -> None:
    assert len(route(laid(grid("a.", ".b"), "ab"))) == 4
    assert len(route(laid(grid("a..", "..b"), "ab"))) == 4


def test_a_box_in_the_way_is_passed_above_going_on_and_below_going_back() -> None:
    found = laid(grid("abc"), "ac", "ca")
    box = found.boxes["b"]
    assert min(point.y for point in route(found, 0)) < box.y
    assert max(point.y for point in route(found, 1)) > box.bottom


def test_arrows_leave_at_the_right_and_enter_at_the_left() -> None:
    found = laid(grid("ab", "cd"), "ab", "ba", "ad", "ca", "bc", "db")
    for key, each in found.routes.items():
        source, target = found.boxes[key[2]], found.boxes[key[3]]
        assert each.points[0].x == source.right
        assert each.points[-1].x == target.x
        assert source.y < each.points[0].y < source.bottom
        assert target.y < each.points[-1].y < target.bottom


def test_a_transfer_to_itself_is_a_small_loop_at_the_right() -> None:
    found = laid(grid("a"), "aa")
    box, points = found.boxes["a"], route(found)
    assert points[0].x == points[-1].x == box.right
    assert points[-1].y - points[0].y == PITCH


def test_a_box_grows_with_its_ports() -> None:
    shape = grid("a...", "b...", "c...", ".x..", "d...", "e...", "f...")
    pairs = [f"{key}x" for key in "abcdef"]
    assert laid(shape, *pairs).boxes["x"].height > laid(shape, "ax").boxes["x"].height


def test_arrows_into_one_box_do_not_cross() -> None:
    found = ways(grid("a.", "b.", ".x", "c.", "d."), arrows("ax", "bx", "cx", "dx"))
    entering = ports(found, {}).entering
    assert [key[2] for key in sorted(entering, key=entering.__getitem__)] == ["a", "b", "c", "d"]


def test_a_label_stands_above_its_own_line_and_pushes_others_away() -> None:
    found = laid(grid("ab"), "ab", "ab", label=Size(64, 32))
    labels = [each.label for each in found.routes.values()]
    assert labels[0] is not None
    assert labels[1] is not None
    assert not overlaps(labels[0], labels[1])
    for key, each in found.routes.items():
        assert each.label is not None
        assert 0 < each.points[0].y - each.label.bottom <= 2
        assert found.boxes["a"].right < each.label.x
        assert each.label.right < found.boxes["b"].x, key


def test_an_entry_dot_stands_before_its_box() -> None:
    shape = grid("ab")
    shape = Grid(shape.cells, {**shape.sizes, "dot": Size(16, 16)}, {"dot": "b"})
    chosen = [Arrow("in", "dot", "b", "entry"), Arrow("on", "a", "b", "cold")]
    found = routed(shape, chosen, dict.fromkeys(("in", "on"), NONE), Margins())
    assert found.boxes["a"].right < found.boxes["dot"].x
    assert found.routes["in"].points[0].x == found.boxes["dot"].right
    assert found.routes["in"].points[-1].x == found.boxes["b"].x
    assert not found.boxes["dot"].y <= found.routes["on"].points[0].y <= found.boxes["dot"].bottom


def test_parallel_levels_never_share_a_track() -> None:
    pieces = [Piece(str(n), ((n, 1), (n + 5, 1))) for n in range(20)]
    found = tracks(pieces, 0)
    assert max(found.values()) + 1 <= 6
    assert all(found[str(n)] != found[str(n + gap)] for n in range(14) for gap in range(1, 6))


def test_crossings_decide_the_order_of_tracks() -> None:
    high = Piece("high", ((0, -1), (30, 1)))
    low = Piece("low", ((10, -1), (40, 1)))
    assert tracks([high, low], 1) == {"low": 0, "high": 1}


ends = st.tuples(st.floats(0, 100), st.sampled_from([-1, 1]))


@given(st.lists(st.tuples(ends, ends), max_size=40))
def test_pieces_of_one_track_are_apart(found: list[tuple[tuple[float, int], tuple[float, int]]]) -> None:
    pieces = [Piece(str(number), each) for number, each in enumerate(found)]
    chosen = tracks(pieces, 2)
    assert chosen == tracks(pieces[::-1], 2)
    for one in pieces:
        for other in pieces:
            if one.name < other.name and chosen[one.name] == chosen[other.name]:
                assert one.low > other.high + 2 or other.low > one.high + 2


def test_very_full_channels_are_packed() -> None:
    pieces = [Piece(f"{n:03}", ((n, 1), (n + 3, 1))) for n in range(300)]
    assert max(tracks(pieces, 0).values()) == 3


def test_boxes_are_stacked_beside_their_neighbours() -> None:
    columns = {"a": 0, "b": 0, "x": 1, "y": 1}
    found = stacked(columns, dict.fromkeys(columns, 0), [("a", "y"), ("b", "x")])
    assert found["a"].row == found["y"].row
    assert found["b"].row == found["x"].row


def test_the_judge_sees_what_is_wrong() -> None:
    box = Rectangle(10, 10, 20, 20)
    line = Route((Point(0, 20), Point(40, 20)), "line")
    upright = Route((Point(20, 0), Point(20, 40)), "line")
    along = Route((Point(20, 20), Point(60, 20)), "line")
    edge = Route((Point(0, 10), Point(40, 10)), "line")
    placement = Placement(Size(60, 40), {"box": box}, {"a": line, "b": upright, "c": along, "d": edge})
    assert set(through_a_box(placement)) == {("a", "box"), ("b", "box"), ("c", "box")}
    assert collinear_overlap(placement) == [("a", "c", 20)]

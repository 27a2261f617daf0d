"""Labels of arrows: on their own arrow or close beside it, and on nothing that is to be read."""

from __future__ import annotations

import math
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import pytest

import journeymap
from draw.test_ranked import overlap, passes, placed
from journeymap.draw.choosing import Chosen
from journeymap.draw.layout.labels import labelled, points_along
from journeymap.draw.layout.sizes import label_size
from journeymap.draw.overlay import Overlay
from journeymap.draw.placement import Placement, Point, Rectangle, Route, Size
from journeymap.draw.scene import Arrow, Box, Heading, Scene
from journeymap.draw.views.contact import contact
from journeymap.draw.wishes import Wishes
from journeymap.graph import Network

with_engine = pytest.mark.skipif(find_spec("pygraphviz") is None, reason="pygraphviz is not installed")
MAPS = Path(__file__).parents[2] / "maps"
REAL = ("harbour-bank.yaml", "harbour-bank-mended.yaml", "银行客服中心.yaml", "insurer", "futel")
_BESIDE = 6.5


def far(point: Point, place: Rectangle) -> float:
    return math.hypot(
        max(place.x - point.x, 0, point.x - place.right), max(place.y - point.y, 0, point.y - place.bottom)
    )


def scene_with(*arrows: Arrow) -> Scene:
    return Scene(Heading("contact", "", "", ""), (Box("a", "A"), Box("b", "B")), arrows)


def straight(start: Point, end: Point) -> Route:
    third = Point((end.x - start.x) / 3, (end.y - start.y) / 3)
    return Route(
        (start, Point(start.x + third.x, start.y + third.y), Point(end.x - third.x, end.y - third.y), end), "curve"
    )


def test_parallel_arrows_have_their_own_labels() -> None:
    arrows = [Arrow(f"{n}", "a", "b", "step", labels=(f"key {n}",)) for n in range(4)]
    boxes = {"a": Rectangle(0, 0, 100, 80), "b": Rectangle(400, 0, 100, 80)}
    routes = {arrow.id: straight(Point(100, 10 + 15 * n), Point(400, 10 + 15 * n)) for n, arrow in enumerate(arrows)}
    found = labelled(scene_with(*arrows), Placement(Size(500, 80), boxes, routes))
    assert found.crowded == ()
    places = [found.placement.routes[arrow.id].label for arrow in arrows]
    assert all(
        place is not None and place[2:] == label_size(arrow) for place, arrow in zip(places, arrows, strict=True)
    )
    assert not [pair for pair in combinations(filter(None, places), 2) if overlap(*pair)]


def test_no_room_is_told() -> None:
    arrow = Arrow("one", "a", "b", "step", labels=("the button that says help",))
    boxes = {"a": Rectangle(0, 0, 100, 400), "b": Rectangle(120, 0, 100, 400)}
    found = labelled(
        scene_with(arrow), Placement(Size(220, 400), boxes, {"one": straight(Point(100, 200), Point(120, 200))})
    )
    assert found.crowded == (0,)
    assert found.placement.routes["one"].label is not None


@with_engine
@pytest.mark.parametrize(
    "name", ["harbour-bank.yaml", "harbour-bank-mended.yaml", "银行客服中心.yaml", "insurer", "futel"]
)
def test_labels_and_lines_of_real_maps(name: str) -> None:
    network = Network(journeymap.load(MAPS / name).map)
    edges = tuple(edge for edges in network.out for edge in edges)
    scene = contact(Chosen(network, network.cases.all, tuple(range(len(network.ids))), edges), Overlay(), Wishes())
    found = placed(scene)
    labels = []
    for arrow in scene.arrows:
        place, points = found.routes[arrow.id].label, points_along(found.routes[arrow.id].points)
        behind = [box.id for box in scene.boxes if box.id not in (arrow.source, arrow.target)]
        assert not any(passes(points, found.boxes[key]) for key in behind), arrow.id
        if place is not None:
            assert min(far(point, place) for point in points) <= _BESIDE, arrow.id
            assert not any(overlap(place, box) for box in found.boxes.values()), arrow.id
            labels.append(place)
    assert not [pair for pair in combinations(labels, 2) if overlap(*pair)]

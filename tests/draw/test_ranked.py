"""The layout by ranks: everything has a place, nothing covers anything it must not, and a wrong answer is told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import combinations
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import contact_maps

from draw.whole import small_map, whole
from journeymap.adapters.graphviz_engine import lay_out
from journeymap.draw.layout.labels import points_along
from journeymap.draw.layout.panels import heading_size
from journeymap.draw.layout.ranked import placement, question
from journeymap.draw.layout.ranking import ranks
from journeymap.draw.layout.sizes import label_size
from journeymap.draw.overlay import Overlay
from journeymap.draw.placement import Placement, Point, Rectangle
from journeymap.draw.scene import Scene
from journeymap.draw.views.contact import contact
from journeymap.draw.views.departments import departments
from journeymap.draw.wishes import Wishes
from journeymap.errors import CannotRun

with_engine = pytest.mark.skipif(find_spec("pygraphviz") is None, reason="pygraphviz is not installed")
_TOUCH = 0.5
_WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""Every example starts an engine: making one smaller would take minutes."""
LOOPING = small_map(
    menu={"entry": True, "transfers": {"agent": {"when": "press 1"}, "menu": {"when": "no key"}}},
    agent={"transfers": {"desk": [{"share": "10%"}, {"share": "20%", "kind": "warm"}]}},
    desk={"department": "back", "transfers": {"agent": {"when": "not ours"}, "menu": None}},
)


def scene_of(data: dict[str, Any], direction: Literal["right", "down"] = "right") -> Scene:
    return contact(whole(data), Overlay(), Wishes(direction=direction))


def placed(scene: Scene) -> Placement:
    return placement(scene, lay_out(question(scene), "embedded"))


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.x < other.right - _TOUCH
        and other.x < one.right - _TOUCH
        and one.y < other.bottom - _TOUCH
        and other.y < one.bottom - _TOUCH
    )


def inside(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.x > other.x - _TOUCH
        and one.right < other.right + _TOUCH
        and one.y > other.y - _TOUCH
        and one.bottom < other.bottom + _TOUCH
    )


def passes(points: Sequence[Point], box: Rectangle) -> bool:
    return any(box.x + 1 < point.x < box.right - 1 and box.y + 1 < point.y < box.bottom - 1 for point in points)


def check(scene: Scene, found: Placement) -> None:
    assert set(found.boxes) == {box.id for box in scene.boxes}
    assert set(found.routes) == {arrow.id for arrow in scene.arrows}
    assert not [pair for pair in combinations(found.boxes.values(), 2) if overlap(*pair)]
    assert not [pair for pair in combinations(found.groups.values(), 2) if overlap(*pair)]
    names = {group.id: group for group in scene.groups}
    for box in scene.boxes:
        if box.group is not None:
            panel, own = found.groups[box.group], found.boxes[box.id]
            assert inside(own, panel)
            assert own.y - panel.y >= heading_size(names[box.group]).height
    for arrow in scene.arrows:
        route = found.routes[arrow.id]
        assert len(route.points) % 3 == 1
        assert (route.label is not None) == bool(label_size(arrow).width)
        for point, end in ((route.points[0], arrow.source), (route.points[-1], arrow.target)):
            here = Rectangle(point.x - 2, point.y - 2, 4, 4)
            assert overlap(here, found.boxes[end]), arrow.id
        along = points_along(route.points)
        foreign = [box.id for box in scene.boxes if box.id not in (arrow.source, arrow.target)]
        assert not any(passes(along, found.boxes[key]) for key in foreign), arrow.id
    ends = [point for route in found.routes.values() for point in (route.points[0], route.points[-1])]
    assert len({(round(x, 1), round(y, 1)) for x, y in ends}) == len(ends), "arrows end on one spot"


@with_engine
@pytest.mark.parametrize("direction", ["right", "down"])
@pytest.mark.parametrize("view", [contact, departments])
def test_ways_back_loops_and_parallels(view: Any, direction: Literal["right", "down"]) -> None:
    scene = view(whole(LOOPING), Overlay(), Wishes(direction=direction))
    check(scene, placed(scene))


@with_engine
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=_WITHOUT_SHRINKING)
@given(contact_maps(9), st.sampled_from(["right", "down"]), st.sampled_from([contact, departments]))
def test_any_map_is_laid_out(data: dict[str, Any], direction: Literal["right", "down"], view: Any) -> None:
    scene = view(whole(data), Overlay(), Wishes(direction=direction))
    check(scene, placed(scene))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(contact_maps(9))
def test_no_arrow_stays_in_a_rank(data: dict[str, Any]) -> None:
    scene = scene_of(data)
    rank = {box.id: own for box, own in zip(scene.boxes, ranks(scene), strict=True)}
    assert all(rank[arrow.source] != rank[arrow.target] for arrow in scene.arrows if arrow.source != arrow.target)
    assert sorted(set(rank.values())) == list(range(len(set(rank.values()))))


def test_customers_come_first_and_go_on() -> None:
    scene = scene_of(LOOPING)
    rank = {box.id: own for box, own in zip(scene.boxes, ranks(scene), strict=True)}
    assert rank == {"entry:menu": 0, "touchpoint:menu": 1, "touchpoint:agent": 2, "touchpoint:desk": 3}


def test_the_engine_never_sees_a_word_of_the_map() -> None:
    hostile = small_map(a={"name": '"]; evil', "entry": True, "transfers": {"b": {"when": "</TABLE>"}}}, b={})
    asked = question(scene_of(hostile))
    assert "evil" not in asked
    assert "</TABLE>>" in asked  # its own, of an empty label
    assert asked.count("</TABLE>") == asked.count("<TABLE")
    assert asked == question(scene_of(hostile))


@with_engine
@pytest.mark.parametrize("part", ["objects", "edges"])
def test_a_lost_part_is_told(part: str) -> None:
    scene = scene_of(LOOPING)
    answer = json.loads(lay_out(question(scene), "embedded"))
    lost = next(each for each in answer[part] if each.get("name") == "n0" or each.get("id") == "e0")
    answer[part].remove(lost)
    with pytest.raises(CannotRun, match=r"placed \d+ of \d+ (boxes|arrows)"):
        placement(scene, json.dumps(answer).encode())


@pytest.mark.parametrize(
    "answer", [b"", b"{}", b"[]", b'{"bb": "0,0,nan,1"}', b'{"bb": "0,0,1,1", "edges": [{}]}', b"\xff"]
)
def test_nonsense_is_told(answer: bytes) -> None:
    with pytest.raises(CannotRun, match="cannot be read"):
        placement(scene_of(LOOPING), answer)


@with_engine
@pytest.mark.parametrize("direction", ["right", "down"])
def test_many_arrows_to_itself_end_on_their_box(direction: Literal["right", "down"]) -> None:
    looping = small_map(menu={"entry": True, "transfers": {"menu": [{"when": f"wrong key {n}"} for n in range(6)]}})
    scene = scene_of(looping, direction)
    check(scene, placed(scene))

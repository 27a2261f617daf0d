"""Swimlanes: the scene, and what must hold of every picture of one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from strategies import contact_maps, shuffled, to_yaml

from journeymap.draw.choosing import Choice, Chosen, choose
from journeymap.draw.layout.lanes import lanes_placement
from journeymap.draw.layout.sizes import COLUMN_HEADER, LANE_HEADER
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Arrow, Box, Column, Group, Heading, Scene
from journeymap.draw.views.lanes import lanes
from journeymap.draw.wishes import Wishes
from journeymap.errors import CannotRun
from journeymap.graph import Network
from journeymap.source import SourceFile, read_map

from .routes import wrongly_placed

BANK = """
journeymap: 1
name: Bank
stages: [ask, settle]
channels:
  phone: {name: Telephone, hours: "Mo-Fr 08:00-18:00"}
  app: {mode: self}
  queue: {mode: internal}
departments:
  desk: {name: Service desk, hours: "Mo-Fr 09:00-17:00"}
  digital: {name: Digital}
  back: {name: Back office}
touchpoints:
  home: {channel: app, department: digital, stage: ask, entry: {volume: 900/day}, transfers: {agent: {kind: cold}}}
  menu:
    channel: phone
    department: desk
    stage: ask
    handled_by: machine
    entry: true
    transfers: {agent: {kind: step}}
  agent:
    channel: phone
    department: desk
    stage: ask
    transfers:
      files: {kind: ticket, when: "a paper is missing", share: 20%}
      agent: {kind: cold, limit: 2}
  files: {channel: queue, department: back, stage: [settle, ask], resolves: true, transfers: {agent: {kind: callback}}}
"""


def network_of(text: str) -> Network:
    contact_map = read_map("", [SourceFile("map.yaml", text.encode())]).map
    assert contact_map is not None
    return Network(contact_map)


def everything(text: str) -> Chosen:
    return choose(network_of(text), Choice())


def drawn(text: str, wishes: Wishes | None = None) -> Scene:
    return lanes(everything(text), Overlay(), wishes or Wishes())


def generated(data: dict[str, object], wishes: Wishes | None = None) -> Scene:
    """The lanes of a generated map; some generated maps hold nothing that exists for any customer."""
    try:
        return drawn(to_yaml(data), wishes)
    except CannotRun:
        reject()


def test_departments_are_rows_with_the_entry_above_and_the_back_office_below() -> None:
    assert [group.id for group in drawn(BANK).groups] == ["department:digital", "department:desk", "department:back"]
    assert drawn(BANK).groups[1].note == "Mo-Fr 09:00-17:00"


def test_channels_are_rows_where_wished() -> None:
    scene = drawn(BANK, Wishes(lanes="channel"))
    assert {group.id for group in scene.groups} == {"channel:app", "channel:phone", "channel:queue"}
    assert scene.groups[-1].id == "channel:queue"
    assert "channel" in scene.heading.subtitle


def test_stages_are_columns_and_the_first_of_several_counts() -> None:
    scene = drawn(BANK.replace("stage: [settle, ask]", "stage: settle"))
    assert [column.id for column in scene.columns] == ["stage:ask", "stage:settle"]
    assert {box.column for box in drawn(BANK).boxes if box.id == "touchpoint:files"} == {"stage:ask"}


def test_without_stages_the_columns_count_transfers_from_the_entry() -> None:
    text = BANK.replace("stages: [ask, settle]", "").replace(", stage: ask", "").replace("    stage: ask\n", "")
    text = text.replace(", stage: [settle, ask]", "") + "  lost: {channel: app, department: back}\n"
    scene = drawn(text, Wishes(language="zh"))
    assert [column.name for column in scene.columns] == ["入口", "1 次转接后", "2 次转接后", "无法到达"]
    assert {box.id: box.column for box in scene.boxes}["touchpoint:lost"] == "unreached"


def test_what_is_filtered_away_leaves_no_empty_lane_or_column() -> None:
    scene = lanes(choose(network_of(BANK), Choice(departments=("desk",))), Overlay(), Wishes())
    assert [group.id for group in scene.groups] == ["department:desk"]
    assert [column.id for column in scene.columns] == ["stage:ask"] or scene.columns[0].id.startswith("step")


def test_touchpoints_of_one_stage_stand_side_by_side_as_they_hand_over() -> None:
    placement = lanes_placement(drawn(BANK))
    assert placement.boxes["touchpoint:menu"].right < placement.boxes["touchpoint:agent"].x
    assert placement.boxes["touchpoint:agent"].right < placement.boxes["touchpoint:files"].x


def test_a_way_back_runs_under_the_boxes() -> None:
    placement = lanes_placement(drawn(BANK))
    box, route = placement.boxes["touchpoint:agent"], placement.routes["transfer:files>agent:0"]
    assert max(point.y for point in route.points) > box.bottom
    assert route.points[-1].x == box.x


def test_strips_for_the_names_are_kept_free() -> None:
    placement = lanes_placement(drawn(BANK))
    assert all(place.x >= LANE_HEADER and place.y >= COLUMN_HEADER for place in placement.boxes.values())
    assert all(point.x >= LANE_HEADER for route in placement.routes.values() for point in route.points)


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(lanes="channel", language="zh")])
@settings(deadline=None)
@given(data=contact_maps(max_touchpoints=9))
def test_every_generated_map_is_a_good_picture(wishes: Wishes, data: dict[str, object]) -> None:
    scene = generated(data, wishes)
    placement = lanes_placement(scene)
    assert set(placement.boxes) == {box.id for box in scene.boxes}
    assert set(placement.routes) == {arrow.id for arrow in scene.arrows}
    assert wrongly_placed(scene, placement) == []


@settings(deadline=None)
@given(contact_maps(), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(data: dict[str, object], random: object) -> None:
    one, other = generated(data), generated(shuffled(data, random))  # type: ignore[arg-type]
    stages = list(data.get("stages", ()))  # type: ignore[call-overload]
    if len(stages) < 2:
        assert one == other
        assert lanes_placement(one) == lanes_placement(other)


@st.composite
def crowded(draw: st.DrawFn) -> Scene:
    """Any boxes in any lanes and columns, with any arrows between them."""
    few = st.integers(0, 3)
    boxes = tuple(
        Box(f"b{n}", "Box " * draw(st.integers(1, 9)), group=f"g{draw(few)}", column=f"c{draw(few)}")
        for n in range(draw(st.integers(1, 14)))
    )
    ends = st.sampled_from([box.id for box in boxes])
    label = st.sampled_from(["", "", "yes", "when all else fails and nobody knows what to do"])
    arrows = tuple(
        Arrow(f"a{n}", draw(ends), draw(ends), "cold", labels=tuple(filter(None, (draw(label),))))
        for n in range(draw(st.integers(0, 40)))
    )
    groups = tuple(Group(f"g{n}", f"Lane {n}") for n in range(4))
    columns = tuple(Column(f"c{n}", f"Column {n}") for n in range(4))
    return Scene(Heading("lanes", "", "", ""), boxes, arrows, groups, columns)


@settings(deadline=None)
@given(crowded())
def test_any_crowd_of_arrows_can_be_followed(scene: Scene) -> None:
    assert wrongly_placed(scene, lanes_placement(scene)) == []


def test_a_wide_lane_is_stacked_and_a_short_one_is_not() -> None:
    def laid(count: int) -> set[float]:
        boxes = tuple(Box(f"b{n}", f"Box {n}", group="g", column="c") for n in range(count))
        arrows = tuple(Arrow(f"a{n}", f"b{n}", f"b{n + 1}", "cold") for n in range(count - 1))
        heading = Heading("lanes", "", "", "")
        scene = Scene(heading, boxes, arrows, (Group("g", "Lane"),), (Column("c", "Column"),))
        return {place.y for place in lanes_placement(scene).boxes.values()}

    assert len(laid(3)) == 1
    assert len(laid(20)) > 1


def test_what_is_far_from_a_label_may_stand_above_it() -> None:
    labelled = Arrow("a", "one", "two", "cold", labels=("a long condition that has to be told",))
    boxes = tuple(
        Box(key, key, group=group, column=column) for key, group, column in (("one", "g", "c"), ("two", "g", "d"))
    )
    lower = (Box("three", "three", group="h", column="c"), Box("four", "four", group="h", column="d"))
    groups, columns = (Group("g", "G"), Group("h", "H")), (Column("c", "C"), Column("d", "D"))
    down = tuple(Arrow(f"d{n}", "three", "four", "cold", labels=("on",)) for n in range(3))
    scene = Scene(Heading("lanes", "", "", ""), (*boxes, *lower), (labelled, *down), groups, columns)
    alone = Scene(Heading("lanes", "", "", ""), boxes, (labelled,), groups[:1], columns)
    assert lanes_placement(scene).boxes["two"].x == lanes_placement(alone).boxes["two"].x


def test_a_large_picture_takes_less_than_a_second() -> None:
    boxes = tuple(Box(f"b{n}", f"Box {n}", group=f"g{n % 8}", column=f"c{n // 20}") for n in range(200))
    arrows = tuple(Arrow(f"a{n}", f"b{n * 7 % 200}", f"b{n * 13 % 200}", "cold") for n in range(600))
    groups, columns = tuple(Group(f"g{n}", "") for n in range(8)), tuple(Column(f"c{n}", "") for n in range(10))
    begun = time.perf_counter()
    lanes_placement(Scene(Heading("lanes", "", "", ""), boxes, arrows, groups, columns))
    assert time.perf_counter() - begun < 3  # under a second on an idle machine

"""The view `departments`: hand-overs bundled, weighed, and the ones that come back."""

from __future__ import annotations

from typing import Any

from draw.whole import small_map, whole
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Arrow, Scene
from journeymap.draw.views.departments import MOST_ARROWS, MOST_BOXES, departments
from journeymap.draw.wishes import Wishes


def drawn(data: dict[str, Any]) -> Scene:
    return departments(whole(data), Overlay(), Wishes())


def arrows(scene: Scene) -> dict[str, Arrow]:
    return {arrow.id: arrow for arrow in scene.arrows if arrow.kind == "handover"}


def test_one_arrow_for_all_transfers_between_two_departments() -> None:
    scene = drawn(
        small_map(
            menu={"entry": True, "transfers": {"desk": None, "queue": None, "agent": None}},
            agent={"transfers": {"desk": None}},
            desk={"department": "back"},
            queue={"department": "back"},
        )
    )
    found = arrows(scene)
    assert list(found) == ["handover:front>back"]
    arrow = found["handover:front>back"]
    assert (arrow.labels, arrow.width, arrow.emphasis) == (("3 transfers",), 6.0, None)
    boxes = {box.id: box for box in scene.boxes}
    assert boxes["department:front"].notes == ("2 touchpoints", "24/7")
    assert "entry:front" in boxes


def test_volumes_follow_the_shares() -> None:
    scene = drawn(
        small_map(
            menu={"entry": {"volume": "1000/month"}, "transfers": {"agent": {"share": "50%"}}},
            agent={"transfers": {"desk": {"share": "40%"}}},
            desk={"department": "back", "transfers": {"agent": {"share": "50%"}}},
        )
    )
    found = arrows(scene)
    # 500 arrive at the agent; of 100 %, 40 % go on and half of those come back: 500 / (1 - 0.2) = 625.
    assert found["handover:front>back"].labels == ("250 a month",)
    assert found["handover:back>front"].labels == ("125 a month",)
    assert found["handover:front>back"].emphasis == "loop"
    assert found["handover:front>back"].width == 6.0
    assert "Arrows are wider for more contacts a month" in scene.heading.notes


def test_volumes_are_not_guessed() -> None:
    menu = {"entry": {"volume": "1000/month"}, "transfers": {"desk": {"share": "50%"}, "agent": None}}
    known = drawn(small_map(menu=menu, agent={}, desk={"department": "back"}))
    assert arrows(known)["handover:front>back"].labels == ("500 a month",)
    unknown = drawn(small_map(menu=menu, agent={"transfers": {"desk": {"share": "10%"}}}, desk={"department": "back"}))
    assert arrows(unknown)["handover:front>back"].labels == ("2 transfers",)


def test_contacts_that_circle_for_ever_have_no_volume() -> None:
    scene = drawn(
        small_map(
            menu={"entry": {"volume": "10/day"}, "transfers": {"desk": {"share": "100%"}}},
            desk={"department": "back", "transfers": {"menu": {"share": "100%"}}},
        )
    )
    assert {arrow.labels for arrow in arrows(scene).values()} == {("1 transfer",)}


def test_coming_back_needs_one_case_that_does() -> None:
    there = {"transfers": {"desk": {"for": {"reason": "fee"}}}}
    back = {"department": "back", "transfers": {"menu": {"for": {"reason": "lost"}}}}
    scene = drawn(small_map(menu={"entry": True, **there}, desk=back))
    assert {arrow.emphasis for arrow in arrows(scene).values()} == {None}


def test_the_heaviest_are_kept_and_the_rest_is_told() -> None:
    count = MOST_BOXES + 5
    keys = [f"d{number:03}" for number in range(count)]
    data = small_map(start={})
    data["departments"] |= {key: {} for key in keys}
    for number, key in enumerate(keys):
        following = [f"t{(number + step) % count:03}" for step in (1, 2, 3)]
        data["touchpoints"][f"t{number:03}"] = {
            "channel": "phone",
            "department": key,
            "transfers": dict.fromkeys(following, None),
        }
    scene = drawn(data)
    assert len(scene.boxes) == MOST_BOXES
    assert len(scene.arrows) == MOST_ARROWS
    assert "Departments with fewer transfers that are not shown: 6" in scene.heading.notes
    assert f"Hand-overs with fewer transfers that are not shown: {3 * count - MOST_ARROWS}" in scene.heading.notes

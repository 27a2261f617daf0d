"""One case as a customer goes through it: by hand on a small map, and against the oracle on generated ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

from hypothesis import given, settings
from oracle.reading import asked, touchpoints, vocabulary
from oracle.repeats import ItemWalks
from oracle.world import World
from strategies import contact_maps, to_yaml

from journeymap.analysis import Answers
from journeymap.draw.choosing import Choice, choose
from journeymap.draw.layout.blueprint import blueprint
from journeymap.draw.overlay import Overlay
from journeymap.draw.paint.bars import longest_drawn
from journeymap.draw.paint.journey import paint_journey
from journeymap.draw.placement import Rectangle
from journeymap.draw.scene import Badge, Mark
from journeymap.draw.tables import JourneyScene, Stop
from journeymap.draw.views.case_choice import case_of
from journeymap.draw.views.journey import journey
from journeymap.draw.wishes import Wishes
from journeymap.errors import CannotRun
from journeymap.source import SourceFile, read_map

BANK = """\
journeymap: 1
name: Bank
stages: {ask: {name: Asking}, fix: {name: Fixing}}
reasons: {lost: {name: Lost card}, fee: {name: Fee}}
channels: {phone: {name: Phone}, app: {mode: self}, mail: {mode: message}, office: {mode: internal}}
departments: {desk: {name: Desk}, cards: {name: Cards}}
systems: {crm: {holds: [number]}}
information: {number: {name: Number}, story: {name: Story}}
touchpoints:
  menu: {channel: phone, department: desk, stage: [ask, fix], entry: true, handled_by: machine, needs: [number],
         time: 1 min, abandons: 10%, transfers: {agent: {wait: 4 min, when: anything}, hotline: {for: {reason: fee}}}}
  agent: {channel: phone, department: desk, stage: fix, needs: [number, story], wait: 30 s, time: 5 min,
          transfers: {queue: {kind: ticket, for: {reason: lost}}, menu: {kind: redirect, share: 10%}, letter: {}}}
  hotline: {channel: phone, department: cards, stage: ask, reads: [crm], needs: [number]}
  queue: {channel: office, department: [cards, desk], stage: fix, resolves: {lost: 60%}, reply: {within: 2 d}}
  letter: {channel: mail, department: desk, stage: ask, handled_by: person, for: {reason: lost}, resolves: true, fee: 3}
  lonely: {channel: app, department: desk}
"""

NO_FINDINGS, ENGLISH = Overlay(), Wishes()


def scene(
    case: str = "lost", text: str = BANK, overlay: Overlay = NO_FINDINGS, wishes: Wishes = ENGLISH
) -> JourneyScene:
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert read.map is not None, read.findings
    answers = Answers(read.map)
    chosen = choose(answers.network, Choice(), case_of(answers.cases, read.map, case))
    return journey(chosen, answers, overlay, wishes)


def stop(where: JourneyScene, key: str) -> Stop:
    return next(each for each in where.stops if each.id == f"touchpoint:{key}")


def keys(where: JourneyScene) -> list[str]:
    return [each.id.removeprefix("touchpoint:") for each in where.stops]


def test_stops_are_what_the_case_reaches_by_stage_then_steps() -> None:
    assert keys(scene("lost")) == ["menu", "agent", "letter", "queue"]
    assert keys(scene("fee")) == ["menu", "hotline", "agent"]


def test_nobody_goes_back_to_an_earlier_stage() -> None:
    assert [each.stage for each in scene("lost").stops] == ["Asking", "Fixing", "Fixing", "Fixing"]


def test_the_stage_is_one_in_which_the_reason_comes_up() -> None:
    text = BANK.replace("lost: {name: Lost card}", "lost: {name: Lost card, stage: fix}")
    assert {each.stage for each in scene("lost", text).stops} == {"Fixing"}


def test_legs_are_the_transfers_of_the_case() -> None:
    ends = {(leg.source.partition(":")[2], leg.target.partition(":")[2]): leg for leg in scene("lost").legs}
    assert set(ends) == {("menu", "agent"), ("agent", "queue"), ("agent", "menu"), ("agent", "letter")}
    assert ends["menu", "agent"].labels == ("anything", "wait 4 min")
    assert ends["menu", "agent"].waiting == 240
    assert ends["agent", "queue"].kind == "ticket"


def test_what_the_customer_does() -> None:
    lost = scene("lost")
    assert [each.action for each in lost.stops] == [
        "Calls", "Is put through without a word", "Waits for a written answer", "Waits and sees nothing of this",
    ]  # fmt: skip
    assert stop(lost, "menu").experiences == ("Says again: Number", "10% give up")
    assert stop(lost, "queue").experiences == ("Is promised an answer within 2 d", "60% are helped")
    assert stop(lost, "letter").experiences == ("Pays 3", "Is helped here")
    assert stop(scene("fee"), "hotline").experiences == ("Gets no further",)
    chinese = scene("lost", wishes=Wishes(language="zh"))
    assert [each.action for each in chinese.stops] == [
        "拨打电话",
        "被盲转，对方不知情",
        "等待书面答复",
        "等待，看不到这一步",
    ]


def test_only_what_is_really_asked_is_told_and_what_is_asked_again_is_marked() -> None:
    assert [(tag.text, tag.state) for tag in stop(scene("lost"), "menu").tags] == [("Number", "repeated")]
    told = [(tag.text, tag.state) for tag in stop(scene("lost"), "agent").tags]
    assert told == [("Number", "repeated"), ("Story", "repeated")]
    assert stop(scene("fee"), "hotline").tags == ()  # the system on the screen holds the number


def test_times_are_those_of_the_transfer_and_of_the_touchpoint() -> None:
    assert (stop(scene("lost"), "agent").waiting, stop(scene("lost"), "agent").handling) == (270, 300)
    assert (stop(scene("lost"), "menu").waiting, stop(scene("lost"), "letter").handling) == (None, None)


def test_endings_and_who_answers() -> None:
    assert {key: stop(scene("lost"), key).ending for key in keys(scene("lost"))} == {
        "menu": None, "agent": None, "letter": "resolved", "queue": "resolved",
    }  # fmt: skip
    hotline = stop(scene("fee"), "hotline")
    assert (hotline.ending, hotline.emphasis) == ("dead_end", "blind_spot")
    assert stop(scene("lost"), "queue").share == "60%"
    assert stop(scene("lost"), "queue").department == "Cards, Desk"
    assert [each.visible for each in scene("lost").stops] == [True, True, True, False]


def test_findings_stand_where_they_hurt_and_only_those_shown_are_listed() -> None:
    marks = (
        Mark(1, "JM301", "repeat", "error", "asked again", "a"),
        Mark(2, "JM104", "blind_spot", "error", "never", "b"),
    )
    badges = {"agent": (Badge(1, "repeat"),), "lonely": (Badge(2, "blind_spot"),)}
    found = scene("lost", overlay=Overlay(marks, touchpoints=badges))
    assert stop(found, "agent").badges == (Badge(1, "repeat"),)
    assert stop(found, "agent").emphasis == "repeat"
    assert found.heading.marks == marks[:1]


def test_the_heading_names_the_case_and_what_is_left_out() -> None:
    assert scene("lost").heading.subtitle == "What does this customer go through: Lost card?"
    assert scene("fee").heading.notes == ("Nothing on this way resolves the matter",)
    both = scene(
        "lost", BANK.replace("reasons:", "segments: [new, old]\nreasons:").replace("time: 1 min", "for: {segment: new}")
    )
    assert both.heading.notes[0].startswith("2 different journeys match")


def test_cases_that_are_alike_are_named_together() -> None:
    text = """\
journeymap: 1
products: [a, b, c, d, e]
reasons: [lost]
channels: [phone]
departments: [desk]
touchpoints:
  menu: {channel: phone, department: desk, entry: true, resolves: true}
  special: {channel: phone, department: desk, for: {product: e}}
"""
    assert scene("a", text).heading.subtitle == "What does this customer go through: lost · a or b or c and 1 more?"


def test_a_case_without_entries_has_no_stops_and_says_so() -> None:
    nobody = scene("lost", BANK.replace("entry: true, ", ""))
    assert nobody.stops == ()
    assert nobody.heading.notes == ("Customers of this case have no way in at all",)
    assert paint_journey(nobody, Wishes()).items


def test_a_long_journey_ends_with_the_nearest_and_counts_the_rest() -> None:
    chain = "".join(
        f"  t{number:02}: {{channel: phone, department: desk, transfers: {{t{number + 1:02}: {{}}}}}}\n"
        for number in range(60)
    )
    text = BANK + chain + "  t60: {channel: phone, department: desk}\n"
    found = scene("lost", text.replace("  t00: {channel: phone", "  t00: {entry: true, channel: phone"))
    assert len(found.stops) == 40
    assert found.heading.notes[0].startswith("Touchpoints farther from the entries that are not shown: 25;")
    assert {"menu", "agent", "letter", "queue"} < set(keys(found))


def test_many_parallel_transfers_are_cut_and_the_ways_in_are_kept() -> None:
    parallel = ", ".join("{kind: warm}" for _ in range(300))
    found = scene("lost", BANK.replace("letter: {}}", f"letter: [{parallel}]}}"))
    assert len(found.legs) == 160
    assert {leg.target for leg in found.legs} >= {"touchpoint:agent", "touchpoint:letter", "touchpoint:queue"}
    assert found.heading.notes == ("Transfers between them that are not shown: 143",)


def test_the_longest_bar_is_not_the_one_that_would_hide_the_others() -> None:
    assert longest_drawn([20, 60, 420, None, 28800]) == 420
    assert longest_drawn([600, 2400, 5400]) == 5400
    assert longest_drawn([]) == 1
    assert longest_drawn([86400, 172800]) == 172800


def test_what_is_always_asked_of_others_is_only_asked_when_not_known() -> None:
    text = """
journeymap: 1
name: Two products
products: {card: {}, loan: {}}
channels: {phone: {}}
departments: {service: {}}
information: {story: {}}
touchpoints:
  desk: {channel: phone, department: service, entry: true, needs: [story], always_asks: {story: {product: card}}}
"""
    for product, state in (("card", "always"), ("loan", "asked")):
        assert [tag.state for tag in stop(scene(product, text), "desk").tags] == [state]


@settings(deadline=None, max_examples=25)
@given(contact_maps())
def test_as_the_oracle_says(map_data: dict[str, Any]) -> None:
    read = read_map("map.yaml", [SourceFile("map.yaml", to_yaml(map_data).encode())])
    assert read.map is not None
    answers = Answers(read.map)
    for label in answers.cases.each(answers.cases.all):
        try:
            chosen = choose(answers.network, Choice(), answers.cases.find(dict(label)))
        except CannotRun:
            continue
        found, world = journey(chosen, answers, Overlay(), Wishes()), World(map_data, label)
        assert set(keys(found)) == world.reachable
        ways = sorted((way.sender, way.receiver, way.kind) for way in world.ways if way.sender in world.reachable)
        legs = ((leg.source.partition(":")[2], leg.target.partition(":")[2], leg.kind) for leg in found.legs)
        assert sorted(legs) == ways
        ends = {key for key in world.reachable if not world.ways_from(key) and key not in world.resolvers}
        ends -= {
            key for key in ends if str(touchpoints(map_data)[key].get("follow_up")).lower() in ("true", "yes", "on")
        }
        assert {key for key in keys(found) if stop(found, key).ending == "dead_end"} == ends
        assert {
            key for key in keys(found) if stop(found, key).ending == "resolved"
        } == world.reachable & world.resolvers
        assert {key: {(t.text, t.state) for t in stop(found, key).tags} for key in keys(found)} == tags(map_data, world)
        nothing_collides(found)


def tags(map_data: dict[str, Any], world: World) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {key: set() for key in world.reachable}
    for item, data in vocabulary(map_data, "information").items():
        walks = ItemWalks(world, item)
        arrivals = [arrival for arrival, _ in walks.arrivals()]
        for key in {arrival.touchpoint for arrival in arrivals if walks.is_asked(arrival)}:
            again = any(walks.is_repeated(arrival) for arrival in arrivals if arrival.touchpoint == key)
            always = item in asked(touchpoints(map_data)[key], "always_asks", world.case)
            found[key].add((data.get("name") or item, "repeated" if again else "always" if always else "asked"))
    return found


def nothing_collides(found: JourneyScene) -> None:
    """No way leads through a box, no two on one track touch, no text lies on a line or another text."""
    places = blueprint(found)
    assert set(places.routes) == {leg.id for leg in found.legs}
    for leg in found.legs:
        points = places.routes[leg.id].points
        for one, other in pairwise(points):
            for box in places.boxes.values():
                assert not crosses(one, other, box), (leg.id, box)
    labels = {key: label.place for key, label in places.labels.items()}
    assert not any(overlap(one, other) for one, other in combinations(labels.values(), 2))
    for key, place in labels.items():
        for other, route in places.routes.items():
            for start, end in zip(route.points, route.points[1:], strict=False):
                assert other == key or not crosses(start, end, place), (key, other)
    assert paint_journey(found, Wishes()).items


def crosses(one: tuple[float, float], other: tuple[float, float], box: Rectangle) -> bool:
    """Whether an upright or level line runs through the inside of a rectangle."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return left < box.right - 0.5 and right > box.x + 0.5 and top < box.bottom - 0.5 and bottom > box.y + 0.5


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_labels_and_badges_keep_clear_of_every_line() -> None:
    badges = (Badge(1, "loop"), Badge(2, "repeat"))
    found = scene("lost")
    nothing_collides(
        replace(found, legs=tuple(replace(leg, badges=badges, labels=("a long label of it",)) for leg in found.legs))
    )

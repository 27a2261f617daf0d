"""Findings laid over a picture: which, in which order, where, and in which words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import contact_maps, shuffled, to_yaml

from journeymap.analysis import Answers
from journeymap.draw.choosing import Choice, Chosen, choose
from journeymap.draw.finding_titles import TITLES, category_of
from journeymap.draw.marking import MOST_MARKS
from journeymap.draw.overlay import Overlay, overlaid
from journeymap.draw.scene import Badge
from journeymap.draw.week_words import week_words
from journeymap.errors import CannotRun
from journeymap.findings import Diagnostic
from journeymap.lint import Selection, lint_map
from journeymap.rules.catalogue import CATALOGUE
from journeymap.source import SourceFile, read_map

BANK = """\
journeymap: 1
reasons: {card: {name: Lost card}, fee: {name: Wrong fee}, home: {name: Home loan}}
channels: {phone: {name: Phone}}
departments:
  desk: {name: Service desk, hours: "24/7"}
  cards: {name: Cards, hours: "Mo-Fr 09:00-17:00"}
information: {number: {name: Customer number}, story: {name: What happened}}
touchpoints:
  menu:
    name: Menu
    channel: phone
    department: desk
    handled_by: machine
    entry: true
    for: {reason: [card, fee]}
    needs: [number, story]
    transfers: {agent: {kind: cold}}
  agent:
    name: Agent
    channel: phone
    department: desk
    for: {reason: [card, fee]}
    needs: [number, story]
    resolves: {card: 50%}
    transfers: {cards: {kind: warm, for: {reason: fee}, if_closed: night}}
  cards:
    name: Cards desk
    channel: phone
    department: cards
    for: {reason: fee}
    resolves: {fee: 50%}
    transfers: {agent: {kind: warm}}
  night:
    name: Night desk
    channel: phone
    department: cards
    for: {reason: fee}
    hours: "Mo-Fr 09:00-18:00"
    transfers: {agent: {kind: warm}}
"""


def opened(text: str) -> tuple[Answers, tuple[Diagnostic, ...]]:
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert read.map is not None, read.findings
    return Answers(read.map), lint_map(read, Selection()).diagnostics


def laid(text: str = BANK, choice: Choice | None = None, **options: object) -> Overlay:
    answers, found = opened(text)
    return overlaid(found, choose(answers.network, choice or Choice()), answers, **options)  # type: ignore[arg-type]


def texts(overlay: Overlay) -> list[str]:
    return [mark.text for mark in overlay.marks]


def test_every_rule_has_a_short_title_in_both_languages() -> None:
    assert list(TITLES) == [listing.code for listing in CATALOGUE]
    for words in TITLES.values():
        assert 0 < len(words.en) <= 36
        assert 0 < len(words.zh) <= 14
        assert any("\u4e00" <= character <= "\u9fff" for character in words.zh)
    assert len({words.en for words in TITLES.values()}) == len({words.zh for words in TITLES.values()}) == len(TITLES)


@pytest.mark.parametrize(
    ("code", "category"),
    [("JM101", "blind_spot"), ("JM105", "closed"), ("JM106", "closed"), ("JM207", "loop"), ("JM305", "repeat"),
     ("JM010", "other"), ("JM402", "other"), ("JM901", "other")],
)  # fmt: skip
def test_what_a_code_is_about(code: str, category: str) -> None:
    assert category_of(code) == category


def test_the_gravest_come_first_alike_ones_as_one() -> None:
    overlay = laid()
    assert texts(overlay)[:4] == [
        "Ping-pong: Agent → Cards desk → Agent",
        "Ping-pong: Agent → Night desk → Agent",
        "Repeated information: Agent asks again for Customer number, What happened",
        "Closed on arrival: Agent → Cards desk, Mo-Fr 00:00-09:00 and 18:00-24:00, Sa and Su all day",
    ]
    assert [mark.number for mark in overlay.marks] == list(range(1, len(overlay.marks) + 1))


def test_findings_stand_where_they_are() -> None:
    overlay = laid()
    assert Badge(3, "repeat") in overlay.touchpoints["agent"]
    assert overlay.repeated == {"agent": frozenset({"number", "story"})}
    assert overlay.lost == {("menu", "agent", 0): frozenset({"number", "story"})}
    assert Badge(1, "loop") in overlay.transfers["agent", "cards", 0]
    assert Badge(1, "loop") in overlay.transfers["cards", "agent", 0]
    assert set(overlay.closed) == {("agent", "cards", 0)}


def test_a_loop_by_an_if_closed_stands_on_that_way_only() -> None:
    overlay = laid()
    assert overlay.alternatives == {("agent", "cards", 0): (Badge(2, "loop"),)}
    assert Badge(2, "loop") not in overlay.transfers["agent", "cards", 0]
    assert Badge(2, "loop") in overlay.transfers["night", "agent", 0]


def test_what_has_no_place_is_told_in_a_note() -> None:
    assert laid().notes[0] == "Without a place of its own here: Nobody resolves it: Home loan"
    matrix = laid(view="matrix")
    assert "Nobody resolves it: Home loan" in texts(matrix)
    assert set(matrix.reasons) == {"home", "fee", "card"} & set(matrix.reasons)
    assert "home" in matrix.reasons


def test_the_departments_view_has_its_badges_on_departments() -> None:
    overlay = laid(view="departments")
    assert not overlay.touchpoints
    assert not overlay.transfers
    assert Badge(1, "loop") in overlay.departments["cards"]
    assert Badge(1, "loop") in overlay.departments["desk"]


def test_only_findings_on_what_is_shown() -> None:
    assert not any("Cards desk" in text for text in texts(laid(choice=Choice(reasons=("card",)))))
    assert not any(text.startswith("Ping-pong") for text in texts(laid(choice=Choice(departments=("cards",)))))


def test_codes_choose_and_nothing_is_nothing() -> None:
    assert {mark.code for mark in laid(codes=("JM3", "JM105")).marks} == {"JM301", "JM105"}
    assert laid(codes="none") == Overlay()
    assert laid(codes=("JM101",)).notes == ()


def test_accepted_findings_are_not_shown() -> None:
    accepted = BANK.replace(
        "    needs: [number, story]\n    resolves",
        "    needs: [number, story]\n    ignore: {JM301: known}\n    resolves",
    )
    overlay = laid(accepted)
    assert not any(mark.code == "JM301" for mark in overlay.marks)
    assert overlay.repeated == {}


def test_at_most_so_many_are_marked_unless_asked_for() -> None:
    desks = "".join(f"  d{n}: {{channel: phone, department: desk, for: {{reason: fee}}}}\n" for n in range(30))
    ways = ", ".join(f"d{n}: {{}}" for n in range(30))
    text = BANK.replace("    transfers: {cards:", f"    transfers: {{{ways}, cards:") + desks
    overlay = laid(text)
    assert len(overlay.marks) == MOST_MARKS
    assert overlay.notes[-1].endswith("more findings are not marked here: journeymap lint tells them all")
    assert len(laid(text, codes=("JM101",)).marks) == 30


def test_the_words_are_chinese_where_that_is_wanted() -> None:
    told = texts(laid(language="zh"))
    assert told[2] == "重复提供信息：Agent 再次询问：Customer number、What happened"
    assert told[3] == "转到时已关闭：Agent → Cards desk，周一至周五 00:00-09:00、18:00-24:00，周六、周日全天"


def test_hours_in_chinese() -> None:
    assert week_words((1 << 10080) - 1, "zh") == "任何时候"
    assert week_words(1, "zh") == "周一 00:00-00:01"


def numbers(places: Iterable[tuple[Badge, ...]]) -> set[int]:
    return {badge.number for badges in places for badge in badges}


def used(overlay: Overlay) -> set[int]:
    by_place = (overlay.touchpoints, overlay.transfers, overlay.alternatives, overlay.departments, overlay.reasons)
    return set().union(*(numbers(places.values()) for places in by_place))


@given(contact_maps(), st.sampled_from(["contact", "departments", "matrix", "journey"]), st.data())
def test_every_number_leads_somewhere_and_back(data: dict[str, object], view: str, draw: st.DataObject) -> None:
    answers, found = opened(to_yaml(data))
    departments = draw.draw(st.sampled_from([(), *((key,) for key in answers.map.departments)]))
    try:
        chosen = choose(answers.network, Choice(departments=departments))
    except CannotRun:
        return
    overlay = overlaid(found, chosen, answers, draw.draw(st.sampled_from(["all", ("JM",)])), "en", view)  # type: ignore[arg-type]
    assert used(overlay) == {mark.number for mark in overlay.marks} == set(range(1, len(overlay.marks) + 1))
    assert all(mark.text and mark.category == category_of(mark.code) for mark in overlay.marks)
    _points_to_what_is_shown(overlay, chosen)


def _points_to_what_is_shown(overlay: Overlay, chosen: Chosen) -> None:
    network = chosen.network
    shown = {network.ids[number] for number in chosen.touchpoints}
    keys = {
        (network.ids[edge.source], network.ids[edge.declared_target], edge.place or 0, edge.alternative)
        for edge in chosen.edges
    }
    assert set(overlay.touchpoints) | set(overlay.repeated) <= shown
    assert {(*key, False) for key in (*overlay.transfers, *overlay.lost, *overlay.closed)} <= keys
    assert {(*key, True) for key in overlay.alternatives} <= keys


@given(contact_maps(), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(data: dict[str, object], random: object) -> None:
    answers, found = opened(to_yaml(data))
    others, found_again = opened(to_yaml(shuffled(data, random)))  # type: ignore[arg-type]
    first = overlaid(found, choose(answers.network, Choice()), answers)
    again = overlaid(found_again, choose(others.network, Choice()), others)
    assert dataclasses.asdict(first) == dataclasses.asdict(again)

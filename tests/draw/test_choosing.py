"""What of a map a picture shows: by the words of the definition, on a small map and on generated ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import contact_maps, to_yaml

from journeymap.draw.choosing import Choice, Chosen, choose
from journeymap.errors import CannotRun
from journeymap.graph import Network
from journeymap.model.filters import DIMENSIONS
from journeymap.source import SourceFile, read_map

BANK = """\
journeymap: 1
stages: [ask, fix]
segments: {retail: {name: Retail}, private: {name: Private banking}}
reasons: {lost_card: {name: Lost card}, fee: {name: Fee}}
channels: {phone: {}, office: {name: Back office, mode: internal}}
departments: {desk: {name: Service desk}, cards: {name: Cards}, more_cards: {name: Cards}}
touchpoints:
  menu: {channel: phone, department: desk, stage: ask, entry: true, handled_by: machine,
         transfers: {agent: {kind: cold}, banker: {for: {segment: private}}}}
  agent: {channel: phone, department: [desk, cards], transfers: {block: {for: {reason: lost_card}}, refund: {}}}
  banker: {name: Personal banker, channel: phone, department: desk, for: {segment: private}, resolves: true}
  block: {channel: office, department: cards, stage: [ask, fix], for: {reason: lost_card}, resolves: true}
  refund: {channel: office, department: more_cards, stage: fix, for: {reason: fee}, resolves: true}
"""


def network(text: str = BANK) -> Network:
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert read.map is not None, read.findings
    return Network(read.map)


def shown(chosen: Chosen) -> set[str]:
    return {chosen.network.ids[number] for number in chosen.touchpoints}


def arrows(chosen: Chosen) -> set[tuple[str, str]]:
    ids = chosen.network.ids
    return {(ids[edge.source], ids[edge.target]) for edge in chosen.edges}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), {"menu", "agent", "banker", "block", "refund"}),
        (Choice(segments=("retail",)), {"menu", "agent", "block", "refund"}),
        (Choice(reasons=("fee",)), {"menu", "agent", "banker", "refund"}),
        (Choice(reasons=("fee",), segments=("retail",)), {"menu", "agent", "refund"}),
        (Choice(reasons=("fee", "lost_card")), {"menu", "agent", "banker", "block", "refund"}),
        (Choice(departments=("cards",)), {"agent", "block"}),
        (Choice(channels=("office",), stages=("ask",)), {"block"}),
        (Choice(focus="block", depth=0), {"block"}),
        (Choice(focus="block", depth=1), {"block", "agent"}),
        (Choice(focus="agent", depth=1), {"menu", "agent", "block", "refund"}),
        (Choice(focus="menu", depth=1), {"menu", "agent", "banker"}),
        (Choice(focus="refund", depth=9, reasons=("fee",)), {"menu", "agent", "refund"}),
    ],
)
def test_what_is_shown(choice: Choice, expected: set[str]) -> None:
    assert shown(choose(network(), choice)) == expected


def test_a_transfer_is_shown_where_it_exists_and_both_ends_are_shown() -> None:
    assert arrows(choose(network(), Choice(segments=("retail",)))) == {
        ("menu", "agent"), ("agent", "block"), ("agent", "refund"),
    }  # fmt: skip
    assert arrows(choose(network(), Choice(departments=("desk",)))) == {("menu", "agent"), ("menu", "banker")}


def test_names_are_as_good_as_ids_and_become_ids() -> None:
    chosen = choose(network(), Choice(segments=("private banking",), focus="Personal banker", channels=("phone",)))
    assert chosen.choice == Choice(segments=("private",), focus="banker", channels=("phone",))


@pytest.mark.parametrize(
    ("choice", "message", "way_out"),
    [
        (Choice(segments=("retial",)), 'there is no segment "retial" in this map', "did you mean retail?"),
        (Choice(focus="agnet"), 'there is no touchpoint "agnet" in this map', "did you mean agent?"),
        (Choice(reasons=("lostcard",)), 'there is no reason "lostcard" in this map', "did you mean lost_card?"),
        (Choice(products=("loan",)), 'there is no product "loan" in this map', "the map has none at all"),
        (Choice(stages=("zzz",)), 'there is no stage "zzz" in this map', "the map has ask, fix"),
        (
            Choice(departments=("cards", "Cards")),
            '2 elements of this map are called "Cards" (the ids are cards, more_cards)',
            "name it by its id",
        ),
        (
            Choice(reasons=("fee",), departments=("cards",), stages=("ask", "fix")),
            "nothing is left to draw with reason fee, department cards, stage ask or fix",
            "take a filter away, or choose others",
        ),
        (
            Choice(departments=("cards",), focus="menu"),
            'the touchpoint "menu" is not among what is left with department cards',
            "take a filter away, or choose others",
        ),
    ],
)
def test_what_cannot_be_shown(choice: Choice, message: str, way_out: str) -> None:
    with pytest.raises(CannotRun) as caught:
        choose(network(), choice)
    assert (caught.value.message, caught.value.help) == (message, way_out)


def test_a_map_without_touchpoints_is_no_picture() -> None:
    with pytest.raises(CannotRun, match="this map has no touchpoint"):
        choose(network("journeymap: 1\n"), Choice())


def test_the_filter_that_leaves_nothing_by_itself_is_named() -> None:
    text = BANK.replace("{name: Fee}}", "{name: Fee}, other: {}}").replace(
        "stages: [ask, fix]", "stages: [ask, fix, end]"
    )
    with pytest.raises(CannotRun, match=r"nothing is left to draw with stage end$"):
        choose(network(text), Choice(stages=("end",), departments=("cards",)))


def test_only_given_cases_are_looked_at() -> None:
    bank = network()
    one = bank.cases.find({"segment": "retail", "reason": "fee"})
    assert shown(choose(bank, Choice(), one)) == {"menu", "agent", "refund"}


@st.composite
def choices(draw: st.DrawFn, bank: Network) -> Choice:
    def some(section: str) -> tuple[str, ...]:
        ids = sorted(getattr(bank.map, section))
        return tuple(draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))) if ids else ()

    sections = ("segments", "products", "reasons", "departments", "channels", "stages")
    focus = draw(st.none() | st.sampled_from(bank.ids))
    return Choice(**{each: some(each) for each in sections}, focus=focus, depth=draw(st.integers(0, 3)))


@given(contact_maps(), st.data())
def test_the_definition_holds_on_any_map(data: dict[str, object], draw: st.DataObject) -> None:
    bank = network(to_yaml(data))
    choice = draw.draw(choices(bank))
    try:
        chosen = choose(bank, choice)
    except CannotRun:
        return
    labels = [dict(label) for label in bank.cases.each(bank.cases.all)]
    wanted = {name: getattr(choice, f"{name}s") for name in DIMENSIONS}
    cases = [x for x in labels if all(not wanted[name] or x.get(name) in wanted[name] for name in DIMENSIONS)]
    masks = [bank.cases.find(case) for case in cases]
    there = {
        number
        for number, touchpoint in enumerate(bank.touchpoints)
        if any(bank.visible[number] & mask for mask in masks)
        and (not choice.departments or set(touchpoint.department) & set(choice.departments))
        and (not choice.channels or touchpoint.channel in choice.channels)
        and (not choice.stages or set(touchpoint.stage) & set(choice.stages))
    }
    ways = [e for out in bank.out for e in out if {e.source, e.target} <= there and any(e.cases & m for m in masks)]
    if choice.focus is not None:
        there = _near(bank.number[choice.focus], choice.depth, [(e.source, e.target) for e in ways])
    assert set(chosen.touchpoints) == there
    assert list(chosen.touchpoints) == sorted(there)
    assert [e.rank for e in chosen.edges] == [e.rank for e in ways if {e.source, e.target} <= there]


def _near(focus: int, depth: int, ways: list[tuple[int, int]]) -> set[int]:
    before, behind = {focus}, {focus}
    for _ in range(depth):
        behind |= {target for source, target in ways if source in behind}
        before |= {source for source, target in ways if target in before}
    return before | behind

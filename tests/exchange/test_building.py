"""Building the map: always a valid one, with readable ids that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.drafts import ITEMS, block, draft, drafts, touchpoint, way
from journeymap.exchange.importing.building import built
from journeymap.exchange.importing.draft import Draft, Item
from journeymap.exchange.importing.folding import fold
from journeymap.exchange.importing.identifying import harmless, identified
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.writing import map_text
from journeymap.model import ContactMap
from journeymap.source import SourceFile, read_map


def map_of(source: Draft) -> ContactMap:
    return built(source, fold(source))[0]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Main menu", "main_menu"),
        ("呼叫中心", "呼叫中心"),
        ("ＶＩＰ  line!", "vip_line"),
        ("What's new?", "whats_new"),
        ("../../etc/passwd", "etc_passwd"),
        ("a.b#c[d]", "a_b_c_d"),
        ("हिन्दी मेनू", "हिन्दी_मेनू"),
        ("...", "touchpoint"),
        ("", "touchpoint"),
        ("x" * 99, "x" * 48),
        ("word " * 30, "word_word_word_word_word_word_word_word_word"),
    ],
)
def test_ids_are_readable(name: str, key: str) -> None:
    assert identified([name], "touchpoint") == [key]


def test_ids_are_numbered_in_the_order_of_the_source() -> None:
    assert identified(["Menu", "menu", "Menu 2", "MENU"], "x") == ["menu", "menu_2", "menu_2_2", "menu_3"]


def test_like_names_of_other_groups_are_told_by_the_group() -> None:
    assert identified(["Menu", "Menu", "Menu"], "x", ["Sales", "Billing", "Billing"]) == [
        "menu",
        "menu_billing",
        "menu_billing_2",
    ]


@given(st.lists(st.text(max_size=60), max_size=20), st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_ids_are_unique_and_stay_when_names_are_added(names: list[str], added: list[str]) -> None:
    ids = identified(names, "x")
    assert len(set(ids)) == len(ids)
    assert identified([*names, *added], "x")[: len(ids)] == ids
    ContactMap.model_validate({"journeymap": "1", "information": {key: {} for key in ids}})


@given(st.text())
def test_foreign_text_is_one_harmless_line(text: str) -> None:
    shown = harmless(text)
    assert len(shown.splitlines()) <= 1
    assert len(shown) <= 300
    shown.encode()


@given(drafts())
@settings(max_examples=300, deadline=None)
def test_every_map_is_valid_and_reads_as_it_was_written(source: Draft) -> None:
    folded = fold(source)
    contact_map, remarks = built(source, folded)
    imported = Imported(contact_map, "twilio-studio", ("a\nb.json",), (*folded.remarks, *remarks), folded.count)
    read = read_map("m.yaml", [SourceFile("m.yaml", map_text(imported).encode())])
    assert read.findings == ()
    assert read.map == contact_map


@given(drafts())
@settings(max_examples=50, deadline=None)
def test_the_same_draft_gives_the_same_text(source: Draft) -> None:
    first, second = (built(source, fold(source))[0] for _ in range(2))
    assert first == second


@given(st.lists(ITEMS, max_size=6))
def test_equal_items_are_one(items: list[Item]) -> None:
    contact_map = map_of(draft(*(touchpoint(str(n), asks=(item,)) for n, item in enumerate(items)), touchpoint("end")))
    assert len(contact_map.information) == len({item.key for item in items})


def test_what_is_asked_is_needed_unless_it_is_always_asked() -> None:
    asks = (Item("n", "Number", sensitive=True), Item("p", "PIN", always=True))
    contact_map = map_of(draft(touchpoint("menu", asks=asks)))
    assert list(contact_map.touchpoints["menu"].needs) == ["number"]
    assert list(contact_map.touchpoints["menu"].always_asks) == ["pin"]
    assert contact_map.information["number"].sensitive


def test_only_what_is_used_is_declared() -> None:
    source = draft(touchpoint("menu"))
    contact_map = map_of(replace(source, channels=(*source.channels, replace(source.channels[0], key="fax"))))
    assert list(contact_map.channels) == ["phone"]
    assert list(contact_map.departments) == ["main_line"]


def test_a_department_may_be_another_flow_or_free_words() -> None:
    source = draft(touchpoint("menu", department="Sales team"), touchpoint("queue", department="f"))
    contact_map = map_of(source)
    assert contact_map.touchpoints["menu"].department == ("sales_team",)
    assert contact_map.touchpoints["queue"].department == ("main_line",)


def test_opening_hours_that_cannot_be_read_are_left_out_and_told() -> None:
    source = draft(touchpoint("menu", hours="when we feel like it"))
    contact_map, remarks = built(source, fold(source))
    assert contact_map.touchpoints["menu"].hours is None
    assert [str(remark.message) for remark in remarks] == [
        'the opening hours "when we feel like it" of "menu" cannot be read; they are not in the map'
    ]


def test_if_closed_says_its_kind_where_the_language_would_take_another() -> None:
    asks = block("open?", way("queue"), way("tape", closed=True), role="hours")
    queue = touchpoint("queue", handled_by="person")
    contact_map = map_of(draft(touchpoint("menu", way("open?")), asks, queue, touchpoint("tape")))
    if_closed = contact_map.touchpoints["menu"].transfers["queue"].if_closed  # type: ignore[union-attr]
    assert (if_closed.to, if_closed.kind) == ("tape", "step")


def test_the_name_can_be_chosen() -> None:
    source = draft(touchpoint("menu"))
    assert built(source, fold(source), "Harbour Bank")[0].name == "Harbour Bank"

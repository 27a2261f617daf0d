"""Elements: what counts as a change, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import contact_maps, shuffled, to_yaml

from journeymap.diff import Change, KeyChange, compare_maps
from journeymap.model import ContactMap
from journeymap.source import SourceFile, dump, read_map

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MAP = """\
journeymap: 1
name: Bank
stages: [start, end]
segments: {retail: {name: Retail, share: 90%}, private: {}}
channels: {phone: {mode: live}}
departments: [desk, cards]
systems: [crm, ledger]
information: [number, story]
touchpoints:
  menu:
    name: Menu
    channel: phone
    department: [desk, cards]
    handled_by: machine
    entry: true
    needs: [number, story]
    systems: [crm, ledger]
    transfers:
      agent: [{kind: cold, limit: 2}, {kind: warm, for: {segment: private}}]
      queue: {kind: ticket, carries: [number, story]}
  agent: {channel: phone, department: cards, resolves: 60%, abandons: 5%}
  queue: {channel: phone, department: cards, resolves: true}
ignore: {JM101: because}
"""


def model(text: str) -> ContactMap:
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert read.map is not None, read.findings
    return read.map


def changes(*replacements: tuple[str, str], text: str = MAP) -> tuple[Change, ...]:
    new = text
    for before, after in replacements:
        assert before in new
        new = new.replace(before, after)
    return compare_maps(model(text), model(new))


def told(*replacements: tuple[str, str]) -> list[tuple[str, str]]:
    return [(each.how, each.path) for each in changes(*replacements)]


@pytest.mark.parametrize(
    "replacement",
    [
        ("resolves: 60%", "resolves: 0.6"),
        ("department: [desk, cards]", "department: [cards, desk]"),
        ("needs: [number, story]", "needs: [story, number]"),
        ("carries: [number, story]", "carries: [story, number]"),
        ("needs: [number, story]", "needs: {number: always, story: always}"),
        ("departments: [desk, cards]", "departments: {cards: {}, desk: {}}"),
        ("entry: true", "entry: yes"),
        (
            "[{kind: cold, limit: 2}, {kind: warm, for: {segment: private}}]",
            "[{kind: warm, for: {segment: private}}, {limit: 2, kind: cold}]",
        ),
        ("name: Bank\n", "name: Bank   # a comment\n\n"),
    ],
)
def test_another_way_of_writing_is_no_change(replacement: tuple[str, str]) -> None:
    assert changes(replacement) == ()


@pytest.mark.parametrize(
    ("replacement", "path", "key", "before", "after"),
    [
        (("name: Bank", "name: Bank of the sea"), "", "name", "Bank", "Bank of the sea"),
        (("JM101: because", "JM101: why"), "", "ignore.JM101", "because", "why"),
        (("name: Bank", "name: Bank\nsettings: {loop_length: 3}"), "", "settings.loop_length", None, "3"),
        (("stages: [start, end]", "stages: [end, start]"), "", "stages", ["start", "end"], ["end", "start"]),
        (("share: 90%", "share: 80%"), "segments.retail", "share", "90%", "80%"),
        (("systems: [crm, ledger]\n    t", "systems: [ledger, crm]\n    t"), "touchpoints.menu", "systems",
         ["crm", "ledger"], ["ledger", "crm"]),
        ((", abandons: 5%", ""), "touchpoints.agent", "abandons", "5%", None),
        (("resolves: 60%", "resolves: yes"), "touchpoints.agent", "resolves", "60%", "true"),
        (("limit: 2", "limit: 3"), "touchpoints.menu.transfers.agent.0", "limit", "2", "3"),
        (("carries: [number, story]", "carries: none"), "touchpoints.menu.transfers.queue", "carries",
         ["number", "story"], "none"),
    ],
)  # fmt: skip
def test_a_changed_key_is_told_with_both_values(
    replacement: tuple[str, str], path: str, key: str, before: Any, after: Any
) -> None:
    (change,) = changes(replacement)
    assert (change.how, change.path, change.keys) == ("changed", path, (KeyChange(key, before, after),))


def test_elements_are_added_and_removed() -> None:
    assert told(("[crm, ledger]\ninformation", "[crm, ledger, mail]\ninformation")) == [("added", "systems.mail")]
    assert told(("  queue: {channel", "  room: {channel: phone, department: desk}\n  queue: {channel")) == [
        ("added", "touchpoints.room")
    ]
    assert told(("      queue: {kind: ticket, carries: [number, story]}\n", "")) == [
        ("removed", "touchpoints.menu.transfers.queue")
    ]


def test_of_parallel_transfers_only_those_that_differ_are_told() -> None:
    assert told(("[{kind: cold, limit: 2}, ", "[")) == [("removed", "touchpoints.menu.transfers.agent.0")]
    assert told(("[{kind: cold, limit: 2}, {kind: warm", "[{kind: cold}, {kind: cold, limit: 2}, {kind: warm")) == [
        ("added", "touchpoints.menu.transfers.agent.0")
    ]


def test_names_are_those_of_the_new_map() -> None:
    (change,) = changes(("name: Menu", "name: 菜单"))
    assert change.name == "菜单"
    (removed,) = changes(("      queue: {kind: ticket, carries: [number, story]}\n", ""))
    assert removed.name == "Menu -> queue"


@QUICK
@given(contact_maps(), st.randoms(use_true_random=False))
def test_order_and_canonical_form_are_no_change(data: Any, random: Any) -> None:
    contact_map = model(to_yaml(data))
    assert compare_maps(contact_map, model(to_yaml(shuffled(data, random)))) == ()
    assert compare_maps(contact_map, model(dump(contact_map))) == ()


@QUICK
@given(contact_maps(), contact_maps())
def test_backwards_everything_is_the_other_way_round(one: Any, other: Any) -> None:
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    old, new = model(to_yaml(one)), model(to_yaml(other))
    there, back = compare_maps(old, new), compare_maps(new, old)
    assert sorted((opposite[each.how], each.section) for each in there) == sorted(
        (each.how, each.section) for each in back
    )
    assert bool(there) == (dump(old) != dump(new))

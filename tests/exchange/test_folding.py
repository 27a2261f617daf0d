"""Folding technical blocks away: what is connected stays connected, and nothing else is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from exchange.drafts import block, draft, drafts, touchpoint, way
from journeymap.exchange.importing.draft import END, Block, Draft, Way
from journeymap.exchange.importing.folding import Folded, fold


def ways_of(folded: Folded, key: str) -> list[tuple[str, str]]:
    found = next(block for block in folded.blocks if block.key == f"f/{key}")
    return [(way.target.removeprefix("f/"), way.when) for way in found.ways]


def messages(folded: Folded) -> list[str]:
    return [str(remark.message) for remark in folded.remarks]


def names(folded: Folded) -> list[str]:
    return [block.name for block in folded.blocks]


def test_conditions_on_the_way_are_joined_in_reading_order() -> None:
    folded = fold(
        draft(
            touchpoint("menu", way("ask", "1")),
            block("ask", way("queue", "balance is low"), way("menu", "otherwise")),
            touchpoint("queue"),
        )
    )
    assert ways_of(folded, "menu") == [("queue", "1; balance is low"), ("menu", "1; otherwise")]
    assert folded.count == 1


def test_ways_that_differ_in_one_condition_are_told_together() -> None:
    folded = fold(
        draft(
            touchpoint("menu", way("one", "1"), way("two", "2"), way("queue", "3")),
            block("one", way("set")),
            block("two", way("set")),
            block("set", way("queue", "known")),
            touchpoint("queue"),
        )
    )
    assert ways_of(folded, "menu") == [("queue", "1 / 2; known, or 3")]


def test_a_question_whose_answers_all_lead_the_same_way_is_none() -> None:
    languages = [way("set", f"language {each}") for each in ("de", "en", "fr", "it", "nl", "pl", "zh", "otherwise")]
    folded = fold(
        draft(
            touchpoint("menu", way("language", "1"), way("queue", "2"), way("queue", "3")),
            block("language", *languages, way("menu", "error", failure=True)),
            block("set", way("queue", "known"), way("mailbox", "unknown")),
            touchpoint("queue"),
            touchpoint("mailbox"),
        )
    )
    assert ways_of(folded, "menu") == [
        ("queue", "1; known, or 2 / 3"),
        ("mailbox", "1; unknown"),
        ("menu", "1; error"),
    ]


def test_a_way_without_a_condition_makes_the_others_superfluous() -> None:
    folded = fold(
        draft(touchpoint("menu", way("queue", "1"), way("set")), block("set", way("queue")), touchpoint("queue"))
    )
    assert ways_of(folded, "menu") == [("queue", "")]


def test_ways_of_another_kind_or_limit_stay_parallel() -> None:
    menu = touchpoint("menu", way("queue", "1", kind="warm"), way("queue", "2"), way("queue", "3", limit=2))
    assert ways_of(fold(draft(menu, touchpoint("queue"))), "menu") == [("queue", "1"), ("queue", "2"), ("queue", "3")]


def test_circles_of_technical_blocks_end() -> None:
    folded = fold(draft(touchpoint("menu", way("a")), block("a", way("b")), block("b", way("a"), way("menu", "again"))))
    assert ways_of(folded, "menu") == [("menu", "again")]


def test_an_end_is_a_place_only_out_of_the_ordinary() -> None:
    ordinary = fold(draft(touchpoint("menu", way("bye")), block("bye", way(END))))
    assert names(ordinary) == ["menu"]
    failing = fold(draft(touchpoint("menu", way("bye", failure=True)), block("bye", way(END))))
    assert names(failing) == ["menu", "Contact ends"]
    assert ways_of(failing, "menu") == [(f"{END}/f", "error")]
    assert failing.blocks[1].channel == "phone"


HOURS = block("open?", way("queue"), way("mailbox", closed=True), role="hours", hours="Mo-Fr 09:00-17:00")


def test_an_hours_block_becomes_if_closed_and_the_hours_of_the_target() -> None:
    folded = fold(draft(touchpoint("menu", way("open?", "1")), HOURS, touchpoint("queue"), touchpoint("mailbox")))
    menu, queue, _ = folded.blocks
    assert [(one.target, one.when, one.if_closed) for one in menu.ways] == [("f/queue", "1", Way("f/mailbox"))]
    assert queue.hours == "Mo-Fr 09:00-17:00"


def test_hours_are_not_those_of_a_target_that_is_reached_unasked() -> None:
    menu = touchpoint("menu", way("open?", "1"), way("queue", "2"))
    folded = fold(draft(menu, HOURS, touchpoint("queue"), touchpoint("mailbox")))
    assert [block.hours for block in folded.blocks] == [None, None, None]


def test_a_closed_way_back_to_the_sender_stays_a_way() -> None:
    asks = block("open?", way("queue"), way("menu", closed=True), role="hours")
    folded = fold(draft(touchpoint("menu", way("open?")), asks, touchpoint("queue")))
    assert ways_of(folded, "menu") == [("queue", "open"), ("menu", "closed")]


def test_customers_enter_where_the_beginning_leads() -> None:
    folded = fold(draft(block("log", way("menu")), touchpoint("menu")))
    assert folded.entries == {"f/menu"}


def test_a_beginning_that_divides_customers_stays() -> None:
    folded = fold(draft(block("log", way("menu", "vip"), way("queue")), touchpoint("menu"), touchpoint("queue")))
    start = folded.blocks[0]
    assert (start.name, folded.entries) == ("Main line: start", {start.key})
    assert [one.target for one in start.ways] == ["f/menu", "f/queue"]


def test_technical_failures_before_the_first_touchpoint_are_told_and_not_drawn() -> None:
    folded = fold(draft(block("log", way("menu"), way(END, failure=True)), touchpoint("menu")))
    assert names(folded) == ["menu"]
    assert messages(folded) == ['technical failures before "menu" end the contact at once; this is not in the map']


def test_a_flow_with_nothing_to_meet_is_told() -> None:
    folded = fold(draft(block("log", way(END)), entry=False))
    assert messages(folded) == ['the flow "Main line" holds nothing that customers meet; it is not in the map']


def test_ways_to_nowhere_and_blocks_nobody_reaches_are_faults() -> None:
    folded = fold(
        draft(
            touchpoint("menu", way("gone", "1")),
            touchpoint("island", way("behind")),
            touchpoint("behind", way("island")),
            block("alone"),
        )
    )
    assert messages(folded) == [
        '"menu" leads to "gone", which does not exist',
        'nobody reaches "alone"',
        'nobody reaches "island" and the blocks behind it (1)',
    ]
    assert names(folded) == ["menu", "island", "behind"]
    assert {remark.kind for remark in folded.remarks} == {"error"}


def test_a_flow_may_begin_at_several_blocks() -> None:
    source = draft(block("call", way("menu")), touchpoint("menu"), touchpoint("form"))
    flow = replace(source.flows[0], others=("f/form",))
    folded = fold(replace(source, flows=(flow,)))
    assert folded.entries == {"f/menu", "f/form"}
    assert messages(folded) == []


def test_a_beginning_that_does_not_exist_is_a_fault() -> None:
    folded = fold(draft(touchpoint("menu"), first="gone"))
    assert messages(folded) == [
        'nobody reaches "menu"',
        'the flow "Main line" begins at a block that does not exist',
    ]
    assert folded.entries == frozenset()


def test_many_ways_in_and_out_make_a_crossroads() -> None:
    many = range(20)
    folded = fold(
        draft(
            *(touchpoint(f"in{number}", way("hub"), way(f"in{number + 1}", "on")) for number in many),
            touchpoint("in20"),
            block("hub", *(way(f"out{number}", str(number)) for number in many)),
            *(touchpoint(f"out{number}") for number in many),
        )
    )
    assert "hub" in names(folded)
    assert messages(folded) == ['"hub" is technical, and a touchpoint in the map: too many ways lead to it and on']


def followers(source: Draft, block: Block, *, simple: bool) -> set[str]:
    """By brute force: the touchpoints and ends that some walk through technical blocks leads to; or some simple path,
    for a failure on a circle in technical blocks need not be a failure of the way on.
    """
    found: set[str] = set()
    by_key = {one.key: one for one in source.blocks}
    seen: set[tuple[str, bool]] = set()
    waiting: list[tuple[Block, bool, tuple[str, ...]]] = [(block, False, ())]
    while waiting:
        here, failing, path = waiting.pop()
        for target, off in targets(source, here):
            if target == END:
                found |= {f"{END}/{here.flow}"} if failing or off else set()
            elif by_key[target].role == "touchpoint":
                found.add(target)
            elif target not in path if simple else (target, failing or off) not in seen:
                seen.add((target, failing or off))
                waiting.append((by_key[target], failing or off, (*path, target)))
    return found


def targets(source: Draft, block: Block) -> Iterator[tuple[str, bool]]:
    keys = {one.key for one in source.blocks} | {END}
    first = {flow.key: flow.first for flow in source.flows}
    first["alias"] = source.flows[0].first
    for one in block.ways:
        target = one.target if one.target in keys else first.get(one.target)
        if target in keys and target is not None:
            yield target, one.failure or one.closed


def drawn(block: Block) -> Iterable[str]:
    for one in block.ways:
        yield one.target
        if one.if_closed is not None:
            yield one.if_closed.target


@given(drafts())
@settings(max_examples=300, deadline=None)
def test_what_is_connected_stays_connected_and_nothing_else_is(source: Draft) -> None:
    folded = fold(source)
    declared = {one.key: one for one in source.blocks if one.role == "touchpoint"}
    known = {one.key for one in folded.blocks}
    assert declared.keys() <= known
    crossroads = [replace(one, role="touchpoint") if one.key in known else one for one in source.blocks]
    source = replace(source, blocks=tuple(crossroads))
    for one in folded.blocks:
        if one.key in declared:
            least, most = (followers(source, declared[one.key], simple=simple) for simple in (True, False))
            assert least <= set(drawn(one)) <= most
            assert {key for key in most if not key.startswith(END)} <= set(drawn(one))
    assert all(target in known for one in folded.blocks for target in drawn(one))
    assert folded.entries <= known


def test_a_ladder_of_5000_technical_blocks_is_folded_in_time() -> None:
    rungs = [block(str(n), way(str(n + 1), f"a{n}"), way(str(n + 2), f"b{n}", failure=True)) for n in range(5000)]
    source = draft(touchpoint("menu", way("0")), *rungs, touchpoint("5000"), touchpoint("5001"))
    begun = time.monotonic()
    folded = fold(source)
    assert time.monotonic() - begun < 30  # seconds of a busy machine; 3 on a quiet one
    assert [target for target, _ in ways_of(folded, "menu")] == ["5000", "5001"]


def near(number: int, random: Random) -> int:
    return number + random.randint(-5, 5)


def anywhere(_: int, random: Random) -> int:
    return random.randrange(5000)


@pytest.mark.parametrize("links", [near, anywhere])
def test_5000_blocks_with_links_all_over_are_folded_in_time(links: Callable[[int, Random], int]) -> None:
    random, blocks = Random(1), []
    for number in range(5000):
        ways = [
            way(str(links(number, random) % 5000), f"{number}.{place}", failure=random.random() < 0.2)
            for place in range(4)
        ]
        blocks.append((touchpoint if random.random() < 0.1 else block)(str(number), *ways))
    begun = time.monotonic()
    folded = fold(draft(*blocks))
    assert time.monotonic() - begun < 30  # seconds of a busy machine; 4 on a quiet one
    assert 500 <= len(folded.blocks) < 5000

"""The oracle against maps computed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from . import oracle, subject_key
from .by_hand import answers, reason, touchpoints

LANGUAGE = Path(__file__).parents[3] / "shared" / "language.md"


@pytest.mark.skipif(not LANGUAGE.exists(), reason="the language page is not here")
def test_the_small_map_of_the_language_page() -> None:
    text = LANGUAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    found = {code: held for code, held in oracle(yaml.load(text, Loader=yaml.BaseLoader)).items() if held}
    fee = tuple((("segment", s), ("reason", "wrong_fee"), ("product", "card")) for s in ("private", "retail"))

    def repeat(touchpoint: str, item: str, *lost_on: list[str]) -> str:
        return subject_key({"touchpoint": touchpoint, "information": item, "lost_on": list(lost_on)})

    closed = 7 * 24 * 60 - 5 * 8 * 60
    away = {"from": "agent", "to": "cards_desk", "minutes_per_week": closed}
    assert found == {
        "JM006": {subject_key({"path": path}): "all" for path in ("channels.web", "systems.crm")},
        "JM105": {subject_key(away): fee},
        "JM106": {subject_key({"case": dict(case), "minutes_per_week": closed}): (case,) for case in fee},
        "JM110": {subject_key({"touchpoint": "cards_desk", "reason": "wrong_fee"}): fee},
        "JM201": {subject_key({"loop": ["agent", "cards_desk"]}): fee},
        "JM301": {
            repeat("agent", "customer_number", ["menu", "agent"]): "all",
            repeat("cards_desk", "identity", ["agent", "cards_desk"]): fee,
            repeat("cards_desk", "story", ["agent", "cards_desk"]): fee,
            repeat("agent", "identity", ["cards_desk", "agent"]): fee,
            repeat("agent", "story", ["cards_desk", "agent"]): fee,
        },
    }


# ---------------------------------------------------------------- the map itself


def test_declarations() -> None:
    text = touchpoints(
        "a: {entry: true, resolves: {fee: 60%, lost: 20%}, abandons: 10%, transfers: {"
        "b: {share: 40%, for: {reason: fee}, carries: [story, number], if_closed: {to: c, carries: [identity]}}, "
        "a: , c: [{for: {reason: {not: [fee, lost]}}}]}}",
        "b: {reads: crm, for: {reason: fee}}",
        "c: {for: {reason: lost}, needs: {story: {reason: lost}}, transfers: {b: }}",
        reasons="{fee: , lost: {product: x}}",
        products="[x, y]",
        segments="{s: {}}",
        stages="[begin]",
    )
    found = answers(text, "JM005", "JM006", "JM007", "JM009", "JM010")
    unused = ("channels.web", "channels.app", "departments.cards", "departments.back", "stages.begin")
    over = tuple((("segment", "s"), ("reason", "fee"), ("product", product)) for product in "xy")
    assert found == {
        "JM005": {"['a']": over},
        "JM006": {f"['{path}']": "all" for path in unused},
        "JM007": {"['a']": "all"},
        "JM009": {"['a', 'b', 'story']": "all", "['a', 'b', 'number']": "all"},
        "JM010": {
            "['touchpoints.a.transfers.b.if_closed']": "all",
            "['touchpoints.a.transfers.c.0']": "all",
            "['touchpoints.c.transfers.b']": "all",
        },
    }


def test_a_product_that_no_case_contains_is_unused() -> None:
    text = touchpoints("a: {entry: true, resolves: true}", reasons="{fee: {product: x}}", products="[x, y]")
    assert "['products.y']" in answers(text)["JM006"]


# ---------------------------------------------------------------- blind spots


def test_ends_without_a_way_out() -> None:
    text = touchpoints(
        "menu: {entry: true, resolves: [fee], transfers: {wall: , desk: , spin: , ask: , left: }}",
        "wall: {}",
        "desk: {resolves: {lost: 50%}, for: {reason: [lost, fee]}}",
        "spin: {transfers: {spin: {limit: 2}}}",
        "ask: {follow_up: true}",
        "left: {transfers: {right: }}",
        "right: {resolves: {lost: 0%}, transfers: {left: }}",
        "island: {}",
        reasons="[fee, lost, other]",
    )
    both = (*reason("fee"), *reason("lost"))
    assert answers(text, "JM101", "JM102", "JM103", "JM104", "JM112", "JM113") == {
        "JM101": {"['wall']": both},
        "JM102": {"[['spin']]": both, "[['left', 'right']]": both},
        "JM103": {"[{'reason': 'other'}]": reason("other")},
        "JM104": {"['island']": "all"},
        "JM112": {"['desk']": reason("fee")},
        "JM113": {"['desk']": reason("lost")},
    }


def test_no_resolution_anywhere_is_one_finding() -> None:
    text = touchpoints("a: {resolves: 0%}", "b: {}", reasons="[fee, lost]")
    assert answers(text, "JM101", "JM103", "JM104") == {"JM103": {"[{}]": "all"}}


def test_silent_loss_asks_for_every_share() -> None:
    text = touchpoints(
        "a: {entry: true, resolves: 50%, abandons: 10%, transfers: {b: {share: 30%, if_closed: c}}}",
        "b: {resolves: 50%, transfers: {c: {share: 20%}, a: }}",
        "c: {transfers: {a: {share: 89.9%}}}",
        settings="{silent_loss: 10%}",
    )
    assert answers(text, "JM113") == {"JM113": {"['c']": "all"}}


def test_a_settled_request_that_nobody_tells_about() -> None:
    text = touchpoints(
        "form: {channel: web, entry: true, transfers: {mail: {kind: ticket}, call: {kind: callback}, told: }}",
        "mail: {transfers: {desk: }}",
        "call: {resolves: true}",
        "told: {reply: {within: 2d}, transfers: {desk: }}",
        "desk: {resolves: true}",
        "phone: {entry: true, transfers: {later: {kind: ticket}, told: {kind: ticket}}}",
        "later: {transfers: {desk: {kind: callback}}, resolves: false}",
    )
    assert answers(text, "JM107") == {"JM107": {"['form']": "all"}}


# ---------------------------------------------------------------- loops


def test_patterns_of_loops() -> None:
    text = touchpoints(
        "m1: {entry: true, handled_by: machine, transfers: {m2: }}",
        "m2: {handled_by: machine, transfers: {m1: , p1: }}",
        "p1: {transfers: {m1: , q1: {kind: warm, if_closed: r1}}}",
        "q1: {department: cards, transfers: {p1: {kind: ticket}}}",
        "r1: {department: [cards, centre], transfers: {q1: , s1: , p1: {kind: next}}}",
        "s1: {channel: app, transfers: {s2: }}",
        "s2: {channel: app, transfers: {s1: , s3: }}",
        "s3: {advances: true, transfers: {s2: }, resolves: true}",
    )
    assert answers(text, "JM201", "JM202", "JM203", "JM204", "JM205") == {
        "JM201": {"[['p1', 'q1']]": "all"},
        "JM202": {"[['p1', 'r1', 'q1']]": "all"},
        "JM203": {"[['m1', 'm2']]": "all"},
        "JM204": {"[['m1', 'm2', 'p1']]": "all"},
    }


RING = (
    "a: {entry: true, resolves: true, transfers: {b: , c: {limit: 1}}}",
    "b: {transfers: {c: [{kind: warm}, {kind: cold}]}}",
    "c: {transfers: {d: }}",
    "d: {transfers: {a: , c: }}",
)


def test_a_loop_that_is_too_long_is_a_tangle() -> None:
    found = answers(touchpoints(*RING, settings="{loop_length: 3}"), "JM204", "JM205")
    assert found == {
        "JM204": {"[['c', 'd']]": "all"},
        "JM205": {"[['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']]": "all"},
    }


def test_a_component_that_is_too_large_is_a_tangle() -> None:
    assert not answers(touchpoints(*RING, settings="{loop_component: 5}"), "JM205")
    found = answers(touchpoints(*RING, settings="{loop_component: 4}"), "JM204", "JM205")
    assert found == {"JM205": {"[['a', 'b', 'c', 'd'], ['c', 'd']]": "all"}}


def test_a_loop_has_the_cases_in_which_it_is_one_even_where_another_is_chosen() -> None:
    text = touchpoints(
        "a: {entry: true, resolves: true, transfers: {b: }}",
        "b: {transfers: {c: , a: {for: {reason: fee}}}}",
        "c: {transfers: {a: }}",
        reasons="[fee, lost]",
    )
    assert answers(text, "JM204") == {
        "JM204": {"[['a', 'b']]": reason("fee"), "[['a', 'b', 'c']]": "all"},
    }


# ---------------------------------------------------------------- repeats


def test_what_is_recorded_and_read_is_not_repeated() -> None:
    text = touchpoints(
        "a: {entry: true, needs: [number, story], records: {crm: [story]}, transfers: {b: , c: }}",
        "b: {needs: [number, story], reads: crm}",
        "c: {always_asks: {story: always, number: {reason: lost}}, reads: crm, resolves: true}",
        reasons="[fee, lost]",
    )
    assert answers(text, "JM301", "JM302") == {
        "JM302": {"['c', 'story']": "all", "['c', 'number']": reason("lost")},
    }


def test_a_new_contact_may_ask_for_identity_again() -> None:
    text = touchpoints(
        "a: {entry: true, always_asks: [identity, story], transfers: {b: {kind: redirect, carries: all}, c: }}",
        "b: {needs: [identity, story], resolves: true}",
        "c: {needs: [identity]}",
    )
    assert answers(text, "JM301") == {"JM301": {"['c', 'identity', [['a', 'c']]]": "all"}}


def test_a_self_transfer_keeps_what_is_known_and_its_visit_does_not_count() -> None:
    text = touchpoints(
        "a: {entry: true, always_asks: story, transfers: {a: {carries: none, limit: 3}, b: {carries: [story]}}}",
        "b: {needs: [story], resolves: true, transfers: {b: {kind: redirect}}}",
    )
    assert answers(text, "JM009", "JM301", "JM302") == {}


def test_the_witness_is_cut_at_the_last_question_and_tells_all_that_loses() -> None:
    text = touchpoints(
        "a: {entry: true, needs: [story], transfers: {b: }}",
        "b: {needs: [story], transfers: {c: {kind: warm}}}",
        "c: {transfers: {d: }}",
        "d: {transfers: {e: }}",
        "e: {needs: [story], resolves: true}",
    )
    assert answers(text, "JM301") == {
        "JM301": {"['b', 'story', [['a', 'b']]]": "all", "['e', 'story', [['c', 'd'], ['d', 'e']]]": "all"},
    }


def test_whole_id_sequences_are_compared_before_parallel_choices() -> None:
    """By way of x the item is lost twice, by way of y once; x comes first although it takes an if_closed."""
    text = touchpoints(
        "a: {entry: true, needs: [story], transfers: {y: {kind: warm, if_closed: x}}}",
        "x: {transfers: {z: }}",
        "y: {transfers: {z: }}",
        "z: {needs: [story], resolves: true}",
    )
    assert answers(text, "JM301") == {"JM301": {"['z', 'story', [['a', 'x'], ['x', 'z']]]": "all"}}


def test_a_declared_transfer_is_walked_before_an_if_closed_and_the_first_place_before_the_second() -> None:
    text = touchpoints(
        "a: {entry: true, needs: [story], transfers: {m: {kind: cold, if_closed: {to: z, carries: none}}, "
        "z: [{kind: warm, limit: 1}, {kind: cold}]}}",
        "m: {}",
        "z: {transfers: {q: }}",
        "q: {needs: [story], resolves: true}",
    )
    assert answers(text, "JM301") == {"JM301": {"['q', 'story', [['z', 'q']]]": "all"}}


def test_asked_although_known_is_not_told_where_the_repeat_is() -> None:
    text = touchpoints(
        "a: {entry: true, needs: [story], transfers: {b: [{kind: warm}, {kind: cold, for: {reason: lost}}]}}",
        "b: {always_asks: [story], resolves: true}",
        reasons="[fee, lost]",
    )
    assert answers(text, "JM301", "JM302") == {
        "JM301": {"['b', 'story', [['a', 'b']]]": reason("lost")},
        "JM302": {"['b', 'story']": reason("fee")},
    }

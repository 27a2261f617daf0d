"""The oracle against maps computed by hand: stages, owners, systems, tasks; contracts."""

from __future__ import annotations

from typing import Any

import pytest

from .by_hand import answers, reason, touchpoints


def product(*ids: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple((("product", each),) for each in ids)


# ---------------------------------------------------------------- work


def test_stages_in_which_a_product_has_no_touchpoint() -> None:
    text = touchpoints(
        "a: {entry: true, resolves: true, stage: begin}",
        "b: {stage: [use, leave], for: {product: card}}",
        products="[card, loan, old]",
        reasons="{fee: {product: [card, loan]}}",
        stages="[begin, use, leave]",
    )
    loan = ((("reason", "fee"), ("product", "loan")),)
    assert answers(text, "JM108") == {"JM108": {"['use', 'loan']": loan, "['leave', 'loan']": loan}}
    assert not answers(touchpoints("a: {entry: true}", stages="[begin]"), "JM108")


def test_contested_owners_and_too_many_screens() -> None:
    text = touchpoints(
        "a: {entry: true, reads: [s1, s2], records: {s2: , s3: number}, systems: [s3, s4], transfers: {b: }}",
        "b: {for: {product: card}, department: [centre, back], reads: [s1, s2], systems: s4}",
        "island: {department: [centre, back], reads: [s1, s2], systems: [s3, s4]}",
        systems="[s1, s2, s3, s4]",
        settings="{max_screens: 3}",
        products="[card, loan]",
    )
    assert answers(text, "JM109", "JM501") == {
        "JM109": {"['b', ['back', 'centre']]": product("card")},
        "JM501": {"['a', ['s1', 's2', 's3', 's4']]": "all"},
    }


def test_two_sources_of_truth() -> None:
    text = touchpoints(
        "a: {entry: true, needs: [number], records: [s1], transfers: {b: {kind: warm}}}",
        "b: {records: {s2: [story, number], s3: [number]}, transfers: {c: {for: {product: card}}, d: }}",
        "c: {needs: [number, story], reads: [s1]}",
        "d: {needs: [number, story], reads: [s1, s2]}",
        systems="[s1, s2, s3]",
        products="[card, loan]",
    )
    assert answers(text, "JM304") == {"JM304": {"['number', ['s1', 's2', 's3']]": product("card")}}


def test_work_that_a_machine_does_too() -> None:
    text = touchpoints(
        "menu: {entry: true, handled_by: machine, tasks: [check, block], transfers: {desk: , two: , web: , off: }}",
        "web: {handled_by: machine, tasks: [print], for: {product: card}}",
        "desk: {tasks: [check]}",
        "two: {tasks: [print, block], for: {product: card}}",
        "off: {tasks: [print, block]}",
        "idle: {entry: true}",
        "away: {tasks: check}",
        products="[card, loan]",
    )
    assert answers(text, "JM402") == {
        "JM402": {"['desk', ['check']]": "all", "['two', ['block', 'print']]": product("card")},
    }


def test_work_done_twice_on_one_walk() -> None:
    text = touchpoints(
        "a: {entry: true, tasks: [check, print], transfers: {b: {kind: next}, c: {for: {product: card}}}}",
        "b: {department: cards, tasks: [check], transfers: {d: }}",
        "c: {department: [centre, cards], tasks: [print, check]}",
        "d: {tasks: [check]}",
        products="[card, loan]",
    )
    assert answers(text, "JM502") == {
        "JM502": {
            "[['a', 'b'], 'check']": "all",
            "[['b', 'd'], 'check']": "all",
            "[['a', 'c'], 'check']": product("card"),
            "[['a', 'c'], 'print']": product("card"),
        }
    }


# ---------------------------------------------------------------- contracts

WAYS = "{agent: {wait: 90 s, kind: cold, limit: 3}, app: {kind: step, for: {reason: lost}}}"
LINES = (
    f"menu: {{entry: true, handled_by: machine, always_asks: story, wait: 1 min, time: 2 min, transfers: {WAYS}}}",
    "agent: {needs: [story], time: 5 min, wait: 30 s, resolves: [fee], transfers: {menu: , cards: {kind: next}}}",
    "app: {channel: app, stage: begin, transfers: {agent: {kind: callback, if_closed: {to: cards, kind: step}}}}",
    "cards: {department: cards, priority: high, reads: crm, tasks: [check], transfers: {ask: {for: {reason: lost}}}}",
    "ask: {follow_up: true, resolves: true, handled_by: machine}",
    "island: {department: back}",
)
FEE, LOST = reason("fee"), reason("lost")


@pytest.mark.parametrize(
    ("promise", "broken"),
    [
        # menu -> agent is one transfer and 1 min + 2 min + 90 s + 30 s
        ("{from: entry, reach: {handled_by: person}, within: {transfers: 1, time: 5 min}}", None),
        ("{from: entry, reach: {handled_by: person}, within: {transfers: 0}}", FEE),
        ("{from: entry, reach: {handled_by: person}, within: {time: 4 min 59 s}}", FEE),
        # lost: menu -step-> app -step-> cards takes 3 min and no transfer
        ("{from: entry, reach: cards, within: {transfers: 0, time: 3 min}}", FEE),
        # lost: the callback comes after 3 min, and the agent has the customer after 30 s more
        ("{from: entry, reach: agent, within: {transfers: 1, time: 4 min}}", FEE),
        ("{for: {reason: lost}, from: entry, reach: agent, within: {time: 3.4 min}}", LOST),
        ("{for: {reason: lost}, from: entry, reach: agent, within: {transfers: 1, time: 3.5 min}}", None),
        ("{from: {resolves: lost}, reach: [ask, menu]}", None),
        ("{from: resolved, reach: {follow_up: true}}", FEE),
        ("{from: entry, reach: {follow_up: true}, always: true}", FEE),
        ("{from: entry, reach: resolved, always: true}", None),
        ("{from: [agent, cards], reach: entry}", "all"),
        ("{from: agent, reach: entry, always: true}", "all"),
        ("{from: cards, reach: cards, within: {transfers: 0, time: 0 s}}", None),
        # never
        ("{never: {repeat: story}}", "all"),
        ("{never: {repeat: number}}", None),
        ("{never: {transfer: {from: {department: centre}, to: {priority: high}}}}", "all"),
        ("{never: {transfer: {from: {channel: app}, to: {tasks: [check, none]}}}}", LOST),
        ("{never: {transfer: {from: {reads: crm, department: [cards, centre]}, to: {handled_by: person}}}}", None),
        # menu -> agent has a limit, so the only loop is menu -> app -> agent -> menu
        ("{never: {loop: {stage: begin}}}", LOST),
        ("{never: {loop: {always_asks: story}}}", LOST),
        ("{never: {loop: {entry: false, needs: story, advances: no}}}", LOST),
        ("{never: {loop: cards}}", None),
        # what selects nothing would hold for ever
        ("{never: {loop: {stage: begin, handled_by: person}}}", "all"),
        ("{never: {loop: island}}", "all"),
        ("{for: {reason: fee}, from: app, reach: resolved}", "all"),
        ("{from: app, reach: island}", LOST),
        ("{never: {transfer: {from: entry, to: {department: back}}}}", "all"),
        ("{for: {reason: fee, segment: gold}, never: {repeat: number}}", "all"),
    ],
)
def test_contracts(promise: str, broken: Any) -> None:
    sections = {"reasons": "[fee, lost]", "stages": "[begin]", "contracts": f"{{promised: {promise}}}"}
    if "segment" in promise:
        sections |= {"reasons": "{fee: {segment: plain}, lost: }", "segments": "[gold, plain]"}
    found = answers(touchpoints(*LINES, **sections), "JM901")
    assert found == ({"JM901": {"['promised']": broken}} if broken else {})

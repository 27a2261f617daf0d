"""The oracle against maps computed by hand: hours, and ways to a person, a resolution, a follow-up, and back."""

from __future__ import annotations

from .by_hand import answers, reason, touchpoints

WEEK = 7 * 24 * 60
OFFICE = 5 * 8 * 60


# ---------------------------------------------------------------- hours


def test_customers_arrive_where_nobody_is_there() -> None:
    text = touchpoints(
        "menu: {entry: true, handled_by: machine, transfers: {desk: {kind: cold}, shop: , mail: , back: }}",
        "desk: {department: cards, resolves: true, transfers: {late: {kind: redirect}, shop: }}",
        "shop: {hours: Sa 10:00-14:00, transfers: {desk: , menu: }}",
        "late: {hours: Mo–Fr 18：00–20：00}",
        "mail: {channel: mail, department: cards}",
        "back: {channel: queue, department: cards}",
        channels="{phone: {}, mail: {mode: message}, queue: {mode: internal}}",
        departments="{centre: {}, cards: {hours: 'Mo-Fr 09:00-17:00'}}",
    )
    at_desk = f"['desk', 'shop', {OFFICE}]"
    assert answers(text, "JM105", "JM106") == {
        "JM105": {
            f"['menu', 'desk', {WEEK - OFFICE}]": "all",
            f"['menu', 'shop', {WEEK - 240}]": "all",
            at_desk: "all",
            "['shop', 'desk', 240]": "all",
        },
        "JM106": {f"[{{}}, {WEEK - OFFICE}]": "all"},
    }


def test_who_takes_the_contact_when_the_target_is_closed() -> None:
    """Day and night come together to 1,440 minutes on working days; the night desk takes what the day desk cannot."""
    text = touchpoints(
        "menu: {entry: true, handled_by: machine, transfers: {day: {kind: cold, if_closed: night}, "
        "old: {kind: cold, if_closed: gone, for: {reason: fee}}}}",
        "day: {hours: Mo-Fr 08:00-20:00, resolves: true}",
        "night: {hours: 'Mo-Fr 18:00-24:00', transfers: {day: }}",
        "gone: {for: {reason: lost}}",
        "old: {hours: Su 00:00-24:00}",
        reasons="[fee, lost]",
    )
    nights = 5 * 240
    assert answers(text, "JM105", "JM106") == {
        "JM105": {
            f"['menu', 'day', {WEEK - 5 * 16 * 60}]": "all",
            f"['night', 'day', {nights}]": "all",
            f"['menu', 'old', {WEEK - 1440}]": reason("fee"),
        },
        "JM106": {f"[{{'reason': '{each}'}}, {WEEK - 5 * 12 * 60}]": reason(each) for each in ("fee", "lost")},
    }


def test_parallel_transfers_and_cases_are_joined() -> None:
    text = touchpoints(
        "a: {hours: Mo 08:00-10:00, entry: true, for: {reason: fee}, transfers: {b: [{kind: ticket}, {kind: warm}]}}",
        "b: {hours: 'Mo 09:00-09:30; We unknown', resolves: true, transfers: {c: }}",
        "x: {entry: true, hours: Mo 09:15-11:00, for: {reason: lost}, transfers: {b: }}",
        "c: {hours: Mo 09:20-09:25}",
        reasons="[fee, lost]",
    )
    assert answers(text, "JM105", "JM106") == {
        "JM105": {
            "['a', 'b', 90]": reason("fee"),
            "['x', 'b', 90]": reason("lost"),
            "['b', 'c', 25]": "all",
        },
        "JM106": {
            f"[{{'reason': 'fee'}}, {WEEK - 30}]": reason("fee"),
            f"[{{'reason': 'lost'}}, {WEEK - 15}]": reason("lost"),
        },
    }


def test_two_owners_answer_whenever_one_of_them_does() -> None:
    text = touchpoints(
        "a: {entry: true, department: [cards, back], transfers: {b: , c: }}",
        "b: {department: [centre, cards], resolves: true}",
        "c: {department: [cards, back]}",
        departments="{centre: , cards: {hours: 'Mo-Su 22:00-02:00'}, back: {hours: 'Mo-Su 01:00-03:00'}}",
    )
    assert answers(text, "JM105", "JM106") == {"JM106": {f"[{{}}, {19 * 60 * 7}]": "all"}}


# ---------------------------------------------------------------- to a resolution, a person


def test_a_long_way_round_counts_neither_next_nor_step() -> None:
    text = touchpoints(
        "a: {entry: true, transfers: {b: {kind: step}, d: {kind: redirect}}}",
        "b: {transfers: {c: {kind: next}}}",
        "c: {transfers: {d: {kind: ticket}}}",
        "d: {entry: true, transfers: {e: {for: {reason: fee}}, f: }}",
        "e: {resolves: true}",
        "f: {transfers: {e: {kind: callback}}}",
        "lost: {entry: true}",
        reasons="[fee, other]",
        settings="{max_transfers: 1}",
    )
    assert answers(text, "JM207") == {
        "JM207": {
            "[{'reason': 'fee'}, 'a', 2]": reason("fee"),
            "[{'reason': 'other'}, 'a', 3]": reason("other"),
            "[{'reason': 'other'}, 'd', 2]": reason("other"),
        }
    }


def test_persons_out_of_reach() -> None:
    """A ticket reaches nobody the customer can speak to, nor does a back office; the app is excused by the desk."""
    text = touchpoints(
        "menu: {entry: true, handled_by: machine, transfers: {office: , second: {kind: step}}}",
        "second: {handled_by: machine, transfers: {desk: , office: {kind: ticket}}}",
        "office: {channel: queue}",
        "form: {entry: true, handled_by: machine, transfers: {desk: {kind: ticket}}}",
        "app: {channel: app, entry: true}",
        "desk: {resolves: true, entry: true, for: {segment: gold}}",
        channels="{phone: {}, app: {mode: self}, queue: {mode: internal}}",
        segments="{gold: {priority: high}, plain: {priority: low}}",
        settings="{max_menus: 1}",
    )
    gold, plain = ((("segment", each),) for each in ("gold", "plain"))
    assert answers(text, "JM209", "JM401") == {
        "JM209": {
            "[{'segment': 'gold'}, 'menu']": (gold,),
            "[{'segment': 'gold'}, 'form']": (gold,),
            "[{'segment': 'plain'}, 'menu']": (plain,),
            "[{'segment': 'plain'}, 'form']": (plain,),
            "[{'segment': 'plain'}, 'app']": (plain,),
        }
    }


def test_valued_customers_without_a_person() -> None:
    text = touchpoints(
        "menu: {entry: true, handled_by: machine, for: {reason: [fee, lost]}, transfers: {two: }}",
        "two: {handled_by: machine, transfers: {desk: {for: {reason: fee}}, office: }}",
        "office: {handled_by: machine, transfers: {desk: }}",
        "desk: {resolves: true}",
        segments="{gold: {priority: high}, plain: }",
        reasons="[fee, lost, other]",
        settings="{max_menus: 2}",
    )
    lost, other = ((("segment", "gold"), ("reason", each)) for each in ("lost", "other"))
    assert answers(text, "JM401") == {
        "JM401": {
            "[{'reason': 'lost', 'segment': 'gold'}, 'gold']": (lost,),
            "[{'reason': 'other', 'segment': 'gold'}, 'gold']": (other,),
        }
    }


def test_only_a_paid_way() -> None:
    text = touchpoints(
        "menu: {entry: true, handled_by: machine, transfers: {desk: {for: {reason: fee}}, hotline: }}",
        "desk: {resolves: true, fee: 0}",
        "hotline: {fee: 0.5, resolves: [lost], transfers: {desk: }}",
        "shop: {resolves: true}",
        reasons="[fee, lost, other]",
    )
    assert answers(text, "JM403") == {
        "JM403": {f"[{{'reason': '{each}'}}]": reason(each) for each in ("lost", "other")}
    }


# ---------------------------------------------------------------- what is asked on the way


def test_what_a_machine_asks_early() -> None:
    text = touchpoints(
        "menu: {entry: true, handled_by: machine, needs: [number, story], transfers: {more: , desk: , wall: }}",
        "more: {handled_by: machine, always_asks: {identity: {reason: fee}}, transfers: {desk: }}",
        "desk: {needs: {story: {reason: fee}}, resolves: true, transfers: {after: }}",
        "after: {handled_by: machine, needs: [number]}",
        "wall: {needs: [number]}",
        "app: {entry: true, channel: app, needs: [number], transfers: {desk: }}",
        reasons="[fee, lost]",
    )
    assert answers(text, "JM303") == {
        "JM303": {
            "[{'reason': 'fee'}, 'menu', 'number']": reason("fee"),
            "[{'reason': 'fee'}, 'more', 'identity']": reason("fee"),
            "[{'reason': 'lost'}, 'menu', 'number']": reason("lost"),
            "[{'reason': 'lost'}, 'menu', 'story']": reason("lost"),
        }
    }


def test_what_is_collected_for_nothing() -> None:
    text = touchpoints(
        "a: {entry: true, always_asks: [number, story, identity], needs: [identity], transfers: {b: , a: {limit: 1}}}",
        "b: {always_asks: [story, number], records: {crm: [story]}, transfers: {c: }}",
        "c: {always_asks: [story, number], needs: {number: {reason: fee}}, records: {crm: [identity]}, resolves: true}",
        "d: {entry: true, always_asks: [identity], records: [crm]}",
        "e: {always_asks: [identity]}",
        reasons="[fee, lost]",
    )
    assert answers(text, "JM305") == {"JM305": {"['c', 'story']": "all", "['c', 'number']": reason("lost")}}


# ---------------------------------------------------------------- back again


def test_boomerangs() -> None:
    """By way of q2 it is as far as by way of q1; the walk over `work` is progress; the machine is no person."""
    text = touchpoints(
        "p: {entry: true, transfers: {q2: , q1: {for: {reason: fee}}, work: }}",
        "q1: {department: cards, transfers: {r: }}",
        "q2: {department: cards, transfers: {q1: , r: {for: {reason: lost}}, s: {kind: callback}, ask: }}",
        "work: {department: cards, advances: true, transfers: {s: }}",
        "r: {department: [back, centre], resolves: true, transfers: {b: }}",
        "b: {department: cards, handled_by: machine, transfers: {c: }}",
        "c: {department: back}",
        "s: {}",
        "ask: {follow_up: true}",
        reasons="[fee, lost]",
        settings="{boomerang_length: 3}",
    )
    assert answers(text, "JM206") == {
        "JM206": {
            "['p', 'r', 'centre', ['p', 'q1', 'r']]": "all",
            "['r', 'c', 'back', ['r', 'b', 'c']]": "all",
            "['q1', 'b', 'cards', ['q1', 'r', 'b']]": "all",
            "['q2', 'b', 'cards', ['q2', 'r', 'b']]": reason("lost"),
        }
    }


def test_no_boomerang_inside_a_loop_that_is_reported_anyway() -> None:
    lines = (
        "p: {entry: true, transfers: {x: }}",
        "x: {department: cards, transfers: {q: }}",
        "q: {resolves: true, transfers: {p: {for: {reason: fee}}}}",
    )
    found = answers(touchpoints(*lines, reasons="[fee, lost]"), "JM206")
    assert found == {"JM206": {"['p', 'q', 'centre', ['p', 'x', 'q']]": reason("lost")}}
    assert not answers(touchpoints(*lines, reasons="[fee, lost]", settings="{boomerang_length: 1}"), "JM206")


def test_channels_left_and_met_again() -> None:
    text = touchpoints(
        "a: {entry: true, transfers: {b: {kind: redirect}, c: {kind: ticket}}}",
        "b: {channel: web, transfers: {d: , e: , f: , a: }}",
        "c: {channel: app, transfers: {e: }}",
        "d: {channel: app, advances: true, transfers: {f: }}",
        "e: {}",
        "f: {channel: queue, transfers: {g: }}",
        "g: {channel: web}",
        channels="{phone: {}, web: {mode: message}, app: {mode: self}, queue: {mode: internal}}",
    )
    assert answers(text, "JM208") == {"JM208": {"[['a', 'b', 'e']]": "all"}}


# ---------------------------------------------------------------- follow-ups and tickets


def test_complaints_without_follow_up() -> None:
    text = touchpoints(
        "a: {entry: true, resolves: true, transfers: {b: , c: {for: {reason: fee}}}}",
        "b: {resolves: true, transfers: {ask: }}",
        "c: {transfers: {ask: }}",
        "ask: {follow_up: yes, resolves: [lost]}",
        "d: {entry: true, resolves: {fee: 10%, lost: 0%}}",
        reasons="{fee: {complaint: true}, lost: {complaint: true}, other: }",
    )
    assert answers(text, "JM110") == {
        "JM110": {"['a', 'lost']": reason("lost"), "['d', 'fee']": reason("fee")},
    }


def test_tickets_that_lack_information() -> None:
    text = touchpoints(
        "a: {entry: true, always_asks: [story], transfers: {back: {kind: ticket, carries: none}, desk: }}",
        "desk: {channel: web, for: {reason: fee}, needs: [identity], transfers: {back: {kind: ticket}}}",
        "back: {needs: [story, identity, number], reads: crm, transfers: {back: {kind: ticket}, last: {kind: ticket}}}",
        "direct: {entry: true, transfers: {last: {kind: cold}, more: }}",
        "more: {transfers: {last: {kind: ticket, for: {reason: lost}}}}",
        "last: {needs: [identity, number], resolves: true}",
        "alone: {entry: true, needs: [story], transfers: {alone: {kind: ticket}}}",
        reasons="[fee, lost]",
    )
    assert answers(text, "JM111") == {"JM111": {"['back', 'identity']": reason("lost")}}

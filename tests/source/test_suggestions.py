"""Did you mean, in any script."""

from __future__ import annotations

import pytest

from journeymap.source.suggestions import Suggester, distance

KNOWN = (
    "channel",
    "department",
    "contact_centre",
    "lost_card",
    "crm",
    "电话",
    "客服中心",
    "信用卡部",
    "Zürich",
    "agent_desk",
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("chanel", "channel"),
        ("chnanel", "channel"),
        ("Channel", "channel"),
        ("contact-centre", "contact_centre"),
        ("contactCentre", "contact_centre"),
        ("ｃｒｍ", "crm"),
        ("lost_crad", "lost_card"),
        ("电活", "电话"),
        ("客服", "客服中心"),
        ("客户中心", "客服中心"),
        ("信用卡部门", "信用卡部"),
        ("Zurich", "Zürich"),
        ("agent", "agent_desk"),
        ("colour", None),
        ("话", "电话"),
        ("网站", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    assert Suggester().nearest(word, KNOWN) == meant


def test_ties_go_to_the_smaller_word() -> None:
    assert Suggester().nearest("cat", ("car", "bat", "cap")) == "bat"


def test_many_words_among_many_are_quick_and_still_find_other_spellings() -> None:
    known = [f"touchpoint_{number}" for number in range(10_000)]
    suggester = Suggester()
    assert [suggester.nearest(f"Touchpoint-{number}", known) for number in (5, 9_999)] == [
        "touchpoint_5",
        "touchpoint_9999",
    ]
    assert sum(suggester.nearest(f"tuchpoint_{number}", known) is not None for number in range(1_000)) >= 5


def test_distance() -> None:
    assert distance("abcd", "acbd", 2) == 1
    assert distance("", "abc", 3) == 3
    assert distance("abc", "xyz", 1) == 2

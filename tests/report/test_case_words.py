from __future__ import annotations

from itertools import product

from journeymap.report.case_words import CaseWords
from journeymap.report.naming import Names

EVERY = tuple(
    (("segment", segment), ("reason", reason), ("product", item))
    for segment, reason, item in product("ab", "rstu", "xyz")
)
TELL = CaseWords(EVERY, Names(None))


def test_all_cases_are_every_case() -> None:
    assert TELL("all") == "in every case"


def test_a_map_with_one_case_needs_no_words() -> None:
    assert CaseWords(((("reason", "r"),),), Names(None))("all") == ""


def test_cases_are_told_by_what_they_have_in_common() -> None:
    assert TELL(tuple(case for case in EVERY if case[1] == ("reason", "r"))) == "in 6 of 24 cases: reason r"
    chosen = tuple(case for case in EVERY if case[0][1] == "a" and case[1][1] in "rs")
    assert TELL(chosen) == "in 6 of 24 cases: segment a, reason r or s"


def test_other_cases_are_listed_and_the_list_is_cut() -> None:
    assert TELL((EVERY[0], EVERY[13])) == "in 2 of 24 cases: a / r / x; b / r / y"
    odd = tuple(EVERY[number] for number in (0, 4, 8, 13, 17))
    assert TELL(odd) == "in 5 of 24 cases: a / r / x; a / s / y; a / t / z; and 2 more"


def test_nearly_all_cases_are_told_by_the_few_that_are_left() -> None:
    assert TELL(tuple(case for case in EVERY if case[1][1] != "r")) == "in 18 of 24 cases: reason s or t or u"
    most = tuple(case for case in EVERY if (case[0][1], case[1][1]) != ("a", "r"))
    assert TELL(most) == "in 21 of 24 cases: all but segment a, reason r"


def test_what_follows_from_the_rest_is_not_said() -> None:
    every = (
        (("reason", "fee"), ("product", "card")),
        (("reason", "rate"), ("product", "loan")),
        (("reason", "ask"), ("product", "loan")),
    )
    assert CaseWords(every, Names(None))(every[1:2]) == "in 1 of 3 cases: reason rate"

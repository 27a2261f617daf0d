from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.draw.measure import ELLIPSIS, text_width, wrap


def test_a_full_width_character_is_one_em() -> None:
    assert text_width("客服中心", 10) == 40
    assert text_width("客服", 13, semibold=True) == 26


def test_marks_and_joiners_have_no_width() -> None:
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("a\u200bb", 10) == text_width("ab", 10)


def test_accented_letters_are_as_wide_as_plain_ones() -> None:
    assert text_width("éñü", 10) == text_width("enu", 10)


def test_quotes_are_full_width_in_chinese_text_only() -> None:
    assert text_width("“人工”", 10) == 40
    assert text_width("“a”", 10) < 20


def test_semibold_is_wider() -> None:
    assert text_width("First-line agent", 13, semibold=True) > text_width("First-line agent", 13)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Telephone menu", ("Telephone menu",)),
        ("First-line agent for cards", ("First-line agent", "for cards")),
        ("a\nb\tc", ("a b c",)),
        ("", ()),
        (" \n ", ()),
        ("呼叫中心坐席，夜间值守", ("呼叫中心坐席，", "夜间值守")),
        ("Mo-Fr 09:00-17:00", ("Mo-Fr", "09:00-17:00")),
        ("Claims office, cards", ("Claims office,", "cards")),
    ],
)
def test_wrapping(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 120, 13, semibold=True) == lines


def test_no_line_begins_with_closing_punctuation() -> None:
    for width in range(40, 200, 7):
        lines = wrap("投诉（信用卡），处理：回访。客户、坐席！", width, 13, lines=20)
        assert all(line[0] not in "，。、：）！" for line in lines)
        assert all(line[-1] != "（" for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("very " * 100, 100, 13)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)


def test_a_long_word_is_cut() -> None:
    assert "".join(wrap("Donaudampfschifffahrtsgesellschaft", 120, 13)) == "Donaudampfschifffahrtsgesellschaft"


def test_short_beginnings_stay_with_their_word() -> None:
    assert wrap("closed Mo-Fr", 66, 13) == ("closed", "Mo-Fr")
    assert wrap("first-line", 50, 13) == ("first-", "line")


def test_joined_emoji_and_flags_stay_whole() -> None:
    family, flag = "👨\u200d👩\u200d👧", "🇩🇪"
    for lines in (wrap(family * 4, 70, 13, lines=9), wrap(flag * 6, 70, 13, lines=9)):
        assert all(line == family * (len(line) // len(family)) or line == flag * (len(line) // 2) for line in lines)


def test_a_huge_text_is_not_read_to_its_end() -> None:
    assert len(wrap("word " * 10**6, 120, 13)) == 3


@given(st.text(max_size=200), st.floats(30, 400), st.integers(1, 4))
def test_every_line_fits_and_nothing_is_lost(text: str, width: float, most: int) -> None:
    lines = wrap(text, width, 11, lines=most)
    assert len(lines) <= most
    for line in lines:
        assert text_width(line, 11) <= width or len(line) <= 41
        assert line == line.strip() or not line.isascii()
    if not any(line.endswith(ELLIPSIS) for line in lines):
        assert "".join("".join(lines).split()) == "".join(text.split())

from __future__ import annotations

import json

import pytest

from journeymap.report.columns import shorten_left, shorten_right, width, wrapped
from journeymap.report.visible import escape_json, visible


@pytest.mark.parametrize(
    "character", ["\x1b", "\x9b", "\n", "\r", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\U000e0041", "\ud800"]
)
def test_unsafe_characters_are_shown(character: str) -> None:
    shown = visible(f"a{character}b")
    assert character not in shown
    assert f"<U+{ord(character):04X}>" in shown


@pytest.mark.parametrize("text", ["Agent", "客户服务中心", "عميل", "👩‍👧", "é", "a　b"])
def test_other_text_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b", "\u202e", "\U000e0041", "客户", "\ud800"])
def test_json_says_the_same_without_unsafe_characters(text: str) -> None:
    written = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert visible(written) == written


def test_chinese_takes_two_columns() -> None:
    assert width("客户a") == 5
    assert shorten_right("客户服务中心", 9) == "客户服..."
    assert shorten_left("客户服务中心", 9) == "...务中心"
    assert shorten_right("short", 9) == "short"


def test_lines_are_broken_at_spaces() -> None:
    assert list(wrapped("one two three", 7)) == ["one two", "three"]
    assert list(wrapped("客户 服务 x", 6)) == ["客户", "服务 x"]
    assert list(wrapped("unbreakable", 3)) == ["unbreakable"]
    assert list(wrapped("", 3)) == [""]

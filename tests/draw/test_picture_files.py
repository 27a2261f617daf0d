"""Names of files, the mark of our own pictures, and the page of a set: for any id and any text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.draw.render.index_page import Entry, Page, index_page
from journeymap.draw.render.picture_names import department_file
from journeymap.draw.render.signature import is_signed, signed

HOSTILE = "<script>alert(1)</script>\"'&]]> \u202e\x00\n--><img src=x onerror=y>"


@pytest.mark.parametrize(
    ("key", "beginning"),
    [("cards", "department-cards"), ("客服中心", "department-客服中心"), ("con", "department-con"),
     ("Cards", "department-cards."), ("../x", "department----x.")],
)  # fmt: skip
def test_names_stay_readable(key: str, beginning: str) -> None:
    name = department_file(key)
    assert name.startswith(beginning)
    assert (name == beginning) == (not beginning.endswith("."))


@given(st.sets(st.text(min_size=1, max_size=60), min_size=2, max_size=8))
def test_names_are_safe_and_never_shared(keys: set[str]) -> None:
    names = [department_file(key) for key in keys]
    assert len({name.casefold() for name in names}) == len(keys)
    for name in names:
        assert re.fullmatch(r"department-[\w-]*(\.[0-9a-f]{8})?", name)
        assert len(name.encode()) < 220


class Reader(HTMLParser):
    """What a browser would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]
        assert not [name for name, _ in attrs if name.startswith("on")]


def test_the_page_of_a_set_holds_text_only() -> None:
    entry = Entry(HOSTILE, "department-x.svg", HOSTILE)
    page = index_page(
        Page(HOSTILE, HOSTILE, "zh", HOSTILE, Entry("Overview", "overview.svg"), (entry, Entry(HOSTILE, "")))
    )
    reader = Reader()
    reader.feed(page)
    assert "script" not in reader.tags
    assert set(reader.addresses) == {"overview.svg", "department-x.svg"}
    assert reader.tags.count("img") == 2
    assert '<html lang="zh-CN">' in page


@pytest.mark.parametrize("format_", ["svg", "dot", "mermaid", "html"])
def test_our_own_text_is_known_again(format_: str) -> None:
    assert is_signed(str(signed("x\n", format_)).encode())
    assert not is_signed(b"x\n")


def test_what_is_drawn_by_others_is_not_ours() -> None:
    for content in (b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + bytes(60), b"%PDF-1.7", b"journeymap: 1\n", b"{}"):
        assert not is_signed(content)
    assert not is_signed(str(signed("<mxfile/>", "drawio")).encode())

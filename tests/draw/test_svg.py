from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.draw.paint.theme import THEMES, ThemeName
from journeymap.draw.placement import Point, Size
from journeymap.draw.render.svg import svg
from journeymap.draw.render.svg_text import safe_link
from journeymap.draw.sheet import Block, Item, Outline, Sheet, Text

_SVG = "{http://www.w3.org/2000/svg}"
_ITEM = Item(
    "touchpoint:menu",
    "box",
    (
        Block(10, 20, 100.125, 50, 8, "box", "box_edge", 2, (3, 2)),
        Outline("M0.00 1.50 L20.10 30.999", None, "loop_edge", 1),
        Text(12, 40.5, "Telephone menu", 13, "ink", "semibold", "middle", "ground"),
    ),
    "Telephone menu\nAsked when not known: customer number",
    "https://example.org/?id=menu",
)
_SHEET = Sheet(Size(400, 300), "Harbour Bank", "Two touchpoints.", "en", (_ITEM,), Point(-32, -64))
_HOSTILE = [
    "<script>alert(1)</script>",
    "]]>",
    '" onload="alert(1)',
    "&amp; &lt; &#0;",
    "\x00\x0b\ud800\uffff",
    "مركز خدمة (a)",
    "\u202eevil",
    "line\nbreak\r\n\ttab",
    "👨‍👩‍👧 🇨🇳",
]


def _parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def test_the_picture_says_what_it_is() -> None:
    root = _parsed(svg(_SHEET, "light", None))
    assert (root.get("role"), root.get("aria-labelledby"), root.get("lang")) == ("img", "title desc", "en")
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("400", "300", "-32 -64 400 300")
    assert [root.findtext(f"{_SVG}{name}") for name in ("title", "desc")] == ["Harbour Bank", "Two touchpoints."]


def test_a_chinese_picture_says_so_and_asks_for_chinese_faces() -> None:
    text = svg(replace(_SHEET, language="zh", items=(Item("a", "b", (Text(0, 0, "客服", 13, "ink"),)),)), "light", None)
    root = _parsed(text)
    assert root.get("lang") == "zh-CN"
    faces = [element.get("font-family", "") for element in root.iter(f"{_SVG}text")]
    assert all(face.startswith("'PingFang SC'") for face in faces)


def test_an_item_is_a_group_with_tooltip_and_link() -> None:
    root = _parsed(svg(_SHEET, "light", None))
    link = root.find(f"{_SVG}a")
    assert link is not None
    assert link.get("href") == "https://example.org/?id=menu"
    group = link.find(f"{_SVG}g")
    assert group is not None
    assert (group.get("id"), group.get("class"), group.get("aria-label")) == (
        "touchpoint:menu",
        "box",
        "Telephone menu",
    )
    assert group.findtext(f"{_SVG}title") == "Telephone menu\nAsked when not known: customer number"


def test_numbers_are_short() -> None:
    text = svg(_SHEET, "light", None)
    assert 'd="M0 1.5 L20.1 31"' in text
    assert not re.search(r'="[^"]*\d\.\d{3}', text.replace("http://www.w3.org", ""))


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_stands_at_its_shape(theme: ThemeName) -> None:
    root = _parsed(svg(_SHEET, theme, None))
    shapes = [element for element in root.iter() if element.tag in (f"{_SVG}rect", f"{_SVG}path", f"{_SVG}text")]
    assert all(element.get("fill") for element in shapes)
    assert not list(root.iter(f"{_SVG}style"))


def test_a_theme_can_dash_and_widen_an_outline() -> None:
    path = _parsed(svg(_SHEET, "colour-blind-safe", None)).find(f".//{_SVG}path")
    assert path is not None
    assert path.get("stroke-dasharray") == "9 4"
    assert float(path.get("stroke-width", "1")) > 1


@pytest.mark.parametrize(
    ("paper", "size", "expected"),
    [
        ("a4", Size(400, 300), ("297mm", "210mm")),
        ("a4", Size(300, 400), ("210mm", "297mm")),
        ("a3", Size(400, 300), ("420mm", "297mm")),
        ("16:9", Size(300, 400), ("338.67mm", "190.5mm")),
    ],
)
def test_a_page_is_turned_as_the_picture_fits_and_holds_it_whole(paper, size, expected) -> None:
    root = _parsed(svg(replace(_SHEET, size=size), "light", paper))
    assert (root.get("width"), root.get("height")) == expected
    x, y, width, height = map(float, root.get("viewBox", "").split())
    assert x < -32
    assert y < -64
    assert x + width > size.width - 32
    assert y + height > size.height - 64
    ratio = float(expected[0][:-2]) / float(expected[1][:-2])
    assert width / height == pytest.approx(ratio, rel=0.01)


def _hostile_sheet(text: str) -> Sheet:
    item = Item(f"touchpoint:{text}", f"box {text}", (Text(1, 2, text, 13, "ink", halo="ground"),), text, text)
    return replace(_SHEET, title=text, description=text, items=(item, item))


@pytest.mark.parametrize("text", _HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    root = _parsed(svg(_hostile_sheet(text), "light", None))
    allowed = {"svg", "title", "desc", "rect", "path", "text", "g", "a"}
    assert {element.tag.removeprefix(_SVG) for element in root.iter()} <= allowed
    assert not any(name.startswith("on") for element in root.iter() for name in element.keys())  # noqa: SIM118 - an element is no mapping


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_text_can_be_written(text: str) -> None:
    root = _parsed(svg(_hostile_sheet(text), "dark", "a4"))
    ids = [element.get("id") for element in root.iter() if element.get("id") is not None]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"\S+", identifier or "") for identifier in ids)


def test_right_to_left_names_stand_between_isolates_and_overrides_are_dropped() -> None:
    root = _parsed(svg(_hostile_sheet("\u202eمركز"), "light", None))
    words = [element.text for element in root.iter(f"{_SVG}text")]
    assert words == ["\u2068مركز\u2069"] * 4


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ('https://example.org/a b?x="1"', "https://example.org/a%20b?x=%221%22"),
        ("mailto:cx@example.org", "mailto:cx@example.org"),
        ("pages/menu.svg#top", "pages/menu.svg#top"),
        ("#touchpoint:menu", "#touchpoint:menu"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("vbscript:x", None),
        ("//example.org/x", None),
        ("/\\example.org/x", None),
        ("\\\\example.org/x", None),
        ("", None),
        (None, None),
    ],
)
def test_links_that_run_nothing_are_kept(link: str | None, kept: str | None) -> None:
    assert safe_link(link) == kept


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert svg(_SHEET, "print", "a3") == svg(_SHEET, "print", "a3")

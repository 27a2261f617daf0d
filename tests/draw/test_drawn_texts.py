"""DOT, Mermaid and draw.io of hand-made pictures that use every field; what stands in them is compared by eye."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import Golden

from draw.checks import check_drawio
from draw.pictured import placed
from draw.scene_schema import scene_schema
from draw.scenes import MATRIX, SCENE, SCENES
from journeymap.draw.layout.lanes import lanes_placement
from journeymap.draw.paint.flow import paint_flow
from journeymap.draw.paint.theme import THEMES, ThemeName
from journeymap.draw.render.dot import dot
from journeymap.draw.render.drawio import drawio
from journeymap.draw.render.mermaid import mermaid
from journeymap.draw.render.mermaid_text import front_matter_text, label, plain
from journeymap.draw.render.weblinks import web_link
from journeymap.draw.wishes import Wishes

GOLDENS = Path(__file__).parent / "goldens"
SCHEMA = Path(__file__).parents[2] / "docs/schema/journeymap-scene-1.json"


def test_the_schema_is_up_to_date(golden: Golden) -> None:
    golden(SCHEMA, scene_schema())


@pytest.mark.parametrize("kind", SCENES)
def test_goldens(kind: str, golden: Golden) -> None:
    golden(GOLDENS / f"{kind}.dot", dot(SCENES[kind], "light"))
    golden(GOLDENS / f"{kind}.mmd", mermaid(SCENES[kind], "light"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", SCENES)
def test_every_theme(kind: str, theme: ThemeName) -> None:
    ground = THEMES[theme].colours["ground"]
    pictured = placed(SCENES[kind])
    written = drawio(pictured.picture, pictured.placement, pictured.sheet, theme)
    check_drawio(pictured, written)
    assert all(ground in text for text in (written, dot(SCENES[kind], theme), mermaid(SCENES[kind], theme)))


def lanes() -> ET.Element:
    boxes = tuple(
        replace(box, column=box.column or "stage:contact", group=box.group or SCENE.groups[0].id) for box in SCENE.boxes
    )
    scene = replace(SCENE, boxes=boxes)
    placement = lanes_placement(scene)
    return ET.fromstring(drawio(scene, placement, paint_flow(scene, placement, Wishes()), "light"))


def cell(root: ET.Element, identifier: str) -> tuple[ET.Element, ET.Element]:
    for element in root.iter():
        if element.get("id") == identifier:
            inner: Any = element.find("mxCell") if element.tag == "UserObject" else element
            return element, inner
    raise AssertionError(identifier)


def test_lanes_of_drawio_hold_their_boxes() -> None:
    root = lanes()
    _, lane = cell(root, "department:cards")
    assert {"swimlane", "horizontal=0", "container=1"} <= set((lane.get("style") or "").split(";"))
    _, box = cell(root, "touchpoint:cards_desk")
    assert box.get("parent") == "department:cards"
    (outer,), (inner,) = lane.iter("mxGeometry"), box.iter("mxGeometry")
    assert 0 < float(inner.get("y", "")) < float(outer.get("height", ""))
    told, badge = cell(root, "touchpoint:cards_desk/badge1")
    assert (badge.get("parent"), told.get("value")) == ("touchpoint:cards_desk", "4")


def test_arrows_of_drawio_hold_on_to_boxes_and_carry_their_text() -> None:
    root = lanes()
    told, arrow = cell(root, "transfer:agent>cards_desk:0")
    assert (arrow.get("source"), arrow.get("target")) == ("touchpoint:agent", "touchpoint:cards_desk")
    assert "wrong fee" in html.unescape(told.get("label", ""))
    assert told.get("link") == "https://example.com/map#transfers"
    assert list(arrow.iter("Array"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Cards desk, Mo-Fr (24/7)", "Cards desk, Mo-Fr (24/7)"),
        ('"</b>"', "#34;#60;#47;b#62;#34;"),
        ("`**b**`", "#96;#42;#42;b#42;#42;#96;"),
        ("%%{init}", "#37;#37;#123;init#125;"),
        ("- a", "#45; a"),
        ("1. a", "1#46; a"),
        ("fa:fa-user", "fa#58;fa-user"),
        ("$$x$$", "#36;#8288;#36;x#36;#8288;#36;"),
        ("ﬂ°60¶ß", "ﬂ#8288;°60¶#8288;ß"),
        ("a\u202eb\nc", "a#8238;b c"),
        ("\x00", "\ufffd"),
    ],
)
def test_text_in_mermaid(text: str, written: str) -> None:
    assert plain(text) == written


def test_lines_and_titles_in_mermaid() -> None:
    assert label(("a\nb", "", "c")) == '"a b<br/>c"'
    assert label(()) == '" "'
    assert front_matter_text('"<客>\u202e: #') == '"\\u0022\\u003c客\\u003e\\u202e\\u003a \\u0023"'


@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("https://example.com/a?b=c&d#e", "https://example.com/a?b=c&d#e"),
        (' HTTP://example.com/a"b<c>;d', "HTTP://example.com/a%22b%3Cc%3E%3Bd"),
        ("https://例.cn/客", "https://%E4%BE%8B.cn/%E5%AE%A2"),
        ("javascript:alert(1)", None),
        ("https:alert(1)", None),
        ("", None),
        (None, None),
    ],
)
def test_links_lead_to_the_web(link: str | None, written: str | None) -> None:
    assert web_link(link) == written


def test_a_table_is_drawn_from_its_sheet() -> None:
    pictured = placed(MATRIX)
    root = ET.fromstring(drawio(MATRIX, None, pictured.sheet, "light"))
    groups = [
        element.get("id") for element in root.iter() if element.get("id") in {item.id for item in pictured.sheet.items}
    ]
    assert groups == [item.id for item in pictured.sheet.items]

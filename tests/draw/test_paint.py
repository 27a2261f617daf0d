from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree

import pytest

from draw.scenes import SCENE
from journeymap.draw.layout.lanes import lanes_placement
from journeymap.draw.layout.sizes import interior, label
from journeymap.draw.paint.arrows import form_of, paint_arrow, paint_label
from journeymap.draw.paint.boxes import paint_box
from journeymap.draw.paint.flow import paint_flow
from journeymap.draw.paint.frame import framed
from journeymap.draw.paint.glyphs import GLYPHS, glyph
from journeymap.draw.paint.legend import legends
from journeymap.draw.paint.swatches import swatch
from journeymap.draw.paint.theme import THEMES, ThemeName
from journeymap.draw.paint.ways import along, length, split, way_of
from journeymap.draw.placement import Point, Rectangle, Route, Size
from journeymap.draw.render.svg import svg
from journeymap.draw.scene import Arrow, ArrowKind, Badge, Box, GlyphName
from journeymap.draw.sheet import Block, Item, Outline, Part, Sheet, Text
from journeymap.draw.views.legend import LEGEND_WORDS
from journeymap.draw.wishes import Wishes

_ARROW = Arrow("transfer:menu>agent:0", "touchpoint:menu", "touchpoint:agent", "warm")
_LINE = Route((Point(0, 0), Point(100, 0), Point(100, 60), Point(200, 60)), "line", Rectangle(20, -12, 80, 24))
_CURVE = Route((Point(0, 0), Point(80, 0), Point(120, 60), Point(200, 60)), "curve")
_BOX = Box("touchpoint:menu", "Telephone menu", handled_by="machine", glyph="phone")
_PLACE = Rectangle(0, 0, 168, 48)


def _parts(item: Item) -> Iterator[Part]:
    for part in item.parts:
        yield part
        if isinstance(part, Item):
            yield from _parts(part)


def _words(item: Item) -> list[str]:
    return [part.text for part in _parts(item) if isinstance(part, Text)]


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return paint_flow(SCENE, lanes_placement(SCENE), Wishes())


@pytest.mark.parametrize("theme", THEMES)
def test_a_whole_scene_can_be_drawn_in_every_theme(sheet: Sheet, theme: ThemeName) -> None:
    root = ElementTree.fromstring(svg(sheet, theme, None))
    ids = {element.get("id") for element in root.iter()}
    assert {box.id for box in SCENE.boxes} <= ids
    assert {f"mark:{mark.number}" for mark in SCENE.heading.marks} <= ids


def test_every_name_of_the_scene_is_told(sheet: Sheet) -> None:
    titles = [item.title for item in sheet.items]
    for box in SCENE.boxes:
        assert any(box.name in title for title in titles)


@pytest.mark.parametrize("kind", get_args(ArrowKind))
@pytest.mark.parametrize("route", [_LINE, _CURVE])
def test_the_head_ends_exactly_at_the_box(kind: ArrowKind, route: Route) -> None:
    head = paint_arrow(replace(_ARROW, kind=kind), route).parts[-1]
    assert isinstance(head, Outline)
    assert head.data.split(" L")[1] == "200.00 60.00"


def test_each_kind_of_transfer_has_a_form_of_its_own() -> None:
    forms = {kind: form_of(replace(_ARROW, kind=kind)) for kind in get_args(ArrowKind)}
    assert len(set(forms.values())) == len(forms)
    painted = {kind: repr(paint_arrow(replace(_ARROW, kind=kind), _LINE).parts) for kind in forms}
    assert len(set(painted.values())) == len(painted)


def test_an_emphasised_arrow_is_wider_and_in_its_colour() -> None:
    plain, loud = form_of(_ARROW), form_of(replace(_ARROW, emphasis="loop"))
    assert loud.line > plain.line
    assert loud.role == "loop_line"


def test_an_alternative_begins_with_dots() -> None:
    lines = [part for part in paint_arrow(replace(_ARROW, alternative=True), _LINE).parts if isinstance(part, Outline)]
    assert any(line.dash == (2.0, 3.0) for line in lines)


def test_text_on_its_own_line_interrupts_it() -> None:
    labelled = replace(_ARROW, labels=("not a cards matter",), closed="Mo-Fr 17:00-09:00", badges=(Badge(7, "loop"),))
    (item,) = paint_label(labelled, replace(_LINE, label=Rectangle(10, -30, 150, 60)))
    assert isinstance(item.parts[0], Block)
    assert {"not a cards", "matter", "7", *label(labelled).closed} <= set(_words(item))
    (beside,) = paint_label(labelled, replace(_LINE, label=Rectangle(10, 100, 150, 60)))
    assert not isinstance(beside.parts[0], Block)


def test_a_way_can_be_cut_anywhere() -> None:
    for route in (_LINE, _CURVE):
        way = way_of(route)
        whole = length(way)
        for distance in (0, 1, whole / 3, whole / 2, whole, whole + 10):
            first, second = split(way, distance)
            assert length(first) + length(second) == pytest.approx(whole, rel=0.02)
            at, ahead = along(way, distance)
            assert math.hypot(*ahead) == pytest.approx(1)
            assert 0 <= at.x <= 200


def test_persons_are_rounded_and_machines_have_cut_corners() -> None:
    machine, person = (paint_box(replace(_BOX, handled_by=who), _PLACE).parts[0] for who in ("machine", "person"))
    assert isinstance(machine, Outline)
    assert "A" not in machine.data
    assert "C" not in machine.data
    assert isinstance(person, Block)
    assert person.radius > 0


def test_a_box_shows_what_was_measured() -> None:
    box = replace(SCENE.boxes[1], step=3)
    inside = interior(box)
    words = _words(paint_box(box, Rectangle(0, 0, *inside.size)))
    assert {*inside.name, "3"} <= set(words)


def test_more_badges_than_there_is_room_for_are_counted() -> None:
    many = replace(_BOX, badges=tuple(Badge(number, "repeat") for number in range(1, 13)))
    assert "+6" in _words(paint_box(many, _PLACE))


@pytest.mark.parametrize("name", GLYPHS)
def test_a_glyph_stays_in_its_field(name: str) -> None:
    for outline in glyph(name, 100, 200, 16, "ink", "ground"):
        pairs = re.findall(r"(-?[\d.]+) (-?[\d.]+)", outline.data)
        assert all(99 <= float(x) <= 117 and 199 <= float(y) <= 217 for x, y in pairs)


def test_every_channel_and_every_symbol_of_the_legend_has_a_picture() -> None:
    assert set(get_args(GlyphName)) <= set(GLYPHS)
    assert all(swatch(symbol, 0, 0) for symbol in LEGEND_WORDS)


def test_the_legend_can_be_left_out(sheet: Sheet) -> None:
    bare = paint_flow(SCENE, lanes_placement(SCENE), Wishes(legend=False))
    assert any(item.id == "legend" for item in sheet.items)
    assert not any(item.id == "legend" for item in bare.items)


def test_the_legend_takes_a_free_corner_and_covers_nothing() -> None:
    corner = Item("a", "box", (Block(0, 0, 300, 900, fill="box"),))
    top = Item("b", "box", (Block(0, 0, 1600, 200, fill="box"),))
    drawn = framed(SCENE.heading, Size(1600, 900), (corner, top), Wishes())
    legend = next(item for item in drawn.items if item.id == "legend").parts[0]
    assert isinstance(legend, Block)
    assert (legend.x + legend.width, legend.y + legend.height) == (1600, 900)
    assert legend.y > 200
    assert legend.x > 300


def test_a_narrower_legend_is_higher() -> None:
    shapes = legends(SCENE.heading)
    for part in (shapes.findings, shapes.forms, shapes.together):
        sizes = [shape.size for shape in part]
        assert sizes == sorted(sizes, key=lambda size: (size.width, -size.height))
        assert sorted((size.height for size in sizes), reverse=True) == [size.height for size in sizes]


def test_findings_and_forms_take_corners_of_their_own() -> None:
    middle = Item("a", "box", (Block(700, 0, 200, 900, fill="box"),))
    ceiling = Item("b", "box", (Block(0, 0, 1600, 100, fill="box"),))
    drawn = framed(SCENE.heading, Size(1600, 900), (middle, ceiling), Wishes())
    places = [_frame(item) for item in drawn.items if item.kind == "legend"]
    assert all(place.bottom == 900 and place.y > 100 for place in places)
    assert all(place.right < 700 or place.x > 900 for place in places)


def _frame(item: Item) -> Rectangle:
    block = item.parts[0]
    assert isinstance(block, Block)
    return Rectangle(block.x, block.y, block.width, block.height)


def test_everything_lies_on_the_sheet(sheet: Sheet) -> None:
    left, top = sheet.origin
    for item in sheet.items:
        for part in _parts(item):
            if isinstance(part, Block):
                assert left <= part.x
                assert part.x + part.width <= left + sheet.size.width
                assert top <= part.y
                assert part.y + part.height <= top + sheet.size.height

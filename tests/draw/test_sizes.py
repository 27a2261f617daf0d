from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journeymap.draw.layout.sizes import BOX_WIDTH, GRID, box_size, interior, label, label_size
from journeymap.draw.scene import Arrow, Badge, Box, Tag

_BOX = Box("touchpoint:menu", "Telephone menu", handled_by="machine", glyph="phone")
_ARROW = Arrow("transfer:menu>agent:0", "touchpoint:menu", "touchpoint:agent", "cold")
_TAGS = st.lists(
    st.builds(Tag, st.text(max_size=30), st.sampled_from(["asked", "always", "repeated", "lost"])), max_size=6
)


@given(
    st.text(max_size=80),
    _TAGS,
    st.none() | st.sampled_from(["", "60%", "60-80%"]),
    st.lists(st.text(max_size=40), max_size=3),
)
def test_boxes_are_on_the_grid_and_hold_everything(
    name: str, tags: list[Tag], share: str | None, notes: list[str]
) -> None:
    box = replace(_BOX, name=name, tags=tuple(tags), resolution=share, notes=tuple(notes))
    inside = interior(box)
    assert inside.size == box_size(box)
    assert inside.size.width == BOX_WIDTH
    assert inside.size.height % GRID == 0
    assert len(inside.chips) == len(tags) + (share is not None)
    for chip in inside.chips:
        assert inside.left <= chip.place.x
        assert chip.place.right <= BOX_WIDTH - 4
        assert chip.place.bottom <= inside.size.height - 4
    for one, other in zip(inside.chips, inside.chips[1:], strict=False):
        assert other.place.y > one.place.y or other.place.x >= one.place.right


def test_a_longer_name_makes_a_taller_box_up_to_three_lines() -> None:
    heights = [box_size(replace(_BOX, name="contact centre " * count)).height for count in (1, 3, 9, 90)]
    assert heights == sorted(heights)
    assert heights[-1] == heights[-2]


def test_an_entry_is_a_dot_that_grows_with_its_volume() -> None:
    dot = Box("entry:menu", "", kind="entry")
    assert box_size(dot) == (16, 16)
    grown = box_size(replace(dot, name="12,000 a month"))
    assert grown.width > 60
    assert grown.height == 40


def test_an_arrow_without_text_needs_no_room() -> None:
    assert label_size(_ARROW) == (0, 0)
    assert label_size(replace(_ARROW, labels=("  ",))) == (0, 0)


def test_badges_and_closed_hours_take_room() -> None:
    badged = replace(_ARROW, badges=(Badge(1, "loop"), Badge(2, "repeat")))
    assert label_size(badged).width >= 36
    closed = label(replace(badged, labels=("not a cards matter", "40%"), closed="Mo-Fr 17:00-09:00"))
    assert closed.lines == ("not a cards", "matter", "40%")
    assert closed.closed


def test_a_label_has_at_most_three_lines_and_the_last_are_kept() -> None:
    words = label(
        replace(_ARROW, labels=("a long condition that has to be told in very many words indeed " * 3, "40%"))
    )
    assert len(words.lines) == 3
    assert words.lines[-1] == "40%"
    assert len(label(replace(_ARROW, labels=("a", "b", "c", "d"))).lines) == 1

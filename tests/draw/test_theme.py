"""Contrast as in WCAG 2.1: 4.5 to 1 for text (1.4.3), 3 to 1 for lines and glyphs that mean something (1.4.11)."""

from __future__ import annotations

from itertools import product

import pytest

from journeymap.draw.paint.theme import CATEGORIES, THEMES, ThemeName

_GROUNDS = ("ground", "panel", "header", "stripe", "box")
_TEXT = [
    *product(("ink", "soft", "resolved_words"), _GROUNDS),
    ("tag_text", "tag"),
    ("repeat_tag_text", "repeat_tag"),
    ("entry_text", "entry"),
    ("resolved_text", "resolved"),
    ("ink", "person_fill"),
    ("ink", "machine_fill"),
    *((f"{category}_badge_text", f"{category}_badge") for category in CATEGORIES),
]
_MEANINGFUL = [
    *product(("line", "line_soft", "box_edge", "machine_edge"), ("ground", "panel", "box")),
    *product(("glyph", "person", "machine"), ("box", "strip", "ground")),
    *product((f"{category}_edge" for category in CATEGORIES), ("ground", "panel", "box")),
]


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), _TEXT)
def test_text_can_be_read(theme: ThemeName, text: str, ground: str) -> None:
    colours = THEMES[theme].colours
    assert _contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), _MEANINGFUL)
def test_lines_and_glyphs_can_be_seen(theme: ThemeName, line: str, ground: str) -> None:
    colours = THEMES[theme].colours
    assert _contrast(colours[line], colours[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_an_arrow_of_a_finding_stands_out_by_itself_or_by_its_case(
    theme: ThemeName, category: str, ground: str
) -> None:
    colours = THEMES[theme].colours
    assert max(_contrast(colours[f"{category}_{part}"], colours[ground]) for part in ("line", "case")) >= 3


def test_every_theme_knows_every_role() -> None:
    roles = set(THEMES["light"].colours)
    assert all(set(theme.colours) == roles for theme in THEMES.values())
    assert all(theme.wider.keys() <= roles and theme.dashes.keys() <= roles for theme in THEMES.values())


def test_findings_have_the_colours_of_okabe_and_ito() -> None:
    colours = THEMES["light"].colours
    assert (colours["blind_spot_line"], colours["loop_line"], colours["repeat_line"]) == (
        "#d55e00",
        "#e69f00",
        "#cc79a7",
    )


def test_paper_is_not_filled_with_toner() -> None:
    colours = THEMES["print"].colours
    assert {colours[role] for role in ("ground", "panel", "header", "box", "tag", "entry", "strip")} == {"#ffffff"}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for role, colour in colours.items() if role != "repeat_tag")


def test_without_colour_each_category_has_an_outline_of_its_own() -> None:
    theme = THEMES["colour-blind-safe"]
    patterns = [theme.dashes.get(f"{category}_edge", ()) for category in CATEGORIES]
    assert len(set(patterns)) == len(CATEGORIES)

"""What the roles of colour look like in every theme.

Greys for everything that is no finding; findings after Okabe and Ito (Color Universal Design, 2008). Each category has
an arrow colour in a darker case (``_line``, ``_case``), an outline for boxes (``_edge``), and a badge (``_badge``,
``_badge_edge``, ``_badge_text``). A theme may widen or dash a role, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from journeymap.draw.scene import Category

__all__ = ["CATEGORIES", "THEMES", "Theme", "ThemeName"]

ThemeName = Literal["light", "dark", "print", "colour-blind-safe"]
CATEGORIES: tuple[Category, ...] = get_args(Category)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role (``#rrggbb``); how many times wider, and how dashed, lines of a role are than painted."""

    colours: Mapping[str, str]
    wider: Mapping[str, float] = field(default_factory=dict)
    dashes: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


def _finding(category: Category, line: str, case: str, edge: str, badge: tuple[str, str, str]) -> dict[str, str]:
    fill, outline, text = badge
    return {
        f"{category}_line": line,
        f"{category}_case": case,
        f"{category}_edge": edge,
        f"{category}_badge": fill,
        f"{category}_badge_edge": outline,
        f"{category}_badge_text": text,
    }


def _same(colour: str, case: str, text: str) -> tuple[str, str, str, tuple[str, str, str]]:
    """A category in one colour with its dark companion."""
    return colour, case, colour, (colour, case, text)


_LIGHT = {
    "ground": "#ffffff",
    "panel": "#f3f5f7",
    "panel_edge": "#d5dbe1",
    "header": "#e6eaee",
    "stripe": "#f8f9fa",
    "rule": "#d5dbe1",
    "ink": "#18222d",
    "soft": "#556170",
    "box": "#ffffff",
    "box_edge": "#3a4754",
    "machine_edge": "#76838f",
    "strip": "#edf0f3",
    "glyph": "#3a4754",
    "tag": "#ffffff",
    "tag_edge": "#aab4be",
    "tag_text": "#3a4754",
    "repeat_tag": "#cc79a7",
    "repeat_tag_text": "#000000",
    "line": "#465462",
    "line_soft": "#7b8793",
    "entry": "#18222d",
    "entry_text": "#ffffff",
    "resolved": "#00785a",
    "resolved_text": "#ffffff",
    "resolved_words": "#00694f",
    "person": "#3a4754",
    "machine": "#76838f",
    "person_fill": "#c9d3dd",
    "machine_fill": "#e6eaee",
    **_finding("blind_spot", "#d55e00", "#8a3d00", "#d55e00", ("#d55e00", "#8a3d00", "#000000")),
    **_finding("loop", "#e69f00", "#8a5f00", "#b27b00", ("#e69f00", "#8a5f00", "#000000")),
    **_finding("repeat", "#cc79a7", "#8c3f69", "#b65c8f", ("#cc79a7", "#8c3f69", "#000000")),
    **_finding("closed", *_same("#0072b2", "#004d79", "#ffffff")),
    **_finding("other", *_same("#5a6672", "#333d47", "#ffffff")),
}

_DARK = {
    "ground": "#12171c",
    "panel": "#1a2128",
    "panel_edge": "#323d48",
    "header": "#26303a",
    "stripe": "#161c22",
    "rule": "#323d48",
    "ink": "#f0f3f6",
    "soft": "#acb8c4",
    "box": "#222b34",
    "box_edge": "#cdd6df",
    "machine_edge": "#8d9baa",
    "strip": "#2d3843",
    "glyph": "#dbe2e9",
    "tag": "#222b34",
    "tag_edge": "#66737f",
    "tag_text": "#dbe2e9",
    "repeat_tag": "#dd93bb",
    "repeat_tag_text": "#000000",
    "line": "#b5c1cd",
    "line_soft": "#8492a0",
    "entry": "#f0f3f6",
    "entry_text": "#12171c",
    "resolved": "#35c79c",
    "resolved_text": "#000000",
    "resolved_words": "#5ad6b1",
    "person": "#cdd6df",
    "machine": "#8d9baa",
    "person_fill": "#4b5a69",
    "machine_fill": "#2d3843",
    **_finding("blind_spot", *_same("#ff8534", "#12171c", "#000000")),
    **_finding("loop", *_same("#f0ae1c", "#12171c", "#000000")),
    **_finding("repeat", *_same("#e39ac2", "#12171c", "#000000")),
    **_finding("closed", *_same("#62b9ec", "#12171c", "#000000")),
    **_finding("other", *_same("#9aa8b5", "#12171c", "#000000")),
}

_PAPER_BADGE = ("#ffffff", "#000000", "#000000")
_PRINT = {
    **_LIGHT,
    "panel": "#ffffff",
    "panel_edge": "#8c8c8c",
    "header": "#ffffff",
    "stripe": "#ffffff",
    "rule": "#b0b0b0",
    "ink": "#000000",
    "soft": "#404040",
    "box_edge": "#000000",
    "machine_edge": "#555555",
    "strip": "#ffffff",
    "glyph": "#222222",
    "tag_edge": "#777777",
    "tag_text": "#222222",
    "repeat_tag": "#d9d9d9",
    "line": "#222222",
    "line_soft": "#777777",
    "entry": "#ffffff",
    "entry_text": "#000000",
    "resolved": "#ffffff",
    "resolved_text": "#000000",
    "resolved_words": "#000000",
    "person": "#000000",
    "machine": "#555555",
    "person_fill": "#d0d0d0",
    "machine_fill": "#ffffff",
    **_finding("blind_spot", "#000000", "#000000", "#000000", _PAPER_BADGE),
    **_finding("loop", "#ffffff", "#000000", "#222222", _PAPER_BADGE),
    **_finding("repeat", "#b5b5b5", "#000000", "#222222", _PAPER_BADGE),
    **_finding("closed", "#777777", "#000000", "#222222", _PAPER_BADGE),
    **_finding("other", "#444444", "#444444", "#444444", _PAPER_BADGE),
}

_STRONG = {
    **_LIGHT,
    "panel": "#f6f6f6",
    "panel_edge": "#b8b8b8",
    "header": "#e9e9e9",
    "ink": "#000000",
    "soft": "#3f3f3f",
    "box_edge": "#000000",
    "machine_edge": "#555555",
    "strip": "#efefef",
    "glyph": "#111111",
    "tag_edge": "#777777",
    "tag_text": "#111111",
    "line": "#333333",
    "line_soft": "#767676",
    "entry": "#000000",
    "resolved": "#005f47",
    "person": "#000000",
    "machine": "#555555",
    **_finding("blind_spot", "#d55e00", "#000000", "#c24f00", ("#d55e00", "#000000", "#000000")),
    **_finding("loop", "#e69f00", "#000000", "#9c6b00", ("#e69f00", "#000000", "#000000")),
    **_finding("repeat", "#cc79a7", "#000000", "#a04578", ("#cc79a7", "#000000", "#000000")),
    **_finding("closed", "#0072b2", "#000000", "#0072b2", ("#56b4e9", "#000000", "#000000")),
    **_finding("other", "#5a5a5a", "#000000", "#444444", ("#ffffff", "#000000", "#000000")),
}
_PATTERNS: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {"loop_edge": (9, 4), "repeat_edge": (3, 3), "closed_edge": (9, 3, 2, 3), "other_edge": (1.5, 3)}
)
"""Outlines of boxes with a finding, where colour has to be done without; a blind spot's is solid."""
_STRONGER = {f"{category}_edge": 1.35 for category in CATEGORIES} | {"blind_spot_edge": 1.7}

THEMES: Mapping[ThemeName, Theme] = MappingProxyType(
    {
        "light": Theme(_LIGHT),
        "dark": Theme(_DARK),
        "print": Theme(_PRINT, wider={"blind_spot_edge": 1.4}, dashes=_PATTERNS),
        "colour-blind-safe": Theme(_STRONG, wider=_STRONGER, dashes=_PATTERNS),
    }
)

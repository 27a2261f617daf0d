"""PNG and PDF out of SVG: sizes, determinism, fonts, limits, and what happens when Typst is missing or dies."""

from __future__ import annotations

import struct

import pytest

from journeymap.adapters import rasteriser
from journeymap.adapters.rasteriser import MOST_PIXELS, Raster, cjk_font, rasterise
from journeymap.errors import CannotRun

SVG = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
    'viewBox="0 0 300 120" font-family="Nowhere, sans-serif"><title>x</title>'
    '<rect width="300" height="120" fill="#eee"/>'
    '<text x="10" y="40" font-size="20">{text}</text></svg>'
)


def drawing(text: str = "Agent", width: str = "300", height: str = "120") -> str:
    return SVG.format(text=text, width=width, height=height)


def raster(svg: str, format_: str = "png", scale: float = 2) -> Raster:
    return rasterise(svg, format_, 'A "title"', "What it shows", "en", scale)  # type: ignore[arg-type]


def pixels(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize(
    ("width", "height", "scale", "expected"),
    [("300", "120", 2, (600, 240)), ("300", "120", 0.5, (150, 60)), ("1in", "25.4mm", 1, (96, 96)),
     ("297mm", "210mm", 1, (1123, 794))],
)  # fmt: skip
def test_the_picture_is_as_large_as_it_says(width: str, height: str, scale: float, expected: tuple[int, int]) -> None:
    found = pixels(raster(drawing(width=width, height=height), scale=scale).content)
    assert all(abs(one - other) <= 1 for one, other in zip(found, expected, strict=True))


@pytest.mark.parametrize("format_", ["png", "pdf"])
def test_the_same_picture_gives_the_same_bytes(format_: str) -> None:
    assert raster(drawing("银行 & more".replace("&", "&amp;")), format_) == raster(
        drawing("银行 & more".replace("&", "&amp;")), format_
    )


def test_a_pdf_is_one_tagged_page_with_its_title() -> None:
    content = raster(drawing(), "pdf").content
    assert content.startswith(b"%PDF-")
    assert b"/Marked true" in content
    assert b"CreationDate" not in content


def test_hostile_text_is_text() -> None:
    text = '#panic("x") &lt;/svg&gt; ]]&gt; \\ $x$ font-family="evil" &quot;'
    assert pixels(raster(drawing(text)).content) == (600, 240)
    assert rasterise(drawing(), "pdf", '#panic("x") "\\', "]#[", "en").content.startswith(b"%PDF-")


def test_without_a_chinese_font_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasteriser, "_CJK", ())
    assert cjk_font() is None
    (note,) = raster(drawing("银行")).notes
    assert "no font with Chinese characters" in note
    assert "fonts-noto-cjk" in note
    assert raster(drawing("Agent")).notes == ()


def test_without_any_sans_serif_font_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasteriser, "_SANS", ())
    (note,) = raster(drawing()).notes
    assert "no sans-serif font" in note


def test_a_picture_too_large_is_refused() -> None:
    with pytest.raises(
        CannotRun, match=f"30000 x 12000 pixels, expected at most {MOST_PIXELS} x {MOST_PIXELS}"
    ) as caught:
        raster(drawing(), scale=100)
    assert "--scale" in caught.value.help
    assert raster(drawing(width="40000", height="16000"), "pdf").content


def test_without_typst_there_is_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasteriser, "version_of", lambda name: None)
    with pytest.raises(CannotRun, match="there is nothing to make PDF with") as caught:
        raster(drawing(), "pdf")
    assert caught.value.help == 'pip install "journeymap[draw]"'


@pytest.mark.parametrize("script", ["import os; os.abort()", "raise SystemExit(3)"])
def test_a_dead_child_is_a_clear_error(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasteriser, "_COMPILE", script)
    with pytest.raises(CannotRun, match=r"Typst (crashed|failed)"):
        raster(drawing())


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(CannotRun, match="no size"):
        raster("<p>no picture</p>")

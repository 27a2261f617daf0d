"""PNG and PDF out of SVG, by Typst in a child process, and the fonts that this machine has for them.

An SVG picture names faces and leaves the rest to its viewer; here there is none, so the face is chosen: one that has
the characters, and is no serif. Nothing of the machine but its fonts enters the result: no date, no path, no name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from journeymap.adapters.children import Child, python_child
from journeymap.adapters.modules import version_of
from journeymap.errors import CannotRun
from journeymap.findings import Message

__all__ = ["MOST_PIXELS", "Faces", "Raster", "cjk_font", "faces", "rasterise", "typst_version"]

MOST_PIXELS = 20_000
"""The widest and the highest PNG that is made."""

_NAME = "Typst"
_PIXELS_PER_INCH = 96
_POINTS_PER_PIXEL = 0.75
_INSTALL = 'pip install "journeymap[draw]"'
_MISSING = "there is nothing to make {format} with: Typst was not found"
_WAY_OUT = "draw a smaller part (--department, --focus), write SVG, or report it with the map"
_TOO_LARGE = "the picture would have {width} x {height} pixels, expected at most {most} x {most}"
_SMALLER = "a smaller --scale, a smaller part (--department, --focus), or --format svg or pdf"
_NO_SIZE = "the picture has no size"
_NO_CJK = (
    "this machine has no font with Chinese characters: they are squares in the {format}; install one (Debian: "
    "fonts-noto-cjk), or write SVG, which uses the fonts of whoever looks at it"
)
_NO_SANS = (
    "this machine has no sans-serif font: the {format} has a serif one; install one (Debian: fonts-liberation), "
    "or write SVG, which uses the fonts of whoever looks at it"
)
_SANS = (
    "Inter",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Helvetica",
    "Liberation Sans",
    "Noto Sans",
    "Roboto",
    "DejaVu Sans",
)
_CJK = (
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "SimHei",
    "SimSun",
)
_CJK_TEXT = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_ROOT = re.compile(r"<svg\b[^>]*>")
_FACE = re.compile(r'(?<=font-family=")[^"]*')
_LENGTH = re.compile(r'\s(width|height)="([0-9.]+)(px|pt|mm|cm|in)?"')
_POINTS = {"": _POINTS_PER_PIXEL, "px": _POINTS_PER_PIXEL, "pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0}

_DOCUMENT = """
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#set document(title: sys.inputs.title, keywords: (sys.inputs.keyword,), date: none)
#set text(lang: sys.inputs.language)
#place(top + left, image(
  bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "stretch", alt: sys.inputs.description,
))
"""
_COMPILE = """
import json, sys
import typst
asked = json.load(sys.stdin.buffer)
answer = typst.compile(
    asked["document"].encode(), format=asked["format"], ppi=asked["ppi"], sys_inputs=asked["inputs"], timestamp=0
)
sys.stdout.buffer.write(answer)
"""
_FAMILIES = """
import json, sys
import typst
sys.stdout.buffer.write(json.dumps(sorted(typst.Fonts().families())).encode())
"""


@dataclass(frozen=True, slots=True)
class Faces:
    """What this machine has to set text in: a sans-serif face, and one with Chinese characters; None where none."""

    sans: str | None
    cjk: str | None


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as a file, and what is to be said of it."""

    content: bytes
    notes: tuple[str, ...] = ()


def typst_version() -> str | None:
    """The version of Typst for Python; None where it is not there."""
    return version_of("typst")


def cjk_font() -> str | None:
    """The font that Chinese text is set in; None where this machine has none."""
    return faces().cjk


def faces() -> Faces:
    """The faces of this machine; raises CannotRun without Typst."""
    answer = _child(_FAMILIES, "PNG and PDF").answer(b"")
    return _chosen(json.loads(answer))


def rasterise(
    svg: str,
    format: Literal["png", "pdf"],  # noqa: A002 - the word users see
    title: str,
    description: str,
    language: str,
    scale: float = 2,
    keyword: str = "",
) -> Raster:
    """An SVG picture as PNG with `scale` pixels for each CSS pixel, or as a PDF page of its size.

    `title`, `description` and `keyword` go into the PDF, which is tagged. Raises CannotRun without Typst,
    when it fails, and for a PNG of more than `MOST_PIXELS` in width or height.
    """
    width, height = _size(svg)
    if format == "png":
        _be_small_enough(width, height, scale)
    shown = format.upper()
    child = _child(_COMPILE, shown)
    found = faces()
    chinese = _CJK_TEXT.search(svg) is not None
    face = (found.cjk if chinese else None) or found.sans
    asked = {
        "document": _DOCUMENT,
        "format": format,
        "ppi": _PIXELS_PER_INCH * scale,
        "inputs": {
            "svg": _with_face(svg, face) if face else svg,
            "title": title,
            "description": description,
            "keyword": keyword,
            "language": language,
            "width": f"{width:.3f}",
            "height": f"{height:.3f}",
        },
    }
    return Raster(child.answer(json.dumps(asked).encode()), tuple(_notes(found, shown, chinese=chinese)))


def _child(script: str, what: str) -> Child:
    if typst_version() is None:
        raise CannotRun(str(Message(_MISSING, {"format": what})), help=_INSTALL)
    return python_child(_NAME, script, _WAY_OUT)


def _chosen(families: Iterable[str]) -> Faces:
    known = set(families)
    return Faces(
        sans=next((name for name in _SANS if name in known), None),
        cjk=next((name for name in _CJK if name in known), None),
    )


def _notes(found: Faces, shown: str, *, chinese: bool) -> Iterable[str]:
    if chinese and found.cjk is None:
        yield str(Message(_NO_CJK, {"format": shown}))
    if found.sans is None and not (chinese and found.cjk):
        yield str(Message(_NO_SANS, {"format": shown}))


def _with_face(svg: str, face: str) -> str:
    """The picture with the face for all its text: it is named in the root element."""
    return _ROOT.sub(lambda root: _FACE.sub(face, root[0], count=1), svg, count=1)


def _size(svg: str) -> tuple[float, float]:
    """Width and height in points."""
    root = _ROOT.search(svg)
    lengths = {name: float(number) * _POINTS[unit] for name, number, unit in _LENGTH.findall(root[0] if root else "")}
    if not (lengths.get("width") and lengths.get("height")):
        raise CannotRun(_NO_SIZE, help=_WAY_OUT)
    return lengths["width"], lengths["height"]


def _be_small_enough(width: float, height: float, scale: float) -> None:
    pixels = [round(length / _POINTS_PER_PIXEL * scale) for length in (width, height)]
    if max(pixels) > MOST_PIXELS:
        values = {"width": pixels[0], "height": pixels[1], "most": MOST_PIXELS}
        raise CannotRun(str(Message(_TOO_LARGE, values)), help=_SMALLER)

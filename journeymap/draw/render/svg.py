"""SVG: the picture as a file of its own, without scripts, style sheets or anything that has to be fetched.

Every shape carries its own colours and every text its own font, so that browsers, office programs, drawing programs
and rasterisers show the same. The same sheet gives the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from journeymap.draw.paint.theme import THEMES, Theme, ThemeName
from journeymap.draw.placement import Rectangle
from journeymap.draw.render.svg_text import attributes, escaped, identifier, isolated, number, safe_link
from journeymap.draw.sheet import Block, Item, Outline, Part, Sheet, Text
from journeymap.draw.wishes import Paper

__all__ = ["FONTS", "svg"]

_LATIN = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans'"
_CHINESE = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'"
FONTS = f"{_LATIN}, {_CHINESE}, sans-serif"
_FONTS_FOR_WIDE_TEXT = f"{_CHINESE}, {_LATIN}, sans-serif"
"""Some programs look for a missing character in any font they have, not in the next of the list."""
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff]"
)
"""Chinese, Japanese and Korean letters and punctuation."""
_PAPERS: dict[Paper, tuple[float, float]] = {"a4": (297, 210), "a3": (420, 297), "16:9": (338.67, 190.5)}
"""Width and height in millimetres, landscape; 16:9 is a slide of 13.33 by 7.5 inches."""
_PAGE_MARGIN = 10.0
_DECIMALS = re.compile(r"-?\d+\.\d+")
_LANGUAGES = {"en": "en", "zh": "zh-CN"}
_HALO = 3.0


def svg(sheet: Sheet, theme: ThemeName, paper: Paper | None) -> str:
    """The sheet as SVG 1.1: in CSS pixels, or on a page in millimetres, upright where the picture is. O(parts)."""
    writer = _Writer(THEMES[theme])
    body = "".join(line for item in sheet.items for line in writer.item(item))
    size, view = _page(sheet, paper)
    ground = THEMES[theme].colours["ground"]
    page = attributes(class_="page", fill=ground, **_where(view))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"{size}'
        f"{attributes(viewBox=' '.join(map(number, view)))}"
        f"{attributes(role='img', aria_labelledby='title desc', lang=_LANGUAGES[sheet.language])}"
        f"{attributes(font_family=FONTS, style=f'background:{ground}')}>\n"
        f'<title id="title">{escaped(isolated(sheet.title))}</title>\n'
        f'<desc id="desc">{escaped(isolated(sheet.description))}</desc>\n'
        f"<rect{page}/>\n{body}</svg>\n"
    )


def _page(sheet: Sheet, paper: Paper | None) -> tuple[str, Rectangle]:
    """Width and height of the file, and the part of the plane that it shows."""
    picture = Rectangle(*sheet.origin, *sheet.size)
    if paper is None:
        return attributes(width=picture.width, height=picture.height), picture
    width, height = _PAPERS[paper]
    if picture.height > picture.width and paper != "16:9":
        width, height = height, width
    pixels = max(picture.width / (width - 2 * _PAGE_MARGIN), picture.height / (height - 2 * _PAGE_MARGIN))
    view = Rectangle(
        picture.centre.x - width * pixels / 2, picture.centre.y - height * pixels / 2, width * pixels, height * pixels
    )
    return f' width="{number(width)}mm" height="{number(height)}mm"', view


def _where(place: Rectangle | Block) -> dict[str, float]:
    return {"x": place.x, "y": place.y, "width": place.width, "height": place.height}


class _Writer:
    """Writes the parts of one file; remembers the ids it has given."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ids: Counter[str] = Counter({"title": 1, "desc": 1})

    def item(self, item: Item) -> Iterator[str]:
        """An item as a group, with its tooltip and its link."""
        label = item.title.partition("\n")[0] or None
        link = safe_link(item.link)
        role = "link" if link else "group" if label else None
        if link:
            yield f"<a{attributes(href=link, target='_top')}>"
        yield f"<g{attributes(id=self._id(item.id), class_=item.kind, role=role, aria_label=_named(label))}>"
        if item.title:
            yield f"<title>{escaped(isolated(item.title))}</title>"
        for part in item.parts:
            yield from self._part(part)
        yield "</g>"
        yield "</a>\n" if link else "\n"

    def _id(self, text: str) -> str:
        base = identifier(text)
        self._ids[base] += 1
        return base if self._ids[base] == 1 else self._id(f"{base}.{self._ids[base]}")

    def _part(self, part: Part) -> Iterator[str]:
        if isinstance(part, Item):
            yield from self.item(part)
        elif isinstance(part, Text):
            yield from self._text(part)
        elif isinstance(part, Block):
            radius = min(part.radius, part.width / 2, part.height / 2)
            where = attributes(**_where(part), rx=radius or None)
            yield f"<rect{where}{self._paint(part)}/>"
        else:
            data = _DECIMALS.sub(lambda found: number(float(found[0])), part.data)
            yield f"<path{attributes(d=data)}{self._paint(part)}/>"

    def _paint(self, part: Block | Outline) -> str:
        fill = self._theme.colours[part.fill] if part.fill else "none"
        if part.stroke is None:
            return attributes(fill=fill)
        line = part.line * self._theme.wider.get(part.stroke, 1)
        dash = part.dash or self._theme.dashes.get(part.stroke, ())
        return attributes(
            fill=fill,
            stroke=self._theme.colours[part.stroke],
            stroke_width=None if line == 1 else line,
            stroke_dasharray=" ".join(map(number, dash)) or None,
            stroke_linejoin="round" if isinstance(part, Outline) else None,
        )

    def _text(self, text: Text) -> Iterator[str]:
        """A line of text; its halo is a copy below it, since not every program can paint an outline first."""
        words = escaped(isolated(" ".join(text.text.split())))
        where = attributes(
            x=text.x,
            y=text.y,
            font_size=text.size,
            font_weight="600" if text.weight == "semibold" else None,
            font_family=_FONTS_FOR_WIDE_TEXT if _WIDE.search(words) else None,
            text_anchor=None if text.anchor == "start" else text.anchor,
        )
        if text.halo:
            colour = self._theme.colours[text.halo]
            halo = attributes(fill=colour, stroke=colour, stroke_width=_HALO, stroke_linejoin="round")
            yield f'<text{where}{halo} class="halo" aria-hidden="true">{words}</text>'
        yield f"<text{where}{attributes(fill=self._theme.colours[text.fill])}>{words}</text>"


def _named(label: str | None) -> str | None:
    return isolated(label) if label else None

"""What every Mermaid text begins and ends with: title, theme, descriptions, classes, lines, links, legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeymap.draw.paint.theme import CATEGORIES, Theme
from journeymap.draw.render.mermaid_text import front_matter_text, label, plain
from journeymap.draw.render.strokes import Stroke, arrow_stroke, outline_stroke
from journeymap.draw.render.svg_text import number
from journeymap.draw.render.telling import legend_lines
from journeymap.draw.render.weblinks import web_link
from journeymap.draw.scene import Arrow, Heading
from journeymap.draw.tables import Leg

__all__ = [
    "arrow_head",
    "class_definitions",
    "classes",
    "descriptions",
    "front_matter",
    "legend_label",
    "line_styles",
    "link",
]

_FONT = "Segoe UI, Helvetica Neue, Arial, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"
_ROLES = {
    "background": "ground",
    "primaryColor": "box",
    "primaryTextColor": "ink",
    "primaryBorderColor": "box_edge",
    "secondaryColor": "header",
    "tertiaryColor": "panel",
    "lineColor": "line",
    "textColor": "ink",
    "titleColor": "ink",
    "clusterBkg": "panel",
    "clusterBorder": "panel_edge",
    "edgeLabelBackground": "ground",
}
_CLASSES: Mapping[str, tuple[str, str, str, float]] = {
    "person": ("box", "box_edge", "ink", 1.5),
    "machine": ("strip", "machine_edge", "ink", 1),
    "there": ("box", "rule", "ink", 1),
    "settled": ("person_fill", "box_edge", "ink", 1),
    "department": ("header", "box_edge", "ink", 1.5),
    "more": ("ground", "line_soft", "soft", 1),
    "entry": ("entry", "entry", "entry_text", 1),
    "header": ("header", "panel_edge", "ink", 1),
    "empty": ("ground", "rule", "soft", 1),
    "legend": ("ground", "rule", "soft", 1),
    "group": ("panel", "panel_edge", "soft", 1),
}
_ROOM = ("  flowchart:", "    subGraphTitleMargin:", "      top: 4", "      bottom: 12")
_DASHED = {"more": (4.0, 3.0)}


def front_matter(heading: Heading, theme: Theme) -> Iterator[str]:
    """The title with the question that the picture answers, and the colours of the theme."""
    title = " · ".join(filter(None, (heading.title, heading.subtitle, heading.date)))
    yield from ("---", f"title: {front_matter_text(title)}", "config:", "  theme: base")
    yield from (f'  fontFamily: "{_FONT}"', *_ROOM, "  themeVariables:", f'    fontFamily: "{_FONT}"')
    for variable, role in _ROLES.items():
        yield f'    {variable}: "{theme.colours[role]}"'
    yield "---"


def descriptions(heading: Heading) -> Iterator[str]:
    """What the picture says to those who cannot see it."""
    yield f"  accTitle: {plain(heading.title) or '-'}"
    yield f"  accDescr: {plain(' '.join(filter(None, (heading.subtitle, heading.description)))) or '-'}"


def class_definitions(theme: Theme) -> Iterator[str]:
    """The look of every kind of box, and of boxes with findings."""
    for name, (fill, edge, text, width) in _CLASSES.items():
        look = _line(Stroke(theme.colours[edge], width, _DASHED.get(name, ())))
        left = ",text-align:left" if name == "legend" else ""
        yield f"  classDef {name} fill:{theme.colours[fill]},color:{theme.colours[text]},{look}{left}"
    for category in CATEGORIES:
        yield f"  classDef {category} {_line(outline_stroke(category, theme))}"


def classes(members: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Which nodes belong to which classes, from pairs of node and class."""
    by_class: dict[str, list[str]] = {}
    for node, name in members:
        by_class.setdefault(name, []).append(node)
    for name in (*_CLASSES, *CATEGORIES):
        if name in by_class:
            yield f"  class {','.join(by_class[name])} {name}"


def arrow_head(arrow: Arrow | Leg) -> str:
    """The arrow in Mermaid's signs: thick for a warm transfer, dotted for a redirect and for an ``if_closed``."""
    if arrow.alternative or arrow.kind == "redirect":
        return "-.->"
    return "==>" if arrow.kind == "warm" else "-->"


def line_styles(arrows: Iterable[Arrow | Leg], theme: Theme) -> Iterator[str]:
    """Colour, width and dashes of the arrows, by their places; arrows of one look share a line."""
    places: dict[str, list[str]] = {}
    for place, arrow in enumerate(arrows):
        places.setdefault(_line(arrow_stroke(arrow, theme)), []).append(str(place))
    for look, numbers in places.items():
        yield f"  linkStyle {','.join(numbers)} {look}"


def _line(stroke: Stroke) -> str:
    dash = f",stroke-dasharray:{' '.join(map(number, stroke.dash))}" if stroke.dash else ""
    return f"stroke:{stroke.colour},stroke-width:{number(stroke.width)}px{dash}"


def link(node: str, target: str | None) -> Iterator[str]:
    """The click of a node, where it leads to the web."""
    address = web_link(target)
    if address is not None:
        yield f'  click {node} href "{address}" _blank'


def legend_label(heading: Heading) -> str | None:
    """The legend as one label; None where there is none."""
    lines = tuple(" ".join(filter(None, pair)) for pair in legend_lines(heading))
    return label(lines) if lines else None

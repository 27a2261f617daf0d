"""The look of DOT graphs: title, boxes, arrows, panels and the legend."""

from __future__ import annotations

from collections.abc import Iterable

import graphviz

from journeymap.draw.measure import wrap
from journeymap.draw.paint.theme import Theme
from journeymap.draw.render.dot_text import attribute, markup, rich
from journeymap.draw.render.strokes import arrow_stroke, outline_stroke
from journeymap.draw.render.svg_text import number
from journeymap.draw.render.telling import Line, legend_lines
from journeymap.draw.render.weblinks import web_link
from journeymap.draw.scene import Arrow, Category, Heading
from journeymap.draw.tables import Leg

__all__ = [
    "arrow_look",
    "box_label",
    "box_look",
    "graph_of",
    "legend",
    "meaning",
    "panel_label",
    "panel_look",
    "text_label",
]

_FONT = "Helvetica,Arial,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif"
_NAME, _SMALL = 13, 10
_WRAP = 168.0
_TITLE_WIDTH = 640.0
_HEADS = {
    "warm": {"arrowhead": "normal"},
    "cold": {"arrowhead": "normal", "dir": "both", "arrowtail": "tee"},
    "redirect": {"arrowhead": "normal"},
    "callback": {"arrowhead": "normal", "dir": "both", "arrowtail": "curve"},
    "ticket": {"arrowhead": "onormal"},
    "next": {"arrowhead": "onormal"},
}
_LINES_OF_TEXT = {
    "repeated": "repeat_case",
    "lost": "blind_spot_case",
    "dead_end": "blind_spot_case",
    "resolved": "resolved_words",
    "resolution": "resolved_words",
}


def graph_of(heading: Heading, theme: Theme, rankdir: str = "LR") -> graphviz.Digraph:
    """An empty graph with title, question and description. `newrank` keeps Graphviz from losing edges of clusters."""
    colours = theme.colours
    graph = graphviz.Digraph("journeymap")
    graph.attr(
        "graph", label=_title(heading, theme), labelloc="t", labeljust="l", tooltip=attribute(heading.description)
    )
    graph.attr("graph", rankdir=rankdir, newrank="true", compound="true", nodesep="0.35", ranksep="0.7", pad="0.3")
    graph.attr("graph", bgcolor=colours["ground"], fontname=_FONT, fontsize=str(_NAME), fontcolor=colours["ink"])
    graph.attr("node", fontname=_FONT, fontsize=str(_NAME), fontcolor=colours["ink"], color=colours["box_edge"])
    graph.attr("node", fillcolor=colours["box"], margin="0.14,0.08")
    graph.attr("edge", fontname=_FONT, fontsize=str(_SMALL), fontcolor=colours["soft"], arrowsize="0.7")
    return graph


def _title(heading: Heading, theme: Theme) -> str:
    lines = [f'<font point-size="20"><b>{markup(line)}</b></font>' for line in wrap(heading.title, _TITLE_WIDTH, 20)]
    small = (*wrap(heading.subtitle, _TITLE_WIDTH, 13), *wrap(heading.date, _TITLE_WIDTH, 13))
    lines += [f'<font color="{theme.colours["soft"]}">{markup(line)}</font>' for line in small]
    return rich('<br align="left"/>'.join((*lines, ""))) if lines else ""


def box_label(lines: Iterable[Line], theme: Theme) -> str:
    """The name in bold, wrapped, with the other lines below it in small type."""
    return rich("<br/>".join(_pieces(lines, theme)) or " ")


def panel_label(lines: Iterable[Line], theme: Theme) -> str:
    """The same, each line beginning at the left."""
    return rich('<br align="left"/>'.join((*_pieces(lines, theme), "")) or " ")


def _pieces(lines: Iterable[Line], theme: Theme) -> list[str]:
    done: list[str] = []
    for line in lines:
        is_name = line.role == "name"
        pieces = wrap(line.text, _WRAP, _NAME if is_name else _SMALL, semibold=is_name, lines=3)
        done += [f"<b>{markup(piece)}</b>" if is_name else _small(piece, line.role, theme) for piece in pieces]
    return done


def _small(text: str, role: str, theme: Theme) -> str:
    colour = theme.colours[_LINES_OF_TEXT.get(role, "soft")]
    shown = f"<b>{markup(text)}</b>" if role in _LINES_OF_TEXT else markup(text)
    return f'<font point-size="{_SMALL}" color="{colour}">{shown}</font>'


def text_label(lines: Iterable[str], width: float = 140.0) -> str:
    """Lines of plain text, wrapped."""
    return attribute("\n".join(piece for line in lines for piece in wrap(line, width, _SMALL)))


def box_look(kind: str, emphasis: Category | None, theme: Theme) -> dict[str, str]:
    """Shape, style and colours of a box: rounded for a person, with cut corners for a machine."""
    colours = theme.colours
    looks = {
        "person": {"shape": "box", "style": "rounded,filled", "penwidth": "1.5"},
        "machine": {
            "shape": "box",
            "style": "diagonals,filled",
            "color": colours["machine_edge"],
            "fillcolor": colours["strip"],
        },
        "department": {"shape": "box", "style": "filled", "fillcolor": colours["header"], "penwidth": "1.5"},
        "more": {"shape": "box", "style": "dashed", "color": colours["line_soft"], "fontcolor": colours["soft"]},
        "entry": {"shape": "box", "style": "rounded,filled", "fillcolor": colours["entry"], "color": colours["entry"]},
    }
    look = looks[kind]
    if emphasis is None:
        return look
    stroke = outline_stroke(emphasis, theme)
    dashes = {0: "", 2: ",dashed"}.get(len(stroke.dash), ",dotted")
    return look | {"color": stroke.colour, "penwidth": number(stroke.width + 0.5), "style": look["style"] + dashes}


def arrow_look(arrow: Arrow | Leg, theme: Theme) -> dict[str, str]:
    """Line and heads of an arrow; its text is in the colour of its finding."""
    stroke = arrow_stroke(arrow, theme)
    look = {"color": stroke.colour, "penwidth": number(stroke.width), **_HEADS.get(arrow.kind, {})}
    if arrow.kind == "next":
        look["color"] = f"{stroke.colour}:{theme.colours['ground']}:{stroke.colour}"
    if stroke.dash:
        look["style"] = "dotted" if arrow.alternative else "dashed"
    if arrow.emphasis is not None:
        look["fontcolor"] = theme.colours[f"{arrow.emphasis}_case"] if _dark_case(theme) else theme.colours["ink"]
    return look


def _dark_case(theme: Theme) -> bool:
    return theme.colours["ground"] == "#ffffff"


def panel_look(theme: Theme) -> dict[str, str]:
    """A pale panel with its name in the upper left corner."""
    colours = theme.colours
    return {
        "style": "rounded,filled",
        "color": colours["panel_edge"],
        "fillcolor": colours["panel"],
        "labeljust": "l",
        "margin": "16",
    }


def meaning(identifier: str, details: Iterable[str], link: str | None, name: str = "") -> dict[str, str]:
    """What a node, an edge or a cluster is: its id, tooltip and link."""
    tooltip = "\n".join(filter(None, (name, *details)))
    given = {"id": attribute(identifier), "tooltip": attribute(tooltip) if tooltip.strip() else " "}
    address = web_link(link)
    return given | ({"URL": attribute(address), "target": "_blank"} if address else {})


def legend(graph: graphviz.Digraph, heading: Heading, theme: Theme) -> None:
    """The legend as one node with a table; none where the picture has none."""
    rows = legend_lines(heading)
    if not rows:
        return
    cells = "".join(
        f'<tr><td align="center">{markup(symbol)}</td><td align="left" balign="left">{_wrapped(text)}</td></tr>'
        for symbol, text in rows
    )
    table = f'<table border="0" cellborder="0" cellspacing="0" cellpadding="3">{cells}</table>'
    colours = theme.colours
    look = {"shape": "box", "style": "rounded", "color": colours["rule"], "fontcolor": colours["soft"]}
    graph.node("legend", label=rich(table), fontsize=str(_SMALL), id="legend", tooltip=" ", **look)


def _wrapped(text: str) -> str:
    return "<br/>".join(map(markup, wrap(text, 300, _SMALL, lines=4))) or " "

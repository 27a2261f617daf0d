"""Boxes and arrows in DOT: panels and lanes are clusters, the columns of the lanes are ranks."""

from __future__ import annotations

import graphviz

from journeymap.draw.paint.theme import Theme
from journeymap.draw.render.dot_style import (
    arrow_look,
    box_label,
    box_look,
    graph_of,
    legend,
    meaning,
    panel_label,
    panel_look,
    text_label,
)
from journeymap.draw.render.dot_text import node_name
from journeymap.draw.render.telling import Line, arrow_lines, box_lines
from journeymap.draw.scene import Arrow, Box, Group, Scene
from journeymap.draw.wishes import Language

__all__ = ["flow"]


def flow(scene: Scene, theme: Theme) -> graphviz.Digraph:
    """The scene as a graph."""
    graph = graph_of(scene.heading, theme, "LR" if scene.direction == "right" else "TB")
    groups = {group.id for group in scene.groups}
    for group in scene.groups:
        _panel(graph, scene, group, theme)
    for box in scene.boxes:
        if box.group not in groups:
            _node(graph, scene, box, theme)
    for column in scene.columns:
        _rank(graph, [box for box in scene.boxes if box.column == column.id])
    columns = {box.id: box.column for box in scene.boxes if box.column is not None}
    for arrow in scene.arrows:
        beside = arrow.source in columns and columns[arrow.source] == columns.get(arrow.target)
        _edge(graph, arrow, scene.heading.language, theme, beside=beside)
    legend(graph, scene.heading, theme)
    return graph


def _panel(graph: graphviz.Digraph, scene: Scene, group: Group, theme: Theme) -> None:
    with graph.subgraph(name=f"cluster_{node_name(group.id)}") as panel:
        label = panel_label((Line(group.name, "name"), Line(group.note)), theme)
        panel.attr(label=label, **panel_look(theme), **meaning(group.id, group.details, group.link, group.name))
        for box in scene.boxes:
            if box.group == group.id:
                _node(panel, scene, box, theme)


def _node(graph: graphviz.Digraph, scene: Scene, box: Box, theme: Theme) -> None:
    kind = (box.handled_by or "person") if box.kind == "touchpoint" else box.kind
    look = box_look(kind, box.emphasis, theme) | meaning(box.id, box.details, box.link, box.name)
    if kind == "entry":
        graph.node(node_name(box.id), **_entry(box, theme), **look)
    else:
        graph.node(node_name(box.id), label=box_label(box_lines(box, scene.heading.language), theme), **look)


def _entry(box: Box, theme: Theme) -> dict[str, str]:
    """A dot, with the volume in it where it is known."""
    if not box.name.strip():
        return {"label": "", "width": "0.22", "height": "0.22"}
    return {"label": text_label((box.name,)), "fontcolor": theme.colours["entry_text"], "height": "0.3"}


def _rank(graph: graphviz.Digraph, boxes: list[Box]) -> None:
    if len(boxes) > 1:
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            for box in boxes:
                rank.node(node_name(box.id))


def _edge(graph: graphviz.Digraph, arrow: Arrow, language: Language, theme: Theme, *, beside: bool) -> None:
    """An arrow; inside a column its text takes no part in the layout, on which Graphviz may fail an assertion."""
    lines = arrow_lines(arrow, language)
    known = {"xlabel" if beside else "label": text_label(lines)} if lines else {}
    told = meaning(arrow.id, arrow.details, arrow.link, " ".join(lines))
    graph.edge(node_name(arrow.source), node_name(arrow.target), **known, **arrow_look(arrow, theme), **told)

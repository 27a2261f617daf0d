"""Tables in DOT: coverage as one node with a table, one case with a cluster for each stage."""

from __future__ import annotations

from collections.abc import Iterator

import graphviz

from journeymap.draw.measure import wrap
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
from journeymap.draw.render.dot_text import markup, node_name, rich
from journeymap.draw.render.telling import Line
from journeymap.draw.render.telling_tables import (
    cell_lines,
    cell_state,
    column_groups,
    leg_lines,
    row_lines,
    stages,
    stop_lines,
)
from journeymap.draw.tables import Cell, JourneyScene, MatrixScene

__all__ = ["journey", "matrix"]

_FILLS = {"there": "box", "settled": "person_fill"}


def journey(scene: JourneyScene, theme: Theme) -> graphviz.Digraph:
    """One case as a graph: its stops in order, a cluster for each stage."""
    graph = graph_of(scene.heading, theme)
    language = scene.heading.language
    for place, (stage, stops) in enumerate(stages(scene)):
        with graph.subgraph(name=f"cluster_stage_{place}") as panel:
            panel.attr(label=panel_label((Line(stage, "name"),), theme), **panel_look(theme), tooltip=" ")
            for stop in stops:
                look = box_look(stop.handled_by, stop.emphasis, theme)
                told = meaning(stop.id, stop.details, stop.link, stop.name)
                panel.node(node_name(stop.id), label=box_label(stop_lines(stop, language), theme), **look, **told)
    for leg in scene.legs:
        label = text_label(leg_lines(leg, language))
        told = meaning(leg.id, leg.details, leg.link)
        graph.edge(node_name(leg.source), node_name(leg.target), label=label, **arrow_look(leg, theme), **told)
    legend(graph, scene.heading, theme)
    return graph


def matrix(scene: MatrixScene, theme: Theme) -> graphviz.Digraph:
    """Coverage as a graph of one node."""
    graph = graph_of(scene.heading, theme, "TB")
    rows = "".join(f"<tr>{''.join(cells)}</tr>" for cells in _rows(scene, theme))
    colour = theme.colours["rule"]
    table = f'<table border="0" cellborder="1" cellspacing="2" cellpadding="6" color="{colour}">{rows}</table>'
    graph.node("matrix", label=rich(table), shape="plain", id="matrix", tooltip=" ", fontsize="10")
    legend(graph, scene.heading, theme)
    return graph


def _rows(scene: MatrixScene, theme: Theme) -> Iterator[list[str]]:
    corner = '<td border="0"> </td>'
    header = f'bgcolor="{theme.colours["header"]}"'
    if any(column.group for column in scene.columns):
        yield [corner, *(f'<td colspan="{width}" {header}>{_bold(name)}</td>' for name, width in column_groups(scene))]
    yield [corner, *(f"<td {header}>{_bold(column.name)}</td>" for column in scene.columns)]
    cells = {(cell.row, cell.column): cell for cell in scene.cells}
    for row in scene.rows:
        name, group = row_lines(row)
        head = f'<td align="left" balign="left" {header}>{_bold(name)}<br/>{_lines(group)}</td>'
        yield [head, *(_cell(scene, cells.get((row.id, column.id)), theme) for column in scene.columns)]


def _cell(scene: MatrixScene, cell: Cell | None, theme: Theme) -> str:
    text = "<br/>".join(map(_lines, cell_lines(cell, scene.heading.language))) or " "
    state = cell_state(cell)
    if cell is not None and cell.gap:
        return f'<td border="2" style="dashed" color="{theme.colours["blind_spot_edge"]}">{text}</td>'
    if state == "empty":
        return f'<td><font color="{theme.colours["soft"]}">{text}</font></td>'
    return f'<td bgcolor="{theme.colours[_FILLS[state]]}">{text}</td>'


def _bold(text: str) -> str:
    return f"<b>{_lines(text)}</b>"


def _lines(text: str) -> str:
    return "<br/>".join(map(markup, wrap(text, 150, 10))) or " "

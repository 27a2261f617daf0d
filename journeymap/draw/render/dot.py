"""DOT for people: to open with Graphviz or to go on with by hand. https://graphviz.org/doc/info/lang.html

The layout of the other formats asks its own DOT (`draw.layout.ranked`); this one stands for itself.
"""

from __future__ import annotations

from journeymap.draw.paint.theme import THEMES, ThemeName
from journeymap.draw.render.dot_flow import flow
from journeymap.draw.render.dot_tables import journey, matrix
from journeymap.draw.scene import Scene
from journeymap.draw.tables import JourneyScene, MatrixScene

__all__ = ["dot"]


def dot(picture: Scene | MatrixScene | JourneyScene, theme: ThemeName) -> str:
    """The picture as a DOT graph, ended by a line break. Linear.

    A node for each box or stop, an edge for each arrow, a cluster for each group or stage; coverage is one node with a
    table. Nodes and edges carry the ids of the picture as ``id``; the legend is the node ``legend``.
    """
    colours = THEMES[theme]
    if isinstance(picture, Scene):
        graph = flow(picture, colours)
    else:
        graph = matrix(picture, colours) if isinstance(picture, MatrixScene) else journey(picture, colours)
    return str(graph.source)

"""Mermaid: text that wikis, issue trackers and Markdown pages draw by themselves.

https://mermaid.js.org/syntax/flowchart.html and https://mermaid.js.org/syntax/block.html
"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.paint.theme import THEMES, ThemeName
from journeymap.draw.render.mermaid_flow import flow
from journeymap.draw.render.mermaid_journey import journey
from journeymap.draw.render.mermaid_matrix import matrix
from journeymap.draw.render.mermaid_style import front_matter
from journeymap.draw.scene import Scene
from journeymap.draw.tables import JourneyScene, MatrixScene

__all__ = ["mermaid"]


def mermaid(picture: Scene | MatrixScene | JourneyScene, theme: ThemeName) -> str:
    """The picture as Mermaid text, ended by a line break: a flowchart, or a block diagram for coverage. Linear.

    Names of nodes (``n0``, ``n1``, ...) are places in the picture. All user text is inert; links lead to the web only.
    """
    colours = THEMES[theme]
    lines: Iterator[str]
    if isinstance(picture, Scene):
        lines = flow(picture, colours)
    else:
        lines = matrix(picture, colours) if isinstance(picture, MatrixScene) else journey(picture, colours)
    return "\n".join((*front_matter(picture.heading, colours), *lines)) + "\n"

"""Coverage as a Mermaid block diagram: a head, and a line of blocks for each matter."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.paint.theme import Theme
from journeymap.draw.render.mermaid_style import class_definitions, classes
from journeymap.draw.render.mermaid_text import label
from journeymap.draw.render.telling import mark_lines
from journeymap.draw.render.telling_tables import cell_lines, cell_state, column_groups, row_lines
from journeymap.draw.tables import Cell, MatrixScene

__all__ = ["matrix"]

_LINES = 3


def matrix(scene: MatrixScene, theme: Theme) -> Iterator[str]:
    """The lines of the block diagram."""
    members: list[tuple[str, str]] = [("title", "legend")]
    yield "block-beta"
    yield f"  columns {_width(scene)}"
    yield f"  title[{label((scene.heading.title, scene.heading.subtitle, scene.heading.date))}]:{_width(scene)}"
    yield from _head(scene, members)
    cells = {(cell.row, cell.column): cell for cell in scene.cells}
    for place, row in enumerate(scene.rows):
        yield f"  r{place}[{label(row_lines(row))}]"
        members.extend((f"r{place}", name) for name in ("header", row.emphasis) if name)
        for across, column in enumerate(scene.columns):
            yield _block(scene, cells.get((row.id, column.id)), f"c{place}x{across}", members)
    yield from _marks(scene, members)
    yield from class_definitions(theme)
    yield from classes(members)


def _head(scene: MatrixScene, members: list[tuple[str, str]]) -> Iterator[str]:
    if any(column.group for column in scene.columns):
        yield "  space"
        for place, (group, width) in enumerate(column_groups(scene)):
            yield f"  s{place}[{label((group,))}]:{width}"
            members.append((f"s{place}", "header"))
    yield "  space"
    for place, column in enumerate(scene.columns):
        yield f"  h{place}[{label((column.name,))}]"
        members.append((f"h{place}", "header"))


def _width(scene: MatrixScene) -> int:
    return len(scene.columns) + 1


def _marks(scene: MatrixScene, members: list[tuple[str, str]]) -> Iterator[str]:
    """The numbered findings, some to a block: all blocks are as high as the highest. Forms are told in words."""
    told = tuple(" ".join(filter(None, pair)) for pair in mark_lines(scene.heading))
    for place, first in enumerate(range(0, len(told), _LINES)):
        yield f"  legend{place}[{label(told[first : first + _LINES])}]:{_width(scene)}"
        members.append((f"legend{place}", "legend"))


def _block(scene: MatrixScene, cell: Cell | None, name: str, members: list[tuple[str, str]]) -> str:
    members.append((name, cell_state(cell)))
    if cell is not None and cell.gap:
        members.append((name, "blind_spot"))
    return f"  {name}[{label(cell_lines(cell, scene.heading.language))}]"

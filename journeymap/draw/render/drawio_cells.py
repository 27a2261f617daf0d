"""The file format of draw.io: cells of an mxGraph model in XML, uncompressed.

https://www.drawio.com/doc/faq/drawio-style-reference and https://github.com/jgraph/drawio-mcp. Labels and tooltips are
HTML inside XML attributes there, so user text is escaped twice.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from journeymap.draw.placement import Point, Rectangle, Size
from journeymap.draw.render.characters import holdable, is_hidden, one_line
from journeymap.draw.render.svg_text import number, safe_link

__all__ = ["LAYER", "Cell", "Style", "document", "label", "styled", "unique"]

LAYER = "1"
"""The id of the layer in which everything lies."""
_HIDDEN = re.compile("[^\x20-\x7e\u4e00-\u9fff]")
Style = dict[str, str | float]


@dataclass(frozen=True, slots=True)
class Cell:
    """A shape or a line. `place` is relative to the parent; on a line it is the size of what stands on it.

    `value` is a finished HTML label, `style` a style of mxGraph, `offset` moves a label away from the middle of a line.
    """

    id: str
    style: str
    value: str = ""
    parent: str = LAYER
    place: Rectangle | None = None
    source: str | None = None
    target: str | None = None
    points: tuple[Point, ...] = ()
    offset: Point | None = None
    connectable: bool = True
    tooltip: str = ""
    link: str | None = None
    kind: Literal["vertex", "edge"] = field(default="vertex")


def label(lines: Sequence[str]) -> str:
    """Lines of text as an HTML label that shows just them."""
    return "<br>".join(html.escape(one_line(line)) for line in lines)


def styled(*names: str, **values: str | float | None) -> str:
    """A style: names of shapes first, then keys with values; None is left out."""
    told = [
        f"{key}={value if isinstance(value, str) else number(value)}"
        for key, value in values.items()
        if value is not None
    ]
    return "".join(f"{each};" for each in (*names, *told))


def unique(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells, with a number behind an id that an earlier cell has already (only what nothing refers to)."""
    seen: Counter[str] = Counter({"0": 1, LAYER: 1})
    done = []
    for cell in cells:
        seen[cell.id] += 1
        done.append(cell if seen[cell.id] == 1 else replace(cell, id=f"{cell.id} ({seen[cell.id]})"))
    return tuple(done)


def document(cells: Iterable[Cell], size: Size, title: str, background: str) -> str:
    """The whole file, ended by a line break. Linear."""
    page = _attributes(
        pageWidth=number(round(size.width)), pageHeight=number(round(size.height)), background=background
    )
    body = "\n".join(line for cell in cells for line in _cell(cell))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<mxfile host="journeymap"><diagram id="picture"{_attributes(name=one_line(title) or "journeymap")}>\n'
        f'<mxGraphModel grid="1" gridSize="8" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="1" '
        f'pageScale="1" math="0" shadow="0"{page}><root>\n'
        f'<mxCell id="0"/>\n<mxCell id="{LAYER}" parent="0"/>\n{body}\n'
        "</root></mxGraphModel>\n</diagram></mxfile>\n"
    )


def _cell(cell: Cell) -> Iterator[str]:
    link = safe_link(cell.link)
    if not cell.tooltip.strip() and link is None:
        yield from _core(cell, {"id": cell.id, "value": cell.value or None})
        return
    tooltip = "\n".join(html.escape(one_line(line)) for line in holdable(cell.tooltip).splitlines()) or None
    yield f"<UserObject{_attributes(label=cell.value, tooltip=tooltip, link=link, id=cell.id)}>"
    yield from _core(cell, {})
    yield "</UserObject>"


def _core(cell: Cell, given: dict[str, str | None]) -> Iterator[str]:
    ends = {"source": cell.source, "target": cell.target, "connectable": None if cell.connectable else "0"}
    yield f"<mxCell{_attributes(**given, style=cell.style, parent=cell.parent, **{cell.kind: '1'}, **ends)}>"
    yield f"{_geometry(cell)}</mxCell>"


def _geometry(cell: Cell) -> str:
    on_line = cell.kind == "edge" or cell.offset is not None
    lengths = {} if cell.place is None else {key: number(value) for key, value in cell.place._asdict().items()}
    inner = _array(cell.points) + (_point(cell.offset, role="offset") if cell.offset is not None else "")
    start = f"<mxGeometry{_attributes(**lengths, relative='1' if on_line else None)}"
    return f'{start} as="geometry">{inner}</mxGeometry>' if inner else f'{start} as="geometry"/>'


def _array(points: tuple[Point, ...]) -> str:
    return f'<Array as="points">{"".join(map(_point, points))}</Array>' if points else ""


def _point(point: Point, role: str | None = None) -> str:
    return f'<mxPoint x="{number(point.x)}" y="{number(point.y)}"{_attributes(**{"as": role})}/>'


def _attributes(**values: str | None) -> str:
    return "".join(f' {name}="{_escaped(value)}"' for name, value in values.items() if value is not None)


def _escaped(text: str) -> str:
    return _HIDDEN.sub(_reference, html.escape(holdable(text)))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};" if is_hidden(match[0]) else match[0]

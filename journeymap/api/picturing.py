"""From the part of a map that was chosen to a picture in a format: view, layout, paint, renderer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.analysis import Answers
from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay
from journeymap.draw.paint.theme import ThemeName
from journeymap.draw.placement import Placement, Size
from journeymap.draw.render.signature import KEYWORD, signed
from journeymap.draw.scene import Scene, View
from journeymap.draw.sheet import Sheet
from journeymap.draw.tables import JourneyScene, MatrixScene
from journeymap.draw.wishes import Paper, Wishes

__all__ = ["BINARY", "EngineName", "Format", "Look", "Picture", "Result", "TableView", "counted", "scene_of", "written"]

Format = Literal["svg", "png", "pdf", "dot", "mermaid", "drawio", "json"]
EngineName = Literal["auto", "embedded", "dot"]
TableView = Literal["contact", "lanes", "departments", "matrix", "journey"]
Picture = Scene | MatrixScene | JourneyScene

BINARY = frozenset({"png", "pdf"})
"""Formats that are bytes, not text."""

_SHAPES: Mapping[Paper, float] = {"a4": 297 / 210, "a3": 420 / 297, "16:9": 16 / 9}
"""Width by height, lying; a slide is never put upright."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is written. `scale` is the pixels of a PNG for each CSS pixel."""

    format: Format = "svg"
    theme: ThemeName = "light"
    engine: EngineName = "auto"
    scale: float = 2


@dataclass(frozen=True, slots=True)
class Result:
    """A picture in a format, what it holds, and what is to be said of it."""

    content: str | bytes
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()


def scene_of(view: TableView, chosen: Chosen, answers: Answers, overlay: Overlay, wishes: Wishes) -> Picture:
    """The neutral picture of a view; each view is imported when it is asked for."""
    if view == "matrix":
        from journeymap.draw.views.matrix import matrix

        return matrix(chosen, answers, overlay, wishes)
    if view == "journey":
        from journeymap.draw.views.journey import journey

        return journey(chosen, answers, overlay, wishes)
    if view == "lanes":
        from journeymap.draw.views.lanes import lanes

        return lanes(chosen, overlay, wishes)
    if view == "departments":
        from journeymap.draw.views.departments import departments

        return departments(chosen, overlay, wishes)
    from journeymap.draw.views.contact import contact

    return contact(chosen, overlay, wishes)


def written(picture: Picture, look: Look, wishes: Wishes) -> Result:
    """The picture in the format of its look, signed. DOT, Mermaid and JSON need no layout, and so no engine."""
    result = _written(picture, look, wishes)
    return replace(result, content=signed(result.content, look.format))


def _written(picture: Picture, look: Look, wishes: Wishes) -> Result:
    counts = counted(picture)
    if look.format == "dot":
        from journeymap.draw.render.dot import dot

        return Result(dot(picture, look.theme), counts)
    if look.format == "mermaid":
        from journeymap.draw.render.mermaid import mermaid

        return Result(mermaid(picture, look.theme), counts)
    if look.format == "json":
        from journeymap.draw.render.scene_json import scene_json

        return Result(scene_json(picture), counts)
    return _laid_out(picture, look, wishes, counts)


def _laid_out(picture: Picture, look: Look, wishes: Wishes, counts: Mapping[str, int]) -> Result:
    picture, placement, sheet = _best(picture, look, wishes)
    if look.format == "drawio":
        from journeymap.draw.render.drawio import drawio

        return Result(drawio(picture, placement, sheet, look.theme), counts)
    from journeymap.draw.render.svg import svg

    drawn = svg(sheet, look.theme, wishes.paper)
    if look.format == "svg":
        return Result(drawn, counts)
    from journeymap.adapters.rasteriser import rasterise

    wanted: Literal["png", "pdf"] = "png" if look.format == "png" else "pdf"
    raster = rasterise(drawn, wanted, sheet.title, sheet.description, sheet.language, look.scale, KEYWORD)
    return Result(raster.content, counts, raster.notes)


def _best(picture: Picture, look: Look, wishes: Wishes) -> tuple[Picture, Placement | None, Sheet]:
    """On paper the contact map runs to the right or downwards, whichever ends up larger."""
    if wishes.paper is None or not isinstance(picture, Scene) or picture.heading.view != "contact":
        return (picture, *_painted(picture, look.engine, wishes))
    tried = []
    for direction in ("right", "down"):
        turned = replace(picture, direction=direction)
        tried.append((turned, *_painted(turned, look.engine, replace(wishes, direction=direction))))
    paper = wishes.paper
    return max(tried, key=lambda each: _scale_on(each[2].size, paper))


def _scale_on(size: Size, paper: Paper) -> float:
    """How large a picture can be on a paper of height 1, turned as it fits best."""
    shape = _SHAPES[paper]
    lying = min(shape / size.width, 1 / size.height)
    return lying if paper == "16:9" else max(lying, min(1 / size.width, shape / size.height))


def _painted(picture: Picture, engine: EngineName, wishes: Wishes) -> tuple[Placement | None, Sheet]:
    if isinstance(picture, MatrixScene):
        from journeymap.draw.paint.matrix import paint_matrix

        return None, paint_matrix(picture, wishes)
    if isinstance(picture, JourneyScene):
        from journeymap.draw.paint.journey import paint_journey

        return None, paint_journey(picture, wishes)
    from journeymap.draw.paint.flow import paint_flow

    placement = _placed(picture, picture.heading.view, engine)
    return placement, paint_flow(picture, placement, wishes)


def _placed(scene: Scene, view: View, engine: EngineName) -> Placement:
    if view == "lanes":
        from journeymap.draw.layout.lanes import lanes_placement

        return lanes_placement(scene)
    if view == "finding":
        from journeymap.draw.layout.walk import walk_placement

        return walk_placement(scene)
    from journeymap.adapters.graphviz_engine import lay_out_each
    from journeymap.draw.layout.ranked import best_placement

    return best_placement(scene, lambda asked: lay_out_each(asked, engine))


def counted(picture: Picture) -> Mapping[str, int]:
    """How much a picture holds, in the words of its view."""
    return dict(_counted(picture))


def _counted(picture: Picture) -> Iterator[tuple[str, int]]:
    if isinstance(picture, MatrixScene):
        yield "rows", len(picture.rows)
        yield "columns", len(picture.columns)
    elif isinstance(picture, JourneyScene):
        yield "touchpoints", len(picture.stops)
        yield "transfers", len(picture.legs)
    elif picture.heading.view == "departments":
        yield "departments", sum(box.kind == "department" for box in picture.boxes)
        yield "hand-overs", sum(arrow.kind == "handover" for arrow in picture.arrows)
    else:
        yield "touchpoints", sum(box.kind == "touchpoint" for box in picture.boxes)
        yield "transfers", sum(arrow.kind != "entry" and not arrow.alternative for arrow in picture.arrows)
    yield "findings", len(picture.heading.marks)

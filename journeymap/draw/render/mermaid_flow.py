"""Boxes and arrows as a Mermaid flowchart; panels and lanes are subgraphs."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.paint.theme import Theme
from journeymap.draw.render.mermaid_style import (
    arrow_head,
    class_definitions,
    classes,
    descriptions,
    legend_label,
    line_styles,
    link,
)
from journeymap.draw.render.mermaid_text import label
from journeymap.draw.render.telling import arrow_lines, box_lines
from journeymap.draw.scene import Arrow, Box, Group, Scene
from journeymap.draw.wishes import Language

__all__ = ["arrow_text", "flow"]

_SHAPES = {
    "person": ("(", ")"),
    "machine": ("[", "]"),
    "entry": ("([", "])"),
    "department": ("[[", "]]"),
    "more": ("[", "]"),
}


def flow(scene: Scene, theme: Theme) -> Iterator[str]:
    """The lines of the flowchart."""
    names = {box.id: f"n{place}" for place, box in enumerate(scene.boxes)}
    groups = {group.id: f"g{place}" for place, group in enumerate(scene.groups)}
    language = scene.heading.language
    yield f"flowchart {'LR' if scene.direction == 'right' else 'TB'}"
    yield from descriptions(scene.heading)
    for group in scene.groups:
        yield from _panel(scene, group, groups[group.id], names)
    for box in scene.boxes:
        if box.group not in groups:
            yield f"  {_node(box, names[box.id], language)}"
    for arrow in scene.arrows:
        yield f"  {names[arrow.source]} {_arrow(arrow, language)} {names[arrow.target]}"
    legend = legend_label(scene.heading)
    if legend is not None:
        yield f"  legend[{legend}]"
    yield from class_definitions(theme)
    yield from classes(_members(scene, names, groups, legend is not None))
    yield from line_styles(scene.arrows, theme)
    for box in scene.boxes:
        yield from link(names[box.id], box.link)


def _panel(scene: Scene, group: Group, name: str, names: dict[str, str]) -> Iterator[str]:
    title = " · ".join(filter(None, (group.name, group.note)))
    yield f"  subgraph {name}[{label((title,))}]"
    for box in scene.boxes:
        if box.group == group.id:
            yield f"    {_node(box, names[box.id], scene.heading.language)}"
    yield "  end"


def _node(box: Box, name: str, language: Language) -> str:
    before, after = _SHAPES[_class(box)]
    lines = tuple(line.text for line in box_lines(box, language))
    if box.kind == "entry":
        lines = (" ".join(("●", *lines)),)
    return f"{name}{before}{label(lines)}{after}"


def _class(box: Box) -> str:
    return (box.handled_by or "person") if box.kind == "touchpoint" else box.kind


def _arrow(arrow: Arrow, language: Language) -> str:
    return f"{arrow_head(arrow)}{arrow_text(arrow_lines(arrow, language))}"


def arrow_text(lines: tuple[str, ...]) -> str:
    """What stands on an arrow; nothing where it says nothing."""
    return f"|{label(lines)}|" if lines else ""


def _members(
    scene: Scene, names: dict[str, str], groups: dict[str, str], with_legend: bool
) -> Iterator[tuple[str, str]]:
    for box in scene.boxes:
        yield names[box.id], _class(box)
        if box.emphasis is not None:
            yield names[box.id], box.emphasis
    yield from ((name, "group") for name in groups.values())
    if with_legend:
        yield "legend", "legend"

"""One case as a Mermaid flowchart: a subgraph for each stage, stops in the order in which they are met."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.draw.paint.theme import Theme
from journeymap.draw.render.mermaid_flow import arrow_text
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
from journeymap.draw.render.telling_tables import leg_lines, stages, stop_lines
from journeymap.draw.tables import JourneyScene, Stop

__all__ = ["journey"]


def journey(scene: JourneyScene, theme: Theme) -> Iterator[str]:
    """The lines of the flowchart."""
    names = {stop.id: f"n{place}" for place, stop in enumerate(scene.stops)}
    yield "flowchart LR"
    yield from descriptions(scene.heading)
    for place, (stage, stops) in enumerate(stages(scene)):
        yield f"  subgraph g{place}[{label((stage,))}]"
        yield from (f"    {_node(scene, stop, names[stop.id])}" for stop in stops)
        yield "  end"
    for leg in scene.legs:
        text = arrow_text(leg_lines(leg, scene.heading.language))
        yield f"  {names[leg.source]} {arrow_head(leg)}{text} {names[leg.target]}"
    legend = legend_label(scene.heading)
    if legend is not None:
        yield f"  legend[{legend}]"
    yield from class_definitions(theme)
    yield from classes(_members(scene, names, legend is not None))
    yield from line_styles(scene.legs, theme)
    for stop in scene.stops:
        yield from link(names[stop.id], stop.link)


def _node(scene: JourneyScene, stop: Stop, name: str) -> str:
    before, after = ("(", ")") if stop.handled_by == "person" else ("[", "]")
    lines = tuple(line.text for line in stop_lines(stop, scene.heading.language))
    return f"{name}{before}{label(lines)}{after}"


def _members(scene: JourneyScene, names: dict[str, str], with_legend: bool) -> Iterator[tuple[str, str]]:
    for stop in scene.stops:
        yield names[stop.id], stop.handled_by
        if stop.emphasis is not None:
            yield names[stop.id], stop.emphasis
    yield from ((f"g{place}", "group") for place, _ in enumerate(stages(scene)))
    if with_legend:
        yield "legend", "legend"

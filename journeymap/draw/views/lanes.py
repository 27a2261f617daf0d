"""Swimlanes, as in a service blueprint: who works on the contact, from left to right as the customer goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Group, Scene
from journeymap.draw.views.contact import department_id, department_panel
from journeymap.draw.views.handovers import owner
from journeymap.draw.views.heading import heading_of
from journeymap.draw.views.lane_columns import by_stages, columns_of, steps
from journeymap.draw.views.lane_order import lane_order
from journeymap.draw.views.legend import legend
from journeymap.draw.views.touchpoints import entry_parts, touchpoint_box, transfer_arrow
from journeymap.draw.wishes import Wishes
from journeymap.draw.words import Words

__all__ = ["lanes"]

_WHO_STAGES = Words(
    "Who works on the contact in each stage, and where does it change hands?",
    "每个阶段由哪个部门处理，联络在哪里易手？",
)
_WHO_STEPS = Words(
    "Who works on the contact, step by step from the entry, and where does it change hands?",
    "从入口起，每一步由哪个部门处理，联络在哪里易手？",
)
_HOW_STAGES = Words(
    "Through which channels does the contact go in each stage, and where does it change channel?",
    "每个阶段经过哪些渠道，在哪里更换渠道？",
)
_HOW_STEPS = Words(
    "Through which channels does the contact go, step by step from the entry?",
    "从入口起，联络一步步经过哪些渠道？",
)


def lanes(chosen: Chosen, overlay: Overlay, wishes: Wishes) -> Scene:
    """The scene of the view `lanes`: boxes in the order of the way from the entry. O(touchpoints + transfers)."""
    columns, strips = columns_of(chosen, wishes.language)
    rows = {number: _lane(chosen, number, wishes) for number in chosen.touchpoints}
    found = steps(chosen)
    far = len(chosen.network.ids)
    ordered = sorted(chosen.touchpoints, key=lambda number: (found.get(number, far), number))
    drawn = tuple(
        touchpoint_box(chosen, number, overlay, wishes, group=rows[number], column=columns[number])
        for number in ordered
    )
    dots, ways_in = entry_parts(chosen, wishes)
    home = {box.id: box for box in drawn}
    dots = tuple(
        replace(dot, group=home[arrow.target].group, column=home[arrow.target].column)
        for dot, arrow in zip(dots, ways_in, strict=True)
    )
    boxes = (*dots, *drawn)
    arrows = (*ways_in, *(transfer_arrow(chosen, edge, overlay, wishes) for edge in chosen.edges))
    entries = legend(boxes, arrows, overlay.marks, wishes)
    return Scene(
        heading=heading_of("lanes", chosen, overlay, wishes, _question(chosen, wishes), legend=entries),
        boxes=boxes,
        arrows=arrows,
        groups=_groups(chosen, rows, found, wishes),
        columns=strips,
    )


def _lane(chosen: Chosen, number: int, wishes: Wishes) -> str:
    if wishes.lanes == "channel":
        return f"channel:{chosen.network.touchpoints[number].channel}"
    return department_id(owner(chosen, number))


def _question(chosen: Chosen, wishes: Wishes) -> str:
    if wishes.lanes == "channel":
        words = _HOW_STAGES if by_stages(chosen) else _HOW_STEPS
    else:
        words = _WHO_STAGES if by_stages(chosen) else _WHO_STEPS
    return words.say(wishes.language)


def _groups(chosen: Chosen, rows: Mapping[int, str], found: Mapping[int, int], wishes: Wishes) -> tuple[Group, ...]:
    order = lane_order(chosen, rows, found)
    build = _channel if wishes.lanes == "channel" else department_panel
    return tuple(build(chosen, lane.partition(":")[2], wishes) for lane in order)


def _channel(chosen: Chosen, key: str, wishes: Wishes) -> Group:
    declared = chosen.network.map.channels[key]
    return Group(id=f"channel:{key}", name=declared.name or key, note=declared.hours or "")

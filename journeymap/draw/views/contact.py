"""The contact map itself: departments as panels, touchpoints as boxes, transfers as arrows."""

from __future__ import annotations

from dataclasses import replace

from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Box, Group, Scene
from journeymap.draw.views.details import department_details
from journeymap.draw.views.handovers import owner
from journeymap.draw.views.heading import heading_of
from journeymap.draw.views.legend import legend
from journeymap.draw.views.links import link_to
from journeymap.draw.views.naming import names
from journeymap.draw.views.touchpoints import entry_parts, touchpoint_box, transfer_arrow
from journeymap.draw.wishes import Wishes
from journeymap.draw.words import Words

__all__ = ["contact", "department_id", "department_panel"]

_QUESTION = Words(
    "Where do customers meet the company, and who hands them on to whom?",
    "客户在哪里与公司打交道，又由谁转给谁？",
)
_CLAIMED = Words("also claimed by {names}", "归属不清：还有{names}")


def department_id(key: str) -> str:
    """The id of a department's panel or box."""
    return f"department:{key}"


def contact(chosen: Chosen, overlay: Overlay, wishes: Wishes) -> Scene:
    """The scene of the view `contact`. O(touchpoints + transfers)."""
    boxes = tuple(_box(chosen, number, overlay, wishes) for number in chosen.touchpoints)
    arrows = tuple(transfer_arrow(chosen, edge, overlay, wishes) for edge in chosen.edges)
    dots, ways_in = entry_parts(chosen, wishes)
    boxes, arrows = (*dots, *boxes), (*ways_in, *arrows)
    entries = legend(boxes, arrows, overlay.marks, wishes)
    return Scene(
        heading=heading_of("contact", chosen, overlay, wishes, _QUESTION.say(wishes.language), legend=entries),
        boxes=boxes,
        arrows=arrows,
        groups=tuple(
            department_panel(chosen, key, wishes) for key in sorted({owner(chosen, n) for n in chosen.touchpoints})
        ),
        direction=wishes.direction,
    )


def _box(chosen: Chosen, number: int, overlay: Overlay, wishes: Wishes) -> Box:
    own = owner(chosen, number)
    box = touchpoint_box(chosen, number, overlay, wishes, group=department_id(own))
    others = [key for key in chosen.network.touchpoints[number].department if key != own]
    if not others:
        return box
    told = names(chosen.network, "departments", others, wishes.language)
    return replace(box, notes=(*box.notes, _CLAIMED.say(wishes.language, names=told)))


def department_panel(chosen: Chosen, key: str, wishes: Wishes) -> Group:
    """A department around its touchpoints: a panel of the contact map, a lane of the swimlanes."""
    network = chosen.network
    return Group(
        id=department_id(key),
        name=network.map.name_of("departments", key),
        note=network.map.departments[key].hours or "",
        details=department_details(network, key, wishes.language),
        link=link_to(wishes, "department", key, f"departments.{key}"),
    )

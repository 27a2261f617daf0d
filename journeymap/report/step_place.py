"""Where an event of a witness happens: at a touchpoint, or on a transfer."""

from __future__ import annotations

from journeymap.findings import Step
from journeymap.model import ContactMap

__all__ = ["step_path"]


def step_path(step: Step, contact_map: ContactMap | None) -> str:
    """The map path of the element that the event is about; empty where it names none."""
    facts = step.facts
    if "from" in facts and "to" in facts:
        return _transfer(facts["from"], facts["to"], contact_map)
    return f"touchpoints.{facts['touchpoint']}" if "touchpoint" in facts else ""


def _transfer(source: str, target: str, contact_map: ContactMap | None) -> str:
    """The transfer itself, or the one whose ``if_closed`` leads there."""
    path = f"touchpoints.{source}.transfers"
    touchpoint = contact_map.touchpoints.get(source) if contact_map is not None else None
    if touchpoint is None or target in touchpoint.transfers:
        return f"{path}.{target}"
    for declared, place, transfer in touchpoint.each_transfer():
        if transfer.if_closed is not None and transfer.if_closed.to == target:
            return f"{path}.{declared}.if_closed" if place is None else f"{path}.{declared}.{place}.if_closed"
    return path

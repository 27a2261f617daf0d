"""Everything of a map, chosen: what the views are given where nothing is filtered."""

from __future__ import annotations

from typing import Any

from journeymap.draw.choosing import Choice, Chosen
from journeymap.graph import Network
from journeymap.model import ContactMap

__all__ = ["small_map", "whole"]


def whole(data: dict[str, Any], choice: Choice | None = None) -> Chosen:
    network = Network(ContactMap.model_validate(data))
    edges = tuple(edge for edges in network.out for edge in edges)
    return Chosen(network, network.cases.all, tuple(range(len(network.ids))), edges, choice or Choice())


def small_map(**touchpoints: dict[str, Any]) -> dict[str, Any]:
    """A map with two departments and the given touchpoints, on the phone in department `front` unless they say more."""
    usual = {"channel": "phone", "department": "front"}
    return {
        "journeymap": 1,
        "name": "Small",
        "reasons": {"fee": {"name": "Wrong fee"}, "lost": {}},
        "channels": {"phone": {"name": "Phone", "hours": "Mo-Fr 08:00-20:00"}, "queue": {"mode": "internal"}},
        "departments": {"front": {"name": "Front office", "hours": "24/7"}, "back": {"hours": "Mo-Fr 09:00-17:00"}},
        "information": {"number": {"name": "Customer number"}, "story": {}, "pin": {}},
        "touchpoints": {key: usual | more for key, more in touchpoints.items()},
    }

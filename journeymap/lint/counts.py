"""How much there is in a map: said in every report, so that nobody mistakes an empty map for a clean one."""

from __future__ import annotations

from journeymap.model import ContactMap

__all__ = ["COUNTED", "counts"]

COUNTED = ("touchpoints", "transfers", "cases", "departments", "channels")
"""What is counted, in the order in which it is said."""


def counts(contact_map: ContactMap | None, cases: int) -> dict[str, int]:
    """Touchpoints, transfers, cases, departments and channels; nothing for a map that could not be read."""
    if contact_map is None:
        return {}
    transfers = sum(
        1 if not isinstance(each, tuple) else len(each)
        for touchpoint in contact_map.touchpoints.values()
        for each in touchpoint.transfers.values()
    )
    numbers = (len(contact_map.touchpoints), transfers, cases, len(contact_map.departments), len(contact_map.channels))
    return dict(zip(COUNTED, numbers, strict=True))

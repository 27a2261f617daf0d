"""Valid contact maps for Hypothesis, as plain Python data: small enough for brute force, and using everything.

`contact_maps()` draws what a YAML file would say (mappings, lists, text, flags; numbers and shares are text).
Chances are in twentieths. Nothing here knows how journeymap works: the language page is the only source.
"""

from __future__ import annotations

from hypothesis import strategies as st
from oracle.rewriting import ISLAND, rename_cases, rename_subject, renamed, shuffled, to_yaml, with_island

from .drawing import TOUCHPOINTS, Data, Draw, chance, one, several
from .promises import contracts_of
from .touchpoints import touchpoint_of
from .vocabulary import vocabulary_of

__all__ = ["ISLAND", "contact_maps", "rename_cases", "rename_subject", "renamed", "shuffled", "to_yaml", "with_island"]
THRESHOLDS = {
    "boomerang_length": ("2", "3", "5"),
    "max_transfers": ("1", "1", "3"),
    "max_menus": ("1", "1", "2"),
    "max_screens": ("1", "2", "3"),
    "week": ("2026-03-02", "2026-12-21", "2024-02-26"),
}


def _settings(draw: Draw) -> Data:
    settings: Data = {"loop_length": one(draw, ("6", "2", "2", "3", "4", "5"))} if chance(draw, 10) else {}
    for key, values in THRESHOLDS.items():
        if chance(draw, 8):
            settings[key] = one(draw, values)
    if chance(draw, 5):
        settings["loop_component"] = str(draw(st.integers(2, 8)))
    if chance(draw, 6):
        settings["silent_loss"] = one(draw, ("0%", "5%", "10%", "0.25", "60%"))
    return {"settings": settings} if settings else {}


def _scenarios(draw: Draw, map_data: Data) -> Data:
    """A scenario uses an element, and changes no analysis."""
    if not chance(draw, 2):
        return {}
    change = {"department": one(draw, tuple(map_data["departments"])), "hours": "Mo-Su 07:00-23:00"}
    return {"scenarios": {"open-longer": {"changes": [change]}}}


@st.composite
def contact_maps(draw: Draw, max_touchpoints: int = 7) -> Data:
    """A valid map (no JM001 to JM004) of at most `max_touchpoints` (up to 9) touchpoints, as plain data."""
    map_data: Data = {"journeymap": "1", "name": "Generated"} | _settings(draw)
    with_hours = chance(draw, 10)
    map_data |= vocabulary_of(draw, with_hours)
    fewest = one(draw, (1, 2, 3, 4, 5))  # few touchpoints have no loops, traps or repeats: lean to more
    ids = several(draw, TOUCHPOINTS, min(fewest, max_touchpoints), max_touchpoints)
    map_data["touchpoints"] = {
        own: touchpoint_of(draw, map_data, own, [each for each in ids if each != own], with_hours) for own in ids
    }
    first = map_data["touchpoints"][ids[0]]
    if "entry" not in first and chance(draw, 18):
        first["entry"] = True
    contracts = contracts_of(draw, map_data)
    return map_data | ({"contracts": contracts} if contracts else {}) | _scenarios(draw, map_data)

"""The vocabulary of a generated map."""

from __future__ import annotations

from .drawing import (
    CHANNELS,
    DEPARTMENTS,
    DIMENSIONS,
    HOURS,
    INFORMATION,
    MODES,
    PRODUCTS,
    REASONS,
    SEGMENTS,
    STAGES,
    SYSTEMS,
    Data,
    Draw,
    at_least_one,
    chance,
    one,
    one_or_list,
    several,
    some,
)  # fmt: skip


def _plain(draw: Draw, ids: list[str]) -> list[str] | Data:
    """Ids without attributes: a list, or a mapping with empty values or names."""
    if chance(draw, 8):
        return ids
    return {each: {"name": f"The {each}"} if chance(draw, 6) else None for each in ids}


def _segments(draw: Draw) -> list[str] | Data:
    segments = several(draw, SEGMENTS, 1, len(SEGMENTS))
    if chance(draw, 8):
        return segments
    priorities = {each: one(draw, (None, "high", "high", "normal", "low")) for each in segments}
    return {each: {"priority": priority} if priority else None for each, priority in priorities.items()}


def _departments(draw: Draw, with_hours: bool) -> list[str] | Data:
    departments = several(draw, DEPARTMENTS, one(draw, (1, 2)), 3)
    if not with_hours:
        return _plain(draw, departments)
    return {each: {"hours": one(draw, HOURS)} if chance(draw, 13) else None for each in departments}


def _reasons(draw: Draw, ids: list[str], map_data: Data) -> Data:
    reasons: Data = {}
    for each in ids:
        reason: Data = {}
        for dimension, section in DIMENSIONS[:2]:
            if section in map_data and chance(draw, 4):
                reason[dimension] = one_or_list(draw, at_least_one(draw, list(map_data[section]), 8))
        if chance(draw, 8):
            reason["complaint"] = True
        if "stages" in map_data and chance(draw, 2):
            reason["stage"] = one(draw, tuple(map_data["stages"]))
        reasons[each] = reason or None
    return reasons


def _channels(draw: Draw, with_hours: bool) -> Data:
    channels: Data = {}
    for each in several(draw, CHANNELS, 1, one(draw, (1, 2, 3))):
        mode = one(draw, (None, *MODES, "self", "live"))
        channel = {"mode": mode} if mode else {}
        if with_hours and chance(draw, 6):
            channel["hours"] = one(draw, HOURS)
        channels[each] = channel or None
    return channels


def _information(draw: Draw) -> Data:
    ids = several(draw, INFORMATION, 1, 4)
    lasts = {each: one(draw, (None, None, "journey", "contact")) for each in ids}
    return {each: {"lasts": how_long} if how_long else None for each, how_long in lasts.items()}


def _systems(draw: Draw, information: Data) -> Data:
    beforehand = [each for each, item in information.items() if (item or {}).get("lasts") != "contact"]
    systems: Data = {}
    for each in several(draw, SYSTEMS, 0, 3):
        holds = some(draw, beforehand, 5)
        systems[each] = {"holds": one_or_list(draw, holds)} if holds else None
    return systems


def vocabulary_of(draw: Draw, with_hours: bool) -> Data:
    """Every section but the touchpoints."""
    vocabulary: Data = {"segments": _segments(draw)} if chance(draw, 8) else {}
    for section, pool in (("products", PRODUCTS), ("stages", STAGES)):
        ids = several(draw, pool, 1, len(pool)) if chance(draw, 8) else []
        if ids:
            vocabulary[section] = _plain(draw, ids)
    reasons = several(draw, REASONS, 2, 3) if chance(draw, 12) else several(draw, REASONS, 0, 1)
    if reasons:
        vocabulary["reasons"] = _reasons(draw, reasons, vocabulary)
    vocabulary["channels"] = _channels(draw, with_hours)
    vocabulary["departments"] = _departments(draw, with_hours)
    vocabulary["information"] = _information(draw)
    systems = _systems(draw, vocabulary["information"])
    return vocabulary | ({"systems": systems} if systems else {})

"""Findings laid over a picture: numbered, and found again on boxes, arrows and tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeymap.draw.scene import Badge, Mark

__all__ = ["ArrowKey", "Overlay"]

ArrowKey = tuple[str, str, int]
"""Sender, declared target, and place in the list (0 where there is no list): one declared transfer."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """The findings that a picture shows, and where: by touchpoint id, by transfer, by department id, by reason id."""

    marks: tuple[Mark, ...] = ()
    touchpoints: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    transfers: Mapping[ArrowKey, tuple[Badge, ...]] = field(default_factory=dict)
    alternatives: Mapping[ArrowKey, tuple[Badge, ...]] = field(default_factory=dict)
    """By the transfer whose ``if_closed`` it is: findings on that way, not on the declared one."""
    departments: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    reasons: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    repeated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Items asked again, by touchpoint."""
    lost: Mapping[ArrowKey, frozenset[str]] = field(default_factory=dict)
    """Items lost, by transfer."""
    closed: Mapping[ArrowKey, str] = field(default_factory=dict)
    """The hours in which a contact arrives at a closed door, by transfer."""
    notes: tuple[str, ...] = ()
    """What of the findings is not shown, and how to see it."""

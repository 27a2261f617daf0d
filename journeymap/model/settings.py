"""Thresholds of the analyses and rules, with their defaults."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import Field

from journeymap.model.shapes import Element
from journeymap.model.values import Count, Share, Week

__all__ = ["Settings"]


class Settings(Element):
    """Thresholds of the analyses and rules."""

    loop_length: Count = Field(6, description="loops of at most so many transfers are reported one by one")
    loop_component: Count = Field(500, description="a tangle with more transfers is reported as one")
    boomerang_length: Count = Field(4, description="a department met again within so many transfers is a boomerang")
    max_transfers: Count = Field(2, description="more transfers on the shortest way are a long way round")
    max_menus: Count = Field(3, description="more transfers before a person are too many")
    max_screens: Count = Field(4, description="more systems at one touchpoint are too many")
    silent_loss: Share = Field(Decimal("0.1"), description="a larger share of contacts that goes nowhere is a loss")
    week: Week = Field(date(2026, 3, 2), description="the Monday of the typical week")

"""What a user asks of a picture beside the map: its words, what is shown on it, how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Language", "Paper", "Wishes"]

Language = Literal["en", "zh"]
Paper = Literal["a4", "a3", "16:9"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the picture is wanted. `language` is that of the words the tool adds; `title` replaces the map's name.

    `link_template` makes links: ``{kind}`` (touchpoint, transfer, department), ``{id}`` and ``{path}`` (the map path)
    are filled in, percent-encoded. `date` is shown as it is given; empty for none.
    """

    language: Language = "en"
    title: str | None = None
    legend: bool = True
    date: str = ""
    link_template: str | None = None
    lanes: Literal["department", "channel"] = "department"
    direction: Literal["right", "down"] = "right"
    paper: Paper | None = None

"""Filter first, then lay out: which part of a map a picture shows."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.graph import Edge, Network

__all__ = ["Choice", "Chosen"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be shown; an empty tuple means everything of that kind.

    A touchpoint is shown where it exists in some case with one of the segments, products and reasons, and belongs to
    one of the departments, channels and stages. With `focus`, only what lies at most `depth` transfers before or
    behind that touchpoint (among what is left).
    """

    segments: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    focus: str | None = None
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """The part of a map that is shown: the set of `cases` (bits), numbers of touchpoints in order, edges in order."""

    network: Network
    cases: int
    touchpoints: tuple[int, ...]
    edges: tuple[Edge, ...]
    choice: Choice = Choice()

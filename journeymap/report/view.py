"""What the reports need to know of a linted map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from journeymap.findings import CaseLabel, Diagnostic, Span
from journeymap.model import ContactMap

__all__ = ["MapView", "Places", "Run"]


class Places(Protocol):
    """Gives the lines of the map's files, and the places of its elements."""

    def line(self, file: str, number: int) -> str:
        """The text of a line (from 1), without its end."""
        ...

    def span(self, path: str) -> Span:
        """The place of a map path: its key; the nearest existing ancestor if it is not there."""
        ...


class MapView(Protocol):
    """One map as the engine reports it."""

    @property
    def root(self) -> str:
        """The file or folder the map was read from, as the user named it."""
        ...

    @property
    def name(self) -> str:
        """The map's name; empty if it has none."""
        ...

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the map."""
        ...

    @property
    def counts(self) -> Mapping[str, int]:
        """How many touchpoints, transfers, cases, departments and channels; empty if it could not be read."""
        ...

    @property
    def cases(self) -> tuple[CaseLabel, ...]:
        """All cases of the map."""
        ...

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found, by place."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What was summarised, and other honest limits."""
        ...

    @property
    def analysed(self) -> bool:
        """Whether the map could be read, so that the rules were run."""
        ...

    @property
    def places(self) -> Places:
        """The lines of the files, and where each element stands."""
        ...

    @property
    def map(self) -> ContactMap | None:
        """The model, for names; None if it could not be read."""
        ...


@dataclass(frozen=True, slots=True)
class Run:
    """One run over some maps: what every format is told. `version` is that of journeymap."""

    maps: Sequence[MapView]
    other_files: int
    version: str

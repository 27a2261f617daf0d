"""What an import gives: a map, and everything that is to be said about how it came about."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.exchange.importing.draft import Remark
from journeymap.model import ContactMap

__all__ = ["Imported"]


@dataclass(frozen=True, slots=True)
class Imported:
    """The map, remarks in the order of the source, and how many technical blocks were folded away."""

    map: ContactMap
    kind: str
    sources: tuple[str, ...]
    remarks: tuple[Remark, ...]
    folded: int

"""Importer of CSV tables: touchpoints, transfers, and whatever vocabulary is told in tables of its own."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.exchange.importing.draft import Remark, SourceText
from journeymap.exchange.tables.comma_separated import is_table, read_csv
from journeymap.exchange.tables.reading import map_of_tables
from journeymap.model import ContactMap

__all__ = ["matches", "read_map"]


def matches(content: bytes) -> bool:
    """Whether the first row is the header of a table of a map."""
    return is_table(content)


def read_map(files: Sequence[SourceText]) -> tuple[ContactMap, tuple[Remark, ...]]:
    """The map that the tables make together; raises CannotRun with everything that is wrong, cell by cell."""
    found = [read_csv(file) for file in files]
    contact_map, remarks = map_of_tables([table for table, _ in found])
    return contact_map, (*(remark for _, odd in found for remark in odd), *remarks)

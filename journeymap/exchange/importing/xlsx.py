"""Importer of workbooks: the sheets touchpoints and transfers, and a sheet for each vocabulary that is told."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.exchange.importing.draft import Remark, SourceText
from journeymap.exchange.tables.explanations import SHEET
from journeymap.exchange.tables.reading import map_of_tables
from journeymap.exchange.tables.workbook import read_workbook
from journeymap.model import ContactMap

__all__ = ["matches", "read_map"]


def matches(content: bytes) -> bool:
    """Whether it is an archive that holds a workbook; nothing is unpacked."""
    return content.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in content


def read_map(files: Sequence[SourceText]) -> tuple[ContactMap, tuple[Remark, ...]]:
    """The map that the sheets make together; raises CannotRun with everything that is wrong, cell by cell."""
    tables = [table for file in files for table in read_workbook(file)]
    return map_of_tables([table for table in tables if table.sheet != SHEET])

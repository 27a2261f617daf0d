"""A map as tables: what is written in which cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from journeymap.exchange.tables.columns import KEY_VALUE, MAP_KEYS, TABLES, TRANSFERS, TableKind, is_structured
from journeymap.exchange.tables.notation import cell_of
from journeymap.exchange.tables.table import WrittenTable
from journeymap.model import ContactMap
from journeymap.source.canonical import written
from journeymap.source.layout import Written

__all__ = ["tables_of"]

_Row = tuple[tuple[str, ...], Mapping[str, Written]]
"""What names a row, and the values of its columns."""


def tables_of(contact_map: ContactMap) -> tuple[WrittenTable, ...]:
    """The tables of a map, those without rows left out (but for touchpoints and transfers); equal maps, equal tables.

    Ids stand in the order of their code points; stages, and parallel transfers, in their own. Linear.
    """
    tables = (_table(kind, list(_rows(kind, contact_map))) for kind in TABLES)
    return tuple(table for table in tables if table.rows or table.kind.name in ("touchpoints", "transfers"))


def _rows(kind: TableKind, contact_map: ContactMap) -> Iterable[_Row]:
    if kind is TRANSFERS:
        return _transfers(contact_map)
    if kind is KEY_VALUE:
        fields = written(contact_map)
        return [((key,), {"value": fields[key]}) for key in MAP_KEYS if key in fields]
    section: Mapping[str, Any] = getattr(contact_map, kind.name)
    ids = list(section) if kind.name == "stages" else sorted(section)
    if kind.name == "touchpoints":  # transfers have a table of their own
        return [((key,), written(section[key].model_copy(update={"transfers": {}}))) for key in ids]
    return [((key,), written(section[key])) for key in ids]


def _transfers(contact_map: ContactMap) -> Iterator[_Row]:
    for source in sorted(contact_map.touchpoints):
        transfers = list(contact_map.touchpoints[source].each_transfer())
        for target, _, transfer in sorted(transfers, key=lambda each: (each[0], each[1] or 0)):
            yield (source, target), written(transfer)


def _table(kind: TableKind, rows: Sequence[_Row]) -> WrittenTable:
    """The columns that are used, and those that a table is nothing without."""
    used = {column for _, fields in rows for column in fields} | set(kind.essential)
    columns = [column for column in kind.columns if column in used]
    return WrittenTable(kind, (*kind.keys, *columns), tuple(tuple(_cells(kind, row, columns)) for row in rows))


def _cells(kind: TableKind, row: _Row, columns: Sequence[str]) -> Iterator[str]:
    keys, fields = row
    for key in keys:
        yield cell_of(key, structured=False)
    for column in columns:
        meant = keys[0] if kind is KEY_VALUE else column
        yield cell_of(fields[column], structured=is_structured(meant)) if column in fields else ""

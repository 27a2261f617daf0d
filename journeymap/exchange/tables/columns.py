"""Which tables a map has, and their columns: the keys of the language, behind what names the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from journeymap.model import (
    Channel,
    ContactMap,
    Department,
    Information,
    Product,
    Promise,
    Reason,
    Scenario,
    Segment,
    Stage,
    System,
    Touchpoint,
    Transfer,
)

__all__ = ["KEY_VALUE", "MAP_KEYS", "TABLES", "TRANSFERS", "TableKind", "is_structured", "model_of", "table_kind"]

_STRUCTURED = frozenset(
    {
        "always_asks", "carries", "changes", "department", "entry", "for", "from", "holds", "if_closed", "ignore",
        "needs", "never", "product", "reach", "reads", "records", "reply", "resolves", "segment", "settings", "staff",
        "stage", "systems", "tasks", "within",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableKind:
    """A table: its name is the section of the map; `keys` are the columns that name a row, `columns` those that follow.

    `essential` columns are written even where they are empty.
    """

    name: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    essential: tuple[str, ...] = ("name",)


def is_structured(column: str) -> bool:
    """Whether lists and mappings may stand in a column."""
    return column in _STRUCTURED


def model_of(kind: TableKind) -> type[BaseModel] | None:
    """The model of which a table has the keys; None for the table of the whole map."""
    if kind.name in _VOCABULARY:
        return _VOCABULARY[kind.name][1]
    if kind is TRANSFERS:
        return Transfer
    return Touchpoint if kind.name == "touchpoints" else None


def _columns(model: type[BaseModel], *left_out: str) -> tuple[str, ...]:
    names = (field.alias or name for name, field in model.model_fields.items())
    return tuple(name for name in names if name not in left_out)


_VOCABULARY: Mapping[str, tuple[str, type[BaseModel]]] = {
    "stages": ("stage", Stage),
    "segments": ("segment", Segment),
    "products": ("product", Product),
    "reasons": ("reason", Reason),
    "channels": ("channel", Channel),
    "departments": ("department", Department),
    "systems": ("system", System),
    "information": ("item", Information),
    "contracts": ("contract", Promise),
    "scenarios": ("scenario", Scenario),
}
_HELD_BY_TABLES = (*_VOCABULARY, "touchpoints", "journeymap")

TRANSFERS = TableKind("transfers", ("from", "to"), _columns(Transfer), ("kind", "carries", "when"))
"""Transfers, each in a row: parallel ones in their order."""

KEY_VALUE = TableKind("map", ("key",), ("value",), ("value",))
"""What is said of the whole map, a key in each row."""

TABLES: tuple[TableKind, ...] = (
    TableKind("touchpoints", ("touchpoint",), _columns(Touchpoint, "transfers"), ("name", "channel", "department")),
    TRANSFERS,
    *(
        TableKind(section, (key,), _columns(model), () if section == "contracts" else ("name",))
        for section, (key, model) in _VOCABULARY.items()
    ),
    KEY_VALUE,
)
"""Every table, in the order in which they stand in a workbook."""

MAP_KEYS = _columns(ContactMap, *_HELD_BY_TABLES)
"""The keys of the table `map`."""


def table_kind(header: Sequence[str], title: str = "") -> TableKind | None:
    """The kind of a table by its header; None if it is none of a map.

    The first column names what the rows are. `id` will do in its place where the columns, or the title of the sheet or
    file, say what they are.
    """
    names = [name for name in header if name]
    first = names[0] if names else ""
    if {"from", "to"} <= set(names):
        return TRANSFERS
    if first == "key" and "value" in names:
        return KEY_VALUE
    named = title.strip().casefold()
    for kind in TABLES[:-1]:
        if kind is not TRANSFERS and _is(kind, first, names, named):
            return kind
    return None


def _is(kind: TableKind, first: str, names: Sequence[str], title: str) -> bool:
    if first == kind.keys[0]:
        return kind.name != "touchpoints" or {"channel", "department"} & set(names) != set()
    is_touchpoints = {"channel", "department"} <= set(names)
    if first != "id":
        return False
    return kind.name == ("touchpoints" if is_touchpoints else title)

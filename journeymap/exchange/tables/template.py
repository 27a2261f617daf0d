"""An example of every table, with all columns: what a team begins with that lives in spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.exchange.tables.columns import TABLES, TableKind
from journeymap.exchange.tables.table import WrittenTable

__all__ = ["template"]

_EXAMPLES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "touchpoints": (
        {
            "touchpoint": "menu", "name": "Telephone menu", "channel": "phone", "department": "contact_centre",
            "handled_by": "machine", "entry": "true", "needs": "customer_number", "stage": "after_sales",
        },
        {
            "touchpoint": "agent", "name": "First-line agent", "channel": "phone", "department": "contact_centre",
            "needs": "customer_number; story", "reads": "crm", "resolves": "wrong_fee",
            "follow_up": "true", "stage": "after_sales", "time": "6 min",
        },
    ),
    "transfers": ({"from": "menu", "to": "agent", "kind": "cold", "carries": "customer_number", "when": "0"},),
    "stages": ({"stage": "after_sales", "name": "After sales"},),
    "segments": ({"segment": "retail", "name": "Retail", "share": "100%", "value": "120"},),
    "products": ({"product": "card", "name": "Cards"},),
    "reasons": ({"reason": "wrong_fee", "name": "Complaint about a fee", "product": "card", "complaint": "true"},),
    "channels": ({"channel": "phone", "name": "Phone", "mode": "live"},),
    "departments": ({"department": "contact_centre", "name": "Contact centre", "hours": "24/7"},),
    "systems": ({"system": "crm", "name": "CRM", "holds": "customer_number"},),
    "information": (
        {"item": "customer_number", "name": "Customer number"},
        {"item": "story", "name": "What happened"},
    ),
    "contracts": (
        {"contract": "fees_reach_a_person", "for": "{reason: wrong_fee}", "from": "entry",
         "reach": "{handled_by: person}", "within": "{transfers: 1}"},
    ),
    "scenarios": (
        {"scenario": "billing_run", "name": "Bills go out", "changes": "[{for: {reason: wrong_fee}, volume: x3}]"},
    ),
    "map": ({"key": "name", "value": "My contact map"}, {"key": "language", "value": "en"}),
}  # fmt: skip


def template() -> tuple[WrittenTable, ...]:
    """Every table with all its columns and an example; together they are a valid map."""
    return tuple(_example(kind) for kind in TABLES)


def _example(kind: TableKind) -> WrittenTable:
    header = (*kind.keys, *kind.columns)
    return WrittenTable(
        kind, header, tuple(tuple(row.get(name, "") for name in header) for row in _EXAMPLES[kind.name])
    )

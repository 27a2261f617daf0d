"""A map to every format that carries all of it, and back."""

from __future__ import annotations

from journeymap.exchange.exporting.resolved_json import resolved_json
from journeymap.exchange.importing import csv, json, xlsx
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.tables.comma_separated import csv_bytes
from journeymap.exchange.tables.filling import tables_of
from journeymap.exchange.tables.workbook_writing import workbook_bytes
from journeymap.model import ContactMap


def through_csv(contact_map: ContactMap) -> ContactMap:
    files = [SourceText(f"{table.kind.name}.csv", csv_bytes(table.lines)) for table in tables_of(contact_map)]
    return csv.read_map(files)[0]


def through_xlsx(contact_map: ContactMap) -> ContactMap:
    return xlsx.read_map([SourceText("map.xlsx", workbook_bytes(tables_of(contact_map)))])[0]


def through_json(contact_map: ContactMap) -> ContactMap:
    return json.read_map([SourceText("map.json", resolved_json(contact_map).encode())])[0]


def with_single_transfers(contact_map: ContactMap) -> ContactMap:
    """The same map; a list of one transfer is the transfer: the tables do not tell the two apart."""
    touchpoints = {
        key: touchpoint.model_copy(
            update={
                "transfers": {
                    target: one[0] if isinstance(one, tuple) and len(one) == 1 else one
                    for target, one in touchpoint.transfers.items()
                }
            }
        )
        for key, touchpoint in contact_map.touchpoints.items()
    }
    return contact_map.model_copy(update={"touchpoints": touchpoints})

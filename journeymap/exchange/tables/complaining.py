"""What is wrong with tables, all of it at once: each complaint with its cell and the way out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from journeymap.errors import CannotRun
from journeymap.exchange.tables.rewriting import Rewritten
from journeymap.exchange.tables.rows import Complaint, Row, kind_of_table
from journeymap.findings import Finding, Message
from journeymap.source.wording import KINDS

__all__ = ["complaints_of", "refused"]

_SHOWN = 30
_MEND = "mend these cells and import again; `journeymap import --template xlsx -o map.xlsx` writes an example"
_NO_COLUMN = 'the table says nothing in a column "{key}"'
_EMPTY = 'the row has no "{key}"'
_FILL = "write it there"
_FILL_ONE_OF = "write one of: {allowed}"
_MERGED = "{fill}; of merged cells only the first holds a value"


def complaints_of(findings: Sequence[Finding], target: Rewritten, rows: Sequence[Row]) -> list[Complaint]:
    """What the reader of maps says of lines, as complaints about the cells that the lines came from. Linear."""
    columns = {(row.key_cell.table.place, column) for row in rows for column in row.values}
    return [_complaint(finding, target, rows, columns) for finding in findings]


def _complaint(
    finding: Finding, target: Rewritten, rows: Sequence[Row], columns: Collection[tuple[str, str]]
) -> Complaint:
    cell = target.cell(finding.span.line if finding.span is not None else 0) or rows[0].key_cell
    kind = kind_of_table(cell.table)
    if finding.message.template != KINDS["missing"].message or kind is None or cell.column not in kind.keys:
        return Complaint(cell, str(finding.message), str(finding.help))
    key = str(finding.message.values["key"])
    fill = str(Message(_FILL_ONE_OF if "allowed" in finding.help.values else _FILL, finding.help.values))
    if (cell.table.place, key) not in columns:
        return Complaint(replace(cell, row=cell.table.numbers[0], column=key), _NO_COLUMN.format(key=key), fill)
    way_out = str(Message(_MERGED, {"fill": fill})) if cell.table.sheet else fill
    return Complaint(replace(cell, column=key), _EMPTY.format(key=key), way_out)


def refused(complaints: Sequence[Complaint]) -> CannotRun:
    """Everything that is wrong, one place after the other."""
    ordered = sorted(complaints, key=_order)
    told = list(dict.fromkeys(_told(ordered)))
    more = [f"and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    help_ = ordered[0].help if len(ordered) == 1 else _MEND
    return CannotRun("\n".join([*told[:_SHOWN], *more]), help=help_)


def _order(complaint: Complaint) -> tuple[str, str, int]:
    return complaint.cell.table.file, complaint.cell.table.sheet, complaint.cell.row


def _told(complaints: Sequence[Complaint]) -> Iterator[str]:
    alone = len(complaints) == 1
    for one in complaints:
        yield f"{one.cell.place}: {one.message}" + ("" if alone else f" ({one.help})")

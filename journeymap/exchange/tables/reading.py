"""Tables become a map: rows are rewritten as a map text, which is read by the rules of the language."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Place, Remark
from journeymap.exchange.tables.columns import KEY_VALUE, MAP_KEYS, TABLES, TRANSFERS
from journeymap.exchange.tables.complaining import complaints_of, refused
from journeymap.exchange.tables.rewriting import Rewritten, rewritten
from journeymap.exchange.tables.rows import Complaint, Row, kind_of_table, read_rows
from journeymap.exchange.tables.table import FoundTable
from journeymap.findings import Message
from journeymap.model import ContactMap
from journeymap.model.contact_map import SECTIONS
from journeymap.source import ReadMap, SourceFile, read_map
from journeymap.source.suggestions import Suggester

__all__ = ["map_of_tables"]

_SHOWN = 30
_NO_TABLE = "{file} holds no table of a map"
_HEADERS = (
    'the first row of a table of touchpoints begins "touchpoint, name, channel, department", that of transfers "from, '
    'to"; `journeymap import --template xlsx -o map.xlsx` writes an example'
)
_NO_SENDER = 'the transfer begins at "{id}", which is not in the table of touchpoints'
_UNKNOWN_KEY = '"{key}" is not said of a whole map'
_PASSED_OVER = "it is no table of a map, and was passed over"
_SHEET_PASSED_OVER = 'the sheet "{sheet}" is no table of a map, and was passed over'
_IMPLIED = 'no table declares "{section}": declared as they are used: {ids}'


def map_of_tables(tables: Sequence[FoundTable]) -> tuple[ContactMap, tuple[Remark, ...]]:
    """The map that tables make together; sections of the vocabulary that no table declares follow from their use.

    Raises CannotRun with everything that is wrong: file, sheet, row, column, what was expected, the way out. Linear.
    """
    rows, complaints, remarks = _rows(tables)
    if not any(row.kind.name == "touchpoints" for row in rows) and not complaints:
        files = ", ".join(dict.fromkeys(f'"{table.file}"' for table in tables)) or "nothing"
        raise CannotRun(_NO_TABLE.format(file=files), help=_HEADERS)
    complaints += _unknown_senders(rows) + _unknown_keys(rows)
    absent = set(SECTIONS) - {row.kind.name for row in rows}
    target = rewritten(rows, {})
    read = _read(target)
    implied = _undeclared(read, absent)
    if implied:
        target = rewritten(rows, implied)
        read = _read(target)
    complaints += complaints_of(read.findings, target, rows)
    if complaints or read.map is None:
        raise refused(complaints)
    remarks += [_implied(tables, section, ids) for section, ids in implied.items()]
    return read.map, tuple(remarks)


def _rows(tables: Sequence[FoundTable]) -> tuple[list[Row], list[Complaint], list[Remark]]:
    rows: list[Row] = []
    complaints: list[Complaint] = []
    remarks: list[Remark] = []
    for table in tables:
        kind = kind_of_table(table)
        if kind is not None:
            found, wrong = read_rows(table, kind)
            rows += found
            complaints += wrong
        elif any(any(cell.strip() for cell in row) for row in table.rows):
            template = _SHEET_PASSED_OVER if table.sheet else _PASSED_OVER
            message = Message(template, {"sheet": table.sheet})
            remarks.append(Remark("dropped", Place(table.file, None, table.sheet), message))
    order = {kind.name: place for place, kind in enumerate(TABLES)}
    return sorted(rows, key=lambda row: order[row.kind.name]), complaints, remarks


def _unknown_senders(rows: Sequence[Row]) -> list[Complaint]:
    known = {row.key for row in rows if row.kind.name == "touchpoints"}
    unknown = [row for row in rows if row.kind is TRANSFERS and row.key not in known]
    return [Complaint(row.key_cell, _NO_SENDER.format(id=row.key), _near(row.key, sorted(known))) for row in unknown]


def _unknown_keys(rows: Sequence[Row]) -> list[Complaint]:
    unknown = [row for row in rows if row.kind is KEY_VALUE and row.key not in MAP_KEYS]
    return [Complaint(row.key_cell, _UNKNOWN_KEY.format(key=row.key), _near(row.key, MAP_KEYS)) for row in unknown]


def _near(word: str, known: Sequence[str]) -> str:
    near = Suggester().nearest(word, known)
    return f'did you mean "{near}"?' if near else f"there are: {', '.join(known[:_SHOWN])}"


def _read(target: Rewritten) -> ReadMap:
    return read_map("tables", [SourceFile("tables", target.content)])


def _undeclared(read: ReadMap, absent: set[str]) -> dict[str, list[str]]:
    """Ids by section that are used, where no table declares ids of the section, in the order of the language."""
    found: dict[str, list[str]] = {}
    for finding in read.findings:
        section = str(finding.message.values.get("section", ""))
        if finding.code == "JM003" and section in absent:
            found.setdefault(section, []).append(str(finding.subject["id"]))
    return {section: list(dict.fromkeys(found[section])) for section in SECTIONS if section in found}


def _implied(tables: Sequence[FoundTable], section: str, ids: Sequence[str]) -> Remark:
    shown = ", ".join([*ids[:_SHOWN], *(["…"] if len(ids) > _SHOWN else [])])
    return Remark("assumed", Place(tables[0].file), Message(_IMPLIED, {"section": section, "ids": shown}))

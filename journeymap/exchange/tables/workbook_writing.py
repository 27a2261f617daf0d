"""Tables written as a workbook (XLSX): text only, the same bytes for the same tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from journeymap.errors import CannotRun
from journeymap.exchange.tables.explanations import SHEET, explanations
from journeymap.exchange.tables.table import WrittenTable
from journeymap.exchange.tables.workbook import openpyxl_module

__all__ = ["workbook_bytes"]

_LONGEST_CELL = 32_767
_TOO_LONG = "a text of {count} characters in the table {table} is longer than a cell of a workbook can be"
_OTHER_FORMAT = "export the map to csv or json"
_WIDEST, _NARROWEST = 60, 10
_TEXT_FORMAT = "@"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")

_WORDS = {
    "handled_by": ("person", "machine"),
    "kind": ("step", "warm", "cold", "redirect", "callback", "ticket", "next"),
    "mode": ("live", "message", "self", "internal"),
    "priority": ("high", "normal", "low"),
    "lasts": ("journey", "contact"),
    **dict.fromkeys(("advances", "follow_up", "complaint", "sensitive", "always"), ("true", "false")),
}
_IDS = {
    "channel": "channels", "department": "departments", "stage": "stages", "from": "touchpoints", "to": "touchpoints",
}  # fmt: skip


def workbook_bytes(tables: Sequence[WrittenTable], *, explained: bool = False) -> bytes:
    """A workbook with a sheet for each table: text cells, a header that stays in view, lists to choose from.

    With `explained` it begins with a sheet of explanations. Raises CannotRun where openpyxl is missing and where a text
    is longer than a cell can be.
    """
    openpyxl = openpyxl_module()
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    if explained:
        _fill(openpyxl, workbook.create_sheet(SHEET), SHEET, explanations())
    titles = {table.kind.name for table in tables}
    for table in tables:
        sheet = workbook.create_sheet(table.kind.name)
        _fill(openpyxl, sheet, table.kind.name, (table.header, *table.rows))
        _offer(openpyxl, sheet, table, titles)
    target = io.BytesIO()
    workbook.save(target)
    return _timeless(target.getvalue())


def _fill(openpyxl: Any, sheet: Any, name: str, rows: Sequence[Sequence[str]]) -> None:  # noqa: ANN401 - openpyxl's own
    styles = _styles(openpyxl, sheet)
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            if not text:
                continue
            if len(text) > _LONGEST_CELL:
                raise CannotRun(_TOO_LONG.format(count=len(text), table=name), help=_OTHER_FORMAT)
            cell = sheet.cell(row, column)
            cell.value = text
            cell.data_type = "s"
            cell._style = styles[row == 1]
    sheet.freeze_panes = "B2"
    for column, texts in enumerate(zip(*rows, strict=True), 1):
        widest = max(len(line) for text in texts for line in text.split("\n"))
        width = min(_WIDEST, max(_NARROWEST, widest + 2))
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = width


def _styles(openpyxl: Any, sheet: Any) -> tuple[Any, Any]:  # noqa: ANN401 - openpyxl's own
    """The style of a cell and that of a header; one object for all cells, since working it out is slow."""
    found = []
    for bold in (False, True):
        cell = openpyxl.cell.Cell(sheet, 1, 1)
        cell.number_format = _TEXT_FORMAT
        cell.alignment = openpyxl.styles.Alignment(vertical="top", wrap_text=True)
        cell.font = openpyxl.styles.Font(bold=bold)
        found.append(cell._style)
    return found[0], found[1]


def _offer(openpyxl: Any, sheet: Any, table: WrittenTable, titles: set[str]) -> None:  # noqa: ANN401 - openpyxl's own
    """Lists to choose from; other text may be typed all the same, since a cell may hold several ids."""
    for column, name in enumerate(table.header, 1):
        choices = f'"{",".join(_WORDS[name])}"' if name in _WORDS else ""
        if _IDS.get(name) in titles and (name, table.kind.name) != ("from", "contracts"):
            choices = f"'{_IDS[name]}'!$A$2:$A$1000"
        if not choices or name == table.kind.keys[0] != "from":
            continue
        letter = openpyxl.utils.get_column_letter(column)
        offered = openpyxl.worksheet.datavalidation.DataValidation(
            type="list", formula1=choices, allow_blank=True, showErrorMessage=False
        )
        offered.add(f"{letter}2:{letter}1000")
        sheet.add_data_validation(offered)


def _timeless(content: bytes) -> bytes:
    """The same archive without the time at which it was made."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = given.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, part)
    return target.getvalue()

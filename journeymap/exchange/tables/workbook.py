"""Tables as a workbook (XLSX): read without formulas, links and surprises."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.tables.archive import check_archive
from journeymap.exchange.tables.table import FoundTable

__all__ = ["openpyxl_module", "read_workbook"]

_MOST_ROWS, _MOST_COLUMNS, _MOST_CELLS = 100_000, 500, 2_000_000
_MISSING = "workbooks need the package openpyxl, which is not installed"
_INSTALL = 'pip install "journeymap[exchange]"'
_BROKEN = '"{file}" cannot be read as a workbook: {why}'
_SAVE = "save it again as .xlsx"
_TOO_LARGE = '"{file}", sheet "{sheet}" is larger than {rows} rows or {columns} columns'
_TOO_FULL = '"{file}" has more than {limit} cells'
_FORMULA = '"{file}", sheet "{sheet}", cell {cell}: the formula there has no stored value'
_AS_VALUES = "copy the cells and paste them as values"


def openpyxl_module() -> Any:  # noqa: ANN401 - a module
    """openpyxl, imported when it is needed; CannotRun with the way out where it is not there."""
    try:
        import openpyxl
    except ImportError:
        raise CannotRun(_MISSING, help=_INSTALL) from None
    return openpyxl


def read_workbook(source: SourceText) -> tuple[FoundTable, ...]:
    """The sheets of a workbook as text; formulas count as their stored values.

    Raises CannotRun, saying file and sheet, for what is no workbook, is encrypted, links to other files, or is larger
    than the limits. Linear.
    """
    check_archive(source)
    openpyxl = openpyxl_module()
    try:
        return _sheets(source, openpyxl)
    except CannotRun:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file breaks openpyxl in many ways
        why = f"{type(error).__name__}: {error}"[:200].replace("\n", " ")
        raise CannotRun(_BROKEN.format(file=source.name, why=why), help=_SAVE) from None


def _sheets(source: SourceText, openpyxl: Any) -> tuple[FoundTable, ...]:  # noqa: ANN401 - a module
    sheets = tuple(_read(source, openpyxl, values=False))
    formulas = [(sheet, row, column) for sheet in sheets for row, column in sheet[2]]
    if not formulas:
        return tuple(table for _, table, _ in sheets)
    stored = tuple(_read(source, openpyxl, values=True))
    for (name, table, _), row, column in formulas:
        found = next(each for title, each, _ in stored if title == name)
        place = found.numbers.index(row) if row in found.numbers else -1
        if place < 0 or len(found.rows[place]) <= column or not found.rows[place][column]:
            letter = openpyxl.utils.get_column_letter(column + 1)
            message = _FORMULA.format(file=source.name, sheet=table.sheet, cell=f"{letter}{row}")
            raise CannotRun(message, help=_AS_VALUES)
    return tuple(table for _, table, _ in stored)


_Sheet = tuple[str, FoundTable, list[tuple[int, int]]]


def _read(source: SourceText, openpyxl: Any, *, values: bool) -> Iterator[_Sheet]:  # noqa: ANN401 - a module
    workbook = openpyxl.load_workbook(io.BytesIO(source.content), read_only=True, data_only=values, keep_links=False)
    counted = 0
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()
        rows: list[tuple[str, ...]] = []
        numbers: list[int] = []
        formulas: list[tuple[int, int]] = []
        for number, cells in enumerate(sheet.iter_rows(), 1):
            counted += len(cells)
            _be_small(source.name, sheet.title, number, len(cells), counted)
            row = tuple(_text(cell.value) for cell in cells)
            if any(row):
                rows.append(row)
                numbers.append(number)
                formulas += [(number, place) for place, cell in enumerate(cells) if cell.data_type == "f"]
        yield sheet.title, FoundTable(source.name, sheet.title, tuple(rows), tuple(numbers)), formulas


def _be_small(file: str, sheet: str, row: int, columns: int, cells: int) -> None:
    if row > _MOST_ROWS or columns > _MOST_COLUMNS:
        message = _TOO_LARGE.format(file=file, sheet=sheet, rows=_MOST_ROWS, columns=_MOST_COLUMNS)
        raise CannotRun(message, help="delete the empty rows and columns behind the table")
    if cells > _MOST_CELLS:
        raise CannotRun(_TOO_FULL.format(file=file, limit=_MOST_CELLS), help="import its parts one by one")


def _text(value: Any) -> str:  # noqa: ANN401 - whatever openpyxl finds in a cell
    """A value as a person would write it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.15g}"
        case timedelta():
            return f"{value.total_seconds():.15g} s"
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)

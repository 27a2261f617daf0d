"""The rows of tables as they were found: what each cell means, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.exchange.tables.columns import KEY_VALUE, TRANSFERS, TableKind, is_structured, table_kind
from journeymap.exchange.tables.notation import CellFault, is_formula_error, value_of
from journeymap.exchange.tables.table import FoundTable
from journeymap.source.suggestions import Suggester
from journeymap.source.tree import Value

__all__ = ["Cell", "Complaint", "Row", "column_letters", "column_name", "kind_of_table", "read_rows"]

_UNKNOWN_COLUMN = '"{column}" is not a column of the table {table}'
_TWICE = 'the column "{column}" stands twice'
_NO_HEADER = "there is no header above this cell"
_GIVE_HEADER = "give the column a header, or empty it"
_NO_KEY = 'the row has no "{key}"'
_BROKEN = "the cell cannot be read: {why}"
_ERROR = "the cell holds {error}, with which a spreadsheet says that its formula has failed"
_WRITE_MEANT = "write what is meant"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the table it is in, its row from 1, the header of its column, and the value it means."""

    table: FoundTable
    row: int
    column: str
    value: Value

    @property
    def place(self) -> str:
        """The cell in words."""
        return f'{self.table.place}, row {self.row}, column "{self.column}"'


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a cell, and the way out."""

    cell: Cell
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was found: its key (the sender of a transfer, with the target in `to`), and its other cells."""

    kind: TableKind
    key: str
    key_cell: Cell
    to: str = ""
    values: Mapping[str, Cell] = field(default_factory=dict)
    to_cell: Cell | None = None


def column_letters(place: int) -> str:
    """A column, counted from 0, as a spreadsheet names it: ``D``, ``AA``."""
    letters = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_name(header: str) -> str:
    """A header as a key of the language: ``Handled by`` is ``handled_by``."""
    return "_".join(header.removeprefix("'").casefold().split())


def kind_of_table(table: FoundTable) -> TableKind | None:
    """The kind of a table by its header; None if it is none of a map."""
    return table_kind([column_name(name) for name in table.rows[0]], table.title) if table.rows else None


def read_rows(table: FoundTable, kind: TableKind) -> tuple[list[Row], list[Complaint]]:
    """The rows of a table, empty ones left out, and what is wrong with its cells. Linear."""
    reader = _Reader(table, kind)
    lines = zip(table.rows[1:], table.numbers[1:], strict=True)
    return [row for line, number in lines for row in reader.row(line, number)], reader.complaints


class _Reader:
    def __init__(self, table: FoundTable, kind: TableKind) -> None:
        self.table = table
        self.kind = kind
        self.complaints: list[Complaint] = []
        self.columns = list(self._header())

    def _header(self) -> Iterator[str]:
        """The columns by their keys; empty for those that are not read."""
        seen: set[str] = set()
        for place, header in enumerate(self.table.rows[0]):
            name = column_name(header)
            name = self.kind.keys[0] if name == "id" and place == 0 else name
            known = name in self.kind.keys or name in self.kind.columns
            if name in seen and known:
                self._complain(self._at(1, header), _TWICE.format(column=header), "take one of the two away")
            elif name and not known and not name.startswith("x-"):
                message = _UNKNOWN_COLUMN.format(column=header, table=self.kind.name)
                near = Suggester().nearest(name, self.kind.columns)
                self._complain(self._at(1, header), message, self._way_out(name, near))
                name = near or name
                known = near is not None
            yield name if known and name not in seen else "" if not name else "x-"
            seen.add(name)

    def _way_out(self, name: str, near: str | None) -> str:
        notes = f'notes go into a column whose name begins with "x-", such as "x-{name}"'
        return f'did you mean "{near}"?' if near else f"there are: {', '.join(self.kind.columns)}; {notes}"

    def _at(self, row: int, column: str, value: Value = None) -> Cell:
        number = self.table.numbers[0] if row == 1 else row
        return Cell(self.table, number, column, value)

    def _complain(self, cell: Cell, message: str, help_: str) -> None:
        self.complaints.append(Complaint(cell, message, help_))

    def row(self, line: Sequence[str], number: int) -> Iterator[Row]:
        """The row of a line; none if it is empty or names nothing."""
        if not any(text.strip() for text in line):
            return
        keys, values = {}, {}
        for place, text in enumerate(line):
            column = self.columns[place] if place < len(self.columns) else ""
            if not column and text.strip():
                self._complain(
                    self._at(number, column_letters(place)), _NO_HEADER, "give the column a header, or empty it"
                )
            elif column in self.kind.keys:
                keys[column] = self._cell(number, column, text, structured=False)
            elif column and column != "x-" and text:
                values[column] = self._value(line, number, column, text)
        names = [self._key(keys, key, number) for key in self.kind.keys]
        if all(names):
            first = keys[self.kind.keys[0]]
            yield Row(self.kind, names[0], first, names[-1] if self.kind is TRANSFERS else "", values, keys.get("to"))

    def _value(self, line: Sequence[str], number: int, column: str, text: str) -> Cell:
        meant = line[self.columns.index("key")].strip() if self.kind is KEY_VALUE else column
        return self._cell(number, column, text, structured=is_structured(meant))

    def _key(self, keys: Mapping[str, Cell], key: str, number: int) -> str:
        value = keys[key].value if key in keys else None
        if isinstance(value, str) and value:
            return value
        self._complain(self._at(number, key), _NO_KEY.format(key=key), "write an id there, or empty the whole row")
        return ""

    def _cell(self, number: int, column: str, text: str, *, structured: bool) -> Cell:
        if is_formula_error(text):
            cell = self._at(number, column)
            self._complain(cell, _ERROR.format(error=text), _WRITE_MEANT)
            return cell
        try:
            return self._at(number, column, value_of(text, structured=structured))
        except CellFault as fault:
            cell = self._at(number, column)
            help_ = 'write lists as "a; b", mappings in YAML flow style such as {reason: [a, b]}'
            self._complain(cell, _BROKEN.format(why=fault), help_)
            return cell

"""Tables as text: what is written to a file and what was read from one."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.exchange.tables.columns import TableKind

__all__ = ["FoundTable", "WrittenTable"]


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table to be written: its header, and rows of the same length."""

    kind: TableKind
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The header, and the rows below it."""
        return (self.header, *self.rows)


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table that was found: the name of its file, the title of its sheet (empty for CSV), and its rows, the header
    first; `numbers` are the numbers of the rows as a spreadsheet counts them, from 1.
    """

    file: str
    sheet: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]

    @property
    def place(self) -> str:
        """The table in words: `"journey.xlsx", sheet "touchpoints"`."""
        return f'"{self.file}", sheet "{self.sheet}"' if self.sheet else f'"{self.file}"'

    @property
    def title(self) -> str:
        """What the table is called: the title of the sheet, or the file's name without its ending."""
        return self.sheet or self.file.rpartition("/")[2].rpartition(".")[0]

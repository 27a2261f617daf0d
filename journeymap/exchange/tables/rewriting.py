"""Tables rewritten as the text of a map, one cell in a line, so that the reader of maps reads them and its complaints
can be led back to the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.exchange.tables.columns import KEY_VALUE, MAP_KEYS, TRANSFERS
from journeymap.exchange.tables.rows import Cell, Row
from journeymap.source.layout import flow, scalar

__all__ = ["Rewritten", "rewritten"]


@dataclass
class Rewritten:
    """Lines of a map, and for each the cell that it came from."""

    lines: list[str] = field(default_factory=list)
    cells: list[Cell | None] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        """The map."""
        return "\n".join([*self.lines, ""]).encode("utf-8", "replace")

    def cell(self, line: int) -> Cell | None:
        """The cell that a line, from 1, came from."""
        return self.cells[line - 1] if 0 < line <= len(self.cells) else None

    def put(self, line: str, cell: Cell | None = None) -> None:
        """A line more."""
        self.lines.append(line)
        self.cells.append(cell)


def rewritten(rows: Sequence[Row], implied: Mapping[str, Sequence[str]]) -> Rewritten:
    """The map that rows make; `implied` are ids by section that no table declares. Linear."""
    target = Rewritten()
    target.put("journeymap: 1")
    sections: dict[str, list[Row]] = {}
    for row in rows:
        sections.setdefault(row.kind.name, []).append(row)
    for row in sections.pop(KEY_VALUE.name, ()):
        if "value" in row.values and row.key in MAP_KEYS:  # all else is complained about already
            target.put(f"{scalar(row.key)}: {flow(row.values['value'].value)}", row.values["value"])
    transfers: dict[str, list[Row]] = {}
    for row in sections.pop(TRANSFERS.name, ()):
        transfers.setdefault(row.key, []).append(row)
    for section, entries in sections.items():
        target.put(f"{section}:")
        _put_section(target, entries, transfers if section == "touchpoints" else {})
    for section, ids in implied.items():
        target.put(f"{section}: {flow(list(ids))}")
    return target


def _put_section(target: Rewritten, rows: Sequence[Row], transfers: dict[str, list[Row]]) -> None:
    for row in rows:
        ways = transfers.pop(row.key, [])
        _put_element(target, f"  {scalar(row.key)}:", row, "    ", filled=bool(ways))
        if ways:
            target.put("    transfers:")
            _put_transfers(target, ways)


def _put_transfers(target: Rewritten, ways: Sequence[Row]) -> None:
    by_target: dict[str, list[Row]] = {}
    for way in ways:
        by_target.setdefault(way.to, []).append(way)
    for key, several in by_target.items():
        if len(several) == 1:
            _put_element(target, f"      {scalar(key)}:", several[0], "        ")
            continue
        target.put(f"      {scalar(key)}:", several[0].to_cell)
        for way in several:
            _put_element(target, "        -", way, "          ")


def _put_element(target: Rewritten, start: str, row: Row, indent: str, *, filled: bool = False) -> None:
    entries = list(_entries(row))
    target.put(start if entries or filled else f"{start} {{}}", row.to_cell or row.key_cell)
    for column, cell in entries:
        target.put(f"{indent}{scalar(column)}: {flow(cell.value)}", cell)


def _entries(row: Row) -> Iterator[tuple[str, Cell]]:
    """The cells of a row that hold something."""
    return ((column, cell) for column, cell in row.values.items() if cell.value is not None)

"""Tables as CSV: written for spreadsheets in any language, read with the separators that they write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Place, Remark, SourceText
from journeymap.exchange.tables.columns import table_kind
from journeymap.exchange.tables.rows import column_name
from journeymap.exchange.tables.table import FoundTable
from journeymap.findings import Message
from journeymap.source.encoding import decode
from journeymap.source.files import SourceFile

__all__ = ["csv_bytes", "is_table", "read_csv"]

_SEPARATORS = (",", ";", "\t")
_MOST_ROWS = 200_000
_HEAD = 16_384
_SAYS_SEPARATOR = re.compile(r"sep=(.)(?:\r\n|\n|\r)")
_NOT_UTF_8 = '"{file}" is neither UTF-8 nor UTF-16 nor GBK'
_SAVE_AS = 'save it again as "CSV UTF-8"'
_GBK = "it is encoded as GBK, not as UTF-8; save it as “CSV UTF-8” to be safe"
_TOO_LONG = '"{file}" has more than {limit} rows'
_BROKEN = '"{file}" cannot be read as CSV at line {line}: {why}'


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as CSV: UTF-8 with a byte order mark, so that Excel shows Chinese; every cell in quotes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(rows)
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8")


def is_table(content: bytes) -> bool:
    """Whether the first row of a file is the header of a table of a map; looks at the first 16 kB only."""
    head = decode(SourceFile("", content[:_HEAD]))[0].text
    return "\x00" not in head and _separated_by(head.lstrip("\ufeff"), "") is not None


def read_csv(source: SourceText) -> tuple[FoundTable, tuple[Remark, ...]]:
    """The table in a CSV file, and what is odd about the file.

    Commas, semicolons and tabs separate; UTF-8, UTF-16 and GBK are read. Raises CannotRun for anything else.
    """
    text, fault = decode(SourceFile(source.name, source.content))
    if fault is not None and fault.kind not in ("gbk", "utf_16"):
        raise CannotRun(_NOT_UTF_8.format(file=source.name), help=_SAVE_AS)
    remarks = (Remark("assumed", Place(source.name), Message(_GBK)),) if fault and fault.kind == "gbk" else ()
    content = text.text.lstrip("\ufeff")
    told = _SAYS_SEPARATOR.match(content)
    content = content[told.end() :] if told else content
    separator = _separated_by(content[:_HEAD], _title(source.name)) or (told[1] if told else ",")
    rows, numbers = _rows(source.name, content, separator)
    return FoundTable(source.name, "", tuple(rows), tuple(numbers)), remarks


def _title(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]


def _separated_by(text: str, title: str) -> str | None:
    """The sign that makes the first row the header of a table of a map."""
    told = _SAYS_SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    for separator in _SEPARATORS:
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            header = next(row for row in rows if any(row))
        except (StopIteration, csv.Error):
            continue
        if table_kind([column_name(name) for name in header], title) is not None:
            return separator
    return None


def _rows(name: str, text: str, separator: str) -> tuple[list[tuple[str, ...]], list[int]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    try:
        for number, row in enumerate(reader, 1):
            if any(row):
                rows.append(tuple(row))
                numbers.append(number)
            if number > _MOST_ROWS:
                raise CannotRun(_TOO_LONG.format(file=name, limit=_MOST_ROWS), help="import its parts one by one")
    except csv.Error as error:
        message = _BROKEN.format(file=name, line=reader.line_num, why=error)
        raise CannotRun(message, help="see whether a quotation mark is never closed") from None
    return rows, numbers

"""What stands in a cell: the notation that spreadsheets show, and the value of the map language that is meant.

A cell is read in this order:

* a leading apostrophe is dropped: behind it stands what a spreadsheet would take for a formula or number
* text in double quotes is quoted text as in YAML, with its escapes
* where lists and mappings may stand: what begins with ``[`` or ``{`` is YAML in flow style, and several lines, or parts
  between semicolons, are a list
* all else is text as it stands, without the spaces around it; an empty cell is an absent key
"""

from __future__ import annotations

import re

from journeymap.errors import CannotRun
from journeymap.source.files import SourceFile
from journeymap.source.layout import Written, flow
from journeymap.source.plain_yaml import read_plain_yaml
from journeymap.source.tree import Value

__all__ = ["CellFault", "cell_of", "is_formula_error", "value_of"]

_RISKY = "=+-@＝＋－＠'"
"""With these a formula begins, in some spreadsheet; the apostrophe is the mark against it."""
_SEPARATORS = re.compile(r"[;；\r\n]+")
_OFFICE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Office programs take ``_x0041_`` for a character."""
_HELD = "\n"
_FORMULA_ERRORS = frozenset({"#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})
"""What spreadsheets show in place of a value that they cannot work out."""


class CellFault(Exception):
    """The text of a cell is no YAML; says why."""


def cell_of(written: Written, *, structured: bool) -> str:
    """A value as the text of a cell; `structured` says whether lists and mappings may stand in the column.

    ``value_of`` gives the same value back. No cell begins with a sign that makes a formula.
    """
    return _safe(_shown(written, structured=structured))


def _shown(written: Written, *, structured: bool) -> str:
    if isinstance(written, str):
        return written if _is_bare(written, structured=structured) else _quoted(written)
    if isinstance(written, list) and len(written) > 1:
        items = [item for item in written if isinstance(item, str) and _is_bare(item, structured=True)]
        if len(items) == len(written):
            return "; ".join(items)
    return flow(written)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] and cell[0] in _RISKY else cell


def _quoted(text: str) -> str:
    quoted = flow([text])[1:-1]
    quoted = quoted if quoted.startswith('"') else f'"{quoted}"'
    return _OFFICE_ESCAPE.sub(r"\\u005f", quoted)


def _is_bare(text: str, *, structured: bool) -> bool:
    """Whether text can stand in a cell as it is, and is read as the same text."""
    if not text or text != text.strip() or text.startswith('"') or _OFFICE_ESCAPE.search(text):
        return False
    if is_formula_error(text):
        return False
    if not all(character.isprintable() or character in _HELD for character in text):
        return False
    return not structured or not (text[0] in "[{" or _SEPARATORS.search(text))


def is_formula_error(cell: str) -> bool:
    """Whether a spreadsheet says with this that a formula has failed; as text it stands in quotes."""
    return cell in _FORMULA_ERRORS


def value_of(cell: str, *, structured: bool) -> Value:
    """The value that a cell means, every scalar as text; None for an empty cell.

    Raises CellFault where it is no YAML.
    """
    text = cell.removeprefix("'").strip()
    if not text:
        return None
    if structured and text[0] in "[{":
        return _yaml(text)
    if text[0] == '"' and text[-1] == '"' and len(text) > 1 and (structured or _is_one_quote(text)):
        return _yaml(text)
    parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()] if structured else [text]
    return list(parts) if len(parts) > 1 else text


def _is_one_quote(text: str) -> bool:
    """Whether the quotes around a text belong together: `"yes" or "no"` is text as it stands."""
    return re.fullmatch(r'"(?:[^"\\]|\\.)*"', text, re.DOTALL) is not None


def _yaml(text: str) -> Value:
    try:
        return read_plain_yaml(SourceFile("cell", text.encode("utf-8", "replace"))).root
    except CannotRun as error:
        raise CellFault(error.message.partition(": ")[2]) from None

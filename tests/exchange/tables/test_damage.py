"""Files damaged at random: a clear refusal or a map, and never anything else."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import journeymap
from journeymap.errors import CannotRun
from journeymap.exchange.exporting.resolved_json import resolved_json
from journeymap.exchange.importing import csv, json, xlsx
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.tables.comma_separated import csv_bytes
from journeymap.exchange.tables.filling import tables_of
from journeymap.exchange.tables.workbook_writing import workbook_bytes
from journeymap.model import ContactMap

SLOW = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3), st.integers(0, 40)), min_size=1, max_size=4)


@cache
def example() -> ContactMap:
    return journeymap.load(Path(__file__).parents[3] / "docs/examples/cards.yaml").map


def damaged(content: bytes, damage: list[tuple[float, bytes, int]]) -> bytes:
    for place, put, taken in damage:
        at = int(place * len(content))
        content = content[:at] + put + content[at + taken :]
    return content


def reads(read: object, *contents: bytes) -> None:
    assert callable(read)
    found: object = None
    try:
        found = read([SourceText(f"{n}.x", content) for n, content in enumerate(contents)])[0]
    except CannotRun as error:
        found = error
    assert isinstance(found, ContactMap) or (found.message and found.help)  # type: ignore[attr-defined]


@SLOW
@given(DAMAGE)
def test_tables(damage: list[tuple[float, bytes, int]]) -> None:
    contents = [csv_bytes(table.lines) for table in tables_of(example())]
    reads(csv.read_map, damaged(contents[0], damage), *contents[1:])
    reads(csv.read_map, contents[0], damaged(contents[1], damage), *contents[2:])


@SLOW
@given(DAMAGE)
def test_resolved_maps(damage: list[tuple[float, bytes, int]]) -> None:
    reads(json.read_map, damaged(resolved_json(example()).encode(), damage))


@settings(SLOW, max_examples=40)
@given(DAMAGE, st.booleans())
def test_workbooks(damage: list[tuple[float, bytes, int]], inside: bool) -> None:
    content = workbook_bytes(tables_of(example()))
    if not inside:
        reads(xlsx.read_map, damaged(content, damage))
        return
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given_, zipfile.ZipFile(target, "w") as made:
        for number, name in enumerate(given_.namelist()):
            part = given_.read(name)
            made.writestr(name, damaged(part, damage) if number % 3 == 0 else part)
    reads(xlsx.read_map, target.getvalue())


@SLOW
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_anything(content: bytes) -> None:
    for kind in (csv, xlsx):
        kind.matches(content)
        reads(kind.read_map, content)
        reads(kind.read_map, b"touchpoint,channel,department,needs\n" + content)

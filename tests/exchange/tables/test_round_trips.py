"""What is exported is imported again: the same map, for every format that carries everything."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source.strategies import contact_maps

import journeymap
from exchange.hostile import hostile_maps, hostile_text
from exchange.tables.carried import through_csv, through_json, through_xlsx, with_single_transfers
from journeymap.exchange.exporting.resolved_json import resolved_json
from journeymap.exchange.tables.comma_separated import csv_bytes
from journeymap.exchange.tables.filling import tables_of
from journeymap.exchange.tables.notation import cell_of, value_of
from journeymap.exchange.tables.workbook_writing import workbook_bytes
from journeymap.model import ContactMap

MAPS = sorted(path for path in (Path(__file__).parents[3] / "maps").iterdir() if not path.name.startswith("."))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(contact_maps)
def test_every_field_goes_through_tables(contact_map: ContactMap) -> None:
    wanted = with_single_transfers(contact_map)
    assert through_csv(contact_map) == wanted
    assert list(through_csv(contact_map).stages) == list(contact_map.stages)


@settings(SLOW, max_examples=20)
@given(contact_maps)
def test_every_field_goes_through_a_workbook(contact_map: ContactMap) -> None:
    assert through_xlsx(contact_map) == with_single_transfers(contact_map)


@SLOW
@given(contact_maps.filter(lambda contact_map: contact_map.name != ""))
def test_every_field_goes_through_json(contact_map: ContactMap) -> None:
    assert through_json(contact_map) == contact_map
    assert resolved_json(through_json(contact_map)) == resolved_json(contact_map)


@SLOW
@given(hostile_maps())
def test_hostile_text_goes_through(contact_map: ContactMap) -> None:
    assert through_csv(contact_map) == with_single_transfers(contact_map)
    assert through_json(contact_map) == contact_map


@settings(SLOW, max_examples=25)
@given(hostile_maps())
def test_hostile_text_goes_through_a_workbook(contact_map: ContactMap) -> None:
    assert through_xlsx(contact_map) == with_single_transfers(contact_map)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_of_the_project_go_through_everything(path: Path) -> None:
    contact_map = journeymap.load(path).map
    for through in (through_csv, through_xlsx, through_json):
        assert with_single_transfers(through(contact_map)) == with_single_transfers(contact_map)


def composed(text: str) -> str:
    """Text as every map holds it once it is read: characters that Unicode calls equal are one."""
    return unicodedata.normalize("NFC", text)


@settings(max_examples=500, deadline=None)
@given((hostile_text | st.text(st.characters(exclude_categories=["Cs"]))).map(composed), st.booleans())
def test_a_cell_means_what_was_written(text: str, structured: bool) -> None:
    cell = cell_of(text, structured=structured)
    assert value_of(cell, structured=structured) == text
    assert cell[:1] not in tuple("=+-@＝＋－＠\t\r\n")


@given(st.lists(hostile_text, max_size=4))
def test_a_list_in_a_cell_is_read_as_it_was_written(items: list[str]) -> None:
    cell = cell_of(list(items), structured=True)
    assert value_of(cell, structured=True) == items
    assert cell[:1] not in tuple("=+-@＝＋－＠\t\r\n")


@settings(SLOW, max_examples=20)
@given(hostile_maps())
def test_the_same_map_gives_the_same_bytes(contact_map: ContactMap) -> None:
    for table in tables_of(contact_map):
        assert csv_bytes(table.lines) == csv_bytes(table.lines)
    assert workbook_bytes(tables_of(contact_map)) == workbook_bytes(tables_of(contact_map))

"""Workbooks: text only, lists to choose from, and nothing that harms."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date, time, timedelta
from typing import Any

import openpyxl
import pytest

from journeymap.errors import CannotRun
from journeymap.exchange.importing import xlsx
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.tables.explanations import SHEET
from journeymap.exchange.tables.filling import tables_of
from journeymap.exchange.tables.template import template
from journeymap.exchange.tables.workbook import read_workbook
from journeymap.exchange.tables.workbook_writing import workbook_bytes
from journeymap.model import ContactMap

HEADER = ["touchpoint", "channel", "department", "cost", "advances", "time", "abandons"]


def workbook(*rows: list[Any], title: str = "Tabelle1") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(content: bytes) -> ContactMap:
    return xlsx.read_map([SourceText("map.xlsx", content)])[0]


def refused(content: bytes) -> CannotRun:
    with pytest.raises(CannotRun) as error:
        read(content)
    assert '"map.xlsx"' in error.value.message
    assert error.value.help
    return error.value


def repacked(content: bytes, change: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            if name not in change:
                made.writestr(name, given.read(name))
        for name, part in change.items():
            made.writestr(name, part)
    return target.getvalue()


GOOD = workbook(HEADER, ["menu", "phone", "desk", 1.5, True, timedelta(minutes=6), 0.05])


def test_numbers_flags_and_times_are_what_people_see() -> None:
    touchpoint = read(GOOD).touchpoints["menu"]
    assert str(touchpoint.cost) == "1.5"
    assert touchpoint.advances
    assert touchpoint.time == timedelta(minutes=6)
    assert str(touchpoint.abandons) == "0.05"


def test_dates_are_told_as_they_are() -> None:
    error = refused(workbook(HEADER, ["menu", "phone", "desk", date(2026, 3, 2), None, time(6, 30), None]))
    assert '"2026-03-02T00:00:00" is not an amount of money' in error.message
    assert "06:30:00" in error.message


def test_the_place_of_a_fault_is_file_sheet_row_and_column() -> None:
    error = refused(workbook(HEADER, [], ["menu", "phone", "desk", "dear"]))
    assert error.message.startswith('"map.xlsx", sheet "Tabelle1", row 3, column "cost": "dear" is not an amount')


def test_a_formula_counts_as_its_stored_value_and_one_without_is_told() -> None:
    error = refused(workbook(HEADER, ["menu", "phone", "desk", "=1+1"]))
    assert error.message == '"map.xlsx", sheet "Tabelle1", cell D2: the formula there has no stored value'
    assert "paste them as values" in error.help
    sheet = zipfile.ZipFile(io.BytesIO(GOOD)).read("xl/worksheets/sheet1.xml")
    stored = sheet.replace(b"<v>1.5</v>", b"<f>1+1</f><v>2</v>")
    assert stored != sheet
    assert str(read(repacked(GOOD, {"xl/worksheets/sheet1.xml": stored})).touchpoints["menu"].cost) == "2"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no workbook"),
        (b"\xd0\xcf\x11\xe0rest", "protected by a password, or an old .xls"),
        (b"PK\x03\x04", "cannot be unpacked"),
        (GOOD[: len(GOOD) // 2], "cannot be unpacked"),
        (repacked(GOOD, {"xl/workbook.xml": b"<a>"}), "cannot be read as a workbook"),
        (repacked(GOOD, {"xl/externalLinks/externalLink1.xml": b"<a/>"}), "refers to other files"),
        (repacked(GOOD, {"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "declares entities"),
        (repacked(GOOD, {"xl/workbook.xml": '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")}), "entities"),
        (repacked(GOOD, {"xl/media/big.bin": bytes(150 * 1024 * 1024)}), "larger than 128 MiB when unpacked"),
        (workbook(["a", "b"], [1, 2]), "holds no table of a map"),
        (workbook(["x"] * 600), "larger than 100000 rows or 500 columns"),
    ],
)
def test_what_is_no_workbook_for_us(content: bytes, said: str) -> None:
    assert said in refused(content).message


def test_other_sheets_are_passed_over_and_told() -> None:
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.create_sheet("Notes").append(["Remember", "the milk"])
    book.create_sheet("empty")
    target = io.BytesIO()
    book.save(target)
    _, remarks = xlsx.read_map([SourceText("map.xlsx", target.getvalue())])
    assert [str(each.message) for each in remarks if each.kind == "dropped"] == [
        'the sheet "Notes" is no table of a map, and was passed over'
    ]


def test_without_openpyxl_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CannotRun) as error:
        read(GOOD)
    assert error.value.help == 'pip install "journeymap[exchange]"'


def test_the_template_is_a_valid_map_explained_in_two_languages() -> None:
    content = workbook_bytes(template(), explained=True)
    assert list(read(content).touchpoints) == ["menu", "agent"]
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames[:3] == [SHEET, "touchpoints", "transfers"]
    explained = [[cell.value for cell in row] for row in book[SHEET].iter_rows(min_row=2)]
    assert all(english and chinese for _, english, chinese in explained)
    offered = {str(each.sqref): each.formula1 for each in book["touchpoints"].data_validations.dataValidation}
    assert "'channels'!$A$2:$A$1000" in offered.values()
    assert "'departments'!$A$2:$A$1000" in offered.values()
    assert '"person,machine"' in offered.values()
    kinds = [each.formula1 for each in book["transfers"].data_validations.dataValidation]
    assert '"step,warm,cold,redirect,callback,ticket,next"' in kinds
    assert book["touchpoints"].freeze_panes == "B2"


def test_every_cell_is_text_and_no_formula() -> None:
    touchpoint = {"channel": "a", "department": "b", "name": "=1+1", "tasks": ["-1", "#N/A"], "cost": "007"}
    data = {"journeymap": "1", "channels": ["a"], "departments": ["b"], "touchpoints": {"=x": touchpoint}}
    contact_map = ContactMap.model_validate(data)
    content = workbook_bytes(tables_of(contact_map))
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row if cell.value is not None} <= {"s"}
    assert read(content) == contact_map


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    touchpoint = {"channel": "a", "department": "b", "name": "x" * 40_000}
    data = {"journeymap": "1", "channels": ["a"], "departments": ["b"], "touchpoints": {"t": touchpoint}}
    with pytest.raises(CannotRun, match="longer than a cell"):
        workbook_bytes(tables_of(ContactMap.model_validate(data)))


def test_a_workbook_is_told_by_its_content() -> None:
    assert xlsx.matches(GOOD)
    assert not xlsx.matches(b"PK\x03\x04word/document.xml")
    assert read_workbook(SourceText("x", GOOD))[0].title == "Tabelle1"

"""`journeymap export` as a user meets it."""

from __future__ import annotations

import io
import json
import stat
import sys
from pathlib import Path

import networkx
import openpyxl
import pytest

import journeymap
from journeymap.cli.export import ENDINGS, NAMES
from journeymap.cli.main import run
from journeymap.errors import CannotRun, InvalidMap
from journeymap.exchange.exporting.formats import FORMATS

MAP = """\
journeymap: 1
name: Ours
channels: {phone: {mode: live}}
departments: {desk: {hours: "Mo-Fr 09:00-17:00"}}
touchpoints:
  menu: {channel: phone, department: desk, entry: true, time: 2 min, transfers: {agent: {when: "=0"}}}
  agent: {channel: phone, department: desk, resolves: true}
"""
PLAIN = MAP.replace("{mode: live}", "{}").replace('{hours: "Mo-Fr 09:00-17:00"}', "{}").replace(", time: 2 min", "")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_ending_says_the_format_and_what_is_lost_is_told(folder: Path, capsys: Capture) -> None:
    assert run(["export", "map.yaml", "-o", "map.graphml"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "note: graphml cannot carry: channels (mode), departments (hours)\nwrote map.graphml: graphml, touchpoints: 2\n"
    )
    assert networkx.read_graphml(folder / "map.graphml").number_of_edges() == 1


def test_only_what_this_map_uses_can_be_lost(folder: Path, capsys: Capture) -> None:
    (folder / "plain.yaml").write_text(PLAIN, encoding="utf-8")
    assert run(["export", "plain.yaml", "-o", "map.gexf"]) == 0
    assert "cannot carry" not in capsys.readouterr().err
    assert run(["export", "plain.yaml", "-o", "map.puml"]) == 0
    assert "note: plantuml cannot carry: touchpoints (resolves)\n" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["tables", "map.xlsx", "map.json", "map.bpmn"])
def test_what_carries_everything_comes_back(folder: Path, target: str, capsys: Capture) -> None:
    arguments = ["--to", "csv"] if target == "tables" else []
    assert run(["export", "map.yaml", *arguments, "-o", target]) == 0
    assert "cannot carry" not in capsys.readouterr().err
    assert run(["import", target, "-o", "back.yaml"]) == 0
    assert journeymap.load("back.yaml").map == journeymap.load("map.yaml").map


def test_csv_is_a_folder_of_files_that_excel_reads(folder: Path) -> None:
    assert run(["export", "map.yaml", "--to", "csv", "-o", "tables"]) == 0
    assert sorted(path.name for path in (folder / "tables").iterdir()) == [
        "channels.csv", "departments.csv", "map.csv", "touchpoints.csv", "transfers.csv",
    ]  # fmt: skip
    assert (folder / "tables/transfers.csv").read_bytes() == (
        b'\xef\xbb\xbf"from","to","kind","carries","when"\r\n"menu","agent","","","\'=0"\r\n'
    )


def test_tables_of_another_export_are_left_alone_and_told(folder: Path, capsys: Capture) -> None:
    (folder / "tables").mkdir()
    (folder / "tables/scenarios.csv").write_text("scenario,name\n", encoding="utf-8")
    assert run(["export", "map.yaml", "--to", "csv", "-o", "tables", "--force"]) == 0
    assert (folder / "tables/scenarios.csv").exists()
    told = capsys.readouterr().err
    assert 'note: "tables" holds other tables too, which importing the folder would read: scenarios.csv\n' in told


def test_standard_output_takes_text(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["export", "map.yaml", "--to", "json", "-o", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["format"] == "journeymap-map/1"
    assert run(["export", "map.yaml", "--to", "mermaid", "-o", "-"]) == 0
    assert b"flowchart" in capfdbinary.readouterr().out
    assert run(["export", "map.yaml", "--to", "xlsx", "-o", "-"]) == 0
    assert openpyxl.load_workbook(io.BytesIO(capfdbinary.readouterr().out)).sheetnames[0] == "touchpoints"


def test_standard_input_is_a_map(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MAP.encode())))
    assert run(["export", "-", "-o", "map.puml"]) == 0
    assert (folder / "map.puml").read_text(encoding="utf-8").startswith("@startuml\ntitle Ours\n")


def test_nothing_is_written_over_unless_asked(folder: Path, capsys: Capture) -> None:
    (folder / "map.json").write_text("mine", encoding="utf-8")
    assert run(["export", "map.yaml", "-o", "map.json"]) == 2
    assert 'error: "map.json" exists already' in capsys.readouterr().err
    assert (folder / "map.json").read_text(encoding="utf-8") == "mine"
    assert run(["export", "map.yaml", "-o", "map.json", "--force"]) == 0
    assert (folder / "map.json").read_text(encoding="utf-8") != "mine"
    (folder / "tables").mkdir()
    (folder / "tables/transfers.csv").write_text("mine", encoding="utf-8")
    assert run(["export", "map.yaml", "--to", "csv", "-o", "tables"]) == 2
    assert [path.name for path in (folder / "tables").iterdir()] == ["transfers.csv"]


def test_the_map_itself_is_never_written_over(folder: Path) -> None:
    assert run(["export", "map.yaml", "--to", "json", "-o", "map.yaml", "--force"]) == 2
    assert (folder / "map.yaml").read_text(encoding="utf-8") == MAP


def test_no_half_written_files_stay(folder: Path) -> None:
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        run(["export", "map.yaml", "-o", "map.json"])
    finally:
        folder.chmod(stat.S_IRWXU)
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["map.yaml", "-o", "map.doc"], '"map.doc" ends in no format'),
        (["map.yaml", "--to", "csv", "-o", "-"], "csv is several files: name a folder with -o"),
        (["map.yaml", "--to", "csv", "-o", "map.yaml"], '"map.yaml" is a file, expected a folder'),
        (["map.yaml", "--to", "visio", "-o", "x"], "'visio' is not one of"),
        (["map.yaml"], "Missing option '-o'"),
        (["nowhere.yaml", "-o", "x.json"], '"nowhere.yaml" does not exist'),
        (["map.yaml", "-o", "nowhere/x.json"], 'there is no folder "nowhere"'),
    ],
)
def test_what_cannot_be_done_gives_exit_code_2(folder: Path, capsys: Capture, arguments: list[str], said: str) -> None:
    assert run(["export", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_map_with_errors_is_told_as_linting_tells_it(folder: Path, capsys: Capture) -> None:
    (folder / "wrong.yaml").write_text(MAP.replace("agent: {when", "agnet: {when"), encoding="utf-8")
    assert run(["export", "wrong.yaml", "-o", "x.json"]) == 2
    assert "JM003" in capsys.readouterr().err
    assert not (folder / "x.json").exists()
    with pytest.raises(InvalidMap):
        journeymap.export("wrong.yaml", "json")


def test_templates_to_begin_with(folder: Path, capsys: Capture) -> None:
    for format_, target in (("xlsx", "begin.xlsx"), ("csv", "begin")):
        assert run(["import", "--template", format_, "-o", target]) == 0
        assert f"wrote {target}" in capsys.readouterr().err
        assert run(["import", target, "-o", f"{format_}.yaml"]) == 0
        assert run(["lint", f"{format_}.yaml"]) == 0
        assert run(["import", "--template", format_, "-o", target]) == 2
    assert run(["import", "map.json", "--template", "csv", "-o", "x"]) == 2
    assert run(["import", "-o", "x"]) == 2


def test_several_faults_of_a_table_are_several_lines(folder: Path, capsys: Capture) -> None:
    (folder / "t.csv").write_text("touchpoint,channel,department,time\na,x,d,6\nb,x,d,7\n", encoding="utf-8")
    assert run(["import", "t.csv", "-o", "m.yaml"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith('error: "t.csv", row 2, column "time": "6" has no unit of time')
    assert lines[1].startswith('       "t.csv", row 3, column "time": "7" has no unit of time')
    assert lines[2].startswith("help: mend these cells")


def test_the_python_api(folder: Path) -> None:
    exported = journeymap.export("map.yaml", "csv")
    assert min(exported.files) == "channels.csv"
    assert journeymap.export("map.yaml", "plantuml").notes == (
        "plantuml cannot carry: channels (mode), departments (hours), touchpoints (time, resolves)",
    )
    with pytest.raises(CannotRun, match='there is no format "visio"'):
        journeymap.export("map.yaml", "visio")


def test_every_format_that_is_listed_is_written(folder: Path) -> None:
    for each in FORMATS:
        exported = journeymap.export("map.yaml", each.name)
        assert exported.content or exported.files
        assert bool(exported.files) is each.files


def test_the_command_and_the_room_know_the_same_formats() -> None:
    assert tuple(each.name for each in FORMATS) == NAMES
    assert {ending: each.name for each in FORMATS for ending in each.endings} == ENDINGS

"""``journeymap render`` as a user meets it: files, formats, sets of pictures, and everything that can go wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lint.maps import REPEATING

import journeymap
from journeymap.adapters import graphviz_engine
from journeymap.api import Choice, Wishes, drawn_map, splitting
from journeymap.cli.main import run
from journeymap.draw.render.signature import is_signed
from journeymap.errors import CannotRun, InvalidMap

MAPS = Path(__file__).parents[2] / "maps"
HARBOUR = str(MAPS / "harbour-bank.yaml")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "map.yaml").write_text(REPEATING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said of a command that cannot be run; nothing is written."""
    before = sorted(path.name for path in Path().iterdir())
    assert run(["render", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert sorted(path.name for path in Path().iterdir()) == before
    return told.err


# ---------------------------------------------------------------- formats and files


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF-"), ("dot", b"digraph"), ("mmd", b"---"),
     ("drawio", b"<"), ("json", b"{"), ("SVG", b"<?xml")],
)  # fmt: skip
def test_the_format_follows_the_ending(ending: str, begins: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "map.yaml", "-o", f"picture.{ending}"]) == 0
    told = capsys.readouterr()
    assert told.out == f"wrote picture.{ending}: 2 touchpoints, 1 transfer, 1 finding marked\n"
    assert told.err == ""
    assert Path(f"picture.{ending}").read_bytes().startswith(begins)


@pytest.mark.parametrize("format_", ["svg", "pdf", "png", "json"])
def test_the_same_map_gives_the_same_bytes_also_from_another_folder(format_: str, folder: Path) -> None:
    assert run(["render", "map.yaml", "-o", "one", "--format", format_]) == 0
    (folder / "elsewhere").mkdir()
    os.chdir("elsewhere")
    assert run(["render", str(folder / "map.yaml"), "-o", "../two", "--format", format_]) == 0
    assert (folder / "one").read_bytes() == (folder / "two").read_bytes()


def test_text_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["render", "map.yaml", "--format", "mermaid"]) == 0
    told = capfdbinary.readouterr()
    assert run(["render", "map.yaml", "-o", "map.mmd"]) == 0
    assert told.out == Path("map.mmd").read_bytes()
    assert told.err == b""


def test_bytes_go_to_a_pipe_but_not_to_a_terminal(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["render", "map.yaml", "-o", "-", "--format", "png"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\x89PNG")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert run(["render", "map.yaml", "--format", "pdf"]) == 2
    assert b"PDF is no text: a terminal cannot show it" in capfdbinary.readouterr().err


def test_a_map_comes_from_standard_input(folder: Path) -> None:
    command = [sys.executable, "-m", "journeymap", "render", "-", "--format", "json"]
    done = subprocess.run(command, input=REPEATING.encode(), capture_output=True, check=True)
    assert json.loads(done.stdout)["format"] == "journeymap-scene/1"
    broken = subprocess.run(command, input=b"journeymap: 1\nowner: [a]\n", capture_output=True, check=False)
    assert (broken.returncode, broken.stdout) == (2, b"")
    assert b"JM002" in broken.stderr


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "dot", "mmd", "json"])
def test_a_picture_that_journeymap_drew_is_replaced(ending: str) -> None:
    assert run(["render", "map.yaml", "-o", f"a.{ending}", "--title", "Old"]) == 0
    old = Path(f"a.{ending}").read_bytes()
    assert is_signed(old)
    assert run(["render", "map.yaml", "-o", f"a.{ending}", "--title", "New title"]) == 0
    assert Path(f"a.{ending}").read_bytes() != old


def test_nothing_else_is_written_over_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mine.svg").write_text("<svg/>", encoding="utf-8")
    assert "it is no picture that journeymap drew" in refused(capsys, "map.yaml", "-o", "mine.svg")
    assert Path("mine.svg").read_text(encoding="utf-8") == "<svg/>"
    assert run(["render", "map.yaml", "-o", "mine.svg", "--force"]) == 0
    assert is_signed(Path("mine.svg").read_bytes())


def test_what_is_finished_by_hand_is_never_replaced_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "map.yaml", "-o", "map.drawio"]) == 0
    capsys.readouterr()
    assert "finished by hand" in refused(capsys, "map.yaml", "-o", "map.drawio")
    assert run(["render", "map.yaml", "-o", "map.drawio", "--force"]) == 0


def test_a_map_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "map.yaml", "-o", "map.yaml", "--format", "svg", "--force")
    assert "it is among what this run reads" in told
    assert Path("map.yaml").read_text(encoding="utf-8") == REPEATING


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["map.yaml"], "which format? neither -o FILE nor --format was given"),
        (["map.yaml", "-o", "map.gif"], 'help: let FILE end in one of .svg .png .pdf'),
        (["map.yaml", "-o", "map"], '"map" ends in no format'),
        (["none.yaml", "-o", "a.svg"], '"none.yaml" does not exist'),
        (["map.yaml", "-o", "no/such/a.svg"], 'there is no folder "no/such"'),
        (["map.yaml", "-o", "a.svg", "--view", "cloud"], "'cloud' is not one of"),
        (["map.yaml", "-o", "a.svg", "--department", "crads"], "did you mean cards?"),
        (["map.yaml", "-o", "a.svg", "--findings", "JM999"], "no rule has the code JM999"),
        (["map.yaml", "-o", "a.svg", "--date", "tomorrow"], "tomorrow is no day"),
        (["map.yaml", "-o", "a.svg", "--depth", "-1"], "--depth"),
        (["map.yaml", "-o", "a.svg", "--link-template", "https://x.org/"], "has none of {kind}, {id} and {path}"),
        (["map.yaml", "-o", "a.svg", "--link-template", "javascript:{id}"], "must not lead to javascript:{id}"),
        (["map.yaml", "-o", "a.svg", "--link-template", "//host/{id}"], "must not lead to //host/{id}"),
        (["map.yaml", "-o", "a.svg", "--findings", " , "], "no code is named"),
        (["map.yaml", "-o", "a.svg", "--case", "all"], "a case is drawn by the view journey, not by contact"),
        (["map.yaml", "-o", "a.svg", "--fingerprint", "abcd"], "a fingerprint is drawn by the view finding"),
        (["map.yaml", "-o", "a.png", "--scale", "nan"], "nan is no scale"),
        (["map.yaml", "-o", "a.svg", "more.yaml"], "what is more.yaml? one map is drawn at a time"),
        (["map.yaml", "all", "-o", "a.svg", "--view", "journey", "--case", "all"], "say the same twice"),
        (["map.yaml", "nowhere", "-o", "a.json", "--view", "journey"], 'no segment, product or reason "nowhere"'),
        (["map.yaml", "-o", "a.svg", "--split", "department", "--view", "matrix"], "contact and lanes only"),
        (["map.yaml", "--split", "department"], "name a folder with -o"),
        (["map.yaml", "-o", "a.json", "--view", "finding"], "which finding is to be drawn?"),
        (["map.yaml", "-o", "a.json", "--view", "finding", "JM201"], "there is no finding of JM201 in this map"),
        (["map.yaml", "-o", "a.json", "--view", "finding", "0000"], 'a fingerprint that begins with "0000"'),
        (["map.yaml", "-o", "a.json", "--view", "finding", "abc"], "neither a fingerprint"),
        (["map.yaml", "-o", "a.png", "--scale", "15", "--paper", "a3"], "expected at most 20000 x 20000"),
        (["map.yaml", "-o", "a.svg", "--engine", "dot"], "no `dot` program"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_told_with_the_way_out(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz_engine.shutil, "which", lambda name: None)
    told = refused(capsys, *arguments)
    assert message in told
    assert "help: " in told
    assert "Traceback" not in told


def test_an_invalid_map_is_told_as_linting_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.yaml").write_text(REPEATING.replace("agent: {", "agnet: {"), encoding="utf-8")
    told = refused(capsys, "bad.yaml", "-o", "a.svg")
    run(["lint", "bad.yaml"])
    assert capsys.readouterr().out == told
    assert "JM003" in told


def test_a_dead_engine_leaves_no_half_file(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz_engine, "_EMBEDDED", "import os; os.abort()")
    Path("old.svg").write_text("", encoding="utf-8")
    told = refused(capsys, "map.yaml", "-o", "old.svg")
    assert "crashed" in told
    assert Path("old.svg").read_bytes() == b""


# ---------------------------------------------------------------- what is drawn


def scene(*arguments: str) -> dict[str, object]:
    assert run(["render", HARBOUR, "-o", "scene.json", *arguments]) == 0
    return json.loads(Path("scene.json").read_bytes())  # type: ignore[no-any-return]


def boxes(picture: dict[str, object]) -> set[str]:
    return {str(box["id"]) for box in picture["boxes"] if box["kind"] == "touchpoint"}  # type: ignore[attr-defined]


def test_filters_focus_and_findings() -> None:
    assert boxes(scene("--department", "cards")) == {"touchpoint:cards_desk", "touchpoint:lost_card_line"}
    near = boxes(scene("--focus", "Cards desk", "--depth", "1"))
    assert {"touchpoint:agent", "touchpoint:cards_desk"} <= near
    assert len(near) < 10
    marks = scene("--findings", "JM201,JM101")["heading"]["marks"]  # type: ignore[index]
    assert {mark["code"] for mark in marks} == {"JM201", "JM101"}
    assert scene("--findings", "none")["heading"]["marks"] == []  # type: ignore[index]


@pytest.mark.parametrize("view", ["contact", "lanes", "departments", "matrix"])
def test_every_view_is_a_well_formed_picture(view: str) -> None:
    assert run(["render", HARBOUR, "-o", "a.svg", "--view", view, "--paper", "a4", "--theme", "dark"]) == 0
    assert ET.parse("a.svg").getroot().tag == f"{SVG}svg"


def test_a_journey_and_a_finding_take_their_word_behind_the_path() -> None:
    assert run(["render", HARBOUR, "retail/lost_card", "-o", "a.svg", "--view", "journey"]) == 0
    assert run(["render", HARBOUR, "-o", "b.svg", "--view", "journey", "--case", "Lost card/Retail"]) == 0
    assert (
        run(["render", HARBOUR, "-o", "c.svg", "--view", "journey", "--reason", "lost_card", "--segment", "retail"])
        == 0
    )
    assert Path("a.svg").read_bytes() == Path("b.svg").read_bytes()
    assert run(["render", HARBOUR, "JM201", "-o", "d.svg", "--view", "finding"]) == 0
    mark = next(each.fingerprint for each in journeymap.load(HARBOUR).findings if each.code == "JM201")
    assert run(["render", HARBOUR, "-o", "e.svg", "--view", "finding", "--fingerprint", mark[:6].upper()]) == 0
    assert Path("d.svg").read_bytes() == Path("e.svg").read_bytes()


def test_several_findings_meant_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, HARBOUR, "JM301", "-o", "a.svg", "--view", "finding")
    assert re.search(r'16 findings are meant by "JM301"\nhelp: for instance [0-9a-f]{16} \(JM301 ', told)


def test_the_words_follow_the_map_unless_asked_for() -> None:
    chinese = str(MAPS / "银行客服中心.yaml")
    assert (
        journeymap.render(chinese, format="json").content
        != journeymap.render(chinese, format="json", language="en").content
    )
    assert '"language": "zh"' in str(journeymap.render(chinese, format="json").content)


def test_a_date_is_shown_only_if_asked_for() -> None:
    assert scene()["heading"]["date"] == ""  # type: ignore[index]
    assert scene("--date", "2026-11-30")["heading"]["date"] == "2026-11-30"  # type: ignore[index]
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", str(scene("--date", "today")["heading"]["date"]))  # type: ignore[index]


# ---------------------------------------------------------------- large maps, sets of pictures


def test_a_map_too_large_becomes_the_overview(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn_map, "MOST_TOUCHPOINTS", 10)
    assert run(["render", HARBOUR, "-o", "a.json"]) == 0
    told = capsys.readouterr()
    assert "29 touchpoints are too many for one picture: this is the overview by departments" in told.err
    assert told.out == "wrote a.json: 10 departments, 20 hand-overs\n"
    assert "--split department" in Path("a.json").read_text(encoding="utf-8")
    assert run(["render", HARBOUR, "-o", "a.json", "--findings", "JM201"]) == 0
    assert "1 finding marked" in capsys.readouterr().out


def test_a_set_of_pictures_with_an_index_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", HARBOUR, "-o", "set", "--split", "department"]) == 0
    assert capsys.readouterr().out == "wrote set: 11 pictures\n"
    names = {path.name for path in Path("set").iterdir()}
    page = Path("set/index.html").read_text(encoding="utf-8")
    links = set(re.findall(r'href="([^"]+)"', page))
    assert links == names - {"index.html"}
    assert re.findall(r'<img src="([^"]+)" alt=""', page)
    assert "<script" not in page
    assert run(["render", HARBOUR, "-o", "set", "--split", "department", "--view", "lanes"]) == 0
    Path("set/overview.svg").write_text("mine", encoding="utf-8")
    assert run(["render", HARBOUR, "-o", "set", "--split", "department"]) == 2


def test_a_department_is_drawn_with_its_neighbours() -> None:
    files = journeymap.render(HARBOUR, format="json", split="department").files
    cards = json.loads(str(files["department-cards.json"]))
    assert {"touchpoint:cards_desk", "touchpoint:agent"} <= boxes(cards)
    assert "touchpoint:loan_desk" not in boxes(cards)


def test_hostile_departments_stay_in_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    text = REPEATING.replace("[desk, cards]", "{con: {name: '<b>\"&amp;</title>'}, Con: {}, x/y:z*?: {}}")
    text = text.replace("department: desk", "department: [con, Con]").replace(
        "department: cards", "department: x/y:z*?"
    )
    Path("hostile.yaml").write_text(text, encoding="utf-8")
    assert run(["render", "hostile.yaml", "-o", "set", "--split", "department", "--format", "json"]) == 0
    names = sorted(path.name for path in Path("set").iterdir())
    assert len({name.lower() for name in names}) == len(names) == 5
    assert all(
        re.fullmatch(r"index\.html|overview\.json|department-[\w-]+(\.[0-9a-f]{8})?\.json", name) for name in names
    )
    assert "<b>" not in Path("set/index.html").read_text(encoding="utf-8")


def test_a_department_too_large_for_a_picture_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splitting, "MOST_TOUCHPOINTS", 8)
    assert run(["render", HARBOUR, "-o", "set", "--split", "department", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert 'note: "Contact centre" with its neighbours has ' in told.err
    assert not Path("set/department-contact_centre.json").exists()
    assert "--department contact_centre --focus TOUCHPOINT" in Path("set/index.html").read_text(encoding="utf-8")


# ---------------------------------------------------------------- from Python


def test_python_draws_as_the_command_line_does() -> None:
    assert run(["render", HARBOUR, "-o", "a.svg", "--reason", "lost_card", "--title", "Lost cards"]) == 0
    drawing = journeymap.render(HARBOUR, choice=Choice(reasons=("lost_card",)), wishes=Wishes(title="Lost cards"))
    assert Path("a.svg").read_text(encoding="utf-8") == drawing.content
    assert drawing.sources == (HARBOUR,)


def test_python_is_told_what_is_wrong() -> None:
    Path("bad.yaml").write_text("journeymap: 1\nowner: [a]\n", encoding="utf-8")
    with pytest.raises(InvalidMap):
        journeymap.render("bad.yaml")
    with pytest.raises(CannotRun, match="5 maps at"):
        journeymap.render(MAPS)

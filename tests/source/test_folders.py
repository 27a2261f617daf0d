"""Map folders: parts are put together key by key, whatever the order of the files."""

from __future__ import annotations

from itertools import permutations

import pytest

from journeymap.source import ReadMap, SourceFile, read_map

MAIN = """\
journeymap: 1
name: Insurer
channels: [phone]
departments: {desk: {}}
touchpoints:
  menu: {channel: phone, department: desk, transfers: {claims: }}
"""
CLAIMS = """\
x-note: {anything: [goes]}
channels: {mail: {mode: message}}
departments: {claims_desk: {}}
touchpoints:
  claims: {channel: mail, department: claims_desk, transfers: {menu: }}
"""


def read(**files: str) -> ReadMap:
    return read_map("insurer", [SourceFile(f"insurer/{name}.yaml", text.encode()) for name, text in files.items()])


def places(found: ReadMap) -> list[str]:
    return [f"{one.code} {one.path} {one.span.file}:{one.span.line}" for one in found.findings if one.span]


def test_parts_make_one_map() -> None:
    found = read(claims=CLAIMS, journeymap=MAIN, notes="# nothing yet\n")
    assert found.map is not None
    assert set(found.map.touchpoints) == {"menu", "claims"}
    assert set(found.map.channels) == {"phone", "mail"}
    assert found.files == ("insurer/journeymap.yaml", "insurer/claims.yaml", "insurer/notes.yaml")
    assert found.places.span("touchpoints.claims.transfers.menu").file == "insurer/claims.yaml"
    assert found.places.span("touchpoints.menu.cost").line == 6
    assert found.places.span("channels.phone").file == "insurer/journeymap.yaml"
    assert found.places.line("insurer/claims.yaml", 4) == "touchpoints:"


def test_order_of_files_changes_nothing() -> None:
    texts = {"journeymap": MAIN, "claims": CLAIMS, "again": "name: Other\ntouchpoints: {claims: {}, x: {}}\n"}
    answers = {tuple(places(read(**dict(order)))) for order in permutations(texts.items())}
    assert (
        answers
        == {
            (
                "JM004 touchpoints.claims insurer/claims.yaml:5",
                "JM004 name insurer/again.yaml:1",
                "JM002 touchpoints.x.channel insurer/again.yaml:2",
            )
        }
        or len(answers) == 1
    )


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("touchpoints: {menu: {}}\n", ["JM004 touchpoints.menu insurer/part.yaml:1"]),
        ("name: Other\n", ["JM004 name insurer/part.yaml:1"]),
        (
            "departments: [a, desk, a]\n",
            ["JM004 departments.desk insurer/part.yaml:1", "JM004 departments.a insurer/part.yaml:1"],
        ),
        ("journeymap: 1\n", ["JM004 journeymap insurer/part.yaml:1"]),
        ("touchpoints: {b: {channel: fax, department: desk}}\n", ["JM003 touchpoints.b.channel insurer/part.yaml:1"]),
        ("touchpoint: {}\n", ["JM002 touchpoint insurer/part.yaml:1"]),
        ("channels: fax\n", ["JM004 channels insurer/part.yaml:1"]),
        ("- a\n", ["JM001  insurer/part.yaml:1"]),
        ("a: [\n", ["JM001  insurer/part.yaml:1"]),
    ],
)
def test_faults_in_a_part(part: str, expected: list[str]) -> None:
    found = read(journeymap=MAIN.replace(", transfers: {claims: }", ""), part=part)
    assert sorted(places(found)) == sorted(expected)
    if expected[0].startswith("JM004"):
        first = found.findings[0].related[0].span
        assert first is not None
        assert first.file in ("insurer/journeymap.yaml", "insurer/part.yaml")


def test_missing_version_of_a_folder() -> None:
    found = read(journeymap="name: x\n", part=CLAIMS)
    assert places(found) == [
        "JM001  insurer/journeymap.yaml:1",
        "JM003 touchpoints.claims.transfers.menu insurer/part.yaml:5",
    ]


def test_an_unreadable_part_raises_no_other_alarm() -> None:
    found = read(journeymap=MAIN, claims="touchpoints: {claims: [\n")
    assert places(found) == ["JM001  insurer/claims.yaml:1"]


COMPOSE = "services:\n  web: {image: nginx}\nvolumes: {data: {}}\n"


def test_a_foreign_file_below_a_map_is_told_once_and_why_it_is_read() -> None:
    found = read(journeymap=MAIN, claims=CLAIMS, docker_compose=COMPOSE, again=COMPOSE, empty="{}\n")
    assert places(found) == [
        "JM002 services insurer/again.yaml:1",
        "JM002 services insurer/docker_compose.yaml:1",
    ]
    told = found.findings[0]
    assert str(told.message) == '"services" is not a key of a map'
    assert 'move it out of the folder "insurer"' in str(told.help)
    (why,) = told.related
    assert str(why.message) == "the file is read as a part of the map, because it lies below"
    assert why.span is not None
    assert (why.span.file, why.span.line) == ("insurer/journeymap.yaml", 1)


@pytest.mark.parametrize("text", ["- name: build\n", "a: 1\n---\nb: 2\n", "a: !Ref b\n", "a: {{ values }}\n", "a: [\n"])
def test_an_unreadable_foreign_file_is_told_why_it_is_read(text: str) -> None:
    found = read(journeymap=MAIN.replace(", transfers: {claims: }", ""), ci=text)
    first = found.findings[0]
    assert (first.code, first.span and first.span.file) == ("JM001", "insurer/ci.yaml")
    assert [str(why.message) for why in first.related if why.span and why.span.file == "insurer/journeymap.yaml"] == [
        "if the file is no part of the map, move it away; it is read because it lies below"
    ]


def test_a_part_with_a_misspelt_section_is_a_part() -> None:
    (told,) = read(journeymap=MAIN.replace(", transfers: {claims: }", ""), part="touchpoint: {}\n").findings
    assert str(told.help) == 'did you mean "touchpoints"?'
    assert told.related == ()
    (told,) = read(journeymap=MAIN, claims="touchpoints: {claims: [\n").findings
    assert told.related == ()

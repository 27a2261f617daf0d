"""What a file is, told from its content; and the file names that must not matter."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from journeymap.errors import CannotRun
from journeymap.exchange.importing.content import Content
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.kinds import KINDS, guess, kind_named

FORM = json.dumps({"startPage": "/a", "pages": [{"path": "/a", "title": "A", "components": [], "next": []}]}).encode()
FLOW = json.dumps(
    {
        "Version": "2019-10-30",
        "StartAction": "a",
        "Actions": [{"Identifier": "a", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}],
    }
).encode()


def workbook(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, "<workbook/>")
    return target.getvalue()


def seen(content: bytes) -> str:
    return Content(SourceText("x", content)).seen


def source(content: bytes, name: str = "x") -> SourceText:
    return SourceText(name, content)


def test_each_kind_is_a_module_that_reads_it() -> None:
    for kind in KINDS:
        assert callable(kind.module.matches)
        assert callable(kind.module.read_map if kind.holds_map else kind.module.read)


def test_the_content_tells_the_kind_whatever_the_name() -> None:
    assert guess([source(FORM, "flow.xlsx"), source(FORM, "b")]).name == "govuk-forms"
    assert guess([source(FLOW, "form.bpmn")]).name == "amazon-connect"


def test_files_of_different_kinds_are_refused() -> None:
    with pytest.raises(CannotRun) as error:
        guess([source(FORM, "a.json"), source(FLOW, "b.json")])
    assert error.value.message == '"a.json" is govuk-forms, but "b.json" is amazon-connect'
    assert "--from" in error.value.help


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "nothing"),
        (b" \r\n", "nothing"),
        (b'{"name": 1, "x": 2}', "JSON with the keys name, x"),
        (b"[1, 2]", "JSON without keys"),
        (b"openapi: 3.0.0\npaths: {}\n", "YAML with the keys openapi, paths"),
        (b'<?xml version="1.0"?><!-- <no> --><a:html xmlns:a="urn:x">', "XML with the root <html>"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><svg/>", "XML with the root <svg>"),
        (b"\xd0\xcf\x11\xe0abc", "an old Office file (save it as .xlsx)"),
        (workbook("xl/workbook.xml"), "a spreadsheet"),
        (workbook("word/document.xml"), "a zip archive"),
        (b"journeymap: 1\nname: Ours\n", "a map already, which needs no import"),
        (b"Dear all,\nwe met", 'text that begins with "Dear all,"'),
        (b"\x00\x01\x02\x03\x04", "no text"),
    ],
)
def test_what_is_seen_in_a_file_is_told_in_words(content: bytes, what: str) -> None:
    assert seen(content) == what


def test_what_is_nothing_known_is_told_with_the_way_out() -> None:
    with pytest.raises(CannotRun) as error:
        guess([source(b'{"openapi": 3}', "api.json")])
    assert error.value.message == 'cannot tell what "api.json" is: it holds JSON with the keys openapi'
    assert "amazon-connect, twilio-studio" in error.value.help


def test_what_is_broken_is_told_with_its_place() -> None:
    with pytest.raises(CannotRun, match='"x" cannot be read as JSON at line 1, column 12'):
        guess([source(b'{"pages": [')])


def test_no_file_at_all() -> None:
    with pytest.raises(CannotRun, match="nothing to import"):
        guess([])


def test_a_kind_that_does_not_exist() -> None:
    with pytest.raises(CannotRun, match='no kind of import "visio"'):
        kind_named("visio")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"a: b", b"<a/>", b"a,b\n1,2\n", b"PK\x03\x04", b"\xff\xfe\x00", FORM[:-9]]
)
def test_whatever_is_named_by_mistake_is_refused_kindly(kind: str, content: bytes) -> None:
    named = kind_named(kind)
    reads = named.module.read_map if named.holds_map else named.module.read
    with pytest.raises(CannotRun) as error:
        reads([source(content, "file.txt")])
    assert "file.txt" in error.value.message
    assert error.value.help


BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "text",
    [
        f'<definitions xmlns="{BPMN}">',
        f'<?xml version="1.0"?>\n<!-- <a> -->\n<bpmn:definitions\n id="x" xmlns:bpmn="{BPMN}" xmlns="urn:x">',
        f"<!DOCTYPE a [<!ENTITY b '>'>]><b:definitions xmlns:b='{BPMN}'/>",
    ],
)
def test_the_root_of_xml_is_known_with_its_namespace(text: str, encoding: str) -> None:
    assert Content(source(text.encode(encoding))).xml_root == (BPMN, "definitions")


@pytest.mark.parametrize(
    "text", ["<!--" * 20_000, "<?" * 20_000, "<!DOCTYPE [" * 9_000, "<", "<a" * 30_000, "text <a>"]
)
def test_what_only_looks_like_xml_is_none_and_soon_told(text: str) -> None:
    assert Content(source(text.encode())).xml_root is None


@pytest.mark.parametrize(
    "content",
    [
        b'{"pages": [{"path": "/x", "components": ["Header"]}], "routes": []}',
        b'{"pages": [{"path": "/x", "component": "Page"}]}',
        b'{"states": [{"name": "Bayern", "type": "land"}]}',
        b'{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}',
        b"workflow:\n  name: build\n  tasks: [compile, test]\n",
        b"services:\n  web: {image: x}\n",
        b'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="a"/></definitions>',
        b"journeymap: 1\ntouchpoints:\n  a: {channel: p, department: d}\n",
        b"name,age\nAda,36\n",
    ],
)
def test_what_looks_a_little_like_a_kind_is_not_taken_for_it(content: bytes) -> None:
    with pytest.raises(CannotRun, match="cannot tell what"):
        guess([source(content, "file")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_yaml_is_known_in_every_encoding_that_is_read(encoding: str) -> None:
    flow = "inboundCall:\n  name: 热线\n  startUpRef: /inboundCall/tasks/task[a]\n"
    assert guess([source(flow.encode(encoding))]).name == "genesys-architect"

"""JSON and YAML of other tools: read under limits, with the line of everything."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.json_text import read_json
from journeymap.exchange.importing.yaml_text import read_yaml

HOSTILE_JSON = [
    (b"", '"flow.json" is empty'),
    (b" \n\t", '"flow.json" is empty'),
    (b'{"a": [1,\n 2', '"flow.json" cannot be read as JSON at line 2, column 3: it ends too early'),
    (b'{"a": "b', '"flow.json" cannot be read as JSON at line 1, column 7: it ends too early'),
    (b"[1]]", '"flow.json" cannot be read as JSON at line 1, column 4: extra data'),
    (b"{a: 1}", '"flow.json" cannot be read as JSON at line 1, column 2: expecting property name'),
    (b'{"a": NaN}', '"flow.json" cannot be read as JSON at line 1, column 1: NaN is no number in JSON'),
    (b"[" * 100_000, '"flow.json" cannot be read as JSON at line 1, column 201: it is nested deeper than 200 levels'),
    (b'{"a": "\xe9"}', '"flow.json" cannot be read as JSON at line 1, column 8: it is not UTF-8'),
    (b'["' + b"[" * 300 + b'"', '"flow.json" cannot be read as JSON at line 1, column 304: it ends too early'),
]


def of(content: bytes | str, name: str = "flow.json") -> SourceText:
    return SourceText(name, content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(("content", "said"), HOSTILE_JSON)
def test_what_is_no_json_is_told_with_line_and_column(content: bytes, said: str) -> None:
    with pytest.raises(CannotRun) as error:
        read_json(of(content))
    assert error.value.message.startswith(said)
    assert error.value.help


def test_json_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.exchange.importing.json_text._MOST_BYTES", 3)
    with pytest.raises(CannotRun, match="larger than 64 MiB"):
        read_json(of("[1, 2]"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_json_of_windows_tools_is_read(encoding: str) -> None:
    assert read_json(of('{"name": "呼叫"}'.encode(encoding))).value == {"name": "呼叫"}


def test_numbers_without_end_are_no_trouble() -> None:
    assert read_json(of("[" + "9" * 5000 + ", 12]")).value == [float("inf"), 12]


def test_lines_are_found_by_path() -> None:
    text = read_json(of('{\n"a": [1,\n {"b\\u00e9":\n "x,]}\\"",\n "c": {}}]}'))
    assert [text.line(path) for path in ((), ("a",), ("a", 1), ("a", 1, "bé"), ("a", 1, "c"))] == [1, 2, 3, 3, 5]
    assert text.line(("a", 7)) is None
    assert text.line(("z", "y")) is None


def test_a_key_that_stands_twice_is_told() -> None:
    text = read_json(of('{"a": 1,\n"a": {"b": 2}}'))
    assert text.value == {"a": {"b": 2}}
    assert [(remark.place.line, str(remark.message)) for remark in text.remarks] == [
        (2, 'the key "a" stands twice in one object; the last one counts')
    ]
    assert read_json(of('{"a": 1}')).remarks == ()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for key, item in entries for inner in paths(item, (*path, key)))]


@given(VALUES, st.sampled_from([None, 2]))
def test_every_path_has_its_line(value: Any, indent: int | None) -> None:
    written = json.dumps(value, indent=indent)
    text = read_json(of(written))
    assert text.value == value
    for path in paths(value):
        line = text.line(path)
        assert line is not None
        shown = written.splitlines()[line - 1]
        assert not path or isinstance(path[-1], int) or json.dumps(path[-1]) in shown


def test_yaml_scalars_are_text_and_have_lines() -> None:
    text = read_yaml(of("inboundCall:\n  name: no\n  menus:\n  - id: 007\n  - id: &x a\n  - *x\nempty:\n"))
    assert text.value == {"inboundCall": {"name": "no", "menus": [{"id": "007"}, {"id": "a"}, "a"]}, "empty": None}
    assert [text.line(path) for path in ((), ("inboundCall", "name"), ("inboundCall", "menus", 1))] == [1, 2, 5]
    assert text.line(("nothing",)) is None


def test_tags_and_keys_that_stand_twice_are_borne() -> None:
    assert read_yaml(of("a: !!python/object:os.system x\nb: 1\nb: 2\n")).value == {"a": "x", "b": "1"}


LEVELS = "abcdefghi"
BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 20)}]\n" for a, b in pairwise(LEVELS))


@pytest.mark.parametrize("content", ["a: [1", "\ta: 1", "a: *nothing", "[" * 5000, BOMB, "a: 1\n---\nb: 2", "a: \x00"])
def test_what_is_no_yaml_is_told_with_line_and_column(content: str) -> None:
    with pytest.raises(CannotRun, match=r'^"flow.yaml" cannot be read as YAML at line \d+, column \d+: ') as error:
        read_yaml(of(content, "flow.yaml"))
    assert error.value.help

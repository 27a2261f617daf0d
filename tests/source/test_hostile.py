"""Whatever the bytes: findings or a map, never an exception, never a hang."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from source.test_schema import RICH

from journeymap.source import ReadMap, SourceFile, declares_map, read_map

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SNIPPETS = (
    *(":", ": ", "- ", "\t", "\n", "\n  ", "{", "}", "[", "]", '"', "'", "&a ", "*a", "<<: *a", "!x ", "#", "|\n"),
    *("：", "，", "\x00", "\u202e", "\ud7ff", "journeymap", "menu", "not", "null", "~", "90", "-5%", "%", "? "),
    *("---\n", "...\n", "\\", "é", "呼叫"),
)


def read(content: bytes) -> ReadMap:
    found = read_map("m", [SourceFile("m", content)])
    assert (found.map is None) == bool(found.findings)
    for finding in found.findings:
        assert str(finding.message)
        assert str(finding.help)
        assert finding.span is not None
        found.places.line(finding.span.file, finding.span.line)
        found.places.span(finding.path, "value")
    return found


@QUICK
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xff\xfea")
@example(b"\xed\xa0\x80")
@example(b"\x00" * 50)
def test_any_bytes(content: bytes) -> None:
    read(content)
    declares_map(content)


@QUICK
@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=3), max_size=30).map("".join))
def test_any_text(text: str) -> None:
    read(("journeymap: 1\n" + text).encode("utf-8", "replace"))


@QUICK
@given(
    st.lists(st.tuples(st.integers(0, len(RICH)), st.integers(0, 6), st.sampled_from(SNIPPETS)), min_size=1, max_size=4)
)
def test_a_map_with_slips(slips: list[tuple[int, int, str]]) -> None:
    text = RICH
    for place, gone, instead in slips:
        text = text[:place] + instead + text[place + gone :]
    read(text.encode("utf-8", "replace"))


@QUICK
@given(st.sampled_from(range(len(RICH.split()))), st.sampled_from(SNIPPETS))
def test_python_parser_does_not_fail_either(word: int, instead: str) -> None:
    words = RICH.split()
    text = RICH.replace(words[word], instead, 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("yaml.__with_libyaml__", False)
        read(text.encode("utf-8", "replace"))


BOMBS = {
    "laughs": "x: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"y{n}: &b{n} [{','.join(['*b' + str(n - 1) if n else '*a'] * 9)}]\n" for n in range(12)),
    "laughing mappings": "x: &a {p: 1, q: 2}\n"
    + "".join(f"y{n}: &b{n} {{p: *b{n - 1}, q: *b{n - 1}}}\n".replace("*b-1", "*a") for n in range(40)),
    "merges": "x: &a {"
    + ", ".join(f"k{n}: 1" for n in range(1000))
    + "}\n"
    + "".join(f"y{n}: {{<<: *a}}\n" for n in range(2000)),
    "merges of merges": "x: &a0 {k: 1}\n"
    + "".join(f"y{n}: &a{n + 1} {{<<: [*a{n}, *a{n}], k{n}: 1}}\n" for n in range(3000)),
    "aliases deepen": "x0: &a0 [1]\n" + "".join(f"x{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300)),
    "brackets": "x: " + "[" * 100_000,
    "braces": "x: " + "{a: " * 50_000,
    "indentation": "".join(" " * n + "a:\n" for n in range(600)),
    "hyphens": "x:\n  " + "- " * 20_000,
    "question marks": "? " * 20_000,
    "long text": "name: " + "a" * 3_000_000,
    "long quoted text": 'name: "' + "a\\n" * 1_000_000 + '"',
    "long key": "a" * 1_000_000 + ": 1",
    "many lines": "name: a\n" + "  b\n" * 200_000,
    "many keys": "".join(f"k{n}: 1\n" for n in range(20_000)),
    "same key": "touchpoints: {}\n" * 5_000,
    "same id": "products: [" + "a, " * 20_000 + "b]",
    "undeclared": "touchpoints: {" + ", ".join(f"t{n}: {{channel: c{n}, department: d}}" for n in range(3_000)) + "}",
    "full-width": "a：b\n" * 20_000,
    "tabs": "\ta: b\n" * 20_000,
    "quotes": '"' * 100_001,
    "comments": "# nothing\n" * 200_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_bombs(bomb: str) -> None:
    begun = time.monotonic()
    read(("journeymap: 1\n" + bomb).encode())
    assert time.monotonic() - begun < 10


def test_too_large_a_file_is_not_read() -> None:
    found = read_map("m", [SourceFile("m", b"", too_large=True)])
    (finding,) = found.findings
    assert finding.code == "JM001"
    assert "256 MiB" in str(finding.message)


def test_the_garbage_collector_is_as_it_was() -> None:
    assert gc.isenabled()
    read(b"journeymap: 1\n")
    read(b"journeymap: [\n")
    assert gc.isenabled()
    gc.disable()
    try:
        read(b"journeymap: 1\n")
        assert not gc.isenabled()
    finally:
        gc.enable()

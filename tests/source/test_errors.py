"""Errors that people really make: place, wording and way out are pinned in `errors/*.out`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journeymap.findings import Finding
from journeymap.source import ReadMap, SourceFile, read_map

ONLY_LIBYAML = {"half-a-character"}
"""The Python parser reads on where libyaml stops."""
CASES = sorted((Path(__file__).parent / "errors").glob("*.yaml"))


def told(read: ReadMap, finding: Finding) -> str:
    """A finding as people see it: place, code, message, help, the line, and the other places."""
    span = finding.span
    assert span is not None
    place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    frame = read.places.line(span.file, span.line)[:100]
    lines = [f"{place} {finding.code} {finding.path}", f"  {finding.message}", f"  help: {finding.help}"]
    lines.append(f"  | {frame}" if frame.isprintable() else f"  | {frame!r}")
    for related in finding.related:
        assert related.span is not None
        lines.append(f"  {related.span.line}:{related.span.column} {related.message}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_error(case: Path, golden: Callable[[Path, str], None]) -> None:
    read = read_map("map.yaml", [SourceFile("map.yaml", case.read_bytes())])
    assert read.map is None
    assert all(finding.code in ("JM001", "JM002", "JM003", "JM004") for finding in read.findings)
    golden(case.with_suffix(".out"), "".join(told(read, finding) for finding in read.findings))


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_no_foreign_words(case: Path) -> None:
    """Neither pydantic's nor libyaml's words reach people, every message has its values, and every error a way out."""
    read = read_map("map.yaml", [SourceFile("map.yaml", case.read_bytes())])
    for finding in read.findings:
        text = f"{finding.message} {finding.help}"
        assert not any(word in text for word in ("Input should", "pydantic", "permitted", "scanning", "token"))
        assert str(finding.help)
        assert not str(finding.message).endswith(".")


@pytest.mark.parametrize("case", [case for case in CASES if case.stem not in ONLY_LIBYAML], ids=lambda case: case.stem)
def test_python_parser_says_the_same(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without libyaml the reader uses PyYAML's own parser: codes and lines stay the same."""
    files = [SourceFile("map.yaml", case.read_bytes())]
    with_libyaml = read_map("map.yaml", files)
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    without = read_map("map.yaml", files)

    def outline(read: ReadMap) -> list[tuple[str, str, int]]:
        return [(finding.code, str(finding.message), finding.span.line) for finding in read.findings if finding.span]

    assert outline(without) == outline(with_libyaml)


def test_question_mark_before_a_comma(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question mark ends text in brackets for PyYAML's own parser (and old libyaml), and not for libyaml."""
    files = [SourceFile("map.yaml", b"journeymap: 1\nreasons: {fee: {name: Which fee?, complaint: true}}\n")]
    assert read_map("map.yaml", files).map is not None
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    (finding,) = read_map("map.yaml", files).findings
    assert str(finding.message) == 'a "?" in a text between brackets ends the text, unless it is in quotes'
    assert str(finding.help) == 'put the text in quotes: name: "Which fee?"'


def test_text_may_be_indented_with_full_width_spaces() -> None:
    """As Chinese paragraphs are: only where a key or an item begins are such spaces an error."""
    text = "journeymap: 1\ndescription: |\n  \u3000\u3000说明: 首页\n  \u3000\u3000- 第二段: 完\nname: "
    text += '"客户\n  \u3000\u3000联络图: 一"\nowner: 客户\n  \u3000\u3000服务部\n'
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert read.findings == ()


@pytest.mark.parametrize(
    "vocabulary",
    [
        "departments: [销售、市场]",
        "departments: {销售、市场: {}}",
        "departments: {销售、市场: {name: 销售}, 客服，热线: {name: 客服}}",
    ],
)
def test_ids_may_hold_commas_of_full_width(vocabulary: str) -> None:
    """If they are used as a whole, or have attributes, or are in quotes."""
    text = f"journeymap: 1\nchannels: [电话]\nproducts: ['卡，贷款']\n{vocabulary}\ntouchpoints:\n"
    text += "  首页: {channel: 电话, department: 销售、市场}\n"
    assert read_map("map.yaml", [SourceFile("map.yaml", text.encode())]).findings == ()

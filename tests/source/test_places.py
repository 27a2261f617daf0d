"""Keys and values are found to the character, in block and flow style."""

from __future__ import annotations

import pytest

from journeymap.source import SourceFile, read_map

TEXT = (
    """\
journeymap: 1
x-usual: &usual {channel: phone, department: [cards, "back office".desk]}
""".replace('"back office".desk', '"back-office"')
    + """\
channels: [phone, 网站]
departments:
  - cards
  - back-office
information: {identity: {}, story: }
touchpoints:
  menu:
    <<: *usual
    name: >
      Telephone
      menu
    needs: [identity, story]
    transfers:
      agent: {kind: cold, "share": '60%'}   # remark
      menu:
        - {limit: 1}
        -
          limit: 2
          wait: 1 h
           30 min
  agent:   {channel: "网站",
    department: cards, always_asks: {story: always}}
"""
)


def marked(path: str, part: str = "key") -> str:
    """The text that the place of a path covers."""
    read = read_map("m.yaml", [SourceFile("m.yaml", TEXT.encode())])
    assert not read.findings, [str(finding.message) for finding in read.findings]
    span = read.places.span(path, part)  # type: ignore[arg-type]
    lines = [read.places.line("m.yaml", number) for number in range(span.line, span.end_line + 1)]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return f"{span.line}: " + "\n".join(lines)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("journeymap", "1: journeymap", "1: 1"),
        ("channels", "3: channels", "3: [phone, 网站]"),
        ("channels.网站", "3: 网站", "3: 网站"),
        ("departments.back-office", "6: back-office", "6: back-office"),
        ("information.identity", "7: identity", "7: {}"),
        ("information.story", "7: story", "7: "),
        ("touchpoints.menu", "9: menu", None),
        ("touchpoints.menu.name", "11: name", "11: >"),
        ("touchpoints.menu.channel", "9: menu", "9: menu"),
        ("touchpoints.menu.department.back-office", "9: menu", "9: menu"),
        ("touchpoints.menu.needs.story", "14: story", "14: story"),
        ("touchpoints.menu.transfers.agent", "16: agent", "16: {kind: cold, \"share\": '60%'}"),
        ("touchpoints.menu.transfers.agent.share", '16: "share"', "16: '60%'"),
        ("touchpoints.menu.transfers.menu.0", "18: {limit: 1}", "18: {limit: 1}"),
        ("touchpoints.menu.transfers.menu.1.limit", "20: limit", "20: 2"),
        ("touchpoints.menu.transfers.menu.1.wait", "21: wait", "21: 1 h\n           30 min"),
        ("touchpoints.agent", "23: agent", None),
        ("touchpoints.agent.channel", "23: channel", '23: "网站"'),
        ("touchpoints.agent.always_asks.story", "24: story", "24: always"),
    ],
)
def test_place(path: str, key: str, value: str | None) -> None:
    assert marked(path) == key
    if value is not None:
        assert marked(path, "value") == value


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("touchpoints.menu.cost", "9: menu"),
        ("touchpoints.agent.needs.story", "23: agent"),
        ("touchpoints.nobody.needs", "8: touchpoints"),
        ("contracts.x", "1: "),
        ("", "1: "),
    ],
)
def test_nearest_ancestor(path: str, nearest: str) -> None:
    assert marked(path) == nearest
    assert marked(path, "value") == nearest


def test_lines_end_as_editors_end_them() -> None:
    text = 'journeymap: 1\r\nname: "a\u2028b\x85c"\rchannels:\r\n  phone: {mode: lve}\n'.encode()
    read = read_map("m.yaml", [SourceFile("m.yaml", text)])
    (finding,) = read.findings
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (4, 17)
    assert read.places.line("m.yaml", 4) == "  phone: {mode: lve}"
    assert read.places.line("m.yaml", 99) == read.places.line("other", 1) == ""


def test_a_byte_order_mark_is_no_column() -> None:
    read = read_map("m.yaml", [SourceFile("m.yaml", b"\xef\xbb\xbfjourneymap: 1\n")])
    assert read.places.span("journeymap").column == 1


def test_what_an_alias_brings_in_stands_where_it_is_used() -> None:
    text = "journeymap: 1\nx-both: &both [identity, story]\ninformation: *both\nname: Bank\n"
    read = read_map("m.yaml", [SourceFile("m.yaml", text.encode())])
    assert not read.findings
    used = read.places.span("information.story")
    assert (used.line, used.column, used.end_column) == (3, 14, 19)
    written = read.places.find(("information", "story"))
    assert (written.line, written.column, written.end_column) == (2, 26, 31)

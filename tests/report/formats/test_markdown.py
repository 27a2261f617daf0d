"""Markdown as it is rendered: user text stays text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeymap.report import markdown
from journeymap.report.formats import render
from journeymap.report.markdown import escaped
from journeymap.report.visible import visible

from .runs import CASES, HOSTILE, HOSTILE_NAME, run_on

RENDERER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
TAGS = {"h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "br", "em"}


def html(text: str) -> str:
    return RENDERER.render(text)


def read(rendered: str) -> str:
    """What a person sees."""
    return unescape(re.sub(r"<[^>]*>", "", rendered.replace("<!-- -->", "")))


@pytest.mark.parametrize("name", ["", HOSTILE_NAME])
def test_hostile_names_bring_no_element_of_their_own(name: str) -> None:
    rendered = html(render("markdown", run_on(HOSTILE, name)))
    assert set(re.findall(r"</?([a-z0-9]+)", rendered.replace("<!-- -->", ""))) == TAGS
    assert rendered.count("<tr>") == 1 + 6
    assert rendered.count("<td") == 6 * 4
    assert "::warning file=a,line=1::`x` [l](javascript:alert(1)) @org/team www.evil.example" in read(rendered)


@given(st.text(alphabet=st.sampled_from("ab1 \\`*_[]()<>&|~$@#!:/.-+={}'\"客\n\t\x1b"), max_size=30))
def test_escaped_text_reads_as_it_is(text: str) -> None:
    rendered = html(f"| a |\n| --- |\n| x{escaped(text)}x |\n")
    assert rendered.count("<td") == 1
    assert f"x{visible(text)}x" in read(rendered)


@pytest.mark.parametrize("text", ["@team", "see #12", "http://evil.example", "WWW.evil.example", "a@b.example", "!12"])
def test_nobody_is_notified_and_nothing_is_linked(text: str) -> None:
    between = escaped(text)
    assert "<!-- -->" in between
    assert between.replace("<!-- -->", "") == text


def test_the_gravest_come_first_and_a_comment_stays_small_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "ROOM", 400)
    document = render("markdown", run_on(CASES / "together.yaml"))
    assert document.count("| error |") == 1
    assert document.endswith("\n\n... and 1 more\n")
    assert len(document) < 1200


def test_a_clean_run_is_one_line() -> None:
    text = "## journeymap: no findings in 1 map (1 touchpoint, 0 transfers, 1 case)\n"
    assert render("markdown", run_on(CASES / "clean.yaml")) == text

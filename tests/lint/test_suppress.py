from __future__ import annotations

import pytest

from journeymap.lint import MapReport, exit_code
from lint.maps import REPEATING, codes, lint

REASON = "the law wants it"
ON_MAP = REPEATING + f"ignore: {{JM301: {REASON}}}\n"
ON_TOUCHPOINT = REPEATING.replace("resolves: true", f"resolves: true\n    ignore: {{JM301: {REASON}}}")
ON_TRANSFER = REPEATING.replace("{kind: cold}", f"{{kind: cold, ignore: {{JM301: {REASON}}}}}")
ON_LISTED_TRANSFER = REPEATING.replace("{kind: cold}", f"[{{kind: cold, ignore: {{JM301: {REASON}}}}}, {{kind: warm}}]")


def _unused(report: MapReport) -> list[tuple[str, str, str]]:
    return [(each.path, each.message, each.help) for each in report.diagnostics if each.code == "JM008"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (ON_MAP, "ignore.JM301"),
        (ON_TOUCHPOINT, "touchpoints.agent.ignore.JM301"),
        (ON_TRANSFER, "touchpoints.menu.transfers.agent.ignore.JM301"),
        (ON_LISTED_TRANSFER, "touchpoints.menu.transfers.agent.0.ignore.JM301"),
    ],
)
def test_an_ignore_suppresses_with_its_reason(text: str, path: str) -> None:
    report = lint(text)
    (found,) = (each for each in report.diagnostics if each.code == "JM301")
    assert found.suppressed is not None
    assert (found.suppressed.reason, found.suppressed.path) == (REASON, path)
    assert codes(report) == []
    assert exit_code([report]) == 0


def test_the_nearest_ignore_gives_the_reason_and_all_of_them_count_as_used() -> None:
    report = lint(ON_TOUCHPOINT + "ignore: {JM301: whole map}\n")
    (found,) = report.diagnostics
    assert found.suppressed is not None
    assert found.suppressed.reason == REASON


def test_an_ignore_elsewhere_suppresses_nothing_and_is_reported() -> None:
    report = lint(REPEATING.replace("entry: true", "entry: true\n    ignore: {JM101: why}"))
    assert sorted(codes(report)) == ["JM008", "JM301"]
    (found,) = (each for each in report.diagnostics if each.code == "JM008")
    assert found.subject == {"path": "touchpoints.menu.ignore.JM101"}
    assert "JM101: why" in report.places.line("map.yaml", found.span.line)


def test_an_ignore_on_a_transfer_is_reported_at_the_transfer() -> None:
    text = REPEATING.replace("{kind: cold}", "{kind: cold, ignore: {JM101: why}}")
    assert [path for path, _, _ in _unused(lint(text))] == ["touchpoints.menu.transfers.agent.ignore.JM101"]


@pytest.mark.parametrize(
    ("code", "message", "help_"),
    [
        ("JM3O1", "no rule", "JM301"),
        ("repeated-informaton", "no rule", "repeated-information"),
        ("never-heard-of", "no rule", "journeymap rules"),
        ("JM002", "cannot be suppressed", "remove it"),
        ("JM104", "suppresses nothing", "remove it"),
    ],
)
def test_why_an_ignore_is_of_no_use(code: str, message: str, help_: str) -> None:
    ((path, said, way_out),) = _unused(lint(REPEATING + f"ignore: {{{code}: why}}\n"))
    assert path == f"ignore.{code}"
    assert message in said
    assert help_ in way_out


def test_codes_that_were_not_asked_about_are_passed_over() -> None:
    text = REPEATING + "ignore: {JM101: why}\n"
    assert codes(lint(text, select=["JM301"])) == ["JM301"]
    assert codes(lint(text, select=["JM008"])) == []
    assert codes(lint(text, select=["JM008", "JM101"])) == ["JM008"]
    assert codes(lint(text, ignore=["JM008", "JM301"])) == []


def test_unused_suppressions_can_be_accepted_too() -> None:
    report = lint(REPEATING + "ignore: {JM301: accepted, JM101: soon, JM008: later}\n")
    assert codes(report) == []
    assert {each.code: each.suppressed.reason for each in report.diagnostics if each.suppressed} == {
        "JM301": "accepted",
        "JM008": "later",
    }


def test_accepting_unused_suppressions_is_itself_unused_where_there_are_none() -> None:
    report = lint(REPEATING + "ignore: {JM301: accepted, JM008: later}\n")
    assert codes(report) == ["JM008"]
    assert [path for path, _, _ in _unused(report)] == ["ignore.JM008"]


def test_no_word_about_suppressions_where_nothing_was_analysed() -> None:
    assert codes(lint(REPEATING + "ignore: {JM101: why}\nnmae: x\n")) == ["JM002"]

"""What settings change in a report: severities, what is told where, and what fails."""

from __future__ import annotations

import pytest

from journeymap.findings import Severity
from journeymap.lint import Config, configured, exit_code, parse_config
from lint.maps import REPEATING, codes, lint


def settings(text: str) -> Config:
    parsed = parse_config("journeymap.toml", text.encode())
    assert parsed is not None
    return parsed


def test_another_severity_holds_for_the_exit_code_too() -> None:
    report = configured(lint(REPEATING), settings('severity = {JM3 = "info"}'), {})
    assert [each.severity for each in report.diagnostics] == [Severity.INFO]
    assert exit_code([report]) == 0
    assert exit_code([report], Severity.INFO) == 1


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_what_fails(fail_on: str, code: int) -> None:
    report = configured(lint(REPEATING), settings(f'fail-on = "{fail_on}"'), {})
    assert exit_code([report]) == code
    assert exit_code([report], "never") == 0
    assert exit_code([report], Severity.ERROR) == 1


def test_each_map_fails_by_its_own_settings() -> None:
    lenient = configured(lint(REPEATING), settings('fail-on = "never"'), {})
    assert exit_code([lenient, lenient]) == 0
    assert exit_code([lenient, lint(REPEATING)]) == 1


def test_codes_are_ignored_where_the_pattern_says() -> None:
    ignoring = settings('[per-path-ignores]\n"old" = ["JM3"]')
    assert codes(configured(lint(REPEATING), ignoring, {"map.yaml": "old/map.yaml"})) == []
    assert codes(configured(lint(REPEATING), ignoring, {"map.yaml": "new/map.yaml"})) == ["JM301"]


def test_what_keeps_a_map_from_being_read_is_never_let_go_by() -> None:
    everything = settings('severity = {JM0 = "info"}\n[per-path-ignores]\n"**" = ["JM"]')
    report = configured(lint(REPEATING + "nmae: x\n"), everything, {"map.yaml": "map.yaml"})
    assert [(each.code, each.severity) for each in report.diagnostics] == [("JM002", Severity.ERROR)]
    assert exit_code([report]) == 1

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.lint import exit_code
from journeymap.rules.rule import Rule
from lint.maps import REPEATING, VOCABULARY, codes, lint


def _finding(code: str, path: str, subject: dict[str, str]) -> Finding:
    return Finding(code, path, subject, Message("m"), Message("h"))


def _crash(answers: Answers) -> Iterator[Finding]:
    yield _finding("JM101", "touchpoints.agent", {"touchpoint": "agent"})
    raise ValueError("oh\x1bdear")


CRASHING = Rule("JM101", "dead-end", Severity.ERROR, _crash, __name__)


def test_a_fault_is_placed_graded_and_named() -> None:
    report = lint(REPEATING)
    (found,) = report.diagnostics
    assert (found.code, found.name, found.severity) == ("JM301", "repeated-information", Severity.ERROR)
    assert found.span.file == "map.yaml"
    assert report.places.line("map.yaml", found.span.line).strip() == "needs: [number]"
    assert len(found.fingerprint) == 16
    assert exit_code([report]) == 1


def test_counts_say_what_was_looked_at() -> None:
    counted = lint(REPEATING).counts
    assert counted == {"touchpoints": 2, "transfers": 1, "cases": 1, "departments": 2, "channels": 1}


def test_an_unreadable_map_is_not_analysed_and_that_is_said() -> None:
    report = lint(REPEATING.replace("agent: {kind: cold}", "agnet: {kind: cold}"))
    assert codes(report) == ["JM003"]
    assert not report.analysed
    assert report.counts == {}
    assert exit_code([report]) == 1
    assert exit_code([report], Severity.ERROR) == 1


def test_faults_that_keep_a_map_from_being_read_cannot_be_left_out() -> None:
    assert codes(lint("journeymap: 1\nnmae: x\n", select=["JM3"], ignore=["JM002"])) == ["JM002"]


def test_a_crashing_rule_is_a_diagnostic_and_the_others_go_on() -> None:
    def sound(answers: Answers) -> Iterator[Finding]:
        yield _finding("JM104", "touchpoints.menu", {"touchpoint": "menu"})

    report = lint(
        REPEATING, rules=[CRASHING, Rule("JM104", "unreachable-touchpoint", Severity.WARNING, sound, __name__)]
    )
    assert codes(report) == ["JM000", "JM104"]
    assert "JM101 dead-end" in report.diagnostics[0].message
    assert "ValueError: oh" in report.diagnostics[0].message
    assert "test_run.py:" in report.diagnostics[0].message
    assert report.crashed
    assert exit_code([report], None) == 2


def test_a_crash_cannot_be_suppressed() -> None:
    report = lint(REPEATING + "ignore: {JM000: no, JM101: crashed}\n", rules=[CRASHING])
    assert codes(report)[0] == "JM000"
    assert [each.path for each in report.diagnostics if each.code == "JM008"] == ["ignore.JM000"]


def test_exit_codes_follow_the_threshold() -> None:
    mild = lint(VOCABULARY, select=["JM006"])
    assert {each.severity for each in mild.diagnostics} == {Severity.INFO}
    assert exit_code([mild]) == 0
    assert exit_code([mild], Severity.INFO) == 1
    assert exit_code([mild], None) == 0
    assert exit_code([mild, lint(REPEATING)], Severity.ERROR) == 1


def test_diagnostics_are_sorted_by_place() -> None:
    report = lint(REPEATING.replace("name: Small bank", "segments: [a, b]"))
    keys = [(each.span.file, each.span.line, each.span.column, each.code) for each in report.diagnostics]
    assert keys == sorted(keys)


def test_a_fingerprint_survives_moved_lines_and_mended_ways() -> None:
    moved = REPEATING.replace("name: Small bank", "name: Small bank\n# a comment\n")
    assert lint(moved).diagnostics[0].fingerprint == lint(REPEATING).diagnostics[0].fingerprint
    other = REPEATING.replace("agent", "clerk")
    assert lint(other).diagnostics[0].fingerprint != lint(REPEATING).diagnostics[0].fingerprint

"""Baselines: what they silence, what is said of them, and that nothing is added silently."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import contact_maps, to_yaml

from journeymap.errors import CannotRun
from journeymap.lint import Baseline, Looked, MapReport, Wish, baselined, exit_code, parse_baseline, updated
from journeymap.lint.baseline import FORMAT, entry_of
from lint.maps import REPEATING, VOCABULARY, codes, lint

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
TODAY = date(2026, 11, 22)
HEADER = json.dumps({"format": FORMAT})
REPEAT = {"map": "map.yaml", "code": "JM301", "subject": {"information": "number", "touchpoint": "agent"}}
LOOP = {"map": "map.yaml", "code": "JM201", "subject": {"loop": ["agent", "menu"]}}


def baseline(*entries: dict[str, Any]) -> Baseline:
    return parse_baseline("b.jsonl", "\n".join([HEADER, *map(json.dumps, entries)]).encode())


def heeded(report: MapReport, accepted: Baseline) -> MapReport:
    return baselined(report, accepted, "map.yaml", TODAY)


def complete(report: MapReport) -> Baseline:
    return updated(Baseline("b.jsonl"), [Looked("map.yaml", report)], (), Wish(add=True), TODAY).baseline


def subjects(report: MapReport) -> list[tuple[str, str]]:
    return [(each.code, each.fingerprint) for each in report.diagnostics if each.suppressed is None]


# ---------------------------------------------------------------- silencing


@QUICK
@given(contact_maps(), st.randoms(use_true_random=False))
def test_a_baseline_of_a_map_silences_exactly_its_findings_in_any_order(data: Any, random: Any) -> None:
    report = lint(to_yaml(data))
    lines = complete(report).text().splitlines()
    entries = lines[1:]
    assert entries == sorted(
        entries, key=lambda line: parse_baseline("b", f"{HEADER}\n{line}".encode()).entries[0].identity
    )
    random.shuffle(entries)
    read = parse_baseline("b.jsonl", "\n".join([lines[0], *entries]).encode())
    assert read.text() == complete(report).text()
    silenced = heeded(report, read)
    assert subjects(silenced) == []
    assert silenced.notes == report.notes
    assert [each.suppressed is not None for each in silenced.diagnostics] == [True] * len(report.diagnostics)


@QUICK
@given(contact_maps(), st.data())
def test_each_entry_silences_one_finding_and_no_other(data: Any, choose: Any) -> None:
    report = lint(to_yaml(data))
    found = [each for each in report.diagnostics if each.suppressed is None]
    if not found:
        return
    chosen = choose.draw(st.sampled_from(found))
    silenced = heeded(report, Baseline.of("b.jsonl", [entry_of(chosen, "map.yaml")]))
    assert [each for each in silenced.diagnostics if each.suppressed is None] == [
        each for each in found if (each.code, each.fingerprint) != (chosen.code, chosen.fingerprint)
    ]


def test_accepted_findings_are_marked_and_do_not_fail() -> None:
    report = heeded(lint(REPEATING), baseline(REPEAT | {"reason": "the law wants it"}))
    (found,) = report.diagnostics
    assert found.suppressed is not None
    assert (found.suppressed.reason, found.suppressed.baseline) == ("the law wants it", True)
    assert exit_code([report]) == 0


def test_moving_lines_changes_nothing() -> None:
    assert codes(heeded(lint("\n# moved\n\n" + REPEATING), baseline(REPEAT))) == []


def test_an_entry_for_another_map_or_subject_silences_nothing() -> None:
    other_map, other_item = REPEAT | {"map": "other.yaml"}, REPEAT | {"subject": {"touchpoint": "agent"}}
    assert codes(heeded(lint(REPEATING), baseline(other_map, other_item))) == ["JM301"]


@pytest.mark.parametrize(("day", "found"), [("2026-11-21", ["JM301"]), ("2026-11-22", []), ("2027-01-01", [])])
def test_an_entry_silences_up_to_its_last_day(day: str, found: list[str]) -> None:
    report = heeded(lint(REPEATING), baseline(REPEAT | {"expires": day}))
    assert codes(report) == found
    assert any("expired" in note and "JM301" in note for note in report.notes) is bool(found)


def test_entries_that_silence_nothing_any_more_are_told() -> None:
    (note,) = heeded(lint(REPEATING), baseline(REPEAT, LOOP)).notes
    assert "JM201" in note
    assert '["agent","menu"]' in note
    assert "--update" in note
    assert "JM301" not in note


def test_an_entry_for_what_the_map_accepts_itself_is_told() -> None:
    report = heeded(lint(REPEATING + "ignore: {JM301: the law}\n"), baseline(REPEAT))
    assert report.diagnostics[0].suppressed is not None
    assert not report.diagnostics[0].suppressed.baseline
    assert len(report.notes) == 1


def test_nothing_is_said_of_entries_for_rules_that_were_not_run() -> None:
    assert heeded(lint(REPEATING, select=["JM1"]), baseline(REPEAT, LOOP)).notes == ()


def test_nothing_is_said_where_the_map_could_not_be_read() -> None:
    report = heeded(lint(REPEATING + "nmae: x\n"), baseline(REPEAT))
    assert codes(report) == ["JM002"]
    assert report.notes == ()


# ---------------------------------------------------------------- bringing up to date


def update(old: Baseline, text: str, **wish: Any) -> Any:
    return updated(old, [Looked("map.yaml", lint(text))], ["gone.yaml"], Wish(**wish), TODAY)


def test_an_update_takes_out_and_never_adds() -> None:
    gone = REPEAT | {"map": "gone.yaml"}
    elsewhere = REPEAT | {"map": "elsewhere.yaml"}
    result = update(baseline(LOOP, gone, elsewhere), REPEATING)
    assert [entry.map for entry in result.baseline.entries] == ["elsewhere.yaml"]
    assert {(entry.map, entry.code) for entry in result.removed} == {("gone.yaml", "JM301"), ("map.yaml", "JM201")}
    assert [entry.code for entry in result.left_out] == ["JM301"]
    assert result.added == ()


def test_adding_must_be_asked_for_and_keeps_what_is_there() -> None:
    kept = REPEAT | {"reason": "the law", "expires": "2030-01-01"}
    result = update(baseline(kept), REPEATING.replace("resolves: true", ""), add=True, reason="may", expires=TODAY)
    assert {(entry.reason, entry.expires) for entry in result.added} == {("may", TODAY)}
    assert [(entry.reason, entry.expires) for entry in result.kept] == [("the law", date(2030, 1, 1))]


def test_expired_entries_stay_and_are_renewed_only_with_what_is_added() -> None:
    old = baseline(REPEAT | {"expires": "2020-01-01", "reason": "soon"})
    result = update(old, REPEATING)
    assert [entry.code for entry in result.expired] == ["JM301"]
    assert result.baseline.text() == old.text()
    renewed = update(old, REPEATING, add=True)
    assert [(entry.reason, entry.expires) for entry in renewed.renewed] == [("soon", None)]
    assert renewed.baseline.entries == renewed.renewed


def test_an_update_of_what_is_up_to_date_changes_nothing() -> None:
    whole = complete(lint(REPEATING))
    assert update(whole, REPEATING).baseline == whole
    assert update(whole, REPEATING, add=True).baseline == whole


def test_what_keeps_a_map_from_being_read_cannot_be_accepted() -> None:
    assert complete(lint(VOCABULARY + "nmae: x\n")).entries == ()


# ---------------------------------------------------------------- the file


def test_what_two_branches_leave_behind_is_read() -> None:
    line, other = json.dumps(REPEAT), json.dumps(LOOP)
    read = parse_baseline("b", f"\ufeff{HEADER}\r\n{line}\r\n\n{HEADER}\n{other}\n{line}\n".encode())
    assert [entry.code for entry in read.entries] == ["JM201", "JM301"]


@pytest.mark.parametrize(
    ("lines", "at", "said", "help_"),
    [
        ([], 1, "not a baseline", "journeymap baseline"),
        (["[]"], 1, "not a JSON object", ""),
        (['{"format": "journeymap-lint/1"}'], 1, "not a baseline", ""),
        (['{"format": "journeymap-baseline/2"}'], 1, "another version", "journeymap-baseline/1"),
        (['{"format": 1}'], 1, "not a baseline", ""),
        ([HEADER, "<<<<<<< HEAD"], 2, "merge conflict", "both sides"),
        ([HEADER, "", "nonsense"], 3, "not a JSON object", ""),
        ([HEADER, "[" * 100_000], 2, "not a JSON object", ""),
        ([HEADER, json.dumps(REPEAT | {"raeson": "x"})], 2, '"raeson"', "did you mean reason?"),
        ([HEADER, '{"map": "m", "code": "JM301"}'], 2, '"subject"', ""),
        ([HEADER, json.dumps(REPEAT | {"code": "JM3O1"})], 2, '"JM3O1"', "did you mean JM301?"),
        ([HEADER, json.dumps(REPEAT | {"code": "JM002"})], 2, "cannot be in a baseline", "mend the map"),
        ([HEADER, json.dumps(REPEAT | {"map": 3})], 2, "a number", ""),
        ([HEADER, json.dumps(REPEAT | {"subject": "x"})], 2, "a table, not text", ""),
        ([HEADER, json.dumps(REPEAT | {"reason": None})], 2, "nothing", ""),
        ([HEADER, json.dumps(REPEAT | {"expires": "20270101"})], 2, '"20270101"', "2027-03-31"),
        ([HEADER, json.dumps(REPEAT | {"expires": "2027-02-30"})], 2, "a day", "2027-03-31"),
        ([HEADER, json.dumps(REPEAT | {"expires": 5})], 2, "a number", "2027-03-31"),
        ([HEADER, json.dumps(REPEAT), json.dumps(REPEAT | {"reason": "x"})], 3, "line 2", "keep one"),
        ([HEADER, json.dumps(REPEAT | {"reason": "\ud800"})], 2, "half a character", ""),
    ],
)
def test_what_is_wrong_with_a_baseline_is_said_with_its_line(lines: list[str], at: int, said: str, help_: str) -> None:
    with pytest.raises(CannotRun) as raised:
        parse_baseline("b.jsonl", "\n".join(lines).encode())
    assert raised.value.message.startswith(f"b.jsonl:{at}: ")
    assert said in raised.value.message
    assert help_ in raised.value.help


def test_a_baseline_that_is_no_text_cannot_run() -> None:
    with pytest.raises(CannotRun, match="UTF-8"):
        parse_baseline("b.jsonl", b"\xff\xfe")

from __future__ import annotations

import pytest

from journeymap.errors import CannotRun
from journeymap.lint import Selection


def test_nothing_selected_means_every_rule() -> None:
    assert "JM301" in Selection.of()


def test_a_code_selects_its_rule_and_no_other() -> None:
    chosen = Selection.of(["JM301"])
    assert "JM301" in chosen
    assert "JM302" not in chosen


def test_the_beginning_of_a_code_selects_a_family() -> None:
    chosen = Selection.of(["JM2"], ["JM203"])
    assert "JM201" in chosen
    assert "JM203" not in chosen
    assert "JM301" not in chosen


def test_case_and_blanks_do_not_matter() -> None:
    assert "JM301" in Selection.of([" jm3"])


@pytest.mark.parametrize("code", ["JM001", "JM002", "JM003", "JM004"])
def test_what_keeps_a_map_from_being_read_is_always_selected(code: str) -> None:
    assert code in Selection.of(["JM3"])
    assert code in Selection.of((), ["JM0"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [("ping-pong", "JM201"), ("JM3O1", "JM301"), ("pingpong", ""), ("", ""), ("J", ""), ("JM7", "")],
)
def test_a_code_of_no_rule_cannot_run(written: str, meant: str) -> None:
    with pytest.raises(CannotRun) as raised:
        Selection.of([written])
    assert meant in raised.value.help
    assert "journeymap rules" in raised.value.help

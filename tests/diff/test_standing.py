from __future__ import annotations

from lint.maps import REPEATING, lint

from journeymap.diff import compare_findings
from journeymap.diff.result import FindingChanges

CLEAN = REPEATING.replace("{kind: cold}", "{kind: warm}")
ACCEPTED = REPEATING + "ignore: {JM301: the law}\n"


def compared(old: str, new: str) -> FindingChanges:
    return compare_findings(lint(old).diagnostics, lint(new).diagnostics)


def standing(old: str, new: str) -> tuple[list[str], list[str], list[str]]:
    found = compared(old, new)
    return (
        [each.code for each in found.new],
        [each.diagnostic.code for each in found.gone],
        [each.code for each in found.kept],
    )


def test_new_gone_and_kept() -> None:
    assert standing(CLEAN, REPEATING) == (["JM301"], [], [])
    assert standing(REPEATING, CLEAN) == ([], ["JM301"], [])
    assert standing(REPEATING, "\n\n" + REPEATING) == ([], [], ["JM301"])


def test_kept_findings_stand_where_they_stand_now() -> None:
    before, after = lint(REPEATING).diagnostics[0].span.line, compared(REPEATING, "\n\n" + REPEATING).kept[0].span.line
    assert after == before + 2


def test_what_is_accepted_now_is_gone_and_said_to_be() -> None:
    (gone,) = compared(REPEATING, ACCEPTED).gone
    assert gone.accepted is not None
    assert gone.accepted.reason == "the law"
    assert compared(REPEATING, CLEAN).gone[0].accepted is None


def test_what_is_accepted_no_longer_is_new() -> None:
    assert standing(ACCEPTED, REPEATING) == (["JM301"], [], [])
    assert standing(ACCEPTED, ACCEPTED) == ([], [], [])

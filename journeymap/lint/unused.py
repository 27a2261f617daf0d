"""JM008: suppressions that suppress nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from journeymap.findings import Finding, Message, Suppression
from journeymap.lint.select import ALWAYS, Selection
from journeymap.lint.suppress import Suppressions, ignore_path
from journeymap.rules.catalogue import CODES, closest

__all__ = ["CODE", "unused_suppressions"]

CODE = "JM008"

_UNUSED = "this suppression of {code} suppresses nothing"
_UNKNOWN = "this suppression names no rule, there is no {code}"
_NEVER = "this suppression of {code} suppresses nothing, {code} cannot be suppressed"
_REMOVE = Message("remove it, so that it cannot hide a fault that is still to come")
_MEANT = "did you mean {meant}?"
_LIST = Message("a suppression is the code of a rule and a reason; `journeymap rules` lists the codes")


def unused_suppressions(
    suppressions: Suppressions, selection: Selection, crashed: Collection[str]
) -> Iterator[tuple[Finding, Suppression | None]]:
    """One finding for each ``ignore`` entry of no use, with what suppresses it in turn; to be asked last of all.

    Codes that this run did not ask about, or whose rule crashed, are passed over. An ``ignore`` of JM008
    may silence other entries, never itself.
    """
    if CODE not in selection:
        return
    entries = [entry for entry in suppressions.unused() if entry[1] != CODE]
    for holder, code in entries:
        if code not in CODES or (code in selection and code not in crashed):
            finding = _finding(ignore_path(holder, code), code)
            yield finding, suppressions.apply(finding)
    for holder, code in [entry for entry in suppressions.unused() if entry[1] == CODE]:
        yield _finding(ignore_path(holder, code), code), None


def _finding(path: str, code: str) -> Finding:
    return Finding(CODE, path, {"path": path}, Message(_template(code), {"code": code}), _way_out(code))


def _template(code: str) -> str:
    if code in ALWAYS:
        return _NEVER
    return _UNUSED if code in CODES else _UNKNOWN


def _way_out(code: str) -> Message:
    if code in CODES:
        return _REMOVE
    meant = closest(code)
    return _LIST if meant is None else Message(_MEANT, {"meant": meant})

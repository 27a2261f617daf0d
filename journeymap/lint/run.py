"""One run over one map: schema findings first, then every selected rule, then the suppressions that were of no use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from journeymap.analysis import Answers
from journeymap.findings import CaseLabel, Diagnostic, Finding, Severity, Suppression
from journeymap.lint import crash, unused
from journeymap.lint.counts import counts
from journeymap.lint.place import by_place, place
from journeymap.lint.select import CRASHED, Selection
from journeymap.lint.suppress import Suppressions
from journeymap.model import ContactMap
from journeymap.rules.catalogue import CATALOGUE
from journeymap.rules.rule import Rule
from journeymap.source import Places, ReadMap

__all__ = ["MapReport", "lint_map"]

_GRADES = {listing.code: (listing.name, listing.severity) for listing in CATALOGUE} | {
    CRASHED: (crash.NAME, Severity.ERROR)
}


@dataclass(frozen=True, slots=True)
class MapReport:
    """What a run says about one map.

    `root` and `files` are names as the user gave them, `diagnostics` are sorted by place, `analysed` tells
    whether the map was sound enough for the rules to run, `crashed` whether one of them broke down, `selection` which
    rules were asked, `fail_on` what is grave enough to fail (None: nothing).
    """

    root: str
    name: str
    files: tuple[str, ...]
    counts: dict[str, int]
    cases: tuple[CaseLabel, ...]
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[str, ...]
    analysed: bool
    crashed: bool
    places: Places
    map: ContactMap | None
    selection: Selection
    fail_on: Severity | None = Severity.WARNING


def lint_map(read: ReadMap, selection: Selection, rules: Iterable[Rule] | None = None) -> MapReport:
    """Run `rules` (default: all there are) on a map, as far as they are selected.

    Near linear in findings beside the rules themselves. Never raises for anything a map may hold; a rule that
    crashes is reported as JM000 and the others go on.
    """
    if read.map is None:
        return _report(read, [(finding, None) for finding in read.findings], selection)
    answers = Answers(read.map)
    suppressions = Suppressions.of(read.map)
    found = [*read.findings, *_ask(_rules(rules), answers, selection)]
    judged = [(finding, suppressions.apply(finding)) for finding in found]
    crashed = {str(finding.subject["rule"]) for finding in found if finding.code == CRASHED}
    judged += unused.unused_suppressions(suppressions, selection, crashed)
    return _report(read, judged, selection, answers)


def _rules(rules: Iterable[Rule] | None) -> Iterable[Rule]:
    if rules is not None:
        return rules
    from journeymap.rules import RULES  # loads them all

    return RULES


def _ask(rules: Iterable[Rule], answers: Answers, selection: Selection) -> Iterator[Finding]:
    for rule in rules:
        if rule.check is not None and rule.code in selection:
            try:
                yield from tuple(rule.check(answers))
            except Exception as error:  # noqa: BLE001 - the one place where a crash becomes a diagnostic
                yield crash.crashed_rule(rule.code, rule.name, error)


def _report(
    read: ReadMap,
    judged: Iterable[tuple[Finding, Suppression | None]],
    selection: Selection,
    answers: Answers | None = None,
) -> MapReport:
    diagnostics = sorted((_diagnostic(read, *each) for each in judged), key=by_place)
    cases = answers.cases.each(answers.cases.all) if answers is not None else ()
    return MapReport(
        root=read.root,
        name=(read.map.name if read.map is not None else None) or "",
        files=read.files,
        counts=counts(read.map, len(cases)),
        cases=cases,
        diagnostics=tuple(diagnostics),
        notes=tuple(map(str, answers.notes)) if answers is not None else (),
        analysed=answers is not None,
        crashed=any(each.code == CRASHED for each in diagnostics),
        places=read.places,
        map=read.map,
        selection=selection,
    )


def _diagnostic(read: ReadMap, finding: Finding, suppressed: Suppression | None) -> Diagnostic:
    name, severity = _GRADES[finding.code]
    placed = place(finding, read.root, name, severity, read.places)
    return placed if suppressed is None else replace(placed, suppressed=suppressed)

"""The head of a map's report, and the one line that ends every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from journeymap.findings import Severity
from journeymap.report.fold import Told
from journeymap.report.ink import Ink
from journeymap.report.view import MapView

__all__ = ["heading", "summary"]

_SINGULAR = {
    "touchpoints": "touchpoint",
    "transfers": "transfer",
    "cases": "case",
    "departments": "department",
    "channels": "channel",
    "maps": "map",
}
_FOUND = "{found} in {looked_at}"
_NOTHING = "no findings in {looked_at}"
_TOGETHER = "{findings} findings, alike ones told together"
_SUPPRESSED = "{findings} suppressed"
_BASELINED = "{findings} in the baseline"
_OTHER = {1: "1 other file is no map", 2: "{files} other files are no maps"}
_UNREAD = {1: "1 map could not be analysed", 2: "{maps} maps could not be analysed"}


def heading(view: MapView, ink: Ink) -> str:
    """The map's name, where it lies, and how much there is in it."""
    counted = ", ".join(counted_noun(noun, number) for noun, number in view.counts.items() if noun in _SINGULAR)
    return " ".join(
        part
        for part in (
            ink(view.name, "name"),
            ink(view.root if not view.name else f"- {view.root}"),
            ink(f"({counted})", "quiet") if counted else "",
        )
        if part
    )


def counted_noun(noun: str, number: int) -> str:
    """``1 case``, ``2 cases``."""
    return f"{number} {noun if number != 1 else _SINGULAR[noun]}"


def summary(maps: Sequence[MapView], told: Sequence[Sequence[Told]], other_files: int, ink: Ink) -> Iterator[str]:
    """One line: how much was found in how much."""
    parts = [_found(maps, told, ink)]
    findings = sum(len(story.findings) for stories in told for story in stories)
    if findings > sum(map(len, told)):
        parts.append(ink(_TOGETHER.format(findings=findings)))
    parts += [ink(part) for part in _accepted(maps)]
    unread = sum(not view.analysed for view in maps)
    if unread:
        parts.append(ink(_UNREAD[min(unread, 2)].format(maps=unread)))
    if other_files:
        parts.append(ink(_OTHER[min(other_files, 2)].format(files=other_files)))
    yield "; ".join(parts)


def _accepted(maps: Sequence[MapView]) -> Iterator[str]:
    """How many findings are accepted: in the maps, and in the baseline."""
    accepted = [each.suppressed for view in maps for each in view.diagnostics if each.suppressed is not None]
    baselined = sum(each.baseline for each in accepted)
    if len(accepted) > baselined:
        yield _SUPPRESSED.format(findings=len(accepted) - baselined)
    if baselined:
        yield _BASELINED.format(findings=baselined)


def _found(maps: Sequence[MapView], told: Sequence[Sequence[Told]], ink: Ink) -> str:
    looked_at = _looked_at(maps)
    by_severity = Counter(story.first.severity for stories in told for story in stories)
    if not by_severity:
        return ink(_NOTHING.format(looked_at=looked_at), "help")
    found = ", ".join(
        ink(_graded(severity, by_severity[severity]), severity.value) for severity in Severity if by_severity[severity]
    )
    return _FOUND.format(found=found, looked_at=ink(looked_at))


def _graded(severity: Severity, number: int) -> str:
    return f"{number} {severity.value}" if number == 1 or severity is Severity.INFO else f"{number} {severity.value}s"


def _looked_at(maps: Sequence[MapView]) -> str:
    totals: Counter[str] = Counter()
    for view in maps:
        totals.update(view.counts)
    counted = [counted_noun(noun, totals[noun]) for noun in ("touchpoints", "transfers", "cases") if noun in totals]
    return counted_noun("maps", len(maps)) + (f" ({', '.join(counted)})" if counted else "")

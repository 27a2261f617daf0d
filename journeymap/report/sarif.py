"""SARIF 2.1.0 (OASIS, 2020): findings with their places, their witnesses as code flows, and each rule's page as help.

Findings that differ in their case only are one result. Every text is made visible (`report.visible`) and free of
what SARIF reads as a placeholder or a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.findings import Diagnostic, PlacedRelated, Severity, Span, Step
from journeymap.report.alike import Alike, alike
from journeymap.report.json_lines import document, one_per_line, written
from journeymap.report.rule_help import markdown_page
from journeymap.report.step_place import step_path
from journeymap.report.uris import is_absolute, uri
from journeymap.report.view import MapView, Run
from journeymap.report.visible import visible
from journeymap.report.wording import Wording
from journeymap.rules.catalogue import find
from journeymap.rules.page import title

__all__ = ["render"]

ROOT = "%SRCROOT%"
"""The name of the folder that relative places start from; whoever reads the file knows where it is."""

CRASHED = "JM000"
"""The code that stands for a rule that crashed."""

MARK = "journeymapFinding/v1"
"""The name of our partial fingerprint; it does not depend on lines."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT_MEANS = "the folder in which journeymap was run"
_HELP = "help: {help}"

Entry = dict[str, Any]


def render(run: Run) -> str:
    """The whole run as one SARIF log with one run."""
    examples = {each.code: each for view in run.maps for each in view.diagnostics}
    codes = sorted(examples)
    indexes = {code: index for index, code in enumerate(codes)}
    rules = [_rule(examples[code]) for code in codes]
    parts = {
        "tool": written({"driver": {"name": "journeymap", "version": run.version, "rules": rules}}),
        "invocations": written([_invocation(run)]),
        "language": written("en"),
        "columnKind": written("unicodeCodePoints"),
        "newlineSequences": written(["\r\n", "\n", "\r"]),
        "originalUriBaseIds": written({ROOT: {"description": {"text": _ROOT_MEANS}}}),
        "artifacts": one_per_line(_artifacts(run)),
        "results": one_per_line(result for view in run.maps for result in _results(view, indexes)),
    }
    return document({"$schema": written(_SCHEMA), "version": written("2.1.0"), "runs": f"[{document(parts)}]"}) + "\n"


def _artifacts(run: Run) -> Iterator[Entry]:
    for file in sorted({file for view in run.maps for file in view.files}):
        yield {"location": _artifact(file), "roles": ["analysisTarget"]}


def _invocation(run: Run) -> Entry:
    """Whether every rule ran, and the notes on what was summarised."""
    crashed = any(each.code == CRASHED for view in run.maps for each in view.diagnostics)
    notes = [{"level": "note", "message": _message(note)} for view in run.maps for note in view.notes]
    return {"executionSuccessful": not crashed, **({"toolExecutionNotifications": notes} if notes else {})}


def _rule(example: Diagnostic) -> Entry:
    """A rule that found something; its page as help (help holds no placeholders, so braces stay as they are)."""
    listing = find(example.code)
    if listing is None:
        return {"id": example.code, "name": example.name, "shortDescription": _message(example.name)}
    page = listing.page
    return {
        "id": listing.code,
        "name": listing.name,
        "shortDescription": {"text": title(page)},
        "help": {"text": page, "markdown": markdown_page(page)},
        "defaultConfiguration": {"level": _LEVELS[listing.severity]},
    }


def _results(view: MapView, indexes: Mapping[str, int]) -> Iterator[Entry]:
    wording = Wording(view)
    for each in alike(view.diagnostics):
        yield _result(each, indexes[each.first.code], view, wording)


def _result(found: Alike, rule: int, view: MapView, wording: Wording) -> Entry:
    first = found.first
    related = dict.fromkeys(place for finding in found.findings for place in finding.related)
    return {
        "ruleId": first.code,
        "ruleIndex": rule,
        "level": _LEVELS[first.severity],
        "message": _message(wording.in_cases(first, found.cases), *_help(first)),
        "locations": [_location(first.span) | _element(first.path)],
        **_some("relatedLocations", [_related(number, place) for number, place in enumerate(related, start=1)]),
        **_some("codeFlows", _flows(first, view, wording)),
        "partialFingerprints": {MARK: found.mark},
        **_some("suppressions", _suppressions(first, view)),
        "properties": {
            "map": first.map,
            "subjects": [dict(sorted(each.subject.items())) for each in found.findings],
            "fingerprints": [each.fingerprint for each in found.findings],
        },
    }


def _help(diagnostic: Diagnostic) -> Iterator[str]:
    if diagnostic.help:
        yield _HELP.format(help=diagnostic.help)


def _flows(diagnostic: Diagnostic, view: MapView, wording: Wording) -> list[Entry]:
    """The witness as one thread of steps."""
    steps = [{"location": _step(step, view, wording)} for step in diagnostic.witness]
    return [{"threadFlows": [{"locations": steps}]}] if steps else []


def _step(step: Step, view: MapView, wording: Wording) -> Entry:
    path = step_path(step, view.map)
    place = _location(view.places.span(path)) | _element(path) if path else {}
    return place | {"message": _message(wording.sentence(step))}


def _suppressions(diagnostic: Diagnostic, view: MapView) -> list[Entry]:
    """An ``ignore`` stands in the map, a baseline beside it."""
    suppressed = diagnostic.suppressed
    if suppressed is None:
        return []
    reason = {"justification": visible(suppressed.reason)} if suppressed.reason else {}
    if suppressed.baseline:
        return [{"kind": "external", **reason}]
    return [{"kind": "inSource", **reason, "location": _location(view.places.span(suppressed.path))}]


def _related(number: int, related: PlacedRelated) -> Entry:
    return {"id": number, **_location(related.span), "message": _message(related.message)}


def _element(path: str) -> Entry:
    """The element of the map that stands at a place."""
    return {"logicalLocations": [{"fullyQualifiedName": visible(path)}]} if path else {}


def _location(span: Span) -> Entry:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(span.file), "region": region}}


def _artifact(file: str) -> Entry:
    return {"uri": uri(file)} if is_absolute(file) else {"uri": uri(file), "uriBaseId": ROOT}


def _message(*lines: str) -> Entry:
    """Lines of text without a placeholder (``{0}``) or an embedded link (``[text](target)``)."""
    text = "\n".join(map(visible, lines))
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _some(key: str, entries: list[Entry]) -> Entry:
    """The key, if there is anything to say under it."""
    return {key: entries} if entries else {}

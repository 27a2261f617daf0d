"""JUnit XML: a suite for each map, a test case for each finding, in the shape that Jenkins and GitLab read.

Errors and warnings are failures. Accepted findings are skipped tests, infos are tests that pass and say something,
and a map without findings is one test that passes: an empty suite would read as "nothing was tested".
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from journeymap.findings import Diagnostic, Severity
from journeymap.report.alike import Alike, alike
from journeymap.report.view import MapView, Run
from journeymap.report.visible import visible
from journeymap.report.wording import Wording, rule_title

__all__ = ["render"]

CRASHED = "JM000"
"""The code that stands for a rule that crashed."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_NAME = "{rule}: {path} [{mark}]"
_CLEAN = "no findings"
_PLACE = "{file}:{line}:{column} {severity}"
_HELP = "help: {help}"


def render(run: Run) -> str:
    """The whole run; times are 0, so that the same run gives the same bytes."""
    suites = [_suite(view) for view in run.maps]
    root = ET.Element("testsuites", {"name": "journeymap", **_totals(suites), "time": "0"})
    root.extend(suites)
    ET.indent(root)
    return f"{_DECLARATION}\n{ET.tostring(root, encoding='unicode')}\n"


def _suite(view: MapView) -> ET.Element:
    wording = Wording(view)
    cases = [_case(found, wording) for found in alike(view.diagnostics)]
    suite = ET.Element("testsuite", {"name": visible(view.root)})
    suite.extend(cases or [_clean(view)])
    for name, number in _counts(suite):
        suite.set(name, str(number))
    suite.set("time", "0")
    return suite


def _clean(view: MapView) -> ET.Element:
    return ET.Element("testcase", {"classname": visible(view.root), "name": _CLEAN, "time": "0"})


def _case(found: Alike, wording: Wording) -> ET.Element:
    """A finding; the mark keeps the name unique, and the same from run to run."""
    first = found.first
    name = _NAME.format(rule=rule_title(first), path=first.path or first.span.file, mark=found.mark)
    attributes = {"classname": first.map, "name": name, "file": first.span.file, "line": str(first.span.line)}
    case = ET.Element("testcase", {key: visible(value) for key, value in attributes.items()} | {"time": "0"})
    message = visible(wording.in_cases(first, found.cases))
    outcome = ET.SubElement(case, _outcome(first))
    if outcome.tag == "skipped":
        outcome.set("message", visible(first.suppressed.reason) if first.suppressed is not None else "")
    elif outcome.tag != "system-out":
        outcome.attrib.update(message=message, type=first.severity.value)
    outcome.text = "\n".join([message, *map(visible, _story(first, wording))])
    return case


def _outcome(diagnostic: Diagnostic) -> str:
    if diagnostic.suppressed is not None:
        return "skipped"
    if diagnostic.code == CRASHED:
        return "error"
    return "system-out" if diagnostic.severity is Severity.INFO else "failure"


def _story(diagnostic: Diagnostic, wording: Wording) -> Iterator[str]:
    span = diagnostic.span
    yield _PLACE.format(file=span.file, line=span.line, column=span.column, severity=diagnostic.severity.value)
    yield from map(wording.sentence, diagnostic.witness)
    if diagnostic.help:
        yield _HELP.format(help=diagnostic.help)


def _counts(suite: ET.Element) -> Iterator[tuple[str, int]]:
    yield "tests", len(suite)
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        yield name, len(suite.findall(f"testcase/{tag}"))


def _totals(suites: list[ET.Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors", "skipped")
    return {name: str(sum(int(suite.attrib[name]) for suite in suites)) for name in names}

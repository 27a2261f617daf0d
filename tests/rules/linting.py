"""Lints the text of a map, and writes findings down in one canonical line each."""

from journeymap.findings import Diagnostic
from journeymap.lint import lint_map
from journeymap.lint.fingerprint import canonical_json
from journeymap.lint.select import ALWAYS, Selection
from journeymap.source import SourceFile, read_map

MAP = "map.yaml"
EVERY_RULE = Selection()


def lint_text(text: str, selection: Selection = EVERY_RULE) -> tuple[Diagnostic, ...]:
    return lint_map(read_map(MAP, [SourceFile(MAP, text.encode())]), selection).diagnostics


def line(diagnostic: Diagnostic) -> str:
    """Code, path, subject and cases; the place too where a map cannot be read, because there are no paths then."""
    cases = diagnostic.cases if diagnostic.cases == "all" else [dict(case) for case in diagnostic.cases]
    told = {"code": diagnostic.code, "path": diagnostic.path, "subject": diagnostic.subject, "cases": cases}
    if diagnostic.code in ALWAYS:
        told["at"] = f"{diagnostic.span.line}:{diagnostic.span.column}"
    if diagnostic.suppressed is not None:
        told["suppressed"] = diagnostic.suppressed.reason
    return canonical_json(told)

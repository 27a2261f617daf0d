"""From a finding on a map path to a diagnostic at a line and column."""

from __future__ import annotations

from journeymap.findings import Diagnostic, Finding, PlacedRelated, Related, Severity
from journeymap.lint.fingerprint import canonical_json, fingerprint, identity
from journeymap.source import Places

__all__ = ["by_place", "place"]


def place(finding: Finding, root: str, name: str, severity: Severity, places: Places) -> Diagnostic:
    """The finding of the rule `name` in the map at `root`, made concrete."""
    return Diagnostic(
        map=root,
        code=finding.code,
        name=name,
        severity=severity,
        message=str(finding.message),
        help=str(finding.help),
        path=finding.path,
        span=finding.span or places.span(finding.path, finding.part),
        subject=finding.subject,
        cases=finding.cases,
        witness=finding.witness,
        related=tuple(_place_related(related, places) for related in finding.related),
        fingerprint=fingerprint(finding),
        key=identity(finding),
    )


def _place_related(related: Related, places: Places) -> PlacedRelated:
    span = related.span or places.span(related.path, related.part)
    return PlacedRelated(related.path, span, str(related.message))


def by_place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """The order of diagnostics: file, line, column, code, subject."""
    span = diagnostic.span
    return span.file, span.line, span.column, diagnostic.code, canonical_json(diagnostic.subject)

"""Maps for the tests of the engine."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.lint import MapReport, Selection, lint_map
from journeymap.rules.rule import Rule
from journeymap.source import SourceFile, read_map

VOCABULARY = """\
journeymap: 1
name: Small bank
channels: {phone: {mode: live}}
departments: [desk, cards]
information: [number]
"""

REPEATING = f"""{VOCABULARY}
touchpoints:
  menu:
    channel: phone
    department: desk
    handled_by: machine
    entry: true
    needs: [number]
    transfers:
      agent: {{kind: cold}}
  agent:
    channel: phone
    department: cards
    needs: [number]
    resolves: true
"""
"""One fault: the agent asks for the number again."""


def lint(
    text: str, select: Iterable[str] = (), ignore: Iterable[str] = (), rules: Iterable[Rule] | None = None
) -> MapReport:
    """The report on one file."""
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    return lint_map(read, Selection.of(select, ignore), rules)


def codes(report: MapReport) -> list[str]:
    """The codes found and not suppressed, in order."""
    return [each.code for each in report.diagnostics if each.suppressed is None]

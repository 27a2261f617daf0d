"""What a rule is: a code, a name, a severity, and a pure function from answers to findings."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journeymap.analysis import Answers
from journeymap.findings import Finding, Severity

__all__ = ["SECTIONS", "Rule"]

SECTIONS = ("What it finds", "Why it hurts the customer", "A map it fires on", "The same map mended", "Settings", "References")
"""The sections of a rule's page, in order; the two maps are indented YAML and are run as tests."""

_HEADING = re.compile(r"^(?P<title>[A-Z][^\n]*)\n-{3,}\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `check` is None where the reader itself finds the fault (JM001 to JM004) or the engine does (JM008)."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Answers], Iterable[Finding]] | None
    module: str

    @property
    def page(self) -> str:
        """The docstring of the rule's module: its page."""
        return sys.modules[self.module].__doc__ or ""

    @property
    def title(self) -> str:
        """The first line of the page."""
        return self.page.split("\n", 1)[0]

    @property
    def sections(self) -> dict[str, str]:
        """The page's sections by title."""
        parts = _HEADING.split(self.page)
        return {title: body.strip("\n") for title, body in zip(parts[1::2], parts[2::2], strict=True)}
